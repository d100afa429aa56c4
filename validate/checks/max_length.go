package checks

import (
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var maxLength = &validate.Check{
	Code:     "max-length",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Texte trop long", EN: "Text too long"},
	Why: text.Text{
		FR: "Le texte a plus de caractères que le schéma n'en permet.",
		EN: "The text has more characters than the schema allows.",
	},
	Mend: text.Text{
		FR: "Abrégez le texte, ou retirez-en ce qui n'a pas à y être : espaces, remarques, seconde valeur.",
		EN: "Abridge the text, or take out what need not be there: spaces, remarks, a second value.",
	},
	Bad:  "code_postal\n75 007",
	Good: "code_postal\n75007",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "« {value} » est trop long : {found} {found|caractère|caractères}, le maximum est {expected}.", EN: `"{value}" is too long: {found} {found|character|characters}, the maximum is {expected}.`},
			Hint: text.Text{FR: "Abrégez-le, ou retirez-en ce qui n'a pas à y être.", EN: "Abridge it, or take out what need not be there."},
		},
		"items": {
			Say: text.Text{FR: "La cellule a {found} {found|élément|éléments} ; il en faut au plus {expected}.", EN: "The cell has {found} {found|item|items}; at most {expected} are allowed."},
		},
	},
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		bound := f.Constraints.MaxLength
		if bound < 0 {
			return nil
		}
		return func(p *validate.Pass, c *validate.Cell) {
			n := f.Type.Length(c.Raw)
			if n > bound {
				finding := p.Fault(c).With("found", strconv.Itoa(n)).With("expected", strconv.Itoa(bound))
				value := string(c.Raw[:min(len(c.Raw), validate.MaxValue)])
				switch bare, closed := trimmed(value), closeUp(value); {
				case !f.Type.Text:
					finding.Because("items")
				case bare != value && accepts(f, bare):
					finding.Write(bare)
				case closed != "" && f.Type.Length([]byte(closed)) <= bound:
					finding.Write(closed)
				}
			}
		}
	},
	Right: func(f *schemas.Field) func(raw []byte) bool {
		bound := f.Constraints.MaxLength
		return func(raw []byte) bool {
			return f.Type.Text && len(raw) <= bound || f.Type.Length(raw) <= bound // no text has more characters than bytes
		}
	},
	Glance: func(*schemas.Schema) func(*schemas.Field) *validate.Glance {
		return func(f *schemas.Field) *validate.Glance {
			if !f.Type.Text || f.Constraints.MaxLength == 0 {
				return nil
			}
			return &validate.Glance{Most: f.Constraints.MaxLength}
		}
	},
}
