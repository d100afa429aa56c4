package checks

import (
	"strconv"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var minLength = &validate.Check{
	Code:     "min-length",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Texte trop court", EN: "Text too short"},
	Why: text.Text{
		FR: "Le texte a moins de caractères que le schéma n'en demande.",
		EN: "The text has fewer characters than the schema asks for.",
	},
	Mend: text.Text{
		FR: "Complétez-le.",
		EN: "Complete it.",
	},
	Bad:  "voie\nAv",
	Good: "voie\nAvenue Duquesne",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "« {value} » est trop court : {found} {found|caractère|caractères}, il en faut au moins {expected}.", EN: `"{value}" is too short: {found} {found|character|characters}, at least {expected} {expected|is|are} needed.`},
			Hint: text.Text{FR: "Complétez-le, par exemple : {example}", EN: "Complete it, for example: {example}"},
		},
		"items": {
			Say: text.Text{FR: "La cellule a {found} {found|élément|éléments} ; il en faut au moins {expected}.", EN: "The cell has {found} {found|item|items}; at least {expected} are needed."},
		},
	},
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		bound := f.Constraints.MinLength
		if bound < 0 {
			return nil
		}
		return func(p *validate.Pass, c *validate.Cell) {
			n := f.Type.Length(c.Raw)
			if n < bound {
				finding := p.Fault(c).With("found", strconv.Itoa(n)).With("expected", strconv.Itoa(bound))
				if !f.Type.Text {
					finding.Because("items")
				}
			}
		}
	},
	Right: func(f *schemas.Field) func(raw []byte) bool {
		bound := f.Constraints.MinLength
		return func(raw []byte) bool {
			return f.Type.Text && len(raw) >= utf8.UTFMax*bound || f.Type.Length(raw) >= bound
		}
	},
	Glance: func(*schemas.Schema) func(*schemas.Field) *validate.Glance {
		return func(f *schemas.Field) *validate.Glance {
			if !f.Type.Text {
				return nil
			}
			return &validate.Glance{Least: utf8.UTFMax * f.Constraints.MinLength}
		}
	},
}
