package geometry

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// A tree finds boxes by where they are. They stand in the order of a Hilbert
// curve through their middles, under boxes that hold some of them each, and so on.
// It is packed, and its work space is kept.
type tree struct {
	items  []int32 // the numbers of the boxes, in the order of levels[0]
	levels [][]box // the last has one box
	order  []uint64
}

// fan is how many boxes lie under one.
const fan = 8

// build makes the tree of boxes, which it copies. extent is what holds all.
func (t *tree) build(boxes []box, extent orb.Bound) {
	t.items, t.order = t.items[:0], t.order[:0]
	width, height := extent.Max[0]-extent.Min[0], extent.Max[1]-extent.Min[1]
	for i := range boxes {
		b := &boxes[i]
		x, y := cell(b.west/2+b.east/2-extent.Min[0], width), cell(b.south/2+b.north/2-extent.Min[1], height)
		t.order = append(t.order, uint64(hilbert(x, y))<<32|uint64(i))
	}
	slices.Sort(t.order)
	level := t.level(0)
	for _, key := range t.order {
		t.items = append(t.items, int32(uint32(key)))
		level = append(level, boxes[uint32(key)])
	}
	t.levels[0] = level
	n := 1
	for ; len(level) > 1; n++ {
		level = above(t.level(n), level)
		t.levels[n] = level
	}
	t.levels = t.levels[:n]
}

// above adds to boxes those that hold fan of some others each.
func above(boxes, others []box) []box {
	for i := 0; i < len(others); i += fan {
		b := others[i]
		for _, o := range others[i+1 : min(i+fan, len(others))] {
			b = b.with(o)
		}
		boxes = append(boxes, b)
	}
	return boxes
}

// level gives the emptied memory of a level.
func (t *tree) level(n int) []box {
	switch {
	case n < len(t.levels):
		return t.levels[n][:0]
	case n < cap(t.levels):
		t.levels = t.levels[:n+1]
		return t.levels[n][:0]
	}
	t.levels = append(t.levels, nil)
	return nil
}

// cell gives which of 65536 parts of a width a distance falls in.
func cell(distance, width float64) uint32 {
	share := distance / width * math.MaxUint16
	if !(share >= 0 && share <= math.MaxUint16) {
		return 0
	}
	return uint32(share)
}

// hilbert gives the place of a cell on a Hilbert curve of order 16.
func hilbert(x, y uint32) uint32 {
	var d uint32
	for s := uint32(1 << 15); s > 0; s >>= 1 {
		var rx, ry uint32
		if x&s > 0 {
			rx = 1
		}
		if y&s > 0 {
			ry = 1
		}
		d += s * s * (3*rx ^ ry)
		if ry == 0 {
			if rx == 1 {
				x, y = math.MaxUint16-x&math.MaxUint16, math.MaxUint16-y&math.MaxUint16
			}
			x, y = y, x
		}
	}
	return d
}

// join looks at all pairs of segments whose boxes meet. It says false where it
// ended before: too many hits, or too much work.
func (t *tree) join(w *workspace) bool {
	if len(t.items) == 0 {
		return true
	}
	return t.within(w, len(t.levels)-1, 0)
}

// children gives the range of the boxes below a box.
func (t *tree) children(level int, i int32) (first, end int32) {
	return i * fan, min(i*fan+fan, int32(len(t.levels[level-1])))
}

// within joins a box with itself.
func (t *tree) within(w *workspace, level int, i int32) bool {
	if level == 0 {
		return w.runWithin(&w.runs[t.items[i]])
	}
	first, end := t.children(level, i)
	below := t.levels[level-1]
	for a := first; a < end; a++ {
		if !t.within(w, level-1, a) {
			return false
		}
		for b := a + 1; b < end; b++ {
			if below[a].meets(&below[b]) && !t.between(w, level-1, a, b) {
				return false
			}
		}
		w.spent += int(end - a)
	}
	return true
}

// between joins two boxes of a level that meet.
func (t *tree) between(w *workspace, level int, i, j int32) bool {
	if level == 0 {
		return w.runBetween(&w.runs[t.items[i]], &w.runs[t.items[j]], &t.levels[0][j])
	}
	first, end := t.children(level, i)
	otherFirst, otherEnd := t.children(level, j)
	below, other := t.levels[level-1], &t.levels[level][j]
	for a := first; a < end; a++ {
		w.spent++
		if !below[a].meets(other) {
			continue
		}
		w.spent += int(otherEnd - otherFirst)
		for b := otherFirst; b < otherEnd; b++ {
			if below[a].meets(&below[b]) && !t.between(w, level-1, a, b) {
				return false
			}
		}
	}
	return w.spent <= w.budget
}
