package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/geometry"
)

var geometryMissing = &validate.Check{
	Code:     "geometry-missing",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Entité sans géométrie", EN: "Feature without a geometry"},
	Why: text.Text{
		FR: "Une entité GeoJSON a toujours un membre « geometry » (RFC 7946, § 3.2). Il peut valoir null quand le lieu n'est pas connu : c'est permis, mais l'entité ne se verra sur aucune carte.",
		EN: `A GeoJSON feature always has a member "geometry" (RFC 7946, section 3.2). It may be null where the place is not known: that is allowed, but the feature shows on no map.`,
	},
	Mend: text.Text{
		FR: "Placez l'entité sur la carte dans QGIS ou uMap, ou écrivez \"geometry\": null si elle n'a pas de lieu.",
		EN: `Put the feature on the map in QGIS or uMap, or write "geometry": null if it has no place.`,
	},
	Bad:  `{"type": "Feature", "properties": {"nom": "Mairie"}}`,
	Good: `{"type": "Feature", "properties": {"nom": "Mairie"}, "geometry": {"type": "Point", "coordinates": [2.35, 48.85]}}`,
	Messages: map[string]validate.Message{
		"": advise("L'entité n'a pas de membre « geometry ».", `The feature has no member "geometry".`,
			"Donnez-lui une géométrie, ou écrivez \"geometry\": null.", `Give it a geometry, or write "geometry": null.`),
		"null": advise("L'entité n'a pas de géométrie (null) : elle ne se verra sur aucune carte.", "The feature has no geometry (null): it shows on no map.",
			"Placez-la sur la carte si le lieu est connu.", "Put it on the map if the place is known."),
	},
	Shape: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		null := validate.Notice
		if s.Kind == schemas.Table && spotsOf(s) != nil {
			null = validate.Warning // the schema asks where things are
		}
		return func(p *validate.Pass, r *validate.Row) {
			switch r.Shape.Kind {
			case geometry.None:
				p.FaultIn(0, -1)
			case geometry.Null:
				p.FaultOf(null, &validate.Cell{Column: -1, Start: r.ShapeAt, Raw: r.Shape.Raw}).Because("null")
			}
		}
	},
}
