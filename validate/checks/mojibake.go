package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	mend "github.com/socle-commun/socle/validate/mojibake"
)

var mojibake = &validate.Check{
	Code:     "mojibake",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Accents mal convertis", EN: "Garbled accents"},
	Why: text.Text{
		FR: "Le texte a été écrit en UTF-8 puis lu dans un autre encodage par un logiciel : chaque accent est devenu deux ou trois signes sans rapport. Le fichier, lui, est bien encodé : c'est son contenu qui est abîmé.",
		EN: "The text was written in UTF-8, then read in another encoding by some program: each accent became two or three unrelated signs. The file itself is well encoded: its content is damaged.",
	},
	Mend: text.Text{
		FR: "Ouvrez de nouveau le fichier d'origine en choisissant l'encodage UTF-8 (dans Excel : Données, À partir d'un fichier texte), puis enregistrez-le au format « CSV UTF-8 ».",
		EN: `Open the original file again and choose the encoding UTF-8 (in Excel: Data, From text), then save it as "CSV UTF-8".`,
	},
	Bad:  "nature\naide en numÃ©raire",
	Good: "nature\naide en numéraire",
	Messages: map[string]validate.Message{
		"": {
			Say: text.Text{FR: "Les accents de « {value} » ont été mal convertis.", EN: `The accents of "{value}" were badly converted.`},
		},
		"partly": {
			Say:  text.Text{FR: "Une partie des accents de « {value} » a été mal convertie.", EN: `Some of the accents of "{value}" were badly converted.`},
			Hint: text.Text{FR: "Reprenez cette cellule depuis sa source.", EN: "Take this cell from its source again."},
		},
		"label": {
			Say: text.Text{FR: "Les accents du nom de colonne « {value} » ont été mal convertis.", EN: `The accents of the column name "{value}" were badly converted.`},
		},
	},
	File: func(*schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			for c, column := range p.Job.Header.Columns {
				if column.Field >= 0 && column.Match != validate.Exact {
					continue // another check says how to write it
				}
				if fix, found := mend.Repair(column.Label); found {
					p.FileFault(validate.None, c, column.Field).Because("label").Write(fix)
				}
			}
		}
	},
	After: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			if r.Sparse || utf8File(p) && !mend.Suspect(r.Record) {
				return
			}
			for i := range r.Cells {
				c := &r.Cells[i]
				if c.State != validate.Valid || !mend.Suspect(c.Raw) || c.Field != nil && p.Told(c.Field.Index) || lossy(r, i) {
					continue
				}
				text := string(c.Raw[:min(len(c.Raw), validate.MaxValue)])
				fix, found := mend.Repair(text)
				if !found {
					continue
				}
				switch finding := p.Fault(c); {
				case fix == "" || len(text) < len(c.Raw) || c.Field != nil && !accepts(c.Field, fix):
					finding.Because("partly")
				default:
					finding.Write(fix)
				}
			}
		}
	},
}

// utf8File says whether the bytes of the file are those of its cells.
func utf8File(p *validate.Pass) bool {
	name := p.Job.File.Encoding
	return (name == "utf-8" || name == "") && !p.Job.File.Doubtful
}

// lossy says whether the reader noticed lost characters in a cell.
func lossy(r *validate.Row, column int) bool {
	for _, f := range r.Faults {
		if f.Column == column && (f.Kind == validate.FaultEncoding || f.Kind == validate.FaultReplaced) {
			return true
		}
	}
	return false
}

// repaired gives a text with its accents as they were, where that is certain.
func repaired(text string) string {
	fix, _ := mend.Repair(text)
	return fix
}
