package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var blankRow = &validate.Check{
	Code:     "blank-row",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Ligne vide", EN: "Blank row"},
	Why: text.Text{
		FR: "La ligne ne contient aucune donnée. Une ligne vide au milieu d'un fichier en fait croire la fin à certains outils.",
		EN: "The row holds no data. To some tools a blank row in the middle of a file looks like its end.",
	},
	Mend: text.Text{FR: "Supprimez la ligne.", EN: "Remove the row."},
	Bad:  "prenom,nombre\n\nAdam,353",
	Good: "prenom,nombre\nAdam,353",
	Messages: map[string]validate.Message{"": {
		Say:  text.Text{FR: "La ligne {row} est vide.", EN: "Row {row} is blank."},
		Hint: text.Text{FR: "Supprimez-la.", EN: "Remove it."},
	}},
	Row: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			if r.Blank {
				p.FaultAt(-1, -1)
			}
		}
	},
}
