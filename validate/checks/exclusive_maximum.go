package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var exclusiveMaximum = &validate.Check{
	Code:     "exclusive-maximum",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Valeur trop grande (borne exclue)", EN: "Value too large (bound excluded)"},
	Why: text.Text{
		FR: "La valeur n'est pas strictement inférieure à la borne que fixe le schéma.",
		EN: "The value is not strictly below the bound that the schema sets.",
	},
	Mend: text.Text{
		FR: "Vérifiez la valeur et son unité.",
		EN: "Check the value and its unit.",
	},
	Bad:  "taux\n100",
	Good: "taux\n99.9",
	Messages: boundMessages(validate.Message{
		Say:  text.Text{FR: "« {value} » n'est pas en dessous de la borne : la colonne « {field} » demande moins que {expected}.", EN: `"{value}" is not below the bound: the column "{field}" asks for less than {expected}.`},
		Hint: text.Text{FR: "Vérifiez la valeur et son unité ; exemple : {example}", EN: "Check the value and its unit; example: {example}"},
	}),
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		bound := f.Constraints.ExclusiveMax
		if bound == nil {
			return nil
		}
		return func(p *validate.Pass, c *validate.Cell) {
			if bound.AtLeast(f.Type, c.Key) {
				outside(p, c, bound)
			}
		}
	},
}
