package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var duplicateLabel = &validate.Check{
	Code:     "duplicate-label",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Colonne en double", EN: "Duplicate column"},
	Why: text.Text{
		FR: "Deux colonnes portent le même nom : personne ne peut savoir laquelle est la bonne. Seule la première est jugée.",
		EN: "Two columns bear the same name: nobody can know which is the right one. Only the first is judged.",
	},
	Mend: text.Text{
		FR: "Supprimez ou renommez la colonne en trop.",
		EN: "Remove or rename the column that is too many.",
	},
	Bad:  "prenom,nombre,nombre",
	Good: "prenom,nombre",
	Messages: map[string]validate.Message{"": {
		Say:  text.Text{FR: "La colonne « {value} » est en double : c'est déjà le nom de la colonne {first}.", EN: `The column "{value}" is there twice: column {first} already bears that name.`},
		Hint: text.Text{FR: "Supprimez ou renommez l'une des deux.", EN: "Remove or rename one of the two."},
	}},
	File: func(*schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			for c, column := range p.Job.Header.Columns {
				if column.Duplicate >= 0 && !beyond(p, c) {
					field := p.Job.Header.Columns[column.Duplicate].Field
					if byPlace(p) {
						field = column.Field
					}
					p.FileFault(validate.None, c, field).With("first", letters(column.Duplicate))
				}
			}
		}
	},
}

// letters names a column (from 0) as a spreadsheet does: B, or AA.
func letters(column int) string {
	name := string(rune('A' + column%26))
	if column < 26 {
		return name
	}
	return letters(column/26-1) + name
}
