package geometry

import (
	"cmp"
	"slices"
)

// A link is a pair of rings that touch, seen from one of them.
type link struct {
	ring, other int32
	touch       touch // with ring first
}

// relate judges how the rings lie in one another. It says false where that took
// too much work.
func (w *workspace) relate() bool {
	for i := range w.rings {
		w.turn(&w.rings[i])
	}
	for i := range w.touches {
		if t := &w.touches[i]; w.through(t) {
			w.clash(t.i, t.j, t.ri, t.rj, t.p, true)
		}
	}
	if len(w.rings) < 2 {
		return true
	}
	w.link()
	w.houses.build(w.frames, w.Extent)
	links, polygon := w.links, int32(-1)
	var outer int32 // the ring around the polygon, -1 where it was left aside
	for i := range w.rings {
		r := int32(i)
		if w.rings[r].polygon != polygon {
			polygon, outer = w.rings[r].polygon, r
			if w.rings[r].hole {
				outer = -1
			}
		}
		n := 0
		for n < len(links) && links[n].ring == r {
			n++
		}
		if !w.rings[r].tangled {
			w.enclose(r, links[:n])
			w.lies(r, outer)
		}
		if links = links[n:]; w.spent > w.budget || w.total >= maxHits {
			return false
		}
	}
	if w.hits[HoleOutside].n+w.hits[HoleInHole].n == 0 {
		w.pieces()
	}
	return true
}

// link sorts the touches by ring, each seen from both of its rings; of two rings
// that touch several times one is enough.
func (w *workspace) link() {
	w.links = w.links[:0]
	for _, t := range w.touches {
		w.links = append(w.links, link{t.ri, t.rj, t}, link{t.rj, t.ri, touch{t.j, t.i, t.rj, t.ri, t.p}})
	}
	slices.SortFunc(w.links, func(a, b link) int { return cmp.Or(cmp.Compare(a.ring, b.ring), cmp.Compare(a.other, b.other)) })
	w.links = slices.CompactFunc(w.links, func(a, b link) bool { return a.ring == b.ring && a.other == b.other })
}

// enclose finds the sound rings that hold the ring r: by a ray from its first
// point, and of those that touch it, by how they do so.
func (w *workspace) enclose(r int32, links []link) {
	w.around = w.around[:0]
	w.visit(len(w.houses.levels)-1, 0, r, links)
	slices.Sort(w.around)
}

// visit looks for rings that hold r below a box, whose frames hold its own.
func (w *workspace) visit(level int, i, r int32, links []link) {
	w.spent++
	b, frame := &w.houses.levels[level][i], &w.frames[r]
	if b.west > frame.west || b.east < frame.east || b.south > frame.south || b.north < frame.north || w.spent > w.budget {
		return
	}
	if level > 0 {
		first, end := w.houses.children(level, i)
		for c := first; c < end; c++ {
			w.visit(level-1, c, r, links)
		}
		return
	}
	q := w.houses.items[i]
	if q == r || !w.sound(r, q) {
		return
	}
	at, touching := slices.BinarySearchFunc(links, q, func(l link, q int32) int { return cmp.Compare(l.other, q) })
	if touching && w.holds(&links[at].touch) || !touching && w.ringHolds(q, w.points[w.rings[r].first]) {
		w.around = append(w.around, q)
	}
}

// sound says whether how two rings lie may be asked: neither is tangled, and they
// neither cross nor overlap.
func (w *workspace) sound(r, q int32) bool {
	return !w.rings[r].tangled && !w.rings[q].tangled && w.bad[pair(r, q)] == 0
}

// lies judges where the ring r lies, whose polygon's outer ring is given.
func (w *workspace) lies(r, outer int32) {
	mine := &w.rings[r]
	at := w.points[mine.first]
	if !mine.hole {
		w.apart(r)
		return
	}
	if outer >= 0 && w.sound(r, outer) && !slices.Contains(w.around, outer) {
		w.hit(HoleOutside, mine.first, mine.first, at)
		return
	}
	for _, q := range w.around {
		if o := &w.rings[q]; o.hole && o.polygon == mine.polygon {
			w.hit(HoleInHole, mine.first, o.first, at)
			return
		}
	}
}

// apart judges an outer ring that other polygons hold: it must lie in a hole of
// each of them.
func (w *workspace) apart(r int32) {
	for _, q := range w.around {
		o := &w.rings[q]
		if o.hole || o.polygon == w.rings[r].polygon || w.inHole(r, q) {
			continue
		}
		w.hit(PolygonsOverlap, w.rings[r].first, o.first, w.points[w.rings[r].first])
		return
	}
}

// inHole says whether a ring lies in a hole of the polygon around which the ring
// outer is, or is at odds with one of its holes, which has been told.
func (w *workspace) inHole(r, outer int32) bool {
	polygon := w.rings[outer].polygon
	for _, q := range w.around {
		if o := &w.rings[q]; o.hole && o.polygon == polygon {
			return true
		}
	}
	for q := int(outer) + 1; q < len(w.rings) && w.rings[q].polygon == polygon; q++ {
		if w.spent++; !w.sound(r, int32(q)) {
			return true
		}
	}
	return false
}
