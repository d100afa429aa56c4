package checks

import (
	"slices"

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
		FR: "Chaque valeur de cette colonne, ou de plusieurs colonnes ensemble, doit être unique dans le fichier, et celle-ci s'y trouve déjà. Les cellules vides ne comptent pas.",
		EN: "Each value of this column, or of several columns together, must be unique in the file, and this one is already there. Empty cells do not count.",
	},
	Mend: text.Text{
		FR: "Supprimez la ligne si elle est en double, ou corrigez la valeur.",
		EN: "Remove the row if it is a duplicate, or correct the value.",
	},
	Bad:  "num_serie\nX09E409930\nX09E409930",
	Good: "num_serie\nX09E409930\nX09E409931",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "« {value} » se trouve déjà à la ligne {first}, alors que chaque valeur de « {field} » doit être unique.", EN: `"{value}" already stands in row {first}, but each value of "{field}" must be unique.`},
			Hint: text.Text{FR: "Supprimez la ligne si elle est en double, ou corrigez la valeur.", EN: "Remove the row if it is a duplicate, or correct the value."},
		},
		"together": {
			Say:  text.Text{FR: "« {value} » se trouve déjà à la ligne {first}, alors que deux lignes ne peuvent pas avoir ensemble les mêmes valeurs dans « {key} ».", EN: `"{value}" already stands in row {first}, but no two rows may have the same values together in "{key}".`},
			Hint: text.Text{FR: "Supprimez la ligne si elle est en double, ou corrigez l'une des valeurs.", EN: "Remove the row if it is a duplicate, or correct one of the values."},
		},
	},
	Keys: func(s *schemas.Schema) []int {
		fields := slices.Concat(s.UniqueKeys...)
		for i := range s.Fields {
			if s.Fields[i].Constraints.Unique {
				fields = append(fields, i)
			}
		}
		return fields
	},
	Table: func(s *schemas.Schema) validate.State {
		var keys keyStates
		for i := range s.Fields {
			if s.Fields[i].Constraints.Unique {
				keys.Keys = append(keys.Keys, newKeyState([]int{i}))
			}
		}
		for _, key := range s.UniqueKeys {
			if len(key) > 1 || !s.Fields[key[0]].Constraints.Unique {
				keys.Keys = append(keys.Keys, newKeyState(key))
			}
		}
		if keys.Keys == nil {
			return nil
		}
		return &keys
	},
}
