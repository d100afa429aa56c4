package geometry

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"
)

// A knot says that a ring goes through a point where it touches another ring of
// its polygon.
type knot struct {
	polygon int32
	p       orb.Point
	ring    int32
	segment int32
}

// pieces finds polygons whose inside is not in one piece: rings and the points
// where they touch form a loop.
func (w *workspace) pieces() {
	w.knots = w.knots[:0]
	for i := range w.touches {
		t := &w.touches[i]
		if polygon := w.rings[t.ri].polygon; polygon == w.rings[t.rj].polygon && w.sound(t.ri, t.rj) {
			w.knots = append(w.knots, knot{polygon, t.p, t.ri, t.i}, knot{polygon, t.p, t.rj, t.j})
		}
	}
	if len(w.knots) < 4 {
		return
	}
	slices.SortFunc(w.knots, func(a, b knot) int {
		return cmp.Or(cmp.Compare(a.polygon, b.polygon), cmp.Compare(a.p[0], b.p[0]), cmp.Compare(a.p[1], b.p[1]),
			cmp.Compare(a.ring, b.ring), cmp.Compare(a.segment, b.segment))
	})
	w.parent = w.parent[:0]
	for i := range w.rings {
		w.parent = append(w.parent, int32(i))
	}
	told := int32(-1)
	for i := range w.knots {
		k := &w.knots[i]
		same := i > 0 && w.knots[i-1].polygon == k.polygon && w.knots[i-1].p == k.p
		if same && w.knots[i-1].ring == k.ring {
			continue
		}
		if !same {
			w.parent = append(w.parent, int32(len(w.parent))) // the point
		}
		point, ring := w.root(int32(len(w.parent)-1)), w.root(k.ring)
		if point == ring && k.polygon != told {
			told = k.polygon
			w.hit(Disconnected, k.segment, k.segment, k.p)
		}
		w.parent[point] = ring
	}
}

// root finds the first of those that hang together.
func (w *workspace) root(i int32) int32 {
	for w.parent[i] != i {
		w.parent[i] = w.parent[w.parent[i]]
		i = w.parent[i]
	}
	return i
}
