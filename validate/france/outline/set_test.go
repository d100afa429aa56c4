package outline

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// box is the outline of a rectangle, with its corners and points between them.
func box(code string, west, south, east, north float64, between int) *Outline {
	var ring orb.Ring
	side := func(a, b orb.Point) {
		for i := range between + 1 {
			t := float64(i) / float64(between+1)
			ring = append(ring, orb.Point{a[0] + t*(b[0]-a[0]), a[1] + t*(b[1]-a[1])})
		}
	}
	corners := []orb.Point{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}
	for i := range 4 {
		side(corners[i], corners[i+1])
	}
	ring = append(ring, corners[0])
	return &Outline{Code: code, Land: orb.MultiPolygon{{ring}}}
}

// metre is a metre of latitude, in degrees.
const metre = 1 / float64(metresPerDegree)

func TestHas(t *testing.T) {
	hole := box("59350", 3, 50, 3.1, 50.1, 3)
	hole.Land[0] = append(hole.Land[0], box("", 3.04, 50.04, 3.06, 50.06, 0).Land[0][0])
	islands := box("29155", -5.14, 48.44, -5.03, 48.48, 2)
	islands.Land = append(islands.Land, box("", -4.9, 48.38, -4.8, 48.42, 0).Land...)
	neighbours := []*Outline{box("59350", 3, 50, 3.1, 50.1, 0), box("59512", 3.1, 50, 3.2, 50.1, 0)}
	lat := math.Cos(50.05 * math.Pi / 180)
	for name, tt := range map[string]struct {
		land   []*Outline
		in, no []orb.Point
	}{
		"hole": {[]*Outline{hole},
			[]orb.Point{{3.02, 50.05}, {3, 50}, {3.1, 50.1}, {3.05, 50}, {3.04, 50.05}, {3.0401, 50.05}, {3.0999, 50.0999}, {3.05, 50.1 + 99*metre}, {3 - 99*metre/lat, 50.05}},
			[]orb.Point{{3.05, 50.05}, {2.9, 50.05}, {3.2, 50.05}, {3.05, 49.9}, {3.05, 50.2}, {3.05, 50.1 + 101*metre}, {3 - 101*metre/lat, 50.05}, {3 - 80*metre/lat, 50 - 80*metre}}},
		"islands": {[]*Outline{islands},
			[]orb.Point{{-5.1, 48.46}, {-4.85, 48.4}, {-4.9, 48.38}},
			[]orb.Point{{-4.95, 48.42}, {-5, 48.46}, {-4.85, 48.46}}},
		"neighbours": {neighbours,
			[]orb.Point{{3.05, 50.05}, {3.1, 50.05}, {3.15, 50.05}, {3.1, 50}, {3.1, 50.1}},
			[]orb.Point{{2.9, 50.05}, {3.3, 50.05}}},
		"twice the same": {[]*Outline{neighbours[0], neighbours[0]}, nil, []orb.Point{{3.05, 50.05}, {3, 50}}},
		"nothing":        {nil, nil, []orb.Point{{0, 0}, {3, 50}}},
	} {
		s := NewSet(tt.land)
		for _, p := range tt.in {
			if !s.Has(p[0], p[1]) {
				t.Errorf("%s: %v is outside", name, p)
			}
		}
		for _, p := range append(tt.no, orb.Point{math.NaN(), 50.05}, orb.Point{3.05, math.NaN()}, orb.Point{math.Inf(1), 50.05}) {
			if s.Has(p[0], p[1]) {
				t.Errorf("%s: %v is within", name, p)
			}
		}
	}
}

// star is the outline of a wild shape around a place.
func star(random *rand.Rand, lon, lat, size float64, corners int) *Outline {
	ring := make(orb.Ring, 0, corners+1)
	for i := range corners {
		angle := 2 * math.Pi * float64(i) / float64(corners)
		far := size * (0.4 + 0.6*random.Float64())
		ring = append(ring, orb.Point{lon + far*math.Cos(angle), lat + far*math.Sin(angle)})
	}
	return &Outline{Code: "59350", Land: orb.MultiPolygon{{append(ring, ring[0])}}}
}

