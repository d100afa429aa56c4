package geojson

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate"
)

// A reading is all that is read of a text: its rows and notes as lines of text.
type reading struct {
	File  string
	Rows  []string
	Notes []string
}

var kindWords = map[validate.FaultKind]string{
	validate.FaultTooLong: "too-long", validate.FaultEncoding: "encoding", validate.FaultReplaced: "replaced",
	validate.FaultJSONSyntax: "syntax", validate.FaultJSONComma: "comma", validate.FaultJSONNumber: "number",
	validate.FaultJSONQuote: "quote", validate.FaultJSONCharacter: "character", validate.FaultJSONDuplicate: "duplicate",
	validate.FaultJSONDeep: "deep", validate.FaultJSONTruncated: "truncated", validate.FaultJSONBehind: "behind",
	validate.FaultNoFeature: "no-feature", validate.FaultNoProperties: "no-properties", validate.FaultPropertiesEmpty: "null-properties",
	validate.FaultMisplaced: "misplaced", validate.FaultFeatureID: "id", validate.FaultNoGeometry: "no-geometry", validate.FaultJSONNoComma: "no-comma", validate.FaultJSONName: "name",
	validate.FaultJSONEscape: "escape", validate.FaultJSONComment: "comment", validate.FaultJSONUnclosed: "unclosed",
}

// newInput opens a text as it would come from a file.
func newInput(text string, src Source) (*Input, error) {
	src.Path, src.Size, src.Closer, src.Encoding = "test.geojson", int64(len(text)), io.NopCloser(nil), "utf-8"
	src.Begin, src.Rest, src.All = []byte(text), strings.NewReader(""), true
	if len(text) > sampleSize {
		src.Begin, src.Rest, src.All = []byte(text[:sampleSize+2]), strings.NewReader(text[sampleSize+2:]), false
	}
	return New(src)
}

// read reads a text, cut into chunks of a size.
func read(t testing.TB, text string, chunk, limit int) (r reading) {
	t.Helper()
	in, err := newInput(text, Source{ChunkSize: chunk, limit: limit})
	if err != nil {
		r.File = err.(*validate.Failure).Code
		return r
	}
	f := in.File()
	r.File = fmt.Sprintf("%s %s %s", f.Format, f.Layout, strings.Join(f.Labels, ","))
	for c, err := range in.Chunks() {
		if err != nil {
			t.Fatal(err)
		}
		for row := range in.Rows(c) {
			if c.Fault == 0 && !strings.HasPrefix(text[row.Pos.Byte:], string(row.Record)) {
				t.Fatalf("record %q does not stand at %d", row.Record, row.Pos.Byte)
			}
			r.Rows = append(r.Rows, told(f, row))
		}
		if c.Free != nil {
			c.Free()
		}
	}
	for _, n := range f.Notes() {
		r.Notes = append(r.Notes, fmt.Sprintf("%s %d %s %d:%d", n.Kind, n.N, n.Text, n.Pos.Line, n.Pos.Char))
	}
	return r
}

// told writes a row: where it is, its cells, its shape and its faults.
func told(f *validate.File, row *validate.Row) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d %d:%d@%d", row.Pos.Row, row.Pos.Line, row.Pos.Char, row.Pos.Byte)
	for _, cell := range row.Cells {
		if cell.JSON != validate.TextCell {
			fmt.Fprintf(&b, " %s=%s%s", f.Labels[cell.Column], [...]string{"", "'", "", "", "", "", "null"}[cell.JSON], cell.Raw)
		}
	}
	if row.Shape != nil {
		fmt.Fprintf(&b, " (%s)", row.Shape.Kind)
	}
	for _, fault := range row.Faults {
		at := row.At(fault.At)
		fmt.Fprintf(&b, " !%s@%d:%d+%d", kindWords[fault.Kind], at.Line, at.Char, fault.At)
		if fault.Text != "" {
			b.WriteString("=" + fault.Text)
		}
	}
	return b.String()
}

const point = `"geometry":{"type":"Point","coordinates":[2.35,48.85]}`

// feature is a feature at a point with some properties.
func feature(properties string) string {
	return `{"type":"Feature","properties":{` + properties + `},` + point + `}`
}

// collection is a collection of features.
func collection(features ...string) string {
	return `{"type":"FeatureCollection","features":[` + strings.Join(features, ",") + `]}`
}

