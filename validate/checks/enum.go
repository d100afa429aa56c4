package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var enum = &validate.Check{
	Code:     "enum",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Valeur hors liste", EN: "Value not in the list"},
	Why: text.Text{
		FR: "Le schéma donne la liste des valeurs possibles de cette colonne, accents et majuscules compris, et la valeur n'y est pas.",
		EN: "The schema lists the possible values of this column, down to accents and capitals, and the value is not among them.",
	},
	Mend: text.Text{
		FR: "Choisissez une valeur de la liste et recopiez-la exactement.",
		EN: "Choose a value of the list and copy it exactly.",
	},
	Bad:  "sexe\nmasculin",
	Good: "sexe\nM",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "« {value} » ne fait pas partie des valeurs possibles de la colonne « {field} ».", EN: `"{value}" is not one of the possible values of the column "{field}".`},
			Hint: text.Text{FR: "Valeurs possibles : {expected}.", EN: "Possible values: {expected-en}."},
		},
	},
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		list := f.Constraints.Enum
		if list == nil {
			return nil
		}
		expected, expectedEN := listed(list.Values, "« ", " »", ", "), listed(list.Values, `"`, `"`, ", ")
		return func(p *validate.Pass, c *validate.Cell) {
			if list.Has(c.Key) {
				return
			}
			if finding := p.Fault(c); finding != nil {
				finding.With("expected", expected).With("expected-en", expectedEN).Write(meant(string(c.Raw), list.Values))
			}
		}
	},
}

// listedValues is how many values of a list a message shows.
const listedValues = 12

// listed writes the values of a list for a message, each between quotes.
func listed(values []string, open, end, between string) string {
	quoted := make([]string, 0, listedValues+1)
	for i, v := range values {
		if i == listedValues {
			quoted = append(quoted, "…")
			break
		}
		quoted = append(quoted, open+v+end)
	}
	return strings.Join(quoted, between)
}

// meant gives the value of the list that a person most likely meant: the one
// that reads alike but for case, accents and spaces, else the nearest, else "".
func meant(value string, values []string) string {
	found := ""
	for _, v := range values {
		if schemas.Fold(v) == schemas.Fold(value) && schemas.Fold(v) != "" {
			if found != "" {
				return "" // several do
			}
			found = v
		}
	}
	if found == "" {
		found = schemas.Nearest(value, values)
	}
	return found
}
