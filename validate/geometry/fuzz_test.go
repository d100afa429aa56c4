package geometry

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// FuzzDecode: no bytes make Decode panic; it takes for JSON what encoding/json
// does, and reads of geometries that are right the positions that it reads.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		`{"type":"Point","coordinates":[2.35,48.85]}`, `{ "type": "Point", "coordinates": [ 2.350000000000000001, -1e-7, 35 ] }`,
		`{"coordinates":[[[0,0],[1e0,0],[1,1],[0,0]],[]],"type":"Polygon","bbox":[0,0,1,1]}`,
		`{"type":"MultiPolygon","coordinates":[[[[0,0,1],[1,0],[1,1],[0,0]]],[],null,[7]]}`,
		`{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[]},{"type":"MultiPoint","coordinates":[["1",2],[1e400,2]]}]}`,
		`{"type":"LineString","coordinates":[[1,2],[1,2]],"type":"MultiPoint","crs":null}`, `null`, `"POINT(1 2)"`, `[[[[[`, `{"\u0074ype":"\ud800"}`,
		`{"type":"point"}`, `{"type":"Feature"}`, `{"type":7}`, `{"type":"LineString","coordinates":[[0]]}`, `{"type":"Point","coordinates":[01,2]}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		var s Shape
		s.Decode(raw)
		s.Analyse()
		ReadBBox(raw)
		if s.Fault(TooDeep) != nil {
			return
		}
		if json.Valid(raw) == (s.Fault(Syntax) != nil || s.Kind == None) {
			t.Fatalf("encoding/json says %t, and there is %v", json.Valid(raw), s.Fault(Syntax))
		}
		for i := range s.Faults {
			if at := s.Faults[i].At; at < 0 || at > len(raw) || s.Faults[i].N < 1 {
				t.Fatalf("%+v", s.Faults[i])
			}
			s.Text(&s.Faults[i])
		}
		if s.Kind < Point || s.wrong > 0 {
			return
		}
		var document map[string]any
		if err := json.Unmarshal(raw, &document); err != nil {
			return // a number that is too large, in a member without meaning
		}
		var want, got []float64
		gather(document, &want)
		for i := range s.Positions() {
			p, _ := s.Position(i)
			got = append(got, p[0], p[1])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-encoding/json +got):\n%s", diff)
		}
	})
}

// gather lists the first two numbers of the positions of a geometry.
func gather(v any, to *[]float64) {
	switch v := v.(type) {
	case map[string]any:
		if v["type"] == "GeometryCollection" {
			gather(v["geometries"], to)
		} else if name, ok := v["type"].(string); ok && kindOf([]byte(name)) != Unknown {
			gather(v["coordinates"], to)
		}
	case []any:
		for i, item := range v {
			if number, ok := item.(float64); !ok {
				gather(item, to)
			} else if i < 2 {
				*to = append(*to, number)
			}
		}
	}
}

// FuzzAnalyse: what is found does not change with where rings start, which way
// they turn, or where the whole lies; of one ring, it is what comparing each segment with each
// other one finds.
func FuzzAnalyse(f *testing.F) {
	for _, rings := range [][]byte{
		{0x00, 0x20, 0x22, 0x02}, {0x00, 0x22, 0x20, 0x02}, {0x00, 0x40, 0x44, 0x04, 0xff, 0x11, 0x21, 0x22},
		{0x00, 0x40, 0x44, 0x04, 0xff, 0x00, 0x22, 0x24}, {0x00, 0x10, 0x20, 0x10, 0x11}, {0x00, 0x40, 0x44, 0x22, 0x04},
		{0x00, 0x40, 0x44, 0x04, 0xff, 0x02, 0x20, 0x42, 0x24}, {0x00, 0x40, 0x44, 0x04, 0xfe, 0x10, 0x30, 0x31}, {0x11, 0x33, 0x31, 0x11, 0x01, 0x05},
	} {
		f.Add(rings, byte(3))
	}
	f.Fuzz(func(t *testing.T, data []byte, move byte) {
		if len(data) > 32 {
			return // more could have as many hits as are counted, and where that stops depends on where it begins
		}
		polygons := polygonsOf(data)
		want := findings(polygons)
		changed := make([][][][2]float64, len(polygons))
		for i, polygon := range polygons {
			for _, ring := range polygon {
				n := len(ring) - 1
				start := int(move) % n
				ring = slices.Concat(ring[start:n], ring[:start+1])
				if move&1 > 0 {
					slices.Reverse(ring)
				}
				for j := range ring {
					ring[j] = [2]float64{ring[j][1]/64 + float64(move), ring[j][0]/64 - float64(move)/8}
				}
				changed[i] = append(changed[i], ring)
			}
		}
		if diff := cmp.Diff(want, findings(changed)); diff != "" {
			t.Errorf("%v (-as it is +changed):\n%s", polygons, diff)
		}
		if len(polygons) == 1 && len(polygons[0]) == 1 && len(polygons[0][0]) <= 13 {
			_, flat := want[Flat]
			if ring := polygons[0][0]; (len(want) > 0) == simple(ring) && !(flat && simple(ring)) {
				t.Errorf("%v: comparing all finds %t, and there is %v", ring, simple(ring), want)
			}
		}
	})
}

// polygonsOf reads rings of small whole numbers, two to a byte: 255 starts another
// ring, 254 another polygon.
func polygonsOf(data []byte) [][][][2]float64 {
	polygons := [][][][2]float64{nil}
	var ring [][2]float64
	finish := func() {
		if len(ring) >= 3 {
			last := &polygons[len(polygons)-1]
			*last = append(*last, append(ring, ring[0]))
		}
		ring = nil
	}
	for _, b := range data {
		switch b {
		case 0xff:
			finish()
		case 0xfe:
			finish()
			polygons = append(polygons, nil)
		default:
			ring = append(ring, [2]float64{float64(b >> 4), float64(b & 15)})
		}
	}
	finish()
	return polygons
}

// findings is how many faults of each kind Analyse finds in polygons, but for the
// way in which rings turn. Where a ring meets itself, only that it does so is told:
// how often one passes through a place depends on the way.
func findings(polygons [][][][2]float64) map[FaultKind]int {
	raw, err := json.Marshal(map[string]any{"type": "MultiPolygon", "coordinates": polygons})
	if err != nil {
		panic(err)
	}
	var s Shape
	s.Decode(raw)
	decoded := len(s.Faults)
	s.Analyse()
	found := map[FaultKind]int{}
	for _, f := range s.Faults[decoded:] {
		switch f.Kind {
		case Clockwise:
		case RingCrosses, RingTouches, Spike:
			found[RingCrosses] = 1
		default:
			found[f.Kind] = f.N
		}
	}
	return found
}

// simple compares each segment of a ring with each other one.
func simple(ring [][2]float64) bool {
	ring = slices.Compact(slices.Clone(ring))
	n := len(ring) - 1
	for i := range n {
		for j := i + 1; j < n; j++ {
			a, b, c, d := ring[i], ring[i+1], ring[j], ring[j+1]
			side := func(p, q, r [2]float64) float64 { return (q[0]-p[0])*(r[1]-p[1]) - (q[1]-p[1])*(r[0]-p[0]) }
			within := func(p, q, r [2]float64) bool {
				return side(p, q, r) == 0 && min(p[0], q[0]) <= r[0] && r[0] <= max(p[0], q[0]) && min(p[1], q[1]) <= r[1] && r[1] <= max(p[1], q[1])
			}
			switch next, wraps := j == i+1, i == 0 && j == n-1; {
			case next && wraps:
				return false // there and back
			case next && (within(a, b, d) || within(c, d, a)), wraps && (within(a, b, c) || within(c, d, b)):
				return false
			case next || wraps:
			case within(a, b, c) || within(a, b, d) || within(c, d, a) || within(c, d, b),
				side(a, b, c)*side(a, b, d) < 0 && side(c, d, a)*side(c, d, b) < 0:
				return false
			}
		}
	}
	return n >= 3
}

// FuzzOrient: the side of a line is that of exact fractions, whatever way it was
// found.
func FuzzOrient(f *testing.F) {
	f.Add(0.0, 0.0, 1.0, 1.0, 2.0, 2.0)
	f.Add(0.1, 0.1, 0.3, 0.3, 0.2, 0.2)
	f.Add(12.0, 12.0, 24.0, 24.0, 0.5, math.Nextafter(0.5, 1))
	f.Add(1e-200, 1e-200, 2e-200, 2e-200, 3e-200, 3.0000000001e-200)
	f.Add(1e300, 1e300, -1e300, -1e300, 1e300, 1.0)
	f.Add(math.SmallestNonzeroFloat64, 0.0, 0.0, math.SmallestNonzeroFloat64, 1.0, -1.0)
	f.Fuzz(func(t *testing.T, ax, ay, bx, by, cx, cy float64) {
		for _, v := range []float64{ax, ay, bx, by, cx, cy} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return
			}
		}
		a, b, c := orb.Point{ax, ay}, orb.Point{bx, by}, orb.Point{cx, cy}
		want := orientBig(a, b, c)
		if got, _ := orient(a, b, c); got != want {
			t.Errorf("%v %v %v: %d, not %d", a, b, c, got, want)
		}
		if moderate(a) && moderate(b) && moderate(c) && orientSum(a, b, c) != want {
			t.Errorf("%v %v %v: the expansion is not %d", a, b, c, want)
		}
	})
}