// The layouts, as they come.
var layoutTests = []struct {
	name, text string
	want       reading
}{
	{"collection", `{"type":"FeatureCollection","features":[` + feature(`"a":1,"b":"x"`) + "\n,\r\n " + feature(`"b":null,"c":true`) + `]}`, reading{
		File: "geojson collection a,b,c",
		Rows: []string{"1 1:41@40 a=1 b='x (Point)", "2 3:2@147 b=null c=true (Point)"},
	}},
	{"features before type", `{"features":[` + feature(`"a":"é"`) + `,` + feature(`"a":2`) + `],"type":"FeatureCollection"}`, reading{
		File: "geojson collection a",
		Rows: []string{"1 1:14@13 a='é (Point)", "2 1:111@111 a=2 (Point)"},
	}},
	{"members before and behind", `{"name":"[{\"","crs":{"type":"name", "properties":{"name":"x"}} ,"links":[{"a":[1]}],"type":"FeatureCollection","features":[` + feature(`"a":1`) + `],"bbox":[1,2,3,4],"x":{"y":[{}]}}` + "\n", reading{
		File:  "geojson collection a",
		Rows:  []string{"1 1:125@124 a=1 (Point)"},
		Notes: []string{"bbox 1 [1,2,3,4] 1:228"},
	}},
	{"empty collection", `{"type":"FeatureCollection","features":[ ]}`, reading{File: "geojson collection "}},
	{"one feature", " " + feature(`"a":1`) + "\n\n", reading{File: "geojson feature a", Rows: []string{"1 1:2@1 a=1 (Point)"}}},
	{"bare geometry", `{"type":"Point","coordinates":[1,2]}`, reading{File: "geojson feature ", Rows: []string{"1 1:1@0 (Point) !no-feature@1:1+0=Point"}}},
	{"lines", feature(`"a":1`) + "\n" + feature(`"a":2`) + "\r\n\r\n" + feature(`"b":3`), reading{
		File: "geojson lines a,b",
		Rows: []string{"1 1:1@0 a=1 (Point)", "2 2:1@95 a=2 (Point)", "3 4:1@193 b=3 (Point)"},
	}},
	{"sequence", "\x1e" + feature(`"a":1`) + "\n\x1e" + `{"type":"Feature","properties":{"a":` + "\n\x1e" + feature(`"a":3`) + "\n", reading{
		File: "geojson sequence a",
		Rows: []string{"1 1:2@1 a=1 (Point)", "2 2:2@97 !unclosed@2:33+31={", "3 3:2@135 a=3 (Point)"},
	}},
	{"records", `[{"a":1,"b":{"c":[1,2]}}, {"a":"x\ny","b":[]}]`, reading{
		File: "json array a,b", Rows: []string{`1 1:2@1 a=1 b={"c":[1,2]}`, "2 1:27@26 a='x\ny b=[]"},
	}},
	{"record lines", `{"a":1,"list":[{"x":1}]}` + "\n" + `{"a":2}`, reading{File: "json lines a,list", Rows: []string{`1 1:1@0 a=1 list=[{"x":1}]`, "2 2:1@25 a=2"}}},
	{"records below a name", `{"marches":[{"id":"1","lieu":{"code":"35"}},{"id":"2"}]}`, reading{
		File: "json object id,lieu", Rows: []string{`1 1:13@12 id='1 lieu={"code":"35"}`, "2 1:45@44 id='2"}, Notes: []string{"path 1 marches 0:0"},
	}},
	{"records below two names", `{"marches":{"marche":[{"id":"1"}],"contrat-concession":[{"id":"2"}]}}`, reading{
		File: "json object id", Rows: []string{"1 1:23@22 id='1"}, Notes: []string{"path 1 marches.marche 0:0"},
	}},
	{"records beside their description", `{"success":true,"result":{"fields":[{"id":"a"}],"records":[{"a":1}]}}`, reading{
		File: "json object a", Rows: []string{"1 1:60@59 a=1"}, Notes: []string{"path 1 result.records 0:0"},
	}},
	{"a list of features", "[" + feature(`"a":1`) + "]", reading{File: "geojson array a", Rows: []string{"1 1:2@1 a=1 (Point)"}, Notes: []string{"list-of-features 1  0:0"}}},
	{"a collection of no type", `{"features":[` + feature(`"a":1`) + `]}`, reading{File: "geojson collection a", Rows: []string{"1 1:14@13 a=1 (Point)"}, Notes: []string{"not-a-collection 1  0:0"}}},
	{"no features", `{"type":"FeatureCollection"}`, reading{File: "no-features"}},
	{"features that are no list", `{"type":"FeatureCollection","features":null}`, reading{File: "no-features"}},
	{"TopoJSON", `{"type":"Topology","arcs":[[[1,2]]],"objects":{"a":{"type":"GeometryCollection","geometries":[{}]}}}`, reading{File: "topojson"}},
	{"Esri", `{"objectIdFieldName":"x","geometryType":"esriGeometryPoint","features":[{"attributes":{"a":1},"geometry":{"x":1,"y":2}}]}`, reading{File: "esri-json"}},
	{"Esri, features alone", `{"features":[{"attributes":{"a":1},"geometry":{"x":1,"y":2}}]}`, reading{File: "esri-json"}},
	{"Table Schema", `{"fields":[{"name":"a"}],"primaryKey":"a"}`, reading{File: "schema-document"}},
	{"JSON Schema", `{"$schema":"http://json-schema.org/draft-07/schema#","type":"object"}`, reading{File: "schema-document"}},
	{"Data Package", `{"name":"x","resources":[{"path":"a.csv"}]}`, reading{File: "data-package"}},
	{"lists of lists", `[[1,2],[3]]`, reading{File: "no-objects"}},
	{"nothing", `{}`, reading{File: "no-objects"}},
	{"nothing in a list", ` [ ] `, reading{File: "json array "}},
}

