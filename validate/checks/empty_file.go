package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var emptyFile = &validate.Check{
	Code:     "empty-file",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Fichier vide", EN: "Empty file"},
	Why: text.Text{
		FR: "Le fichier ne contient rien, ou seulement des lignes vides : il n'a même pas d'en-tête.",
		EN: "The file holds nothing, or only blank lines: it does not even have a header.",
	},
	Mend: text.Text{
		FR: "Exportez à nouveau les données ; la première ligne doit porter les noms des colonnes.",
		EN: "Export the data again; the first line must hold the names of the columns.",
	},
	Messages: map[string]validate.Message{"": {
		Say:  text.Text{FR: "Le fichier est vide : on n'y trouve ni en-tête ni donnée.", EN: "The file is empty: it has neither header nor data."},
		Hint: text.Text{FR: "Exportez à nouveau les données, avec les noms des colonnes en première ligne.", EN: "Export the data again, with the names of the columns on the first line."},
	}},
	File: func(*schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			if f.Empty() {
				p.FileFault(validate.None, -1, -1)
			}
		}
	},
}
