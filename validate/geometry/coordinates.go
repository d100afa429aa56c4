package geometry

import (
	"math"

	"github.com/paulmach/orb"
)

// A reader reads the coordinates of one part. The text is known to be JSON.
type reader struct {
	*Shape
	scanner
	part    int
	polygon int
	ring    int
}

// coordinates reads the coordinates of a geometry of a kind.
func (s *Shape) coordinates(at int, kind Kind, m, near member) {
	switch {
	case m.key == 0:
		s.missing(NoCoordinates, at, near)
		return
	case s.Raw[m.value] != '[':
		s.wrong++
		s.noteText(NotList, m.value, m.end)
		return
	}
	if found, wrong := s.depth(m.value, kind); wrong {
		s.wrong++
		if f := s.note(WrongDepth, m.value); f != nil {
			f.Near = found
		}
		return
	}
	r := reader{Shape: s, scanner: scanner{text: s.Raw}, part: len(s.parts)}
	s.parts = append(s.parts, part{kind: kind, first: len(s.paths)})
	switch kind {
	case Point:
		r.open(m.value)
		r.position(m.value)
		r.close()
	case MultiPoint, LineString:
		r.path(m.value)
	case MultiLineString:
		r.each(m.value, 1)
	case Polygon:
		r.rings(m.value)
	case MultiPolygon:
		r.each(m.value, 2)
	}
	p := &s.parts[r.part]
	p.end, p.polygons = len(s.paths), r.polygon
}

// depth says whether the first number lies as deep in lists as the kind has it,
// and if not, of which kind it would be so.
func (s *Shape) depth(i int, kind Kind) (found Kind, wrong bool) {
	scan := scanner{text: s.Raw}
	deep := 0
	for s.Raw[i] == '[' {
		deep++
		i = scan.space(i + 1)
	}
	want := kind.levels() + 1
	switch c := s.Raw[i]; {
	case c == ']':
		wrong = deep > want
	case c == '"' || c == '-' || c-'0' <= 9:
		wrong = deep != want
	}
	if deep > 4 {
		return Unknown, wrong
	}
	return [...]Kind{Unknown, Point, LineString, Polygon, MultiPolygon}[deep], wrong
}

// each reads the values of a list, which are lists of paths on the second
// level and paths on the first. Another value is a fault. It gives the offset
// behind the list.
func (r *reader) each(i, level int) (end int) {
	for i = r.space(i + 1); r.text[i] != ']'; {
		switch {
		case r.text[i] != '[':
			end = r.value(i, 0)
			r.wrong++
			r.noteText(NotPosition, i, end)
		case level == 2:
			end = r.rings(i)
		default:
			end = r.path(i)
		}
		if i = r.space(end); r.text[i] == ',' {
			i = r.space(i + 1)
		}
	}
	return i + 1
}

// rings reads a polygon, and gives the offset behind it.
func (r *reader) rings(i int) int {
	before := len(r.paths)
	r.ring = 0
	end := r.each(i, 1)
	r.polygon++
	if len(r.paths) == before && r.text[r.space(i+1)] == ']' {
		r.note(Empty, i)
	}
	return end
}

// path reads a list of positions, and gives the offset behind it.
func (r *reader) path(i int) int {
	r.open(i)
	for i = r.space(i + 1); r.text[i] != ']'; {
		if r.text[i] == '[' {
			i = r.position(i)
		} else {
			end := r.value(i, 0)
			r.noteText(NotPosition, i, end)
			r.broken()
			i = end
		}
		if i = r.space(i); r.text[i] == ',' {
			i = r.space(i + 1)
		}
	}
	r.close()
	return i + 1
}

func (r *reader) open(i int) {
	r.paths = append(r.paths, path{first: len(r.points), at: i, part: r.part, polygon: r.polygon, ring: r.ring})
	r.ring++
}

func (r *reader) close() { r.paths[len(r.paths)-1].end = len(r.points) }

// broken says that a position of the path cannot be read.
func (r *reader) broken() {
	r.wrong++
	r.paths[len(r.paths)-1].broken = true
}

// position reads a position, and gives the offset behind it.
func (r *reader) position(at int) int {
	i := r.space(at + 1)
	if r.text[i] == ']' && r.parts[r.part].kind == Point {
		return i + 1 // an empty geometry
	}
	var v [3]float64
	count, large, places := 0, -1, 0
	for ; r.text[i] != ']'; count++ {
		x, n, decimals := readNumber(r.text[i:])
		if n == 0 {
			r.noteText(NotNumber, i, r.value(i, 0))
			r.broken()
			return r.value(at, 0)
		}
		if count < 3 {
			v[count] = x
		}
		if count < 2 {
			places = max(places, decimals)
			r.numbers[2*count], r.numbers[2*count+1] = i, i+n
		}
		if math.IsInf(x, 0) && large < 0 {
			large = i
		}
		if i = r.space(i + n); r.text[i] == ',' {
			i = r.space(i + 1)
		}
	}
	i++
	switch {
	case count < 2:
		r.noteText(FewNumbers, at, i)
		r.broken()
		return i
	case large >= 0:
		r.noteText(TooLarge, large, r.value(large, 0))
		r.broken()
		return i
	}
	r.keep(v, at)
	if count > 2 {
		r.heights(v[2], count, at, i)
	} else if r.short++; r.long > 0 && r.short == 1 {
		r.mixed(at)
	}
	if places > MaxDecimals {
		r.precise(places)
	}
	return i
}

// keep takes a position.
func (r *reader) keep(v [3]float64, at int) {
	r.points = append(r.points, orb.Point{v[0], v[1]})
	r.at = append(r.at, uint32(at))
	e := &r.Extent
	e.Min[0], e.Max[0] = min(e.Min[0], v[0]), max(e.Max[0], v[0])
	e.Min[1], e.Max[1] = min(e.Min[1], v[1]), max(e.Max[1], v[1])
}

// heights notes what a position of three numbers or more brings.
func (r *reader) heights(z float64, count, at, end int) {
	r.Low, r.High = min(r.Low, z), max(r.High, z)
	if r.long++; r.short > 0 && r.long == 1 {
		r.mixed(at)
	}
	if count > 3 {
		if f := r.noteText(ManyNumbers, at, end); f != nil {
			f.Worst = count
			f.Where = r.last()
		}
	}
}

// mixed notes the first position whose count of numbers is not that of those
// before.
func (r *reader) mixed(at int) {
	if f := r.note(MixedHeights, at); f != nil {
		f.Where = r.last()
	}
}

// precise notes a position with too many decimals.
func (r *reader) precise(places int) {
	f := r.Fault(Precise)
	if f == nil {
		f = r.noteText(Precise, r.numbers[0], r.numbers[3])
		f.Where = r.last()
	} else {
		f.N++
	}
	f.Worst = max(f.Worst, places)
}

// last is the place of the position that was just kept.
func (r *reader) last() Place { return r.vertex(&r.paths[len(r.paths)-1], len(r.points)-1) }
