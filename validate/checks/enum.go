package checks

import (
	"cmp"
	"strings"

	"github.com/agnivade/levenshtein"

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
	Messages: refusedMessages(map[string]validate.Message{
		"similar": {
			Say:  text.Text{FR: "« {value} » ne fait pas partie des valeurs possibles de la colonne « {field} ».", EN: `"{value}" is not one of the possible values of the column "{field}".`},
			Hint: text.Text{FR: "Vouliez-vous écrire « {similar} » ? Valeurs possibles : {expected}.", EN: `Did you mean "{similar}"? Possible values: {expected-en}.`},
		},
		"": {
			Say:  text.Text{FR: "« {value} » ne fait pas partie des valeurs possibles de la colonne « {field} ».", EN: `"{value}" is not one of the possible values of the column "{field}".`},
			Hint: text.Text{FR: "Valeurs possibles : {expected}.", EN: "Possible values: {expected-en}."},
		},
	}),
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		list := f.Constraints.Enum
		if list == nil {
			return nil
		}
		expected, expectedEN := listed(list.Values, "«\u00a0", "\u00a0»", ", "), listed(list.Values, `"`, `"`, ", ")
		same := alike(list.Values)
		return func(p *validate.Pass, c *validate.Cell) {
			if list.Has(c.Key) {
				return
			}
			finding := p.Fault(c).With("expected", expected).With("expected-en", expectedEN)
			if finding == nil {
				return
			}
			value := string(c.Raw[:min(len(c.Raw), validate.MaxValue)])
			if explainRefused(finding, f, value) {
				return
			}
			if fix := cmp.Or(inOtherCase(value, list.Values), same[singular(value)]); fix != "" {
				finding.Write(fix)
			} else if similar := near(value, list.Values); similar != "" {
				finding.Because("similar").With("similar", similar)
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

// alike maps what values read like, but for case, accents, spaces, punctuation
// and a plural, to the value: only such a one is certain. Two that read alike
// are none.
func alike(values []string) map[string]string {
	out := make(map[string]string, len(values))
	for _, v := range values {
		folded := singular(v)
		if _, twice := out[folded]; twice || folded == "" {
			v = ""
		}
		out[folded] = v
	}
	return out
}

// inOtherCase gives the one value of the list that differs in its capitals only,
// though another reads alike ("rep" is "REP", not "REP+").
func inOtherCase(value string, values []string) string {
	found := ""
	for _, v := range values {
		if strings.EqualFold(v, value) {
			if found != "" {
				return ""
			}
			found = v
		}
	}
	return found
}

func singular(value string) string { return strings.TrimSuffix(schemas.Fold(value), "s") }

// near gives the one value of the list that is a slip or two away, to ask
// whether it was meant: never one with other words, which may say the contrary.
// Long lists are not searched.
func near(value string, values []string) string {
	folded, words := schemas.Fold(value), len(strings.Fields(value))
	if folded == "" || len(folded) > 100 || len(values) > 200 {
		return ""
	}
	found, distance := "", 3
	for _, v := range values {
		other := schemas.Fold(v)
		if other == "" || other[0] != folded[0] || len(strings.Fields(v)) != words {
			continue
		}
		switch d := levenshtein.ComputeDistance(folded, other); {
		case d < distance && 4*d <= len(other):
			found, distance = v, d
		case d == distance:
			found = ""
		}
	}
	return found
}
