package jsonschema

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
)

// compiled compiles a document.
func compiled(t testing.TB, document string) *Schema {
	t.Helper()
	source, err := schemas.Parse("test", []byte(document))
	if err != nil {
		t.Fatal(err)
	}
	s, err := Compile(source)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// lines judges an item and writes its faults, one a line: the value that
// stands at its place, and what is asked.
func lines(t testing.TB, s *Schema, item string) []string {
	t.Helper()
	var out []string
	verdict := s.Judge([]byte(item), func(f *Fault) {
		line := fmt.Sprintf("%s|%d|%s %s %s", f.Path, f.Property, f.Place, f.Keyword, item[f.At:f.End])
		for _, part := range []string{f.Name, strings.Join(f.Names, ","), strings.Join(f.Types, ","), strings.Join(f.Allowed, ","), f.Limit, f.Pattern, f.Format} {
			if part != "" {
				line += " / " + part
			}
		}
		out = append(out, line)
	})
	if verdict != Judged {
		out = append(out, fmt.Sprint("verdict ", verdict))
	}
	return out
}

const collection = `{"properties": {"type": {"const": "FeatureCollection"}, "features": {"type": "array", "items": {"required": ["properties", "geometry"], "properties": {
	"geometry": {"$ref": "https://geojson.org/schema/Geometry.json"},
	"properties": {"type": "object", "required": ["id"], "additionalProperties": false, "properties": {
		"id": {"type": "string", "pattern": "^[0-9]+$"}, "n": {"type": "integer", "minimum": 1}, "list": {"type": "array", "items": {"enum": ["a", "b"]}},
		"ref": {"anyOf": [{"type": "string", "maxLength": 3}, {"type": "null"}]}, "at": {"anyOf": [{"type": "string", "format": "date"}, {"type": "integer"}]},
		"who": {"type": "object", "anyOf": [{"required": ["mail"]}, {"required": ["tel"]}], "properties": {"tel": {"type": "string"}}},
		"sort": {"oneOf": [{"enum": ["x"]}, {"enum": ["y", "z"]}]}
	}}}}}}}`

func TestFaults(t *testing.T) {
	point := `"geometry": {"type": "Point", "coordinates": [1, 2]}`
	s := compiled(t, collection)
	for _, c := range []struct {
		name, item string
		want       []string
	}{
		{"none", `{"properties": {"id": "1", "n": 2.0, "list": ["b"], "ref": null, "at": 12, "who": {"tel": "1"}, "sort": "z"}, ` + point + `}`, nil},
		{"at their places", `{"properties": {"id": "é1", "n": 0, "list": ["a", "c"]}, ` + point + `}`, []string{
			`id|0|id pattern "é1" / ^[0-9]+$`, "n|1|n minimum 0 / 1", `list|2|list[2] enum "c" / a,b`}},
		{"missing and unknown", `{"properties": {"Id": "1"}, ` + point + `}`, []string{
			`id|0|id required {"Id": "1"} / id`, `Id|-1|Id additionalProperties "Id" / Id`}},
		{"of the alternative that is of the value's kind", `{"properties": {"id": "1", "ref": "long", "at": "12/3"}, ` + point + `}`, []string{
			`ref|3|ref maxLength "long" / 3`, `at|4|at format "12/3" / date`}},
		{"of no alternative's kind", `{"properties": {"id": "1", "ref": 1, "at": []}, ` + point + `}`, []string{
			"ref|3|ref type 1 / null,string", "at|4|at type [] / integer,string"}},
		{"one of several members", `{"properties": {"id": "1", "who": {}}, ` + point + `}`, []string{"who|-1|who anyOf {} / mail,tel"}},
		{"in none of several lists", `{"properties": {"id": "1", "sort": "w"}, ` + point + `}`, []string{`sort|6|sort enum "w" / x,y,z`}},
		{"of the geometry that is meant", `{"properties": {"id": "1"}, "geometry": {"coordinates": [[1, 2], ["3", 4]], "type": "LineString"}}`, []string{
			`geometry.coordinates|-1|geometry.coordinates[2][1] type "3" / number`}},
		{"of none of the geometries", `{"properties": {"id": "1"}, "geometry": {"coordinates": [[1, 2], [3, 4]], "type": "Line"}}`, []string{
			`geometry.type|-1|geometry.type enum "Line" / Point,MultiPoint,LineString,MultiLineString,Polygon,MultiPolygon`}},
		{"names are read without escapes", `{"propert\u0069es": {"i\u0064": "x"}, ` + point + `}`, []string{`id|0|id pattern "x" / ^[0-9]+$`}},
		{"the last of two members counts", `{"properties": {"id": 1, "id": "1", "n": 2, "n": 0}, ` + point + `}`, []string{"n|1|n minimum 0 / 1"}},
		{"a number out of all measure", `{"properties": {"id": "1", "n": 1e999999999}, ` + point + `}`, []string{"n|1|n huge 1e999999999"}},
		{"no JSON", `{"properties": {"id": "1",}}`, []string{"verdict 1"}},
		{"two values", `{} {}`, []string{"verdict 1"}},
		{"a number that is none", `{"n": 01}`, []string{"verdict 1"}},
		{"nothing", ` `, []string{"verdict 1"}},
		{"too deep", strings.Repeat("[", 600) + strings.Repeat("]", 600), []string{"verdict 2"}},
	} {
		if diff := cmp.Diff(c.want, lines(t, s, c.item)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, diff)
		}
	}
}

