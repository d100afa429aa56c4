package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/geometry"
)

var jsonDuplicate = &validate.Check{
	Code:     "json-duplicate",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Nom en double dans une entité", EN: "Name that stands twice in a feature"},
	Why: text.Text{
		FR: "Un même nom figure deux fois dans l'entité ou dans ses propriétés. Chaque logiciel choisit alors l'une des deux valeurs : la première pour les uns, la dernière pour les autres.",
		EN: "The same name stands twice in the feature or in its properties. Each program then chooses one of the two values: some the first, some the last.",
	},
	Mend: text.Text{
		FR: "Gardez une seule des deux valeurs, ou donnez un autre nom à l'une.",
		EN: "Keep only one of the two values, or give one of them another name.",
	},
	Bad:  `{"type": "Feature", "properties": {"nom": "Mairie", "nom": "École"}, "geometry": null}`,
	Good: `{"type": "Feature", "properties": {"nom": "Mairie"}, "geometry": null}`,
	Messages: map[string]validate.Message{
		"": advise("Le nom « {value} » figure deux fois : c'est la dernière valeur qui a été vérifiée.", `The name "{value}" stands twice: the last value is the one that was checked.`,
			"Gardez une seule des deux valeurs.", "Keep only one of the two values."),
	},
	Irregular: true,
	Row: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			for _, f := range r.Faults {
				if f.Kind != validate.FaultJSONDuplicate {
					continue
				}
				if finding := p.FaultIn(f.At, -1); finding != nil {
					finding.Value = validate.Clip([]byte(f.Text))
				}
			}
		}
	},
	Shape: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			if f := r.Shape.Fault(geometry.Repeated); f != nil {
				if finding := tellShape(p, r, f); finding != nil {
					finding.Value = strings.Trim(finding.Value, `"`)
				}
			}
		}
	},
}
