package geometry

import (
	"encoding/json"
	"math"

	"github.com/paulmach/orb"
)

// Decode reads the JSON text of a feature's member "geometry"; nil stands for a
// feature without one. raw may be any bytes. It is lent until the shape is
// decoded again, and must be less than 4 GiB long.
func (s *Shape) Decode(raw []byte) {
	s.reset(raw)
	if raw == nil || s.quick(raw) {
		return
	}
	s.Kind = Unknown
	s.scan = scanner{text: raw}
	scan := &s.scan
	start := scan.space(0)
	if start < len(raw) && raw[start] == '{' {
		if kind, end := s.object(start, 0); s.ends(end) {
			if s.Kind = kind; kind >= Point {
				s.Type = kindNames[kind]
			}
			s.inspect()
		}
		return
	}
	end := scan.value(start, 0)
	switch {
	case !s.ends(end):
	case raw[start] == 'n':
		s.Kind = Null
	default:
		s.noteText(NotGeometry, start, end)
	}
}

// ends says whether the text is JSON to its end: end is where its value ended, or
// the complement of where it is wrong. It notes what is wrong.
func (s *Shape) ends(end int) bool {
	if end >= 0 {
		rest := s.scan.space(end)
		if rest == len(s.Raw) {
			return true
		}
		end = ^rest
	}
	raw := s.Raw
	s.reset(raw) // nothing of it counts
	s.Kind = Unknown
	if s.scan.deep {
		s.note(TooDeep, ^end)
	} else {
		s.note(Syntax, ^end)
	}
	return false
}

// maxKept is for how many positions a shape keeps its memory: the rare one that
// has more gives it back.
const maxKept = 4 << 20

// reset empties the shape but for its memory.
func (s *Shape) reset(raw []byte) {
	s.Kind, s.Type, s.Raw = None, "", raw
	if cap(s.points) > maxKept {
		s.points, s.at, s.work = nil, nil, nil
	}
	s.Extent = orb.Bound{Min: orb.Point{math.Inf(1), math.Inf(1)}, Max: orb.Point{math.Inf(-1), math.Inf(-1)}}
	s.Low, s.High = math.Inf(1), math.Inf(-1)
	s.BBox, s.BBoxAt = nil, 0
	s.points, s.at, s.paths, s.parts = s.points[:0], s.at[:0], s.paths[:0], s.parts[:0]
	s.short, s.long, s.wrong = 0, 0, 0
	s.analysed = false
	if len(s.Faults) > 0 {
		s.Faults = s.Faults[:0]
		s.fault = [kinds]int8{}
	}
}

// A member is where a member of a geometry stands; absent where key is 0.
type member struct{ key, keyEnd, value, end int }

// object reads a geometry. depth is how many collections are around it. It gives
// the offset behind it, or the complement of where the text is wrong; then
// nothing was read.
func (s *Shape) object(at, depth int) (Kind, int) {
	var typ, coordinates, geometries, near, foreign member
	strangers := 0
	m := members{scanner: &s.scan, at: at}
	for m.next() {
		this := member{m.key, m.keyEnd, m.value, m.valueEnd}
		var known *member
		switch name := plainName(s.Raw[m.key:m.keyEnd]); string(name) {
		case "type":
			known = &typ
		case "coordinates":
			known = &coordinates
		case "geometries":
			known = &geometries
		case "bbox":
			if depth == 0 {
				s.BBox, s.BBoxAt = s.Raw[m.value:m.valueEnd], m.value
			}
		case "crs":
			s.noteText(OwnCRS, m.key, m.keyEnd)
		case "properties", "geometry", "features":
			if strangers++; strangers == 1 {
				foreign = this
			}
		default:
			if like(name, "coordinates") || like(name, "coords") || like(name, "type") || like(name, "geometries") {
				near = this
			}
		}
		if known != nil {
			if known.key > 0 {
				s.noteText(Repeated, m.key, m.keyEnd)
			}
			*known = this
		}
	}
	if m.at < 0 {
		return Unknown, m.at
	}
	kind := s.kind(at, typ, near)
	if s.fault[FeatureType] == 0 {
		for range strangers {
			s.noteText(Foreign, foreign.key, foreign.keyEnd)
		}
	}
	switch {
	case kind == GeometryCollection:
		if depth == 0 {
			s.Kind = kind // for the names of places
		}
		s.collection(at, geometries, near, depth)
	case kind >= Point:
		if depth == 0 {
			s.Kind = kind
		}
		s.coordinates(at, kind, coordinates, near)
	}
	return kind, m.at
}

// kind reads the type of a geometry.
func (s *Shape) kind(at int, typ, near member) Kind {
	if typ.key == 0 {
		s.missing(NoType, at, near)
		return Unknown
	}
	if s.Raw[typ.value] != '"' {
		s.noteText(TypeNotText, typ.value, typ.end)
		return Unknown
	}
	name := plainName(s.Raw[typ.value:typ.end])
	kind := kindOf(name)
	if kind != Unknown {
		return kind
	}
	if string(name) == "Feature" || string(name) == "FeatureCollection" {
		s.noteText(FeatureType, typ.value, typ.end)
	} else if f := s.noteText(UnknownType, typ.value, typ.end); f != nil {
		f.Near = nearKind(name)
	}
	return Unknown
}

// missing notes that a member is missing. The text of the fault is the name of
// a member that may be meant for it.
func (s *Shape) missing(k FaultKind, at int, near member) {
	s.wrong++
	if near.key > 0 {
		s.noteText(k, near.key, near.keyEnd)
	} else {
		s.note(k, at)
	}
}

// collection reads the geometries of a collection.
func (s *Shape) collection(at int, list, near member, depth int) {
	switch {
	case list.key == 0:
		s.missing(NoCoordinates, at, near)
		return
	case s.Raw[list.value] != '[':
		s.wrong++
		s.noteText(NotList, list.value, list.end)
		return
	}
	scan := &s.scan
	i, some := scan.space(list.value+1), false
	for s.Raw[i] != ']' {
		some = true
		var end int
		if s.Raw[i] == '{' {
			var kind Kind
			if kind, end = s.object(i, depth+1); kind == GeometryCollection {
				s.note(Nested, i)
			}
		} else {
			end = scan.value(i, 0)
			s.wrong++
			s.noteText(NotGeometry, i, end)
		}
		if i = scan.space(end); s.Raw[i] == ',' {
			i = scan.space(i + 1)
		}
	}
	if !some {
		s.note(Empty, list.value)
	}
}

// plainName gives the text of a JSON string with its quotes, lent where it has
// no escapes.
func plainName(quoted []byte) []byte {
	for _, c := range quoted {
		if c == '\\' {
			var name string
			if json.Unmarshal(quoted, &name) == nil {
				return []byte(name)
			}
		}
	}
	return quoted[1 : len(quoted)-1]
}
