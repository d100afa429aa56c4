package geometry

import "math"

// A BBox is a bounding box as a member "bbox" of GeoJSON gives it. West is
// greater than East where it crosses the antimeridian.
type BBox struct {
	West, South, East, North float64
	Low, High                float64 // heights, of six numbers
	Numbers                  int     // 4 or 6
	slack                    float64 // how far a position may lie outside: the last decimal of what is written
}

// A BBoxFault says what is wrong with a bounding box.
type BBoxFault uint8

// What may be wrong. The first is none.
const (
	BBoxGood    BBoxFault = iota
	BBoxNotList           // it is no list of numbers
	BBoxLength            // neither four numbers nor six
	BBoxSouth             // south lies north of north, or low above high
	BBoxRange             // no degrees
)

// ReadBBox reads the JSON text of a bounding box. Where it gives a fault, at is
// the offset in raw of what is wrong.
func ReadBBox(raw []byte) (b BBox, fault BBoxFault, at int) {
	scan := scanner{text: raw}
	i := scan.space(0)
	if end := scan.value(i, 0); end < 0 || raw[i] != '[' {
		return b, BBoxNotList, i
	}
	var v [6]float64
	b.slack = 1e-5 // a metre
	start := i
	for i = scan.space(i + 1); raw[i] != ']'; b.Numbers++ {
		x, n, decimals := readNumber(raw[i:])
		if n == 0 {
			return b, BBoxNotList, i
		}
		if b.Numbers < len(v) {
			v[b.Numbers] = x
		}
		b.slack = min(b.slack, math.Pow10(-decimals))
		if i = scan.space(i + n); raw[i] == ',' {
			i = scan.space(i + 1)
		}
	}
	b.slack = max(b.slack, 1e-9)
	switch b.Numbers {
	case 4:
		b.West, b.South, b.East, b.North = v[0], v[1], v[2], v[3]
	case 6:
		b.West, b.South, b.Low, b.East, b.North, b.High = v[0], v[1], v[2], v[3], v[4], v[5]
	default:
		return b, BBoxLength, start
	}
	return b, b.judge(), start
}

// judge judges the numbers by themselves.
func (b *BBox) judge() BBoxFault {
	switch {
	case !inRange(b.West, b.South) || !inRange(b.East, b.North):
		return BBoxRange
	case b.South > b.North || b.Low > b.High:
		return BBoxSouth
	}
	return BBoxGood
}

// Holds says whether a place lies within the box, as exactly as its numbers are
// written.
func (b *BBox) Holds(x, y float64) bool {
	if y < b.South-b.slack || y > b.North+b.slack {
		return false
	}
	if b.West > b.East {
		return x >= b.West-b.slack || x <= b.East+b.slack
	}
	return x >= b.West-b.slack && x <= b.East+b.slack
}

// Outside gives the number of the first position of a shape that lies outside of
// the box, heights left aside; -1 where there is none.
func (b *BBox) Outside(s *Shape) int {
	if len(s.points) == 0 {
		return -1
	}
	if e := &s.Extent; b.West <= b.East && b.Holds(e.Min[0], e.Min[1]) && b.Holds(e.Max[0], e.Max[1]) {
		return -1
	}
	for i, p := range s.points {
		if !b.Holds(p[0], p[1]) {
			return i
		}
	}
	return -1
}

// An Extent gathers the positions of many shapes that are farthest out in each of
// the four directions. For boxes across the antimeridian it keeps east and west of
// the zero meridian apart. Its zero value holds none.
type Extent struct {
	Halves [2]Half // west and east of Greenwich
}

// A Half is the extent of the positions on one half of the Earth.
type Half struct {
	N        int           // shapes
	Farthest [4][2]float64 // west, south, east, north: a position that lies so far
}

// Add takes the corners of a shape's extent for its positions.
func (e *Extent) Add(s *Shape) {
	if len(s.points) == 0 {
		return
	}
	b := &s.Extent
	h := 0
	if b.Min[0] >= 0 {
		h = 1
	}
	if h == 1 || b.Max[0] < 0 {
		e.Halves[h].take([4][2]float64{b.Min, b.Min, b.Max, b.Max})
		return
	}
	for _, p := range s.points {
		h = 0
		if p[0] >= 0 {
			h = 1
		}
		e.Halves[h].take([4][2]float64{p, p, p, p})
	}
}

func (h *Half) take(far [4][2]float64) {
	if h.N++; h.N == 1 {
		h.Farthest = far
		return
	}
	for side, p := range far {
		axis := side % 2
		if mine := h.Farthest[side][axis]; side < 2 && p[axis] < mine || side >= 2 && p[axis] > mine {
			h.Farthest[side] = p
		}
	}
}

// Join takes what another extent has gathered.
func (e *Extent) Join(next *Extent) {
	for i := range e.Halves {
		if n := &next.Halves[i]; n.N > 0 {
			count := e.Halves[i].N + n.N
			e.Halves[i].take(n.Farthest)
			e.Halves[i].N = count
		}
	}
}

// Outside gives a position that lies outside of a box, by one of the extremes.
func (e *Extent) Outside(b *BBox) (x, y float64, outside bool) {
	for i := range e.Halves {
		if h := &e.Halves[i]; h.N > 0 {
			for _, p := range h.Farthest {
				if !b.Holds(p[0], p[1]) {
					return p[0], p[1], true
				}
			}
		}
	}
	return 0, 0, false
}
