package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var minimum = &validate.Check{
	Code:     "minimum",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Valeur trop petite", EN: "Value too small"},
	Why: text.Text{
		FR: "La valeur est en dessous du minimum que fixe le schéma.",
		EN: "The value is below the minimum that the schema sets.",
	},
	Mend: text.Text{
		FR: "Vérifiez la valeur et son unité.",
		EN: "Check the value and its unit.",
	},
	Bad:  "nombre\n0",
	Good: "nombre\n1",
	Messages: metresMessages(coordinateMessages(boundMessages(validate.Message{
		Say:  text.Text{FR: "« {value} » est en dessous du minimum : la colonne « {field} » commence à {expected}.", EN: `"{value}" is below the minimum: the column "{field}" starts at {expected}.`},
		Hint: text.Text{FR: "Vérifiez la valeur et son unité ; exemple : {example}", EN: "Check the value and its unit; example: {example}"},
	}))),
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		bound := f.Constraints.Minimum
		if bound == nil {
			return nil
		}
		return func(p *validate.Pass, c *validate.Cell) {
			if bound.Below(f.Type, c.Key) {
				offLimits(p, c, bound)
			}
		}
	},
}
