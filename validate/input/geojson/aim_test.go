package geojson

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// A list of objects of two properties, in a JSON Schema.
const listOfTwo = `{"type":"array","items":{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"}}}}`

// Schemas of JSON, by what their data is.
var jsonSchemas = map[string]string{
	"two":     `{"type":"object","properties":{"x":` + listOfTwo + `,"y":` + listOfTwo + `}}`,
	"within":  `{"type":"object","properties":{"all":{"type":"object","properties":{"x":` + listOfTwo + `,"y":` + listOfTwo + `}}}}`,
	"one":     `{"type":"object","properties":{"note":{"type":"string"},"y":` + listOfTwo + `}}`,
	"item":    `{"type":"object","properties":{"meta":{"type":"object","properties":{"date":{"type":"string"},"nom":{"type":"string"},"lieu":{"type":"string"}}},"x":` + listOfTwo + `}}`,
	"feature": `{"type":"object","properties":{"type":{"const":"FeatureCollection"},"features":` + listOfTwo + `}}`,
}

// parsedSchemas are jsonSchemas, read once.
var parsedSchemas = sync.OnceValue(func() map[string]*schemas.Schema {
	all := map[string]*schemas.Schema{}
	for name, document := range jsonSchemas {
		s, err := schemas.Parse(name, []byte(document))
		if err != nil {
			panic(err)
		}
		all[name] = s
	}
	return all
})

// aimed reads a text by a JSON Schema, cut into chunks of a size.
func aimed(t testing.TB, text, schema string, chunk int) (r reading) {
	t.Helper()
	in, err := newInput(text, Source{ChunkSize: chunk})
	if err != nil {
		r.File = err.(*validate.Failure).Code
		return r
	}
	in.Expect(parsedSchemas()[schema])
	r.File = fmt.Sprintf("%s %s", in.file.Layout, strings.Join(in.file.Labels, ","))
	for c, err := range in.Chunks() {
		if err != nil {
			r.File = err.(*validate.Failure).Code
			return r
		}
		for row := range in.Rows(c) {
			if !strings.HasPrefix(text[row.Pos.Byte:], string(row.Record)) {
				t.Fatalf("record %q does not stand at %d", row.Record, row.Pos.Byte)
			}
			r.Rows = append(r.Rows, row.List+": "+told(&in.file, row))
		}
	}
	for _, n := range in.list() {
		r.Notes = append(r.Notes, fmt.Sprintf("%s %d %s", n.Kind, n.N, n.Text))
	}
	d := in.file.Beside()
	for _, m := range d.Members {
		if raw := string(m.Raw); raw != "{}" && !strings.HasPrefix(text[m.At.Byte:], raw) {
			t.Fatalf("member %q does not stand at %d", raw, m.At.Byte)
		}
		r.Notes = append(r.Notes, fmt.Sprintf("%s=%s %d:%d", strings.Join(m.Path, "."), m.Raw[:min(len(m.Raw), 20)], m.At.Line, m.At.Char))
	}
	if d.Ended && !d.Whole {
		r.Notes = append(r.Notes, "not whole")
	}
	return r
}

