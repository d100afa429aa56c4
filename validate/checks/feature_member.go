package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var featureMember = &validate.Check{
	Code:     "feature-member",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Membre interdit dans une entité", EN: "Member that is forbidden in a feature"},
	Why: text.Text{
		FR: "À côté de « geometry » et de « properties », une entité peut avoir d'autres membres, mais pas ceux que la norme garde pour un autre objet : « coordinates », « geometries » et « features ». Une collection n'a, elle, ni « properties » ni « geometry » (RFC 7946, § 7.1). L'identifiant « id » est un texte ou un nombre (§ 3.2). Ce qui est mal placé est ignoré par les logiciels.",
		EN: `Beside "geometry" and "properties" a feature may have other members, but not those that the standard keeps for another object: "coordinates", "geometries" and "features". A collection has neither "properties" nor "geometry" (RFC 7946, section 7.1). The "id" is a text or a number (section 3.2). Programs ignore what is misplaced.`,
	},
	Mend: text.Text{
		FR: "Mettez les données de l'entité dans « properties » et sa position dans « geometry ». Sans identifiant, supprimez « id ».",
		EN: `Put the data of the feature into "properties" and its place into "geometry". Without an identifier, remove "id".`,
	},
	Bad:  `{"type": "Feature", "id": null, "properties": {}, "geometry": {"type": "Point", "coordinates": [2.35, 48.85]}}`,
	Good: `{"type": "Feature", "id": "mairie", "properties": {}, "geometry": {"type": "Point", "coordinates": [2.35, 48.85]}}`,
	Messages: map[string]validate.Message{
		"": advise("L'entité {row} a un membre « {value} », que la norme garde pour un autre objet : il est ignoré.", `Feature {row} has a member "{value}", which the standard keeps for another object: it is ignored.`,
			"Déplacez-le dans « geometry » ou « properties », ou supprimez-le.", `Move it into "geometry" or "properties", or remove it.`),
		"collection": advise("La collection a un membre « {value} », que la norme garde pour ses entités : il est ignoré.", `The collection has a member "{value}", which the standard keeps for its features: it is ignored.`,
			"Supprimez-le, ou donnez-lui un autre nom.", "Remove it, or give it another name."),
		"id": advise("L'identifiant « id » de l'entité {row} est {kind} : on attend un texte ou un nombre.", `The "id" of feature {row} is {kind-en}: a text or a number is expected.`,
			"Donnez-lui une valeur, ou supprimez « id ».", `Give it a value, or remove "id".`),
	},
	Irregular: true,
	Row: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			for _, f := range r.Faults {
				switch f.Kind {
				case validate.FaultMisplaced:
					if finding := p.FaultIn(f.At, -1); finding != nil {
						finding.Value = f.Text
					}
				case validate.FaultFeatureID:
					kind := itemKindWords[f.Text]
					p.FaultIn(f.At, -1).Because("id").With("kind", kind.FR).With("kind-en", kind.EN)
				}
			}
		}
	},
	Table: func(*schemas.Schema) validate.State { return &jsonNotes{"member"} },
}
