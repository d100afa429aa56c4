package checks

import (
	"math"
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/geometry"
)

// farFromShape is how far properties and geometry may lie apart, in degrees:
// some 20 metres, more than what rounding to four decimals does.
const farFromShape = 0.0002

var geometryContradiction = &validate.Check{
	Code:     "geometry-contradiction",
	Severity: validate.Warning,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Coordonnées et géométrie qui se contredisent", EN: "Coordinates and geometry that contradict each other"},
	Why: text.Text{
		FR: "L'entité dit deux fois où elle se trouve : dans ses propriétés et dans sa géométrie. Les deux lieux ne sont pas les mêmes : l'un des deux est faux, ou n'a pas été mis à jour.",
		EN: "The feature says twice where it lies: in its properties and in its geometry. The two places are not the same: one of them is wrong, or was not brought up to date.",
	},
	Mend: text.Text{
		FR: "Gardez le lieu qui est juste, et recalculez l'autre dans le logiciel de cartographie avant d'exporter.",
		EN: "Keep the place that is right, and compute the other anew in the mapping software before the export.",
	},
	Bad:  `{"type": "Feature", "properties": {"longitude": 2.3522, "latitude": 48.8566}, "geometry": {"type": "Point", "coordinates": [3.0573, 50.6292]}}`,
	Good: `{"type": "Feature", "properties": {"longitude": 2.3522, "latitude": 48.8566}, "geometry": {"type": "Point", "coordinates": [2.3522, 48.8566]}}`,
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "Les propriétés placent l'entité à {distance} de sa géométrie, qui est en longitude {long}, latitude {lat}.", EN: "The properties place the feature {distance} away from its geometry, which is at longitude {long}, latitude {lat}."},
			Hint: text.Text{FR: "Vérifiez lequel des deux lieux est juste, et corrigez l'autre.", EN: "Check which of the two places is right, and correct the other."},
		},
		"shape": {
			Say:  text.Text{FR: "Les propriétés placent l'entité à {distance} de sa géométrie, loin de tous ses sommets.", EN: "The properties place the feature {distance} away from its geometry, far from all of its vertices."},
			Hint: text.Text{FR: "Vérifiez lequel des deux lieux est juste, et corrigez l'autre.", EN: "Check which of the two places is right, and correct the other."},
		},
	},
	Shape: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		spots := spotsOf(s)
		if len(spots) != 1 {
			return nil // of several places it is not known which the geometry is
		}
		spot := spots[0]
		return func(p *validate.Pass, r *validate.Row) {
			lon, lat, ok := spot.read(r)
			if !ok || r.Of(spot.lon.Index).Derived || p.Told(spot.lon.Index) || p.Told(spot.lat.Index) || !onEarth(lon, lat) {
				return
			}
			west, south, east, north, ok := boundsOf(r.Shape)
			if !ok || !onEarth(west, south) || !onEarth(east, north) {
				return
			}
			dx, dy := max(west-lon, lon-east, 0), max(south-lat, lat-north, 0)
			if dx <= farFromShape && dy <= farFromShape || dx > 180 {
				return
			}
			const metres = 111_195 // of a degree of latitude
			far := metres * math.Hypot(dx*math.Cos(lat*math.Pi/180), dy)
			finding := p.Fault(r.Of(spot.lon.Index)).With("distance", roundDistance(far))
			if r.Shape.Kind == geometry.Point {
				finding.With("long", shortest(west)).With("lat", shortest(south))
			} else {
				finding.Because("shape")
			}
		}
	},
}

func onEarth(lon, lat float64) bool { return math.Abs(lon) <= 180 && math.Abs(lat) <= 90 }

// boundsOf gives the corners of a shape's positions.
func boundsOf(s *geometry.Shape) (west, south, east, north float64, ok bool) {
	if s.Positions() == 0 {
		return 0, 0, 0, 0, false
	}
	return s.Extent.Min[0], s.Extent.Min[1], s.Extent.Max[0], s.Extent.Max[1], true
}

// roundDistance says metres in a unit that suits them.
func roundDistance(metres float64) string {
	if metres < 1000 {
		return strconv.Itoa(int(math.Round(metres))) + " m"
	}
	return strconv.Itoa(int(math.Round(metres/1000))) + " km"
}
