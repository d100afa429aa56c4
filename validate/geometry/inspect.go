package geometry

import (
	"math"
	"slices"
)

// inspect judges what was read, path by path.
func (s *Shape) inspect() {
	if len(s.points) > 0 && !(s.Extent.Min[0] >= -180 && s.Extent.Max[0] <= 180 && s.Extent.Min[1] >= -90 && s.Extent.Max[1] <= 90) {
		s.ranges()
	}
	wide := s.Extent.Max[0]-s.Extent.Min[0] > 180
	for i := range s.paths {
		p := &s.paths[i]
		kind := s.parts[p.part].kind
		n := p.end - p.first
		switch {
		case p.broken:
			continue
		case n == 0:
			s.notePath(Empty, p)
			continue
		case kind == Point || kind == MultiPoint:
			continue
		case kind == LineString || kind == MultiLineString:
			s.line(p, n)
		default:
			s.ring(p, n)
		}
		if wide {
			s.segments(p)
		}
	}
	for i := range s.parts {
		if p := &s.parts[i]; p.first == p.end && p.polygons == 0 && s.fault[Empty] == 0 && s.wrong == 0 {
			s.note(Empty, 0)
		}
	}
}

// ranges notes the positions that are no place in degrees.
func (s *Shape) ranges() {
	for i := range s.paths {
		p := &s.paths[i]
		for v := p.first; v < p.end; v++ {
			if !inRange(s.points[v][0], s.points[v][1]) {
				s.noteVertex(OutOfRange, p, v)
			}
		}
	}
}

// line judges a line of n positions.
func (s *Shape) line(p *path, n int) {
	switch {
	case n < 2:
		s.notePath(ShortLine, p)
	case s.twice(p) == n-1:
		s.notePath(NoLength, p)
	default:
		s.noteTwice(p)
	}
}

// ring judges a ring of n positions.
func (s *Shape) ring(p *path, n int) {
	if n < 4 {
		if f := s.notePath(ShortRing, p); f != nil {
			f.Worst = n
		}
	}
	if n > 1 && !s.same(p.first, p.end-1) {
		if f := s.notePath(OpenRing, p); f != nil {
			f.At = int(s.at[p.end-1])
			scan := scanner{text: s.Raw}
			f.End = scan.value(f.At, 0)
			f.Other.Vertex = n
		}
	}
	if n >= 4 {
		s.noteTwice(p)
	}
}

// same says whether two positions are the same, with their heights.
func (s *Shape) same(i, j int) bool {
	return s.points[i] == s.points[j] && (s.long == 0 || slices.Equal(s.height(i), s.height(j)))
}

// height gives the numbers of a position behind the second, as they were written.
func (s *Shape) height(i int) []float64 {
	var all []float64
	scan := scanner{text: s.Raw}
	for at := scan.space(int(s.at[i]) + 1); s.Raw[at] != ']'; {
		v, n, _ := readNumber(s.Raw[at:])
		all = append(all, v)
		if at = scan.space(at + n); s.Raw[at] == ',' {
			at = scan.space(at + 1)
		}
	}
	return all[2:]
}

// twice counts the positions that are the ones before them.
func (s *Shape) twice(p *path) int {
	n := 0
	for i := p.first + 1; i < p.end; i++ {
		if s.points[i] == s.points[i-1] && s.same(i, i-1) {
			n++
		}
	}
	return n
}

// noteTwice notes them.
func (s *Shape) noteTwice(p *path) {
	for i := p.first + 1; i < p.end; i++ {
		if s.points[i] == s.points[i-1] && s.same(i, i-1) {
			s.noteVertex(Twice, p, i)
		}
	}
}

// segments notes those that go the long way around the Earth.
func (s *Shape) segments(p *path) {
	for i := p.first + 1; i < p.end; i++ {
		a, b := s.points[i-1], s.points[i]
		if math.Abs(a[0]-b[0]) > 180 && inRange(a[0], a[1]) && inRange(b[0], b[1]) {
			s.noteVertex(LongSegment, p, i-1)
		}
	}
}
