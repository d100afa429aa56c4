package geometry

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outer and the holes, in the cases of TestAnalyse.
const (
	outer = `[[0,0],[10,0],[10,10],[0,10],[0,0]]`
	hole  = `[[2,2],[2,4],[4,4],[4,2],[2,2]]`
)

func TestAnalyse(t *testing.T) {
	cases := map[string]struct {
		coordinates string // of a MultiPolygon where they have four levels
		want        []Fault
	}{
		"right":             {`[` + outer + `,` + hole + `]`, nil},
		"clockwise":         {`[[[0,0],[0,9],[9,9],[0,0]]]`, []Fault{{Kind: Clockwise, N: 1, Where: Place{Ring: 1, Vertex: 1}, Other: Place{Ring: 1, Vertex: 1}}}},
		"hole not so":       {`[` + outer + `,[[2,2],[4,2],[4,4],[2,2]]]`, []Fault{{Kind: Clockwise, N: 1, X: 2, Y: 2, Where: Place{Ring: 2, Vertex: 1}, Other: Place{Ring: 2, Vertex: 1}}}},
		"bow tie":           {`[[[0,0],[4,4],[4,0],[0,4],[0,0]]]`, []Fault{{Kind: RingCrosses, N: 1, X: 2, Y: 2, Where: Place{Ring: 1, Vertex: 1}, Other: Place{Ring: 1, Vertex: 3}}}},
		"crosses a vertex":  {`[[[0,0],[2,2],[4,4],[4,0],[2,2],[0,4],[0,0]]]`, []Fault{{Kind: RingCrosses, N: 1, X: 2, Y: 2, Where: Place{Ring: 1, Vertex: 2}, Other: Place{Ring: 1, Vertex: 5}}}},
		"touches a vertex":  {`[[[0,0],[2,2],[4,0],[4,4],[2,2],[0,4],[0,0]]]`, []Fault{{Kind: RingTouches, N: 1, X: 2, Y: 2, Where: Place{Ring: 1, Vertex: 2}, Other: Place{Ring: 1, Vertex: 5}}}},
		"touches a side":    {`[[[0,0],[8,0],[8,4],[4,0],[0,4],[0,0]]]`, []Fault{{Kind: RingTouches, N: 1, X: 4, Where: Place{Ring: 1, Vertex: 1}, Other: Place{Ring: 1, Vertex: 4}}}},
		"spike":             {`[[[0,0],[4,0],[4,4],[4,6],[4,4],[0,4],[0,0]]]`, []Fault{{Kind: RingTouches, N: 1, X: 4, Y: 4, Where: Place{Ring: 1, Vertex: 3}, Other: Place{Ring: 1, Vertex: 5}}, {Kind: Spike, N: 1, X: 4, Y: 6, Where: Place{Ring: 1, Vertex: 4}, Other: Place{Ring: 1, Vertex: 4}}}},
		"flat":              {`[[[0,0],[2,1],[4,2],[0,0]]]`, []Fault{{Kind: Flat, N: 1, Where: Place{Ring: 1}}}},
		"one point":         {`[[[1,1],[1,1],[1,1],[1,1]]]`, []Fault{{Kind: Flat, N: 1, X: 1, Y: 1, Where: Place{Ring: 1}}}},
		"rings cross":       {`[` + outer + `,[[8,2],[8,4],[12,3],[8,2]]]`, []Fault{{Kind: RingsCross, N: 2, X: 10, Y: 3.5, Where: Place{Ring: 1, Vertex: 2}, Other: Place{Ring: 2, Vertex: 2}}}},
		"rings overlap":     {`[` + outer + `,[[8,2],[8,4],[10,4],[10,2],[8,2]]]`, []Fault{{Kind: RingsOverlap, N: 1, X: 10, Y: 4, Where: Place{Ring: 1, Vertex: 2}, Other: Place{Ring: 2, Vertex: 3}}}},
		"ring twice":        {`[` + outer + `,` + hole + `,[[4,4],[4,2],[2,2],[2,4],[4,4]]]`, []Fault{{Kind: RingTwice, N: 1, X: 2, Y: 2, Where: Place{Ring: 2, Vertex: 1}, Other: Place{Ring: 3, Vertex: 1}}}},
		"hole outside":      {`[` + outer + `,[[12,2],[12,4],[14,4],[12,2]]]`, []Fault{{Kind: HoleOutside, N: 1, X: 12, Y: 2, Where: Place{Ring: 2, Vertex: 1}, Other: Place{Ring: 2, Vertex: 1}}}},
		"outside, touching": {`[` + outer + `,[[10,2],[12,4],[14,3],[10,2]]]`, []Fault{{Kind: HoleOutside, N: 1, X: 10, Y: 2, Where: Place{Ring: 2, Vertex: 1}, Other: Place{Ring: 2, Vertex: 1}}}},
		"hole in a hole":    {`[` + outer + `,` + hole + `,[[3,3],[3,3.5],[3.5,3],[3,3]]]`, []Fault{{Kind: HoleInHole, N: 1, X: 3, Y: 3, Where: Place{Ring: 3, Vertex: 1}, Other: Place{Ring: 2, Vertex: 1}}}},
		"hole touches":      {`[` + outer + `,[[0,2],[2,4],[2,2],[0,2]]]`, nil},
		"hole cuts":         {`[` + outer + `,[[0,5],[5,6],[10,5],[5,4],[0,5]]]`, []Fault{{Kind: Disconnected, N: 1, X: 10, Y: 5, Where: Place{Ring: 2, Vertex: 3}, Other: Place{Ring: 2, Vertex: 3}}}},
		"holes at a point":  {`[` + outer + `,[[5,5],[4,6],[6,6],[5,5]],[[5,5],[6,4],[4,4],[5,5]]]`, nil},
		"polygons overlap":  {`[[` + outer + `],[[[5,5],[15,5],[15,15],[5,5]]]]`, []Fault{{Kind: PolygonsOverlap, N: 2, X: 10, Y: 5, Where: Place{Polygon: 1, Ring: 1, Vertex: 2}, Other: Place{Polygon: 2, Ring: 1, Vertex: 1}}}},
		"polygon within":    {`[[` + outer + `],[[[5,5],[6,5],[6,6],[5,5]]]]`, []Fault{{Kind: PolygonsOverlap, N: 1, X: 5, Y: 5, Where: Place{Polygon: 2, Ring: 1, Vertex: 1}, Other: Place{Polygon: 1, Ring: 1, Vertex: 1}}}},
		"border":            {`[[` + outer + `],[[[10,2],[15,2],[15,4],[10,4],[10,2]]]]`, []Fault{{Kind: PolygonsBorder, N: 1, X: 10, Y: 4, Where: Place{Polygon: 1, Ring: 1, Vertex: 2}, Other: Place{Polygon: 2, Ring: 1, Vertex: 4}}}},
		"polygon twice":     {`[[` + outer + `],[` + outer + `]]`, []Fault{{Kind: PolygonTwice, N: 1, Where: Place{Polygon: 1, Ring: 1, Vertex: 1}, Other: Place{Polygon: 2, Ring: 1, Vertex: 1}}}},
		"in the hole":       {`[[` + outer + `,` + hole + `],[[[2,3],[3,2],[4,3],[3,4],[2,3]]]]`, nil},
		"repeated vertices": {`[[[0,0],[0,0],[4,0],[4,4],[4,4],[0,4],[0,0],[0,0]]]`, nil},
		"beyond products":   {`[[[0,0],[1e200,0],[1e200,1e200],[0,1e200],[0,0]]]`, nil},
		"below products":    {`[[[0,0],[1e-200,1e-200],[1e-200,0],[0,1e-200],[0,0]]]`, []Fault{{Kind: RingCrosses, N: 1, X: 0, Y: 0, Where: Place{Ring: 1, Vertex: 1}, Other: Place{Ring: 1, Vertex: 3}}}},
	}
	var s Shape
	for name, c := range cases {
		kind := "Polygon"
		if strings.HasPrefix(c.coordinates, "[[[[") {
			kind = "MultiPolygon"
		}
		s.Decode([]byte(`{"type":"` + kind + `","coordinates":` + c.coordinates + `}`))
		decoded := len(s.Faults)
		s.Analyse()
		got := append([]Fault(nil), s.Faults[decoded:]...)
		for i := range got {
			if got[i].At == 0 {
				t.Errorf("%s: a fault has no place", name)
			}
			got[i].At, got[i].End = 0, 0
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// What people draw is decided, and what takes too much work is said to be
// undecided.
func TestBounds(t *testing.T) {
	want := map[string]map[FaultKind]bool{
		"coast": {}, "comb": {Clockwise: true}, "comb turned": {TooComplex: true}, "all crossing": {RingCrosses: true}, "one line": {Flat: true},
		"one point": {Flat: true, Twice: true}, "zigzag on a line": {RingTouches: true}, "spiral": {}, "holes": {}, "fan of holes": {TooComplex: true},
	}
	got := map[string]map[FaultKind]bool{}
	for _, f := range figures {
		var s Shape
		s.Decode(f.make(8000))
		s.Analyse()
		kinds := map[FaultKind]bool{}
		for _, fault := range s.Faults {
			kinds[fault.Kind] = true
		}
		got[f.name] = kinds
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestExtent(t *testing.T) {
	var e, east Extent
	for _, raw := range []string{`[[-176,-13],[-178,-14]]`, `[[2,41],[3,51]]`, `[]`, `[[-1,48],[1,48]]`} {
		var s Shape
		s.Decode([]byte(`{"type":"LineString","coordinates":` + raw + `}`))
		e.Add(&s)
	}
	var s Shape
	s.Decode([]byte(`{"type":"Point","coordinates":[179,-15]}`))
	east.Add(&s)
	e.Join(&east)
	for box, want := range map[string][2]float64{
		`[-180,-20,180,52]`: {}, `[170,-20,5,52]`: {}, `[170,-20,-177,52]`: {-1, 48}, `[-178,-15,10,52]`: {179, -15}, `[-180,-10,180,52]`: {-178, -14}, `[-180,-20,180,50]`: {3, 51},
	} {
		b, _, _ := ReadBBox([]byte(box))
		x, y, outside := e.Outside(&b)
		if diff := cmp.Diff(want, [2]float64{x, y}); diff != "" || outside != (want != [2]float64{}) {
			t.Errorf("%s (-want +got):\n%s", box, diff)
		}
	}
}
