package geometry

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

func TestGeometry(t *testing.T) {
	point := orb.Point{2.35, 48.85}
	square := orb.Ring{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}
	cases := map[string]struct {
		raw  string
		kind Kind
		want orb.Geometry
	}{
		"point":               {`{"type":"Point","coordinates":[2.35,48.85]}`, Point, point},
		"spaces":              {" {\r\n\t\"type\" : \"Point\" , \"coordinates\" : [ 2.35 , 48.85 ] } ", Point, point},
		"coordinates first":   {`{"coordinates":[2.35,48.85],"type":"Point"}`, Point, point},
		"height":              {`{"type":"Point","coordinates":[2.35,48.85,35.5]}`, Point, point},
		"exponents":           {`{"type":"Point","coordinates":[235e-2,0.4885E+2]}`, Point, point},
		"escaped names":       {`{"\u0074ype":"P\u006fint","coordinates":[2.35,48.85]}`, Point, point},
		"empty point":         {`{"type":"Point","coordinates":[]}`, Point, nil},
		"points":              {`{"type":"MultiPoint","coordinates":[[2.35,48.85],[0,0]]}`, MultiPoint, orb.MultiPoint{point, {}}},
		"line":                {`{"type":"LineString","coordinates":[[2.35,48.85],[0,-0.5]]}`, LineString, orb.LineString{point, {0, -0.5}}},
		"lines":               {`{"type":"MultiLineString","coordinates":[[[2.35,48.85],[0,1]],[]]}`, MultiLineString, orb.MultiLineString{{point, {0, 1}}, nil}},
		"polygon":             {`{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}`, Polygon, orb.Polygon{square}},
		"polygons":            {`{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,1],[0,0]]],[],[[[0,0],[1,0],[1,1],[0,1],[0,0]]]]}`, MultiPolygon, orb.MultiPolygon{{square}, nil, {square}}},
		"collection":          {`{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[2.35,48.85]}]}`, GeometryCollection, orb.Collection{point}},
		"nested":              {`{"geometries":[{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[2.35,48.85]}]}],"type":"GeometryCollection"}`, GeometryCollection, orb.Collection{point}},
		"null":                {`null`, Null, nil},
		"last one counts":     {`{"type":"Point","coordinates":[1,2],"coordinates":[2.35,48.85]}`, Point, point},
		"a position too many": {`{"type":"MultiPoint","coordinates":[[2.35,48.85],[1],["x",2],[1e400,2],7,null]}`, MultiPoint, orb.MultiPoint{point}},
	}
	var s Shape
	for name, c := range cases {
		s.Decode([]byte(c.raw))
		if s.Kind != c.kind {
			t.Errorf("%s: %s, not %s", name, s.Kind, c.kind)
		}
		equal := cmp.Comparer(func(a, b orb.Ring) bool { return cmp.Equal([]orb.Point(a), []orb.Point(b), emptyIsNil) })
		if diff := cmp.Diff(c.want, s.Geometry(), emptyIsNil, equal); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if s.Decode(nil); s.Kind != None || s.Geometry() != nil || len(s.Faults) > 0 {
		t.Errorf("no geometry member gives %+v", s)
	}
}

// emptyIsNil takes an empty list for none.
var emptyIsNil = cmp.FilterValues(func(a, b []orb.Point) bool { return len(a) == 0 && len(b) == 0 }, cmp.Ignore())

func TestPoint(t *testing.T) {
	var s Shape
	for raw, want := range map[string][2]string{
		`{"type":"Point","coordinates":[2.350,48.85]}`:                   {"2.350", "48.85"},
		`{"coordinates":[ 235e-2 , 4885E-2 , 12 ] ,"type":"Point"}`:      {"235e-2", "4885E-2"},
		`{"type": "Point", "coordinates": [-0.000000000000000001, 1e1]}`: {"-0.000000000000000001", "1e1"},
	} {
		s.Decode([]byte(raw))
		x, y, at, ok := s.PointText()
		if diff := cmp.Diff(want, [2]string{string(x), string(y)}); diff != "" || !ok || !strings.HasPrefix(raw[at:], want[0]) {
			t.Errorf("%s (-want +got, %d %t):\n%s", raw, at, ok, diff)
		}
	}
	if s.Decode([]byte(`{"type":"MultiPoint","coordinates":[[1,2]]}`)); s.Positions() != 1 {
		t.Error("one position is expected")
	}
	if _, _, ok := s.Point(); ok {
		t.Error("a MultiPoint is no Point")
	}
}

// triangle, in the cases of faults, stands for one that is right.
const triangle = `[[0,0],[1,0],[1,1],[0,0]]`

func TestFaults(t *testing.T) {
	cases := []struct {
		raw  string // § where the fault is told
		want Fault  // without At and End
		text string
	}{
		{`§{"coordinates":[1,2]}`, Fault{Kind: NoType, N: 1}, ""},
		{`{§"Type":"Point","coordinates":[1,2]}`, Fault{Kind: NoType, N: 1}, `"Type"`},
		{`{"type":§7,"coordinates":[1,2]}`, Fault{Kind: TypeNotText, N: 1}, `7`},
		{`{"type":§"point","coordinates":[1,2]}`, Fault{Kind: UnknownType, N: 1, Near: Point}, `"point"`},
		{`{"type":§"Poligon","coordinates":[]}`, Fault{Kind: UnknownType, N: 1, Near: Polygon}, `"Poligon"`},
		{`{"type":§"Multi Polygon","coordinates":[]}`, Fault{Kind: UnknownType, N: 1, Near: MultiPolygon}, `"Multi Polygon"`},
		{`{"type":§"LINESTRING Z","coordinates":[]}`, Fault{Kind: UnknownType, N: 1, Near: LineString}, `"LINESTRING Z"`},
		{`{"type":§"Circle","coordinates":[]}`, Fault{Kind: UnknownType, N: 1}, `"Circle"`},
		{`{"type":§"Feature","geometry":null}`, Fault{Kind: FeatureType, N: 1}, `"Feature"`},
		{`§"POINT (1 2)"`, Fault{Kind: NotGeometry, N: 1}, `"POINT (1 2)"`},
		{`[§`, Fault{Kind: Syntax, N: 1}, ""},
		{`null§,`, Fault{Kind: Syntax, N: 1}, ""},
		{strings.Repeat("[", 64) + "§" + strings.Repeat("[", 500000), Fault{Kind: TooDeep, N: 1}, ""},
		{`§{"type":"Point"}`, Fault{Kind: NoCoordinates, N: 1}, ""},
		{`{"type":"Point",§"coordinate":[1,2]}`, Fault{Kind: NoCoordinates, N: 1}, `"coordinate"`},
		{`§{"type":"GeometryCollection","coordinates":[]}`, Fault{Kind: NoCoordinates, N: 1}, ""},
		{`{"type":"Point","coordinates":[1,2],§"coordinates":[3,4]}`, Fault{Kind: Repeated, N: 1}, `"coordinates"`},
		{`{"type":"Point","coordinates":§"1,2"}`, Fault{Kind: NotList, N: 1}, `"1,2"`},
		{`{"type":"Point","coordinates":§null}`, Fault{Kind: NotList, N: 1}, `null`},
		{`{"type":"GeometryCollection","geometries":§{}}`, Fault{Kind: NotList, N: 1}, `{}`},
		{`{"type":"Polygon","coordinates":§[[0,0],[1,0],[1,1],[0,0]]}`, Fault{Kind: WrongDepth, N: 1, Near: LineString}, ""},
		{`{"type":"Point","coordinates":§[[1,2]]}`, Fault{Kind: WrongDepth, N: 1, Near: LineString}, ""},
		{`{"type":"LineString","coordinates":§[1,2]}`, Fault{Kind: WrongDepth, N: 1, Near: Point}, ""},
		{`{"type":"MultiPolygon","coordinates":§[` + triangle + `]}`, Fault{Kind: WrongDepth, N: 1, Near: Polygon}, ""},
		{`{"type":"Point","coordinates":§[[[[[1,2]]]]]}`, Fault{Kind: WrongDepth, N: 1, Near: Unknown}, ""},
		{`{"type":"Polygon","coordinates":[` + triangle + `,§7,null]}`, Fault{Kind: NotPosition, N: 2}, `7`},
		{`{"type":"LineString","coordinates":[[0,0],[1,1],§5,6]}`, Fault{Kind: NotPosition, N: 2}, `5`},
		{`{"type":"Point","coordinates":§[1]}`, Fault{Kind: FewNumbers, N: 1}, `[1]`},
		{`{"type":"LineString","coordinates":[[1,1],§[],[2,2]]}`, Fault{Kind: FewNumbers, N: 1}, `[]`},
		{`{"type":"Point","coordinates":[§"1","2"]}`, Fault{Kind: NotNumber, N: 1}, `"1"`},
		{`{"type":"Point","coordinates":[1,§null]}`, Fault{Kind: NotNumber, N: 1}, `null`},
		{`{"type":"Point","coordinates":[§1e400,2]}`, Fault{Kind: TooLarge, N: 1}, `1e400`},
		{`{"type":"Point","coordinates":§[1,2,3,4]}`, Fault{Kind: ManyNumbers, N: 1, Worst: 4}, `[1,2,3,4]`},
		{`{"type":"LineString","coordinates":[[1,2],[1,3],§[1,4,5],[1,6,7]]}`, Fault{Kind: MixedHeights, N: 1, Where: Place{Vertex: 3}}, ""},
		{`{"type":"Point","coordinates":§[]}`, Fault{Kind: Empty, N: 1}, ""},
		{`{"type":"Polygon","coordinates":[` + triangle + `,§[]]}`, Fault{Kind: Empty, N: 1, Where: Place{Ring: 2}}, ""},
		{`{"type":"MultiPolygon","coordinates":[§[],[]]}`, Fault{Kind: Empty, N: 2}, ""},
		{`§{"type":"MultiPolygon","coordinates":[]}`, Fault{Kind: Empty, N: 1}, ""},
		{`{"type":"GeometryCollection","geometries":§[]}`, Fault{Kind: Empty, N: 1}, ""},
		{`{"type":"LineString","coordinates":§[[1,2]]}`, Fault{Kind: ShortLine, N: 1, X: 1, Y: 2}, ""},
		{`{"type":"Polygon","coordinates":[§[[0,0],[1,1],[0,0]]]}`, Fault{Kind: ShortRing, N: 1, Worst: 3, Where: Place{Ring: 1}}, ""},
		{`{"type":"Polygon","coordinates":[[[5,5],[1,0],[1,1],§[5,6]]]}`, Fault{Kind: OpenRing, N: 1, X: 5, Y: 5, Where: Place{Ring: 1}, Other: Place{Vertex: 4}}, `[5,6]`},
		{`{"type":"Polygon","coordinates":[[[0,0,1],[1,0,1],[1,1,1],§[0,0,2]]]}`, Fault{Kind: OpenRing, N: 1, Where: Place{Ring: 1}, Other: Place{Vertex: 4}}, `[0,0,2]`},
		{`{"type":"MultiPoint","coordinates":[[0,0],§[652381,6862047],[7,-91]]}`, Fault{Kind: OutOfRange, N: 2, X: 652381, Y: 6862047, Where: Place{Vertex: 2}}, ""},
		{`{"type":"MultiPoint","coordinates":[[§2.12345678,48],[2.123456789,48.1]]}`, Fault{Kind: Precise, N: 2, Worst: 9, Where: Place{Vertex: 1}}, `2.12345678,48`},
		{`{"type":"LineString","coordinates":[[0,0],§[0,0],[1,1],[1,1]]}`, Fault{Kind: Twice, N: 2, Where: Place{Vertex: 2}}, ""},
		{`{"type":"MultiLineString","coordinates":[[[0,0],[1,1]],§[[1,1],[1,1]]]}`, Fault{Kind: NoLength, N: 1, X: 1, Y: 1, Where: Place{Polygon: 2}}, ""},
		{`{"type":"LineString","coordinates":[§[-176,-13],[179,-13],[178,-13]]}`, Fault{Kind: LongSegment, N: 1, X: -176, Y: -13, Where: Place{Vertex: 1}}, ""},
		{`{"type":"Point","coordinates":[1,2],§"features":{},"properties":{}}`, Fault{Kind: Foreign, N: 2}, `"features"`},
		{`{"type":"Point","coordinates":[1,2],§"crs":{}}`, Fault{Kind: OwnCRS, N: 1}, `"crs"`},
		{`{"type":"GeometryCollection","geometries":[§{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}]}`, Fault{Kind: Nested, N: 1}, ""},
		{`{"type":"GeometryCollection","geometries":[§null,{"type":"Point","coordinates":[1,2]}]}`, Fault{Kind: NotGeometry, N: 1}, `null`},
	}
	var s Shape
	for _, c := range cases {
		want := c.want
		want.At = strings.Index(c.raw, "§")
		want.End = want.At + len(c.text)
		s.Decode([]byte(strings.ReplaceAll(c.raw, "§", "")))
		if diff := cmp.Diff([]Fault{want}, s.Faults); diff != "" {
			t.Errorf("%.200s (-want +got):\n%s", c.raw, diff)
		} else if text := string(s.Text(&s.Faults[0])); text != c.text {
			t.Errorf("%s: the text is %s", c.raw, text)
		}
	}
}

// What is no fault.
func TestNoFaults(t *testing.T) {
	var s Shape
	for _, raw := range []string{
		`{"type":"Polygon","coordinates":[` + triangle + `]}`,
		`{"type":"LineString","coordinates":[[0,0,1],[0,0,2]]}`,
		`{"type":"MultiPoint","coordinates":[[0,0],[0,0]]}`,
		`{"type":"Point","coordinates":[180,-90],"bbox":[180,-90,180,-90],"title":"sea"}`,
		`{"type":"LineString","coordinates":[[-90,0],[90,0],[1.1234567,1e-7]]}`,
	} {
		s.Decode([]byte(raw))
		if diff := cmp.Diff([]Fault(nil), s.Faults); diff != "" {
			t.Errorf("%s:\n%s", raw, diff)
		}
	}
	if s.Decode([]byte(`{"type":"Point","coordinates":[1,2,-5],"bbox":[1,2,1,2]}`)); string(s.BBox) != "[1,2,1,2]" || s.BBoxAt != 46 || s.Low != -5 || s.High != -5 {
		t.Errorf("bbox %s at %d, heights %g to %g", s.BBox, s.BBoxAt, s.Low, s.High)
	}
}

// A shape that is used again allocates nothing.
func TestAllocations(t *testing.T) {
	texts := [][]byte{
		[]byte(`{"type":"Point","coordinates":[2.3522,48.8566]}`),
		[]byte(`{"coordinates":[2.352212345678901,48.8566],"type":"Point"}`),
		[]byte(`{"type":"Polygon","coordinates":[` + triangle + `]}`),
		bytes.Clone(star(1000, 0)),
	}
	var s Shape
	got := testing.AllocsPerRun(100, func() {
		for _, raw := range texts {
			s.Decode(raw)
			s.Analyse()
		}
	})
	if got > 0 {
		t.Errorf("%g allocations", got)
	}
}
