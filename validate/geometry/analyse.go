package geometry

import (
	"slices"

	"github.com/paulmach/orb"
)

// Analyse judges the polygons of the shape, and adds to Faults what it finds.
// Of lines it asks nothing: they may cross themselves. It does its work once
// for each Decode, and takes time in proportion to n log n for n positions of
// what people draw. Rings that are short, or hold positions that could not be
// read, are left aside; one that is open is taken as closed.
func (s *Shape) Analyse() {
	if s.analysed {
		return
	}
	s.analysed = true
	for i := range s.parts {
		if p := &s.parts[i]; p.kind != Polygon && p.kind != MultiPolygon || p.first == p.end {
			continue
		}
		if len(s.points) > maxPositions {
			if f := s.notePath(TooComplex, &s.paths[s.parts[i].first]); f != nil {
				f.N = len(s.points)
			}
			continue
		}
		if s.work == nil {
			s.work = &workspace{}
		}
		s.work.analyse(s, i)
	}
}

// A workspace is what the analysis of one part needs, kept for the next.
type workspace struct {
	*Shape
	points []orb.Point // of the rings, each closed, none twice in a row
	origin []int32     // by point: its number in Shape.points
	rings  []ring
	runs   []run
	boxes  []box             // of the runs
	frames []box             // of the rings
	tree   tree              // of the runs
	houses tree              // of the rings
	climbs map[int32][][]box // of long rings: boxes of runs, by level

	hits    [kinds]hit
	total   int                 // hits of all kinds
	touches []touch             // of different rings
	bad     map[uint64]relation // pairs of rings that cross or overlap
	links   []link              // touches of rings, seen from each of them, in order

	spent, budget int
	around        []int32 // the rings that hold the one that is judged
	parent        []int32 // of a ring or a point, for the search for loops
	knots         []knot
}

// A ring is a closed list of points. Its segment i goes from point i to the
// one behind it.
type ring struct {
	first, end int32 // in workspace.points; end is behind the closing point
	runs       int32 // its first in workspace.runs
	path       int32
	polygon    int32 // number within the part
	hole       bool
	tangled    bool // crosses or touches itself
	turn       int8 // 1 counter-clockwise, -1 clockwise; of rings that are not tangled
}

// A hit is a place that must not be.
type hit struct {
	n    int
	a, b int32 // segments, or first points of rings; a is the least found
	p    orb.Point
}

// maxHits is how many places of polygons are counted before the analysis ends.
const maxHits = 1000

// maxPositions is how many positions are analysed: the work takes some 70 bytes
// for each.
const maxPositions = 8 << 20

func (w *workspace) analyse(s *Shape, number int) {
	w.Shape = s
	defer func() { w.Shape = nil }()
	w.points, w.origin, w.rings, w.touches = w.points[:0], w.origin[:0], w.rings[:0], w.touches[:0]
	w.hits, w.total = [kinds]hit{}, 0
	clear(w.bad)
	clear(w.climbs)
	part := &s.parts[number]
	for i := part.first; i < part.end; i++ {
		if p := &s.paths[i]; !p.broken && p.end-p.first >= 4 {
			w.ring(p, i)
		}
	}
	w.spent, w.budget = 0, min(1<<20+1024*len(w.points), 1<<27)
	w.cut()
	w.tree.build(w.boxes, s.Extent)
	whole := w.tree.join(w)
	if whole {
		whole = w.relate()
	}
	if whole {
		w.windings()
	}
	w.tell()
	if !whole && w.total < maxHits {
		if f := s.notePath(TooComplex, &s.paths[part.first]); f != nil {
			f.N = len(w.points)
		}
	}
}

// ring takes a ring, closed and without repetitions. One without an area is a
// hit.
func (w *workspace) ring(p *path, number int) {
	first := len(w.points)
	for i := p.first; i < p.end; i++ {
		v := w.Shape.points[i]
		if n := len(w.points); n > first && w.points[n-1] == v {
			continue
		}
		w.points = append(w.points, v)
		w.origin = append(w.origin, int32(i))
	}
	if n := len(w.points); n > first+1 && w.points[first] != w.points[n-1] {
		w.points = append(w.points, w.points[first])
		w.origin = append(w.origin, int32(p.first))
	}
	if w.flat(w.points[first:]) {
		w.points, w.origin = w.points[:first], w.origin[:first]
		w.notePath(Flat, p)
		return
	}
	w.rings = append(w.rings, ring{first: int32(first), end: int32(len(w.points)), path: int32(number), polygon: int32(p.polygon), hole: p.ring > 0})
}

// flat says whether all points of a closed ring lie on one line.
func (w *workspace) flat(points []orb.Point) bool {
	if len(points) < 4 {
		return true
	}
	return !slices.ContainsFunc(points[2:], func(p orb.Point) bool {
		side, _ := orient(points[0], points[1], p)
		return side != 0
	})
}

// side is orient, its cost counted.
func (w *workspace) side(a, b, c orb.Point) int {
	side, cost := orient(a, b, c)
	w.spent += cost
	return side
}

// hit counts a place where the segments a and b are at odds, or the rings that
// start with these points. It is told where it is the first by its points' order.
func (w *workspace) hit(k FaultKind, a, b int32, p orb.Point) {
	h := &w.hits[k]
	if h.n == 0 || a < h.a || a == h.a && b < h.b {
		h.a, h.b, h.p = a, b, p
	}
	h.n++
	w.total++
}

// tell turns the hits into faults of the shape.
func (w *workspace) tell() {
	for k := RingCrosses; k < TooComplex; k++ {
		h := &w.hits[k]
		if h.n == 0 {
			continue
		}
		p, v := w.source(h.a)
		f := w.noteVertex(k, p, v)
		if f == nil {
			w.Shape.Fault(k).N += h.n - 1
			continue
		}
		f.N, f.More = h.n, w.total >= maxHits
		f.X, f.Y = h.p[0], h.p[1]
		p, v = w.source(h.b)
		f.Other = w.vertex(p, v)
	}
}

// source gives the path and the number of a point.
func (w *workspace) source(point int32) (*path, int) {
	return &w.paths[w.rings[w.ringOf(point)].path], int(w.origin[point])
}

// ringOf gives the ring of a point or segment.
func (w *workspace) ringOf(point int32) int32 {
	i, found := slices.BinarySearchFunc(w.rings, point, func(r ring, p int32) int { return int(r.first) - int(p) })
	if !found {
		i--
	}
	return int32(i)
}

// windings finds how rings turn, by the exact turn at their lowest point of
// those farthest west, and notes those that turn the wrong way.
func (w *workspace) windings() {
	for i := range w.rings {
		r := &w.rings[i]
		if w.turn(r); !r.tangled && (r.turn > 0) == r.hole {
			w.hit(Clockwise, r.first, r.first, w.points[r.first])
			w.total-- // it is no fault of the polygon
		}
	}
}

// turn finds how a ring turns, once.
func (w *workspace) turn(r *ring) {
	if r.turn != 0 || r.tangled {
		return
	}
	points := w.points[r.first : r.end-1]
	low := 0
	for i, p := range points {
		if q := points[low]; p[0] < q[0] || p[0] == q[0] && p[1] < q[1] {
			low = i
		}
	}
	n := len(points)
	r.turn = int8(w.side(points[(low+n-1)%n], points[low], points[(low+1)%n]))
}
