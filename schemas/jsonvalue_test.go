package schemas

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas/text"
)

// document makes a Table Schema of one field v.
func document(field string) []byte { return []byte(`{"fields": [{"name": "v", ` + field + `}]}`) }

func TestJSONSchemaProblem(t *testing.T) {
	s, err := Parse("s", document(`"type": "object", "constraints": {"jsonSchema": {
		"properties": {"a": {"type": "integer"}, "b": {"type": "array", "items": {"minimum": 2}}, "c": {"pattern": "^[a-z]+$"}}, "required": ["a"]}}`))
	if err != nil {
		t.Fatal(err)
	}
	judge := s.Fields[0].Constraints.JSONSchema
	for value, want := range map[string]string{
		`{"a": 1, "b": [2, 3.5], "x": null}`: "",
		`{"b": []}`:                          ` | the member "a" is missing.`,
		`{"a": "1", "b": [0, 1]}`:            "a | expected a whole number, not a text.",
		`{"a": 1, "b": [3, 1, 0]}`:           "b[1] | the number must be at least 2.",
		`{"a": 1e99999}`:                     ".a | the number 1e99999 is out of all measure.",
		`{"a": 1`:                            " | it is not valid JSON, line 1, column 7: it stops before its end.",
		strings.Repeat(`{"b":`, 20000):       " | it is not valid JSON, line 1, column 50001: too many lists or objects hold one another.",
	} {
		got := ""
		if p := judge.Problem([]byte(value)); p != nil {
			got = p.Path + " | " + p.Say.In(text.English)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%.60s (-want +got):\n%s", value, diff)
		}
	}
}

// A jsonSchema that cannot be used is a problem of the document, and no
// reference in it is followed over the network.
func TestJSONSchemaRefused(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the network is used") }))
	defer server.Close()
	for field, want := range map[string]string{
		`"type": "string", "constraints": {"jsonSchema": {}}`:                                                                   "fields[0].constraints.jsonSchema: a JSON Schema judges objects and arrays only, not the type string.",
		`"type": "object", "constraints": {"jsonSchema": {"type": 5}}`:                                                          "fields[0].constraints.jsonSchema: this JSON Schema cannot be used",
		`"type": "object", "constraints": {"jsonSchema": {"$id": "` + server.URL + `/a.json", "items": {"$ref": "b.json#/x"}}}`: "no other document is loaded",
		`"type": "object", "constraints": {"jsonSchema": {"$ref": "file:///etc/hostname"}}`:                                     "no other document is loaded",
		`"type": "object", "constraints": {"jsonSchema": {"$ref": "` + server.URL + `/schema.json"}}`:                           "fields[0].constraints.jsonSchema: this JSON Schema cannot be used",
	} {
		_, err := Parse("s", document(field))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: the error is %v, want %s", field, err, want)
		}
	}
}