// A prepared set says of places what orb says of the polygons, but for those so
// near to an edge that the tolerance counts.
func TestHasAsOrb(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, corners := range []int{3, 4, 7, 50, 1000, 20000} {
		o := star(random, 3, 50, 0.2, corners)
		hole := star(random, 3, 50, 0.05, max(corners/2, 3)).Land[0][0]
		o.Land[0] = append(o.Land[0], hole)
		s := NewSet([]*Outline{o})
		for range 2000 {
			p := orb.Point{2.75 + random.Float64()/2, 49.75 + random.Float64()/2}
			within := planar.MultiPolygonContains(o.Land, p)
			if got := s.Has(p[0], p[1]); got != within && !nearest(o.Land, p) {
				t.Fatalf("%d corners: %v is within: %v", corners, p, got)
			}
		}
	}
}

// nearest says whether an edge is nearer to a place than twice the tolerance.
func nearest(land orb.MultiPolygon, p orb.Point) bool {
	for _, polygon := range land {
		for _, ring := range polygon {
			if planar.DistanceFrom(orb.LineString(ring), p) < 2*Tolerance*metre {
				return true
			}
		}
	}
	return false
}

// What a hostile outline may do to the bands is bounded: they hold a few times
// the edges.
func TestBands(t *testing.T) {
	var ring orb.Ring
	for i := range 5000 {
		ring = append(ring, orb.Point{float64(i) / 1e5, 40}, orb.Point{float64(i) / 1e5, 41})
	}
	spikes := &Outline{Land: orb.MultiPolygon{{append(ring, ring[0])}}}
	for name, o := range map[string]*Outline{
		"spikes": spikes, "flat": box("", 1, 45, 2, 45, 100), "point": box("", 1, 45, 1, 45, 3), "box": box("", 1, 45, 2, 46, 5000),
		"pole": box("", -180, -90, 180, 90, 2), "star": star(rand.New(rand.NewPCG(3, 4)), 2, 48, 1, 10000),
	} {
		s := NewSet([]*Outline{o})
		edges, held := len(edgesOf([]*Outline{o})), 0
		for _, b := range s.bands {
			held += len(b)
		}
		if len(s.bands) > edges/4+1 || held > 8*edges+8 {
			t.Errorf("%s: %d edges, %d bands that hold %d", name, edges, len(s.bands), held)
		}
		s.Has(1.5, 45)
	}
}

func TestHasAllocations(t *testing.T) {
	s := NewSet([]*Outline{star(rand.New(rand.NewPCG(5, 6)), 3, 50, 0.2, 5000)})
	in := 0
	if n := testing.AllocsPerRun(100, func() {
		if s.Has(3, 50) && !s.Has(3.3, 50) {
			in++
		}
	}); n != 0 || in == 0 {
		t.Errorf("%v allocations", n)
	}
}

// coast is the outline of a shape around a place as land has it: neighbouring
// corners lie near each other.
func coast(random *rand.Rand, lon, lat, size float64, corners int) *Outline {
	ring := make(orb.Ring, 0, corners+1)
	for i := range corners {
		angle := 2 * math.Pi * float64(i) / float64(corners)
		far := size * (0.8 + 0.1*math.Sin(5*angle) + 0.05*math.Sin(31*angle) + 2*random.Float64()/float64(corners))
		ring = append(ring, orb.Point{lon + far*math.Cos(angle), lat + far*math.Sin(angle)})
	}
	return &Outline{Code: "59350", Land: orb.MultiPolygon{{append(ring, ring[0])}}}
}

// BenchmarkHas asks for places all over the box of an outline, and around it.
func BenchmarkHas(b *testing.B) {
	random := rand.New(rand.NewPCG(7, 8))
	for _, bench := range []struct {
		name    string
		size    float64
		corners int
	}{{"commune", 0.05, 1500}, {"EPCI", 0.3, 20000}} {
		s := NewSet([]*Outline{coast(random, 3, 50, bench.size, bench.corners)})
		places := make([]orb.Point, 4096)
		for i := range places {
			places[i] = orb.Point{3 + bench.size*(2*random.Float64()-1), 50 + bench.size*(2*random.Float64()-1)}
		}
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := range b.N {
				p := places[i%len(places)]
				s.Has(p[0], p[1])
			}
		})
	}
}
