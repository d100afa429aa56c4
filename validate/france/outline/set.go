package outline

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Tolerance is how far from the land a place may lie and still count as within,
// in metres: outlines are simplified, and places are not always measured well.
const Tolerance = 100.0

// metresPerDegree is the length of a degree of a great circle of the mean Earth.
const metresPerDegree = 111_195

// A Set is the land of some communes, prepared for asking whether places lie
// within. It never changes and is shared by all goroutines.
//
// The borders that two communes share are left out, so that what remains is the
// edge of the whole. Edges stand in bands of latitude; a place is within where a
// line from it to the east crosses an odd number of the edges of its band.
type Set struct {
	bound  orb.Bound // of the land with the tolerance around
	south  float64   // where the first band begins
	height float64   // of a band, in degrees
	bands  [][]edge  // in each, the easternmost first
}

// An edge is a piece of an outline, from south to north.
type edge struct {
	from, to   orb.Point
	west, east float64
}

// NewSet prepares the land of some outlines, which it does not keep.
func NewSet(outlines []*Outline) *Set {
	edges := edgesOf(outlines)
	s := &Set{bound: orb.Bound{Min: orb.Point{1, 1}, Max: orb.Point{-1, -1}}}
	if len(edges) == 0 {
		return s
	}
	north, sum := math.Inf(-1), 0.0
	s.south = math.Inf(1)
	west, east := math.Inf(1), math.Inf(-1)
	for _, e := range edges {
		s.south, north = min(s.south, e.from[1]), max(north, e.to[1])
		west, east = min(west, e.west), max(east, e.east)
		sum += e.to[1] - e.from[1]
	}
	// Edges reach over four bands on average, at most.
	n := max(len(edges)/4, 1)
	if height := north - s.south; sum > 0 {
		n = max(min(n, int(4*float64(len(edges))*height/sum)), 1)
		s.height = height / float64(n)
	}
	s.bands = make([][]edge, n)
	for _, e := range edges {
		for b := s.band(e.from[1]); b <= s.band(e.to[1]); b++ {
			s.bands[b] = append(s.bands[b], e)
		}
	}
	for _, band := range s.bands {
		slices.SortFunc(band, func(a, b edge) int { return cmp.Compare(b.east, a.east) })
	}
	lat := Tolerance / metresPerDegree
	lon := lat / max(math.Cos(max(math.Abs(s.south), math.Abs(north))*math.Pi/180), 0.01)
	s.bound = orb.Bound{Min: orb.Point{west - lon, s.south - lat}, Max: orb.Point{east + lon, north + lat}}
	return s
}

// edgesOf lists the edges of outlines, in an order of their own. One that stands
// twice is a border between two of them.
func edgesOf(outlines []*Outline) []edge {
	var edges []edge
	for _, o := range outlines {
		for _, polygon := range o.Land {
			for _, ring := range polygon {
				for i := 1; i < len(ring); i++ {
					a, b := ring[i-1], ring[i]
					if a == b {
						continue
					}
					if order(b, a) < 0 {
						a, b = b, a
					}
					edges = append(edges, edge{from: a, to: b, west: min(a[0], b[0]), east: max(a[0], b[0])})
				}
			}
		}
	}
	slices.SortFunc(edges, func(a, b edge) int { return cmp.Or(order(a.from, b.from), order(a.to, b.to)) })
	kept := edges[:0]
	for i := 0; i < len(edges); {
		j := i + 1
		for j < len(edges) && edges[j] == edges[i] {
			j++
		}
		if (j-i)%2 == 1 {
			kept = append(kept, edges[i])
		}
		i = j
	}
	return kept
}

// order compares places from south to north, then from west to east.
func order(a, b orb.Point) int { return cmp.Or(cmp.Compare(a[1], b[1]), cmp.Compare(a[0], b[0])) }

// band is the one in which a latitude lies, or the nearest.
func (s *Set) band(lat float64) int {
	if s.height == 0 {
		return 0
	}
	return min(max(int((lat-s.south)/s.height), 0), len(s.bands)-1)
}

// Has says whether a place lies within the land or nearer to it than Tolerance.
// NaN lies nowhere. It does not allocate.
func (s *Set) Has(lon, lat float64) bool {
	if !(lon >= s.bound.Min[0] && lon <= s.bound.Max[0] && lat >= s.bound.Min[1] && lat <= s.bound.Max[1]) {
		return false
	}
	odd, band := false, s.bands[s.band(lat)]
	for i := range band {
		e := &band[i]
		if e.east < lon {
			break
		}
		// Of an edge the southern end counts and the northern one does not.
		if e.from[1] <= lat && lat < e.to[1] && (e.west > lon || e.at(lat) > lon) {
			odd = !odd
		}
	}
	return odd || s.near(lon, lat)
}

// at is the longitude at which an edge crosses a latitude.
func (e *edge) at(lat float64) float64 {
	return e.from[0] + (e.to[0]-e.from[0])*(lat-e.from[1])/(e.to[1]-e.from[1])
}

// near says whether an edge is nearer to a place than Tolerance.
func (s *Set) near(lon, lat float64) bool {
	reach := Tolerance / metresPerDegree
	narrow := math.Cos(lat * math.Pi / 180)
	wide := reach / max(narrow, 0.01)
	for b := s.band(lat - reach); b <= s.band(lat+reach); b++ {
		for i := range s.bands[b] {
			e := &s.bands[b][i]
			if e.east < lon-wide {
				break
			}
			if e.west <= lon+wide && e.from[1] <= lat+reach && e.to[1] >= lat-reach && e.distance(lon, lat, narrow) <= Tolerance {
				return true
			}
		}
	}
	return false
}

// distance is how far a place is from an edge, in metres, on a plane in which a
// degree of longitude is narrow as long as one of latitude.
func (e *edge) distance(lon, lat, narrow float64) float64 {
	dx, dy := (e.to[0]-e.from[0])*narrow, e.to[1]-e.from[1]
	px, py := (lon-e.from[0])*narrow, lat-e.from[1]
	along := (px*dx + py*dy) / (dx*dx + dy*dy)
	if !(along > 0) {
		along = 0
	}
	along = min(along, 1)
	return math.Hypot(px-along*dx, py-along*dy) * metresPerDegree
}
