package checks_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// judged lists what is found in JSON data: its code, severity and field, and what
// it is about.
func judged(t *testing.T, schema, data string, o validate.Options, chunk int) []string {
	t.Helper()
	s, err := schemas.Parse("test", []byte(schema))
	if err != nil {
		t.Fatal(err)
	}
	in, err := input.Open(write(t, data), nil, input.Options{ChunkSize: chunk, FirstRow: o.Strict})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	r := validate.Run(context.Background(), in, validate.Compile(s, checks.All(), o), 2, nil)
	if r.Failure != nil {
		t.Fatal(r.Failure)
	}
	var found []string
	for _, f := range r.Findings {
		found = append(found, strings.TrimSpace(fmt.Sprintf("%s %s %d:%d:%d %s %s", f.Code, f.Severity, f.Pos.Row, f.Pos.Line, f.Pos.Char, f.Field, f.Value)))
	}
	return found
}

// Properties have no order: strict reading is by their very names, and asks for
// all of them.
func TestStrictJSON(t *testing.T) {
	const fields = `{"fields":[{"name":"nom","type":"string"},{"name":"nombre","type":"integer"},{"name":"longitude","type":"number"},{"name":"latitude","type":"number"}]}`
	feature := func(properties string) string {
		return `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{` + properties + `},"geometry":{"type":"Point","coordinates":[2.35,48.85]}}]}`
	}
	for _, tt := range []struct {
		name, data       string
		tolerant, strict []string
	}{
		{"another order", feature(`"nombre":2,"nom":"a"`), nil, nil},
		{"an integer with decimals, a text of a number", feature(`"nombre":"2","nom":"a"`), nil, nil},
		{"a property more", feature(`"nom":"a","nombre":2,"autre":1`), []string{"extra-label notice 0:0:0  autre"}, []string{"extra-label error 0:0:0  autre"}},
		{"a property less", feature(`"nom":"a"`), []string{"missing-label warning 0:0:0 nombre"}, []string{"missing-label error 0:0:0 nombre"}},
		{"another case", feature(`"Nom":"a","nombre":2`), []string{"incorrect-label warning 0:0:0 nom Nom"}, []string{"missing-label error 0:0:0 nom", "extra-label error 0:0:0  Nom"}},
		{"objects", `[{"nombre":2,"nom":"a","latitude":48.8,"longitude":2.3},{"longitude":2.3,"nom":"b","nombre":3,"latitude":48.8}]`, nil, nil},
		{"lines", "{\"nombre\":2,\"nom\":\"a\",\"latitude\":48.8,\"longitude\":2.3}\n{\"nombre\":2}\n", nil, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.tolerant, judged(t, fields, tt.data, validate.Options{}, 0)); diff != "" {
				t.Errorf("tolerant (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.strict, judged(t, fields, tt.data, validate.Options{Strict: true}, 0)); diff != "" {
				t.Errorf("strict (-want +got):\n%s", diff)
			}
		})
	}
}

// What stands beside the items is judged where it stands, before them or behind,
// whatever the chunks; strict reading finds the same.
func TestBesideHasItsPlace(t *testing.T) {
	const schema = `{"type":"object","required":["source"],"additionalProperties":false,"properties":{"source":{"type":"string","maxLength":4},
		"meta":{"type":"object","properties":{"lieu":{"type":"object","properties":{"insee":{"type":"string","pattern":"^[0-9]{5}$"}}}}},
		"marches":{"type":"array","maxItems":2,"items":{"type":"object","required":["id"],"properties":{"id":{"type":"string"},"objet":{"type":"string"},"date":{"type":"string"},"lieu":{"type":"string"}}}}}}`
	for _, tt := range []struct {
		name, data string
		want       []string
	}{
		{"before", "{\"source\": \"é\",\n\"meta\": {\n  \"é\": 1, \"lieu\": {\"insee\": \"3523\"}},\n\"marches\": [{\"id\": \"1\"}]}", []string{"json-other error 0:3:29  3523"}},
		{"behind", "{\"marches\": [{\"id\": \"1\"},\n{}],\n \"meta\": {\"lieu\":\n{\"insee\": 3}}, \"source\": \"DECP2\"}", []string{
			"json-other error 0:4:11  3", "json-other error 0:4:26  DECP2", "json-required error 2:2:1 marches.id",
		}},
		{"unknown", "{\"source\": \"a\",\n \"année\": \"2025\", \"marches\": [{\"id\": \"1\"}]}", []string{"json-other error 0:2:11"}},
		{"missing", "{\"marches\": [{\"id\": \"1\"}]}", []string{"json-other error 0:0:0"}},
		{"too many", "{\"source\": \"a\", \"marches\": [{\"id\": \"1\"},{\"id\": \"2\"},{\"id\": \"3\"}]}", []string{"json-items error 0:0:0"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, o := range []validate.Options{{}, {Strict: true}} {
				for _, chunk := range []int{0, 16, 64} {
					var got []string
					for _, line := range judged(t, schema, tt.data, o, chunk) {
						if !strings.HasPrefix(line, "record-list") {
							got = append(got, line)
						}
					}
					if diff := cmp.Diff(tt.want, got); diff != "" {
						t.Errorf("%+v, chunks of %d (-want +got):\n%s", o, chunk, diff)
					}
				}
			}
		})
	}
}
