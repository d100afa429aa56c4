package geometry

import "github.com/paulmach/orb"

// runWithin looks at the pairs of segments of one run.
func (w *workspace) runWithin(r *run) bool {
	for a := r.first; a < r.end; a++ {
		abox := boxOf(w.points[a], w.points[a+1])
		for b := a + 1; b < r.end; b++ {
			if bbox := boxOf(w.points[b], w.points[b+1]); abox.meets(&bbox) {
				w.meet(a, b, r.ring, r.ring)
			}
		}
		w.spent += int(r.end - a)
	}
	return w.total < maxHits && w.spent <= w.budget
}

// runBetween looks at the pairs of segments of two runs; around is the box of
// the second.
func (w *workspace) runBetween(r, o *run, around *box) bool {
	for a := r.first; a < r.end; a++ {
		abox := boxOf(w.points[a], w.points[a+1])
		w.spent++
		if !abox.meets(around) {
			continue
		}
		for b := o.first; b < o.end; b++ {
			if bbox := boxOf(w.points[b], w.points[b+1]); abox.meets(&bbox) {
				w.meet(a, b, r.ring, o.ring)
			}
		}
		w.spent += int(o.end - o.first)
	}
	return w.total < maxHits && w.spent <= w.budget
}

// meet judges two segments whose boxes meet.
func (w *workspace) meet(i, j, ri, rj int32) {
	if i > j {
		i, j, ri, rj = j, i, rj, ri
	}
	a, b, c, d := w.points[i], w.points[i+1], w.points[j], w.points[j+1]
	if ri == rj {
		if r := &w.rings[ri]; j == i+1 || i == r.first && j == r.end-2 {
			w.corner(ri, i, j)
			return
		}
	}
	o1, o2 := w.side(a, b, c), w.side(a, b, d)
	if o1*o2 > 0 {
		return
	}
	o3, o4 := w.side(c, d, a), w.side(c, d, b)
	switch {
	case o3*o4 > 0:
	case o1*o2 < 0 && o3*o4 < 0:
		w.clash(i, j, ri, rj, crossing(a, b, c, d), true)
	case o1 == 0 && o2 == 0:
		w.collinear(i, j, ri, rj)
	default:
		// One end lies on the other segment. It counts for the segment that
		// starts there: the one that ends there is looked at as well.
		switch {
		case o1 == 0 && b != c:
			w.touch(touch{i, j, ri, rj, c})
		case o3 == 0 && d != a:
			w.touch(touch{i, j, ri, rj, a})
		}
	}
}

// crossing computes where two segments cross, as well as floating point can.
func crossing(a, b, c, d orb.Point) orb.Point {
	dx, dy := b[0]-a[0], b[1]-a[1]
	ex, ey := d[0]-c[0], d[1]-c[1]
	t := ((c[0]-a[0])*ey - (c[1]-a[1])*ex) / (dx*ey - dy*ex)
	if !(t >= 0 && t <= 1) {
		return a
	}
	return orb.Point{a[0] + t*dx, a[1] + t*dy}
}

// corner judges two segments of a ring that follow one another.
func (w *workspace) corner(r, i, j int32) {
	before, at, after := w.points[i], w.points[j], w.points[j+1]
	if j != i+1 {
		before, at, after = w.points[j], w.points[i], w.points[i+1]
		i, j = j, i
	}
	if w.side(before, at, after) != 0 || !sameWay(at, before, after) {
		return
	}
	w.rings[r].tangled = true
	w.hit(Spike, j, j, at)
}

// sameWay says whether b and c, on one line with a, lie on the same side of it.
func sameWay(a, b, c orb.Point) bool {
	if a[0] != b[0] {
		return (b[0] > a[0]) == (c[0] > a[0]) && c[0] != a[0]
	}
	return (b[1] > a[1]) == (c[1] > a[1]) && c[1] != a[1]
}

// collinear judges two segments on one line, whose boxes meet.
func (w *workspace) collinear(i, j, ri, rj int32) {
	a, b, c, d := w.points[i], w.points[i+1], w.points[j], w.points[j+1]
	first, second := boxOf(a, b), boxOf(c, d)
	low := orb.Point{max(first.west, second.west), max(first.south, second.south)}
	high := orb.Point{min(first.east, second.east), min(first.north, second.north)}
	if low != high {
		w.clash(i, j, ri, rj, inLine(a, b, c, d), false)
		return
	}
	if a == c { // at any other end, another pair tells it
		w.touch(touch{i, j, ri, rj, a})
	}
}

// inLine gives an end of one segment that lies on the other, of two that overlap.
func inLine(a, b, c, d orb.Point) orb.Point {
	first, second := boxOf(a, b), boxOf(c, d)
	for _, p := range [2]orb.Point{a, b} {
		if spot := boxOf(p, p); second.meets(&spot) {
			return p
		}
	}
	for _, p := range [2]orb.Point{c, d} {
		if spot := boxOf(p, p); first.meets(&spot) {
			return p
		}
	}
	return a
}

// clash counts a place where segments cross or overlap.
func (w *workspace) clash(i, j, ri, rj int32, p orb.Point, crosses bool) {
	if ri == rj {
		w.rings[ri].tangled = true
		if crosses {
			w.hit(RingCrosses, i, j, p)
		} else {
			w.hit(RingTouches, i, j, p)
		}
		return
	}
	if w.bad == nil {
		w.bad = map[uint64]relation{}
	}
	same := w.rings[ri].polygon == w.rings[rj].polygon
	known := w.bad[pair(ri, rj)]
	switch {
	case known == equal:
		return
	case known == 0 && w.equal(&w.rings[ri], &w.rings[rj]):
		w.bad[pair(ri, rj)] = equal
		w.again(ri, rj, same)
		return
	}
	w.bad[pair(ri, rj)] = clashing
	switch {
	case same && crosses:
		w.hit(RingsCross, i, j, p)
	case crosses:
		w.hit(PolygonsOverlap, i, j, p)
	case same:
		w.hit(RingsOverlap, i, j, p)
	default:
		w.hit(PolygonsBorder, i, j, p)
	}
}

// A relation is what is wrong between two rings.
type relation uint8

const (
	clashing relation = iota + 1
	equal
)

// equal says whether two rings go through the same points, whatever their start
// and their way.
func (w *workspace) equal(r, o *ring) bool {
	n := int(r.end - r.first - 1)
	if int(o.end-o.first-1) != n {
		return false
	}
	mine, other := w.points[r.first:r.end-1], w.points[o.first:o.end-1]
	w.spent += n
	for at := 0; at < n && w.spent <= w.budget; at++ {
		if other[at] != mine[0] {
			continue
		}
		same, back := true, true
		for i := 0; i < n && (same || back); i++ {
			same = same && mine[i] == other[(at+i)%n]
			back = back && mine[i] == other[(at+n-i)%n]
			w.spent++
		}
		if same || back {
			return true
		}
	}
	return false
}

// again counts a ring that is another one once more. Between polygons, only
// their outer rings say that a polygon stands twice.
func (w *workspace) again(ri, rj int32, same bool) {
	r, o := &w.rings[ri], &w.rings[rj]
	switch {
	case same:
		w.hit(RingTwice, r.first, o.first, w.points[r.first])
	case !r.hole && !o.hole:
		w.hit(PolygonTwice, r.first, o.first, w.points[r.first])
	default:
		w.hit(PolygonsBorder, r.first, o.first, w.points[r.first])
	}
}

// pair is a key for two rings.
func pair(a, b int32) uint64 { return uint64(min(a, b))<<32 | uint64(max(a, b)) }
