package geometry

import "github.com/paulmach/orb"

// A touch is a point where two segments meet without crossing: the start of one
// of them, on the other one.
type touch struct {
	i, j   int32 // segments
	ri, rj int32 // their rings
	p      orb.Point
}

// touch takes a touch. Of one ring it is a hit; of two it is looked at later.
func (w *workspace) touch(t touch) {
	w.spent++
	if t.ri != t.rj {
		if w.touches = append(w.touches, t); len(w.touches) > 1024+2*len(w.points) {
			w.spent = w.budget + 1 // too many for the memory
		}
		return
	}
	w.rings[t.ri].tangled = true
	if w.through(&t) {
		w.hit(RingCrosses, t.i, t.j, t.p)
	} else {
		w.hit(RingTouches, t.i, t.j, t.p)
	}
}

// beside gives the points before and behind p on a ring: p is the start of the
// segment i, or within it.
func (w *workspace) beside(i, ri int32, p orb.Point) (before, after orb.Point) {
	if w.points[i] != p {
		return w.points[i], w.points[i+1]
	}
	if r := &w.rings[ri]; i == r.first {
		i = r.end - 1
	}
	before = w.points[i-1]
	if i == w.rings[ri].end-1 {
		i = w.rings[ri].first
	}
	return before, w.points[i+1]
}

// through says whether the rings of a touch cross there: one goes from one side of
// the other to the other side. Where they share a direction they overlap, and
// it is not asked.
func (w *workspace) through(t *touch) bool {
	before, after := w.beside(t.i, t.ri, t.p)
	from, to := w.beside(t.j, t.rj, t.p)
	for _, d := range [2]orb.Point{from, to} {
		if w.along(t.p, before, d) || w.along(t.p, after, d) {
			return false
		}
	}
	if w.along(t.p, before, after) {
		return false
	}
	return w.sector(t.p, before, after, from) != w.sector(t.p, before, after, to)
}

// along says whether b and c lie in the same direction from a.
func (w *workspace) along(a, b, c orb.Point) bool {
	return w.side(a, b, c) == 0 && sameWay(a, b, c)
}

// sector says whether d lies between from and to, as one turns
// counter-clockwise around p from the one to the other; not on either of them.
func (w *workspace) sector(p, from, to, d orb.Point) bool {
	switch w.side(p, from, to) {
	case 1:
		return w.side(p, from, d) > 0 && w.side(p, d, to) > 0
	case -1:
		return !(w.side(p, to, d) >= 0 && w.side(p, d, from) >= 0)
	}
	return w.side(p, from, d) > 0
}

// holds says whether the ring rj of a touch, which does not cross ri there, has
// ri on its inside.
func (w *workspace) holds(t *touch) bool {
	_, after := w.beside(t.i, t.ri, t.p)
	from, to := w.beside(t.j, t.rj, t.p)
	if w.rings[t.rj].turn > 0 {
		from, to = to, from
	}
	return w.sector(t.p, from, to, after)
}
