package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// boundMessages gives the messages of a check of a bound: its own, and the one
// on NaN, which is neither above nor below anything.
func boundMessages(own validate.Message) map[string]validate.Message {
	return map[string]validate.Message{"": own, "not-a-number": {
		Say: text.Text{
			FR: "« {value} » n'est pas une quantité : la colonne « {field} » a pour borne {expected}.",
			EN: `"{value}" is not a quantity: the column "{field}" is bounded by {expected}.`,
		},
		Hint: text.Text{FR: "Écrivez un nombre.", EN: "Write a number."},
	}}
}

// outside reports a cell that does not keep to a bound.
func outside(p *validate.Pass, c *validate.Cell, bound *schemas.Bound) {
	finding := p.Fault(c).With("expected", bound.Text)
	if c.Field.Type.IsNaN(c.Key) {
		finding.Because("not-a-number")
	}
}
