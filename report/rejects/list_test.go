package rejects_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/report/rejects"
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

const (
	fieldsOfItems = `{"fields": [{"name": "nom", "type": "string", "constraints": {"required": true}}, {"name": "places", "type": "integer"}]}`
	jsonOfItems   = `{"type": "object", "properties": {"note": {"type": "string"}, "ecoles": {"type": "array", "items": {"type": "object", "required": ["nom"], "properties": {"nom": {"type": "string"}, "places": {"type": "integer"}}}}}}`
)

// asJSON judges a file and writes its items as JSON, and says how many went where.
func asJSON(t *testing.T, content, schema string, chunk int) (bad, good string, counts rejects.Counts) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "data.json")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := schemas.Parse("schema", []byte(schema))
	if err != nil {
		t.Fatal(err)
	}
	open := func() validate.Input {
		in, err := input.Open(path, nil, input.Options{ChunkSize: chunk})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { in.Close() })
		return in
	}
	plan := validate.Compile(s, checks.All(), validate.Options{Wrong: true, MaxFindings: 1000})
	watched := rejects.Watch(open())
	result := validate.Run(t.Context(), watched, plan, 2, nil)
	if result.Failure != nil {
		t.Fatal(result.Failure)
	}
	var r, a strings.Builder
	to := rejects.Tables{Rejects: &r, Accepted: &a}
	to.JSON.Rejects, to.JSON.Accepted = true, true
	counts, err = rejects.Write(t.Context(), open(), plan, result, watched.Sum(), to, text.English)
	if err != nil {
		t.Fatal(err)
	}
	for _, written := range []string{r.String(), a.String()} {
		if !json.Valid([]byte(written)) {
			t.Fatalf("not JSON:\n%s", written)
		}
	}
	return r.String(), a.String(), counts
}

// Items are written as they stand in the file; the rejected ones have two
// properties more.
func TestItemsAsJSON(t *testing.T) {
	const geometry = `"geometry":{"type":"Point","coordinates":[2.35,48.850]}`
	for _, tt := range []struct{ name, schema, data, bad, good string }{
		{"features", fieldsOfItems, `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[
{"type":"Feature","properties":{"nom":"A","places":1},` + geometry + `},
{"type":"Feature", "id": 7, "properties" : { "nom":"B","places":"x" },` + geometry + `}]}`,
			`{"type": "FeatureCollection", "crs": {"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}, "features": [
{"type":"Feature", "id": 7, "properties" : {"socle_number": 2, "socle_reasons": "type-error (places): …",  "nom":"B","places":"x" },` + geometry + "}\n]}\n",
			`{"type": "FeatureCollection", "crs": {"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}, "features": [
{"type":"Feature","properties":{"nom":"A","places":1},` + geometry + "}\n]}\n"},
		{"without properties", fieldsOfItems, `{"type":"FeatureCollection","features":[{"type":"Feature","properties":null,` + geometry + `},{"type":"Feature","properties":{},` + geometry + `},{"type":"Feature","properties":{"nom":"A"},` + geometry + `}]}`,
			`{"type": "FeatureCollection", "features": [
{"socle_number": 1, "socle_reasons": "required (nom): …", "type":"Feature","properties":null,` + geometry + `},
{"type":"Feature","properties":{"socle_number": 2, "socle_reasons": "required (nom): …"},` + geometry + "}\n]}\n",
			`{"type": "FeatureCollection", "features": [
{"type":"Feature","properties":{"nom":"A"},` + geometry + "}\n]}\n"},
		{"that are no JSON", fieldsOfItems, `[{"nom":"A"},{"nom":"B",,"places":1},{"nom":NaN}, 3]`,
			`[
{"socle_number": 2, "socle_reasons": "json-syntax: …", "socle_json": "{\"nom\":\"B\",,\"places\":1}"},
{"socle_number": 3, "socle_reasons": "type-error (nom): …", "socle_json": "{\"nom\":NaN}"},
{"socle_number": 4, "socle_reasons": "not-a-feature: …", "socle_json": 3}` + "\n]\n", "[\n{\"nom\":\"A\"}\n]\n"},
		{"in Windows-1252", fieldsOfItems, "[{\"nom\":\"\xc9cole\"},{\"places\":1,\"note\":\"\xe9t\xe9\"}]",
			"[\n{\"socle_number\": 2, \"socle_reasons\": \"required (nom): …\", \"places\":1,\"note\":\"été\"}\n]\n", "[\n{\"nom\":\"École\"}\n]\n"},
		{"of a list in a document", jsonOfItems, `{"x":[{"a":1}],"ecoles":[{"nom":"A"},{"places":2}]}`,
			"[\n{\"socle_number\": 2, \"socle_reasons\": \"json-required (ecoles.nom): …\", \"places\":2}\n]\n", "[\n{\"nom\":\"A\"}\n]\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, chunk := range []int{0, 16, 200} {
				bad, good, _ := asJSON(t, tt.data, tt.schema, chunk)
				if diff := cmp.Diff(tt.bad, shortened(bad)); diff != "" {
					t.Errorf("rejects (-want +got):\n%s", diff)
				}
				if diff := cmp.Diff(tt.good, good); diff != "" {
					t.Errorf("accepted (-want +got):\n%s", diff)
				}
			}
		})
	}
}

// shortened leaves of each list of reasons the first, and of that its code.
func shortened(written string) string {
	const begin = `"socle_reasons": "`
	parts := strings.Split(written, begin)
	for i, part := range parts[1:] {
		end := 0
		for end < len(part) && (part[end] != '"' || part[end-1] == '\\') {
			end++
		}
		code, _, _ := strings.Cut(part[:end], ": ")
		parts[i+1] = code + ": …" + part[end:]
	}
	return strings.Join(parts, begin)
}

// Every item of the examples comes out once, and an accepted file has no errors of
// items.
func TestEveryItemComesOut(t *testing.T) {
	files, err := filepath.Glob("../../testdata/examples/*/*/*.*json")
	if err != nil || len(files) < 16 {
		t.Fatalf("%d examples: %v", len(files), err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		folder := filepath.Dir(path)
		s, err := schemas.Find(filepath.Base(filepath.Dir(folder)) + "/" + filepath.Base(folder))
		if err != nil {
			t.Fatal(err)
		}
		bad, good, counts := asJSON(t, string(data), string(s.Document), 0)
		if n, m := items(t, bad), items(t, good); n != counts.Rejected || m != counts.Accepted || n+m == 0 {
			t.Errorf("%s: %d and %d items, %+v", path, n, m, counts)
		}
	}
}

// items counts those of a written file.
func items(t *testing.T, written string) int {
	t.Helper()
	var collection struct{ Features []json.RawMessage }
	var list []json.RawMessage
	if json.Unmarshal([]byte(written), &list) == nil {
		return len(list)
	}
	if err := json.Unmarshal([]byte(written), &collection); err != nil {
		t.Fatal(err)
	}
	return len(collection.Features)
}

// The rows of a table are not written as JSON.
func TestTableIsNotJSON(t *testing.T) {
	in, err := input.Open(written(t, "a\n1\n"), nil, input.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var to rejects.Tables
	to.JSON.Accepted = true
	plan := validate.Compile(&schemas.Schema{}, checks.All(), validate.Options{Wrong: true})
	if _, err := rejects.Write(t.Context(), in, plan, &validate.FileResult{}, 0, to, text.French); !errors.Is(err, rejects.ErrNotJSON) {
		t.Errorf("%v", err)
	}
}
