package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var exclusiveMinimum = &validate.Check{
	Code:     "exclusive-minimum",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Valeur trop petite (borne exclue)", EN: "Value too small (bound excluded)"},
	Why: text.Text{
		FR: "La valeur n'est pas strictement supérieure à la borne que fixe le schéma.",
		EN: "The value is not strictly above the bound that the schema sets.",
	},
	Mend: text.Text{
		FR: "Vérifiez la valeur et son unité.",
		EN: "Check the value and its unit.",
	},
	Bad:  "surface\n0",
	Good: "surface\n12.5",
	Messages: boundMessages(validate.Message{
		Say:  text.Text{FR: "« {value} » ne dépasse pas la borne : la colonne « {field} » demande plus que {expected}.", EN: `"{value}" is not above the bound: the column "{field}" asks for more than {expected}.`},
		Hint: text.Text{FR: "Vérifiez la valeur et son unité ; exemple : {example}", EN: "Check the value and its unit; example: {example}"},
	}),
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		bound := f.Constraints.ExclusiveMin
		if bound == nil {
			return nil
		}
		return func(p *validate.Pass, c *validate.Cell) {
			if bound.AtMost(f.Type, c.Key) {
				outside(p, c, bound)
			}
		}
	},
}
