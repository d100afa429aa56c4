package geometry

import "github.com/paulmach/orb"

// A run is some segments of one ring that follow one another.
type run struct {
	first, end int32 // segments
	ring       int32
}

const runLength = 8

// cut cuts the rings into runs, and finds the boxes of both.
func (w *workspace) cut() {
	w.runs, w.boxes, w.frames = w.runs[:0], w.boxes[:0], w.frames[:0]
	for i := range w.rings {
		r := &w.rings[i]
		r.runs = int32(len(w.runs))
		for first := r.first; first < r.end-1; first += runLength {
			end := min(first+runLength, r.end-1)
			w.runs = append(w.runs, run{first, end, int32(i)})
			w.boxes = append(w.boxes, boxAround(w.points[first:end+1]))
		}
		frame := w.boxes[r.runs]
		for _, b := range w.boxes[r.runs+1:] {
			frame = frame.with(b)
		}
		w.frames = append(w.frames, frame)
	}
}

// boxAround is the box of one point or more.
func boxAround(points []orb.Point) box {
	p := points[0]
	b := box{p[0], p[1], p[0], p[1]}
	for _, p := range points[1:] {
		b.west, b.east = min(b.west, p[0]), max(b.east, p[0])
		b.south, b.north = min(b.south, p[1]), max(b.north, p[1])
	}
	return b
}

// ringHolds says whether a ring holds a point that is not on it: whether a ray to
// the east crosses it an odd number of times.
func (w *workspace) ringHolds(q int32, p orb.Point) bool {
	r := &w.rings[q]
	end := int32(len(w.runs))
	if int(q)+1 < len(w.rings) {
		end = w.rings[q+1].runs
	}
	if end-r.runs <= fan {
		return w.ray(r.runs, end, p)
	}
	if w.climbs == nil {
		w.climbs = map[int32][][]box{}
	}
	levels, ok := w.climbs[q]
	if !ok {
		for level := w.boxes[r.runs:end]; len(level) > 1; level = levels[len(levels)-1] {
			levels = append(levels, above(nil, level))
		}
		w.climbs[q] = levels
	}
	return w.climb(levels, r.runs, end, len(levels)-1, 0, p)
}

// climb follows a ray through the boxes of a level and below.
func (w *workspace) climb(levels [][]box, first, end int32, level int, i int32, p orb.Point) (odd bool) {
	w.spent++
	b := &levels[level][i]
	if b.south > p[1] || b.north < p[1] || b.east < p[0] {
		return false
	}
	if level == 0 {
		return w.ray(first+i*fan, min(first+i*fan+fan, end), p)
	}
	for c := i * fan; c < min(i*fan+fan, int32(len(levels[level-1]))); c++ {
		odd = odd != w.climb(levels, first, end, level-1, c, p)
	}
	return odd
}

// ray says whether a ray from p to the east crosses runs an odd number of times.
func (w *workspace) ray(first, end int32, p orb.Point) (odd bool) {
	for i := first; i < end; i++ {
		b := &w.boxes[i]
		w.spent++
		if b.south > p[1] || b.north < p[1] || b.east < p[0] {
			continue
		}
		for s := w.runs[i].first; s < w.runs[i].end; s++ {
			low, high := w.points[s], w.points[s+1]
			if low[1] > high[1] {
				low, high = high, low
			}
			if low[1] <= p[1] && high[1] > p[1] && w.side(low, high, p) > 0 {
				odd = !odd
			}
		}
	}
	return odd
}
