package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var encodingError = &validate.Check{
	Code:     "encoding-error",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Caractère illisible", EN: "Unreadable character"},
	Why: text.Text{
		FR: "Le fichier est en UTF-8, mais cette cellule contient des octets qui n'en sont pas, comme après un copier-coller entre deux fichiers d'encodages différents.",
		EN: "The file is in UTF-8 but this cell holds bytes that are not, as after pasting between two files of different encodings.",
	},
	Mend: text.Text{
		FR: "Retapez les caractères accentués de la cellule, puis enregistrez le fichier en UTF-8.",
		EN: "Type the accented characters of the cell again, then save the file as UTF-8.",
	},
	Messages: map[string]validate.Message{"": {
		Say:  text.Text{FR: "La cellule contient des caractères qui ne sont pas en UTF-8, contrairement au reste du fichier ; on y lit « {value} ».", EN: `The cell holds characters that are not in UTF-8, unlike the rest of the file; it reads "{value}".`},
		Hint: text.Text{FR: "Retapez la cellule et enregistrez le fichier en UTF-8.", EN: "Type the cell again and save the file as UTF-8."},
	}},
	File:      inHeader(validate.FaultEncoding),
	Irregular: true,
	Row: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			if p.Job.File.Doubtful {
				return // the whole file decides: see the check "encoding"
			}
			for _, f := range r.Faults {
				if f.Kind == validate.FaultEncoding {
					p.Fault(&r.Cells[f.Column])
				}
			}
		}
	},
}
