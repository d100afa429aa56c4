package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/territory"
	"github.com/socle-commun/socle/validate/geometry"
)

var territoryPoint = newTerritoryPoint(nil)

// newTerritoryPoint makes the check of one territory; of none it finds nothing.
func newTerritoryPoint(l *territory.Land) *validate.Check {
	return &validate.Check{
		Code:     "territory-point",
		Severity: validate.Error,
		Since:    "0.3.0",
		Title:    text.Text{FR: "Point hors du territoire déclaré", EN: "Point outside of the declared territory"},
		Why: text.Text{
			FR: "Le point n'est pas dans le territoire que --territory déclare : une coordonnée est fausse, ou l'adresse a été mal trouvée. La limite est celle des contours des communes, à 100 mètres près, quand « socle territory pull » les a récupérés ; sinon un rectangle autour de chaque commune, ou de chaque département pour un département ou une région. Le contrôle « territory-limit » dit ce qui a servi. D'une ligne ou d'une surface, il suffit qu'un sommet y soit. Sans --territory, rien n'est vérifié.",
			EN: "The point does not lie in the territory which --territory declares: a coordinate is wrong, or the address was badly found. The limit is that of the outlines of the communes, give or take 100 metres, where \"socle territory pull\" has fetched them; else a rectangle around each commune, or around each department for a department or a region. The check \"territory-limit\" says what served. Of a line or an area one vertex within is enough. Without --territory nothing is checked.",
		},
		Mend: text.Text{
			FR: "Vérifiez la longitude et la latitude sur une carte, par exemple geoportail.gouv.fr. Pour une limite exacte, récupérez les contours avec « socle territory pull ».",
			EN: "Check the longitude and the latitude on a map, such as geoportail.gouv.fr. For an exact limit fetch the outlines with \"socle territory pull\".",
		},
		Bad:  "longitude,latitude\n-4.4861,48.3904",
		Good: "longitude,latitude\n-1.6778,48.1173",
		Messages: map[string]validate.Message{
			"": advise("Le point de longitude {long} et de latitude {lat} n'est pas dans le territoire déclaré : {territory}.", "The point of longitude {long} and latitude {lat} does not lie in the declared territory: {territory}.",
				"Vérifiez les deux valeurs sur une carte.", "Check both values on a map."),
			"shape": advise("Cette forme ({value}) n'a aucun sommet dans le territoire déclaré : {territory}.", "This shape ({value}) has no vertex in the declared territory: {territory}.",
				"Vérifiez-la sur une carte.", "Check it on a map."),
		},
		After: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
			spots := landSpotsOf(s)
			if l == nil || spots == nil {
				return nil
			}
			return func(p *validate.Pass, r *validate.Row) {
				for _, spot := range spots {
					lon, lat, ok := spot.read(r)
					if !ok || l.Has(lon, lat) || r.Of(spot.lon.Index).Derived && r.Of(spot.lat.Index).Derived {
						continue // what is made of the geometry is judged there
					}
					p.Fault(r.Of(spot.lon.Index)).With("territory", territoryName(l)).With("long", shortest(lon)).With("lat", shortest(lat))
				}
			}
		},
		Shape: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
			if l == nil {
				return nil
			}
			return func(p *validate.Pass, r *validate.Row) { judgeWithin(p, l, r) }
		},
	}
}

// judgeWithin reports a feature of which no position lies in the territory.
func judgeWithin(p *validate.Pass, l *territory.Land, r *validate.Row) {
	n := r.Shape.Positions()
	for i := range n {
		if at, _ := r.Shape.Position(i); l.Has(at[0], at[1]) {
			return
		}
	}
	if n == 0 {
		return
	}
	first, at := r.Shape.Position(0)
	if r.Shape.Fault(geometry.OutOfRange) != nil {
		return // another error tells of a place off the Earth, or in metres
	}
	finding := p.FaultIn(r.ShapeAt+at, -1).With("territory", territoryName(l)).With("long", shortest(first[0])).With("lat", shortest(first[1]))
	if finding != nil && n > 1 {
		finding.Because("shape").Value = r.Shape.Type
	}
}

// landSpotsOf lists the spots of a schema, those of the address format included.
func landSpotsOf(s *schemas.Schema) []spot {
	if !s.HasCheck("bal-longlat") {
		return spotsOf(s)
	}
	names := newBALNames(s)
	if names.long < 0 || names.lat < 0 {
		return nil
	}
	return []spot{{&s.Fields[names.long], &s.Fields[names.lat]}}
}