// The items are those that the schema describes, whichever stand first; what
// stands beside them is kept.
func TestAim(t *testing.T) {
	long := strings.Repeat(`{"c":"long"},`, 1<<17) + `{"c":1}`
	for _, tt := range []struct {
		name, schema, text string
		want               reading
	}{
		{"two lists", "two", `{"x":[{"a":1},{"a":2}],"note":"é", "y":[{"b":"z"}] ,"n":[1,{"a":3}]}`, reading{
			"object a,b", []string{"x: 1 1:7@6 a=1", "x: 2 1:15@14 a=2", "y: 3 1:41@41 b='z"},
			[]string{"path 2 x, y", `note="é" 1:31`, `n=[1,{"a":3}] 1:57`},
		}},
		{"in their own order", "two", `{"y":[{"a":1}],"x":[{"a":2}]}`, reading{
			"object a", []string{"y: 1 1:7@6 a=1", "x: 2 1:21@20 a=2"}, []string{"path 2 y, x"},
		}},
		{"one of them", "two", `{"v":[{"a":1}],"y":[{"a":2}]}`, reading{
			"object a", []string{"y: 1 1:21@20 a=2"}, []string{"path 1 y", `v=[{"a":1}] 1:6`},
		}},
		{"empty ones", "two", `{"x":[],"y":[ ]}`, reading{"object ", nil, []string{"path 2 x, y"}}},
		{"one empty", "two", "{\"x\":[\n],\n \"y\":[\n{\"a\":1}]}", reading{"object a", []string{"y: 1 4:1@17 a=1"}, []string{"path 2 x, y"}}},
		{"that is no list", "two", `{"x":{"a":1},"y":[{"a":2}]}`, reading{
			"object a", []string{"y: 1 1:19@18 a=2"}, []string{"path 1 y", `x={"a":1} 1:6`},
		}},
		{"within an object", "within", `{"v":1,"all":{"w":true,"y":[{"a":1}],"z":{"x":[]},"x":[{"b":"é"}]},"q":null}`, reading{
			"object a,b", []string{"all.y: 1 1:29@28 a=1", "all.x: 2 1:56@55 b='é"},
			[]string{"path 2 all.y, all.x", "v=1 1:6", "all={} 1:14", "all.w=true 1:19", `all.z={"x":[]} 1:42`, "q=null 1:72"},
		}},
		{"faults where they end", "two", `{"x":[{"a":1},],"y":[{"a":2}{"a":3}]]}`, reading{
			"object a", []string{"x: 1 1:7@6 a=1", "y: 2 1:22@21 a=2", "y: 3 1:29@28 a=3 !no-comma@1:29+0"},
			[]string{"path 2 x, y", "comma 1 ", "behind 1 }"},
		}},
		{"the file ends in the second", "two", `{"x":[{"a":1}],"y":[{"a":2},{"a":`, reading{
			"object a", []string{"x: 1 1:7@6 a=1", "y: 2 1:21@20 a=2", "y: 3 1:29@28 !truncated@1:29+0={"}, []string{"path 2 x, y"},
		}},
		{"behind the look ahead", "one", `{"v":[` + long + `],"y":[{"a":2}]}`, reading{
			"object a", []string{fmt.Sprintf("y: 1 1:%d@%d a=2", len(long)+14, len(long)+13)}, []string{"path 1 y", "not whole"},
		}},
		{"the document", "item", `{"meta":{"date":"2025"},"x":[{"a":1}]}`, reading{
			"feature meta,x", []string{`: 1 1:1@0 meta={"date":"2025"} x=[{"a":1}]`}, nil,
		}},
		{"documents", "item", `{"x":[{"a":1}]}` + "\n" + `{"x":[]}`, reading{
			"lines x", []string{`: 1 1:1@0 x=[{"a":1}]`, ": 2 2:1@16 x=[]"}, nil,
		}},
		{"no such list", "one", `{"v":[{"a":1}],"w":2}`, reading{
			"object a", []string{"v: 1 1:7@6 a=1"}, []string{"path 1 v", "w=2 1:20"},
		}},
		{"features", "feature", `{"name":"x","features":[{"a":1}],"type":"FeatureCollection"}`, reading{
			"object a", []string{"features: 1 1:25@24 a=1"}, []string{"path 1 features", `name="x" 1:9`, `type="FeatureCollection" 1:41`},
		}},
		{"a list", "two", `[{"a":1}]`, reading{"array a", []string{": 1 1:2@1 a=1"}, nil}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, chunk := range []int{0, 16, 40, 1 << 20} {
				if diff := cmp.Diff(tt.want, aimed(t, tt.text, tt.schema, chunk)); diff != "" {
					t.Errorf("chunks of %d (-want +got):\n%s", chunk, diff)
				}
			}
		})
	}
}

// What has gone by before the schema is known, and is too long to be kept, is not
// read again: it is told where the schema's items are others.
func TestAimTooLate(t *testing.T) {
	long := `{"v":"` + strings.Repeat("long", maxReplay/4+1) + `",`
	for _, tt := range []struct{ name, schema, text, want string }{
		{"the same list", "one", long + `"y":[{"a":2}]}`, "object a"},
		{"another list", "one", long + `"x":[{"a":2}]}`, "list-too-far"},
		{"another one, behind", "one", long + `"x":[{"a":2}],"y":[{"a":2}]}`, "list-too-far"},
	} {
		if got := aimed(t, tt.text, tt.schema, 0).File; got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// A fault of reading is told by Chunks, whenever it comes.
func TestAimReadsOn(t *testing.T) {
	broken := errors.New("disk")
	text := []byte(`{"v":[{"a":1}],` + strings.Repeat(" ", sampleSize))
	in, err := New(Source{Path: "x.json", Size: -1, Closer: io.NopCloser(nil), Encoding: "utf-8", Begin: text, Rest: io.MultiReader(bytes.NewReader(text), &rest{err: broken})})
	if err != nil {
		t.Fatal(err)
	}
	in.Expect(parsedSchemas()["one"])
	for _, err = range in.Chunks() {
	}
	if !errors.Is(err, broken) {
		t.Errorf("%v, want %v", err, broken)
	}
}
