package geometry

import "github.com/paulmach/orb"

// A Kind is what a feature has for its geometry.
type Kind uint8

// The kinds of geometry. Those from Point on are the types of RFC 7946.
const (
	None    Kind = iota // the feature has no geometry member
	Null                // the member is null
	Unknown             // the member is no geometry of a known type
	Point
	MultiPoint
	LineString
	MultiLineString
	Polygon
	MultiPolygon
	GeometryCollection
)

var kindNames = [...]string{
	None: "none", Null: "null", Unknown: "unknown", Point: "Point", MultiPoint: "MultiPoint", LineString: "LineString",
	MultiLineString: "MultiLineString", Polygon: "Polygon", MultiPolygon: "MultiPolygon", GeometryCollection: "GeometryCollection",
}

// String gives the name of RFC 7946, or a word for what has none.
func (k Kind) String() string { return kindNames[k] }

// levels is how many lists stand around the positions of a geometry.
func (k Kind) levels() int {
	switch k {
	case MultiPoint, LineString:
		return 1
	case MultiLineString, Polygon:
		return 2
	case MultiPolygon:
		return 3
	}
	return 0
}

// kindOf gives the kind of that name, Unknown for none.
func kindOf(name []byte) Kind {
	for k := Point; k <= GeometryCollection; k++ {
		if string(name) == kindNames[k] {
			return k
		}
	}
	return Unknown
}

// A Shape is the geometry of one feature. Decode fills it, and fills it again for
// the next feature: what it lends is valid until then.
type Shape struct {
	Kind   Kind
	Type   string    // the name as it is written, where it is one of RFC 7946; else ""
	Raw    []byte    // the JSON text that was decoded, lent by the caller
	Faults []Fault   // what is wrong, by Decode and then by Analyse: each kind once
	Extent orb.Bound // of all positions that could be read; meaningless without any
	Low    float64   // least height of positions with three numbers
	High   float64   // greatest such height; less than Low where there are none
	BBox   []byte    // the JSON text of the geometry's own bbox member; nil for none
	BBoxAt int       // its offset in Raw

	points  []orb.Point // all positions, in the order of the text
	at      []uint32    // by position: its offset in Raw
	paths   []path      // lists of positions
	parts   []part      // geometries with coordinates: several in a collection
	short   int         // positions of two numbers
	long    int         // positions of three numbers and more
	wrong   int         // faults that leave positions out
	numbers [4]int      // of a point: where its two numbers start and end in Raw
	fault   [kinds]int8 // by kind: the number of the fault in Faults, from 1

	scan     scanner
	analysed bool
	work     *workspace // what Analyse needs, kept for the next time
}

// A path is a list of positions: a line, a ring, the points of a MultiPoint,
// or the one of a Point.
type path struct {
	first, end int // in Shape.points
	at         int // offset in Raw
	part       int // in Shape.parts
	polygon    int // number within the part, from 0
	ring       int // number within the polygon or of the line, from 0
	broken     bool
}

// A part is a geometry with coordinates.
type part struct {
	kind       Kind
	first, end int // in Shape.paths
	polygons   int
}

// Positions is how many positions could be read.
func (s *Shape) Positions() int { return len(s.points) }

// Position gives a position, the height left out, and its offset in Raw.
func (s *Shape) Position(i int) (p orb.Point, at int) { return s.points[i], int(s.at[i]) }

// Point gives longitude and latitude of a Point; ok says that this is one.
func (s *Shape) Point() (x, y float64, ok bool) {
	if s.Kind != Point || len(s.points) != 1 {
		return 0, 0, false
	}
	return s.points[0][0], s.points[0][1], true
}

// PointText gives the two numbers of a Point as they are written, lent by Raw,
// and the offset of the first; ok says that this is one.
func (s *Shape) PointText() (x, y []byte, at int, ok bool) {
	if s.Kind != Point || len(s.points) != 1 {
		return nil, nil, 0, false
	}
	return s.Raw[s.numbers[0]:s.numbers[1]], s.Raw[s.numbers[2]:s.numbers[3]], s.numbers[0], true
}

// Geometry gives the geometry as orb has it, nil where there is none. Its points
// are lent; heights and positions that could not be read are left out; collections
// within a collection are opened.
func (s *Shape) Geometry() orb.Geometry {
	if s.Kind == GeometryCollection {
		all := make(orb.Collection, 0, len(s.parts))
		for i := range s.parts {
			if g := s.geometry(&s.parts[i]); g != nil {
				all = append(all, g)
			}
		}
		return all
	}
	if len(s.parts) == 0 {
		return nil
	}
	return s.geometry(&s.parts[0])
}

func (s *Shape) geometry(p *part) orb.Geometry {
	paths := s.paths[p.first:p.end]
	list := func(i int) []orb.Point { return s.points[paths[i].first:paths[i].end:paths[i].end] }
	switch p.kind {
	case Point:
		if len(paths) == 0 || paths[0].first == paths[0].end {
			return nil
		}
		return s.points[paths[0].first]
	case MultiPoint, LineString:
		var points []orb.Point
		if len(paths) > 0 {
			points = list(0)
		}
		if p.kind == MultiPoint {
			return orb.MultiPoint(points)
		}
		return orb.LineString(points)
	case MultiLineString:
		lines := make(orb.MultiLineString, len(paths))
		for i := range paths {
			lines[i] = list(i)
		}
		return lines
	}
	polygons := make(orb.MultiPolygon, p.polygons)
	for i := range paths {
		polygons[paths[i].polygon] = append(polygons[paths[i].polygon], list(i))
	}
	if p.kind == MultiPolygon {
		return polygons
	}
	if len(polygons) == 0 {
		return orb.Polygon(nil)
	}
	return polygons[0]
}
