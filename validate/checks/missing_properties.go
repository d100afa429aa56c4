package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var missingProperties = &validate.Check{
	Code:     "missing-properties",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Entité sans propriétés", EN: "Feature without properties"},
	Why: text.Text{
		FR: "Une entité GeoJSON a toujours un membre « properties » (RFC 7946, § 3.2) : un objet qui contient ses données, ou null si elle n'en a pas.",
		EN: `A GeoJSON feature always has a member "properties" (RFC 7946, section 3.2): an object that holds its data, or null if it has none.`,
	},
	Mend: text.Text{
		FR: "Mettez les données de l'entité dans « properties ».",
		EN: `Put the data of the feature into "properties".`,
	},
	Bad:  `{"type": "Feature", "geometry": {"type": "Point", "coordinates": [2.35, 48.85]}}`,
	Good: `{"type": "Feature", "properties": {"nom": "Mairie"}, "geometry": {"type": "Point", "coordinates": [2.35, 48.85]}}`,
	Messages: map[string]validate.Message{
		"": advise("L'entité {row} n'a pas de membre « properties ».", `Feature {row} has no member "properties".`,
			"Mettez ses données dans « properties ».", `Put its data into "properties".`),
		"other": advise("Les « properties » de l'entité {row} ne sont pas un objet, mais {kind}.", `The "properties" of feature {row} are no object but {kind-en}.`,
			`Écrivez-les sous la forme {"nom": valeur, …}.`, `Write them in the form {"name": value, …}.`),
		"null": say("L'entité {row} n'a aucune propriété (null).", "Feature {row} has no properties (null)."),
	},
	Irregular: true,
	Row: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			for _, f := range r.Faults {
				switch {
				case f.Kind == validate.FaultPropertiesEmpty:
					p.FaultOf(validate.Notice, &validate.Cell{Column: -1, Start: f.At}).Because("null")
				case f.Kind == validate.FaultNoProperties && f.Text == "":
					p.FaultIn(f.At, -1)
				case f.Kind == validate.FaultNoProperties:
					kind := itemKindWords[f.Text]
					p.FaultIn(f.At, -1).Because("other").With("kind", kind.FR).With("kind-en", kind.EN)
				}
			}
		}
	},
}