// Two sorts of items: each is judged as the sort that it is nearest to.
func TestTwoLists(t *testing.T) {
	s := compiled(t, `{"properties": {"all": {"properties": {
		"cats": {"type": "array", "items": {"type": "object", "required": ["name", "paws"], "properties": {"name": {"type": "string"}, "paws": {"type": "integer"}}}},
		"fish": {"type": "array", "items": {"type": "object", "required": ["name", "fins"], "properties": {"name": {"type": "string"}, "fins": {"type": "integer"}}}}}}}}`)
	for item, want := range map[string][]string{
		`{"name": "Tom", "paws": 4}`:   nil,
		`{"name": "Nemo", "fins": 2}`:  nil,
		`{"name": "Nemo", "fins": ""}`: {`all.fish.fins|3|fins type "" / integer`},
	} {
		if diff := cmp.Diff(want, lines(t, s, item)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", item, diff)
		}
	}
}

func TestEnvelope(t *testing.T) {
	s := compiled(t, `{"type": "object", "required": ["type", "name"], "properties": {"type": {"const": "FeatureCollection"}, "name": {"type": "string"},
		"features": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["id"]}}}, "additionalProperties": false}`)
	for _, c := range []struct {
		members []Member
		want    []string
	}{
		{[]Member{{[]string{"type"}, []byte(`"FeatureCollection"`)}, {[]string{"name"}, []byte(`"a"`)}}, nil},
		{[]Member{{[]string{"type"}, []byte(`"Features"`)}, {[]string{"crs"}, []byte(`{}`)}}, []string{"0 0 type const", "-1 0 name required", "1 0 crs additionalProperties"}},
	} {
		var got []string
		s.Envelope([][]string{{"features"}}, c.members, func(member int, f *Fault) {
			got = append(got, fmt.Sprintf("%d %d %s %s", member, f.At, f.Place, f.Keyword))
		})
		if diff := cmp.Diff(map[string]bool{}, odd(c.want, got)); diff != "" {
			t.Errorf("%v: %v, want %v", c.members, got, c.want)
		}
	}
}

// What an object that holds lists has beside them is judged too, and where they are
// not all there.
func TestEnvelopeOfTwoLists(t *testing.T) {
	item := `{"type": "array", "minItems": 1, "items": {"type": "object", "properties": {"id": {"type": "string"}, "nom": {"type": "string"}}}}`
	s := compiled(t, `{"type": "object", "required": ["all"], "properties": {"all": {"type": "object", "required": ["a", "b"], "additionalProperties": false,
		"properties": {"a": `+item+`, "b": `+item+`}}}}`)
	for _, c := range []struct {
		name    string
		lists   [][]string
		members []Member
		want    []string
	}{
		{"both", [][]string{{"all", "a"}, {"all", "b"}}, nil, nil},
		{"one", [][]string{{"all", "b"}}, []Member{{[]string{"all"}, []byte(`{}`)}}, []string{"0 0 all.a required"}},
		{"none", nil, []Member{{[]string{"all"}, []byte(`{}`)}}, []string{"0 0 all.a required", "0 0 all.b required"}},
		{"nothing", nil, nil, []string{"-1 0 all required"}},
		{"no list", [][]string{{"all", "b"}}, []Member{{[]string{"all"}, []byte(`{}`)}, {[]string{"all", "a"}, []byte(`[1]`)}}, []string{"1 1 all.a[1] type"}},
		{"another", [][]string{{"all", "a"}, {"all", "b"}}, []Member{{[]string{"all"}, []byte(`{}`)}, {[]string{"all", "c"}, []byte(`"x"`)}}, []string{"1 0 all.c additionalProperties"}},
	} {
		var got []string
		s.Envelope(c.lists, c.members, func(member int, f *Fault) {
			got = append(got, fmt.Sprintf("%d %d %s %s", member, f.At, f.Place, f.Keyword))
		})
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, diff)
		}
	}
}

