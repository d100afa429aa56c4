package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var blankLabel = &validate.Check{
	Code:     "blank-label",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Colonne sans nom", EN: "Column without a name"},
	Why: text.Text{
		FR: "L'en-tête a une case vide : la colonne n'a pas de nom et ne peut pas être comprise.",
		EN: "The header has an empty cell: the column has no name and cannot be understood.",
	},
	Mend: text.Text{
		FR: "Donnez un nom à la colonne, ou supprimez-la si elle est vide.",
		EN: "Give the column a name, or remove it if it is empty.",
	},
	Bad:  "prenom,,nombre",
	Good: "prenom,sexe,nombre",
	Messages: map[string]validate.Message{"": {
		Say:  text.Text{FR: "La case {cell} de l'en-tête est vide : la colonne n'a pas de nom.", EN: "Cell {cell} of the header is empty: the column has no name."},
		Hint: text.Text{FR: "Donnez-lui un nom, ou supprimez-la si elle est vide.", EN: "Give it a name, or remove it if it is empty."},
	}},
	File: func(*schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			for c, column := range p.Job.Header.Columns {
				if column.Label == "" {
					p.FileFault(validate.None, c, column.Field)
				}
			}
		}
	},
}
