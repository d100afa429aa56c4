package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var maximum = &validate.Check{
	Code:     "maximum",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Valeur trop grande", EN: "Value too large"},
	Why: text.Text{
		FR: "La valeur dépasse le maximum que fixe le schéma.",
		EN: "The value exceeds the maximum that the schema sets.",
	},
	Mend: text.Text{
		FR: "Vérifiez la valeur et son unité.",
		EN: "Check the value and its unit.",
	},
	Bad:  "pourcentage\n80",
	Good: "pourcentage\n0.8",
	Messages: metresMessages(coordinateMessages(boundMessages(validate.Message{
		Say:  text.Text{FR: "« {value} » dépasse le maximum : la colonne « {field} » s'arrête à {expected}.", EN: `"{value}" is above the maximum: the column "{field}" stops at {expected}.`},
		Hint: text.Text{FR: "Vérifiez la valeur et son unité ; exemple : {example}", EN: "Check the value and its unit; example: {example}"},
	}))),
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		bound := f.Constraints.Maximum
		if bound == nil {
			return nil
		}
		return func(p *validate.Pass, c *validate.Cell) {
			if bound.Above(f.Type, c.Key) {
				offLimits(p, c, bound)
			}
		}
	},
}