// odd gives what is in one list alone.
func odd(a, b []string) map[string]bool {
	out := map[string]bool{}
	for _, line := range append(a, b...) {
		if out[line] {
			delete(out, line)
		} else {
			out[line] = true
		}
	}
	return out
}

// What an item and what is beside it have against them is what the whole
// document has: on all examples of the catalogue.
func TestItemsAreTheWhole(t *testing.T) {
	for name, files := range exampleFiles(t) {
		p := bothOf(t, name)
		for _, path := range files {
			rel, err := filepath.Rel(examples, path)
			if err != nil {
				t.Fatal(err)
			}
			document, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			judged := 0
			for _, l := range p.ours.Lists() {
				for _, item := range items(t, l, rel) {
					l.Judge(item, func(*Fault) { judged++ })
				}
			}
			if whole := p.whole(document); judged != len(whole.lines) {
				t.Errorf("%s: %d faults in its items, and %q in the whole", path, judged, whole.lines)
			}
		}
	}
}

func TestRefusedSchemas(t *testing.T) {
	for document, want := range map[string]string{
		`{"$ref": "#/definitions/a", "definitions": {"a": {"allOf": [{"$ref": "#/definitions/a"}]}}}`:                                           "the document refers to itself without end",
		`{"$schema": "http://json-schema.org/draft-07/schema#", "type": "array", "items": {"type": "object"}, "contains": {"required": ["a"]}}`: errWhole.Error(),
		`{"properties": {"features": {"items": {"type": "object"}}}, "anyOf": [{"properties": {"features": {"items": {"minimum": 1}}}}]}`:       errWhole.Error(),
	} {
		s, err := schemas.Parse("test", []byte(document))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Compile(s); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", document, err, want)
		}
	}
	if _, err := schemas.Parse("test", []byte(`{"definitions": {}, "items": {"$ref": "https://example.org/other.json"}}`)); err == nil || !strings.Contains(err.Error(), "https://example.org/other.json") {
		t.Errorf("a reference to another document: %v", err)
	}
}