func TestLayouts(t *testing.T) {
	for _, tt := range layoutTests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, read(t, tt.text, 0, 0)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// An item that is broken has its faults where they are, and those around it are
// read. Offsets are those in the record.
func TestFaults(t *testing.T) {
	for _, tt := range []struct{ item, want string }{
		{`{"type":"Feature","properties":{"a":"x","b":2,},"geometry":null}`, `a='x b=2 (null) !comma@45`},
		{`{"type":"Feature","properties":{"a":"x","b":NaN},"geometry":null}`, `a='x b=NaN (null) !number@44=NaN`},
		{`{"type":"Feature","properties":{"a":"x","b":+1},"geometry":null}`, `a='x b=+1 (null) !number@44=+1`},
		{`{"type":"Feature","properties":{"a":"x","b":01},"geometry":null}`, `a='x b=01 (null) !number@44=01`},
		{`{"type":"Feature","properties":{"a":"x","b":.5},"geometry":null}`, `a='x b=.5 (null) !number@44=.5`},
		{`{"type":"Feature","properties":{"a":"x","b":1.},"geometry":null}`, `a='x b=1. (null) !number@44=1.`},
		{`{"type":"Feature","properties":{"a":"x","b":1,5},"geometry":null}`, `a='x b=1.5 (null) !number@44=1,5`},
		{`{"type":"Feature","properties":{'a':'x',b:2},"geometry":null}`, `a='x b=2 (null) !quote@32=' !quote@36=' !name@40=b`},
		{`{"type":"Feature","properties":{"a":"x" /* é */,"b":2},"geometry":null}`, `a='x b=2 (null) !comment@40=/* é */`},
		{"{\"type\":\"Feature\",\"properties\":{\"a\":\"x\ny\",\"b\":2},\"geometry\":null}", "a='x\ny b=2 (null) !character@38=U+000A"},
		{`{"type":"Feature","properties":{"a":"\ud83dx","b":2},"geometry":null}`, "a='\ufffdx b=2 (null) !character@37=\\ud83d"},
		{`{"type":"Feature","properties":{"a":"\x","b":2},"geometry":null}`, `a='\x b=2 (null) !escape@37=\x`},
		{`{"type":"Feature","properties":{"a":"l'"école"","b":2},"geometry":null}`, `a='l'"école" b=2 (null) !escape@39=" !escape@46="`},
		{`{"type":"Feature","properties":{"a":"x","a":"y","b":2,"b":3},"geometry":null}`, `a='y b=3 (null) !duplicate@40=a !duplicate@54=b`},
		{`{"type":"Feature","properties":{"a":"x" "b":2},"geometry":null}`, `a='x b=2 (null) !no-comma@40="`},
		{`{"type":"Feature","properties":{"a":"x","b":True},"geometry":null}`, `a='x b='True (null) !syntax@44=True`},
		{`{"type":"Feature","properties":{"a":"x","b":},"geometry":null}`, `a='x !syntax@44=}`},
		{`{"type":"Feature","properties":{"a":"x","b":2},"geometry":{"type":"Point","coordinates":[1,2]]}}`, `a='x b=2 !syntax@93=]`},
		{`{"type":"Feature","properties":{"a":"x","b":2},"geometry":{"type":"Point","coordinates":[1,NaN]}}`, `a='x b=2 !number@91=NaN`},
		{`{"type":"Feature","properties":{"a":"x","b":[1,2},"geometry":null}`, `a='x !unclosed@44=[`},
		{`{"type":"Feature","properties":{"a":"x","b":2},"geometry":null`, `a='x b=2 (null) !unclosed@0={`},
		{`{"type":"Feature","properties":{"a":"x","b":2`, `a='x b=2 !unclosed@31={`},
		{`{"type":"Feature","properties":{"a":"x`, `!unclosed@36="`},
		{"{\"type\":\"Feature\",\"properties\":{\"a\":\"x,\n\"b\":2},\"geometry\":null}", `a='x b=2 (null) !unclosed@36="`},
		{`{"type":"Feature","properties":{"a":"x","b":` + strings.Repeat("[", 99) + strings.Repeat("]", 99) + `},"geometry":null}`, `a='x !deep@142`},
	} {
		for _, around := range []string{"{\"type\":\"FeatureCollection\",\"features\":[%s,\n%s,\n%s]}", "%s\n%s\n%s"} {
			got := read(t, fmt.Sprintf(around, feature(`"a":"1","b":1`), tt.item, feature(`"a":"2","b":2`)), 0, 0)
			if len(got.Rows) != 3 || !strings.HasSuffix(got.Rows[0], " a='1 b=1 (Point)") || !strings.HasSuffix(got.Rows[2], " a='2 b=2 (Point)") {
				t.Errorf("%s: the rows around are lost: %q", tt.item, got)
				continue
			}
			_, row, _ := strings.Cut(got.Rows[1], " ")
			_, row, _ = strings.Cut(row, " ")
			if diff := cmp.Diff(tt.want, offsets.ReplaceAllString(row, "@")); diff != "" {
				t.Errorf("%s:\n%s", tt.item, diff)
			}
		}
	}
}

// offsets are what told says besides of where a fault is.
var offsets = regexp.MustCompile(`@[0-9]+:[0-9]+\+`)

// A text that is cut short anywhere is read as far as it goes.
func TestTruncated(t *testing.T) {
	text := collection(feature(`"a":"é\n"`), feature(`"a":[1,{"b":null}]`)) + " "
	for n := len(`{"type":"FeatureCollection","features":[`); n < len(text)-2; n++ {
		got := read(t, text[:n], 0, 0)
		within := len(got.Rows) > 0 && strings.Contains(got.Rows[len(got.Rows)-1], "!truncated")
		behind := len(got.Notes) > 0 && strings.HasPrefix(got.Notes[0], "truncated 1 ")
		if within == behind {
			t.Errorf("%s: it is not told once that the text is cut short: %q", text[:n], got)
		}
	}
}

// Where chunks are cut changes nothing.
func TestChunkLaw(t *testing.T) {
	var texts []string
	for _, tt := range layoutTests {
		texts = append(texts, tt.text)
	}
	for _, item := range hostile {
		for _, around := range []string{"[%s,%s,%s]", "%s\n%s\n%s", "{\"type\":\"FeatureCollection\",\"features\":[%s,%s\n,%s]}", "\x1e%s\n\x1e%s\n\x1e%s"} {
			texts = append(texts, fmt.Sprintf(around, feature(`"a":"é"`), item, feature(`"b":2`)))
		}
		texts = append(texts, item)
	}
	for _, text := range texts {
		for _, limit := range []int{0, 64, 130} {
			want := read(t, text, 1<<20, limit)
			for _, chunk := range []int{16, 17, 19, 24, 37, 64, 128, 300, 1 << 10} {
				if diff := cmp.Diff(want, read(t, text, chunk, limit)); diff != "" {
					t.Fatalf("%q in chunks of %d, limit %d:\n%s", text, chunk, limit, diff)
				}
			}
		}
	}
}
