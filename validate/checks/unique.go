package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var unique = &validate.Check{
	Code:     "unique-error",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Valeur en double", EN: "Duplicate value"},
	Why: text.Text{
		FR: "Chaque valeur de cette colonne doit être unique dans le fichier, et celle-ci s'y trouve déjà. Les cellules vides ne comptent pas.",
		EN: "Each value of this column must be unique in the file, and this one is already there. Empty cells do not count.",
	},
	Mend: text.Text{
		FR: "Supprimez la ligne si elle est en double, ou corrigez la valeur.",
		EN: "Remove the row if it is a duplicate, or correct the value.",
	},
	Bad:  "num_serie\nX09E409930\nX09E409930",
	Good: "num_serie\nX09E409930\nX09E409931",
	Messages: map[string]validate.Message{"": {
		Say:  text.Text{FR: "« {value} » se trouve déjà à la ligne {first}, alors que chaque valeur de « {field} » doit être unique.", EN: `"{value}" already stands in row {first}, but each value of "{field}" must be unique.`},
		Hint: text.Text{FR: "Supprimez la ligne si elle est en double, ou corrigez la valeur.", EN: "Remove the row if it is a duplicate, or correct the value."},
	}},
	Table: func(s *schemas.Schema) validate.State {
		var keys keyStates
		for i := range s.Fields {
			if s.Fields[i].Constraints.Unique {
				keys.Keys = append(keys.Keys, newKeyState([]int{i}))
			}
		}
		if keys.Keys == nil {
			return nil
		}
		return &keys
	},
}