// Of the later drafts, what can be said in the words of Draft-07 is judged.
func TestLaterDrafts(t *testing.T) {
	s := compiled(t, `{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": {"type": "object", "unevaluatedProperties": false, "properties": {
		"a": {"prefixItems": [{"type": "integer"}], "items": {"type": "string"}}, "b": {"prefixItems": [{"type": "integer"}], "items": false}},
		"dependentSchemas": {"c": {"required": ["d"]}}, "dependentRequired": {"e": ["f"]}}}`)
	if diff := cmp.Diff([]string{"unevaluatedProperties"}, s.Ignored()); diff != "" {
		t.Error(diff)
	}
	want := []string{"f|-1|f dependencies", "d|-1|d required", "a|0|a[1] type", "a|0|a[2] type", "b|1|b additionalItems"}
	got := lines(t, s, `{"a": ["x", 1, "y"], "b": [1, 2], "c": 1, "e": 1}`)
	for i := range got {
		if cut := len(want[min(i, len(want)-1)]); len(got[i]) > cut {
			got[i] = got[i][:cut]
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A schema and data that are made to take for ever do not.
func TestHostile(t *testing.T) {
	s := compiled(t, `{"$schema": "http://json-schema.org/draft-07/schema#", "type": "array", "items": {"$ref": "#/definitions/n"}, "definitions": {"n": {"type": "array", "anyOf": [{"items": {"$ref": "#/definitions/n"}}, {"items": {"$ref": "#/definitions/n"}}]}}}`)
	start := time.Now()
	if diff := cmp.Diff([]string{"verdict 3"}, lines(t, s, strings.Repeat("[", 60)+"1"+strings.Repeat("]", 60))); diff != "" {
		t.Error(diff)
	}
	twins := compiled(t, `{"$schema": "http://json-schema.org/draft-07/schema#", "type": "array", "items": {"type": "object", "properties": {"a": {"uniqueItems": true}}}}`)
	if got := lines(t, twins, `{"a": [`+strings.Repeat("1,", 200_000)+`1]}`); len(got) != mostFaults {
		t.Errorf("%d faults", len(got))
	}
	names := compiled(t, `{"$schema": "http://json-schema.org/draft-07/schema#", "type": "array", "items": {"type": "object", "maxProperties": 1}}`)
	if got := lines(t, names, `{`+strings.Repeat(`"a":1,`, 200_000)+`"a":1}`); got != nil {
		t.Errorf("one name many times: %v", got)
	}
	if spent := time.Since(start); spent > time.Minute {
		t.Errorf("it took %s", spent)
	}
}

// Judging a valid item costs no allocation.
func TestJudgeDoesNotAllocate(t *testing.T) {
	for name, path := range benched {
		l := bothOf(t, name).ours.Lists()[0]
		for _, item := range items(t, l, path) {
			if n := testing.AllocsPerRun(50, func() { l.Judge(item, func(f *Fault) { t.Fatal(f) }) }); n >= 1 {
				t.Errorf("%s: %v allocations", name, n)
			}
		}
	}
}

func TestFormats(t *testing.T) {
	for _, c := range []struct {
		format   string
		yes, not []string
	}{
		{"date", []string{"2024-02-29", "0001-01-31"}, []string{"2023-02-29", "2024-13-01", "2024-1-1", "24-01-01", "2024-01-01T", "２024-01-01"}},
		{"date-time", []string{"2024-01-01T10:00:00Z", "2024-01-01t10:00:00.25+02:00", "2016-12-31T23:59:60Z", "2017-01-01T00:59:60+01:00"}, []string{"2024-01-01", "10:00:00", "2024-01-01T10:00:00", "2024-01-01 10:00:00Z", "2024-01-01T10:00:60Z", "2024-01-01T10:00:00.Z"}},
		{"time", []string{"10:00:00Z", "10:00:00-05:30"}, []string{"10:00:00", "10:00Z", "24:00:00Z", "9:00:00Z"}},
		{"email", []string{"a@b.fr", "a.b+c@d-e.fr", `"a b"@c.fr`, "a@localhost"}, []string{"", "a", "a@", "@b", "Jeanne <a@b.fr>", "<a@b.fr>", " a@b.fr", "a..b@c.fr", "a@b.fr, c@d.fr"}},
		{"uri", []string{"https://a.fr", "mailto:a@b.fr", "https://a.fr/%C3%A9?x=1#y", "urn:x:y", "https://[::1]/"}, []string{"a.fr", "/a", "https://a.fr/é", "https://a.fr/a b", `https://a.fr\b`, "https://a.fr/{x}"}},
		{"uri-reference", []string{"/a", "a#b", ""}, []string{"a b", "é"}},
		{"iri", []string{"https://a.fr/é"}, []string{"é", "https://a.fr/a b"}},
		{"uuid", []string{"0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9", "0B1C2D3E-4F50-4617-8293-A4B5C6D7E8F9"}, []string{"0b1c2d3e4f5046178293a4b5c6d7e8f9", "0b1c2d3e-4f50-4617-8293-a4b5c6d7e8fg", ""}},
		{"ipv4", []string{"192.0.2.1"}, []string{"::ffff:1.2.3.4", "1.2.3", "01.2.3.4"}},
		{"ipv6", []string{"::1", "::ffff:1.2.3.4"}, []string{"1.2.3.4", "fe80::1%eth0"}},
		{"hostname", []string{"a-b.fr"}, []string{"a_b", "-a"}},
		{"regex", []string{"^a$", "(?<!x)b"}, []string{"("}},
		{"json-pointer", []string{"/a~1b", ""}, []string{"a", "/~2"}},
	} {
		for _, text := range c.yes {
			if !formats[c.format]([]byte(text)) {
				t.Errorf("%s refuses %q", c.format, text)
			}
		}
		for _, text := range c.not {
			if formats[c.format]([]byte(text)) {
				t.Errorf("%s takes %q", c.format, text)
			}
		}
	}
}
