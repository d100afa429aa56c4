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
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "La case {cell} de l'en-tête est vide : la colonne n'a pas de nom.", EN: "Cell {cell} of the header is empty: the column has no name."},
			Hint: text.Text{FR: "Donnez-lui un nom, ou supprimez-la si elle est vide.", EN: "Give it a name, or remove it if it is empty."},
		},
		"property": {
			Say:  text.Text{FR: "Une propriété n'a pas de nom : il n'y a rien entre les guillemets.", EN: "A property has no name: there is nothing between the quotes."},
			Hint: text.Text{FR: "Donnez-lui un nom, ou supprimez-la.", EN: "Give it a name, or remove it."},
		},
		"at-edge": {
			Say:  text.Text{FR: "Le tableau finit à droite par {n} {n|colonne vide|colonnes vides} et sans nom, à partir de {cell}.", EN: "The table ends on the right with {n} empty {n|column|columns} without a name, from {cell} on."},
			Hint: text.Text{FR: "Supprimez {n|cette colonne|ces colonnes} avant d'enregistrer le fichier.", EN: "Remove {n|this column|these columns} before saving the file."},
		},
	},
	File: func(*schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			columns := p.Job.Header.Columns
			if !p.Strict() && !f.Items {
				columns = columns[:firstTrailing(columns)]
			}
			for c, column := range columns {
				if column.Label == "" && !beyond(p, c) {
					finding := p.FileFault(validate.None, c, column.Field)
					if f.Items {
						finding.Because("property")
					}
				}
			}
		}
	},
	Table: newTrailingColumns,
}
