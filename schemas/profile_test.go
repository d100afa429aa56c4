package schemas

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestProfileWords breaks each rule of the profile, and wants a sentence of
// ours with the place of the fault.
func TestProfileWords(t *testing.T) {
	a := `{"fields":[{"name":"a"}],`
	const types = `"string", "number", "integer", "boolean", "date", "time", "datetime", "year", "yearmonth", "duration", "geopoint", "geojson", "object", "array", "list", "any"`
	for _, tt := range []struct {
		kind, document string
		want           []string
	}{
		{"array_min_items", `{"fields":[]}`, []string{"fields | la liste doit avoir au moins 1 élément. | the list needs at least 1 item."}},
		{"invalid_type", `{"fields":{"a":1}}`, []string{"fields | on attend une liste, et non un objet. | expected a list, not an object."}},
		{"invalid_type", `{"fields":null}`, []string{"fields | on attend une liste, et non null. | expected a list, not null."}},
		{"invalid_type", `{"fields":["a",null]}`, []string{
			"fields[0] | on attend un objet, et non un texte. | expected an object, not a text.",
			"fields[1] | on attend un objet, et non null. | expected an object, not null.",
		}},
		{"invalid_type", one(`"constraints":{"required":"true"}`), []string{"fields[0].constraints.required | on attend un booléen (true ou false), et non un texte. | expected a boolean (true or false), not a text."}},
		{"invalid_type", one(`"constraints":{"minimum":true}`), []string{"fields[0].constraints.minimum | on attend un nombre ou un texte, et non un booléen (true ou false). | expected a number or a text, not a boolean (true or false)."}},
		{"invalid_type", one(`"constraints":{"maxLength":2.5}`), []string{"fields[0].constraints.maxLength | on attend un nombre entier, et non un nombre. | expected a whole number, not a number."}},
		{"invalid_type", one(`"constraints":null,"title":[]`), []string{
			"fields[0].constraints | on attend un objet, et non null. | expected an object, not null.",
			"fields[0].title | on attend un texte, et non une liste. | expected a text, not a list.",
		}},
		{"required", `{"fields":[{"type":"string"}]}`, []string{`fields[0] | il manque le membre « name ». | the member "name" is missing.`}},
		{"string_gte", `{"fields":[{"name":""}]}`, []string{"fields[0].name | le texte est vide. | the text is empty."}},
		{"enum", one(`"type":"entier"`), []string{"fields[0].type | la valeur doit être l'une de : " + types + ". | the value must be one of: " + types + "."}},
		{"number_gte", one(`"constraints":{"minLength":-1}`), []string{"fields[0].constraints.minLength | le nombre doit être au moins 0. | the number must be at least 0."}},
		{"array_max_items", a + `"fieldsMatch":["exact","equal"]}`, []string{"fieldsMatch | la liste doit avoir au plus 1 élément. | the list may have at most 1 item."}},
		{"number_one_of", a + `"primaryKey":5}`, []string{"primaryKey | on attend un texte, et non un nombre entier. | expected a text, not a whole number."}},
		{"number_one_of", a + `"missingValues":[null]}`, []string{"missingValues[0] | on attend un texte, et non null. | expected a text, not null."}},
		{"required", a + `"custom_checks":[{"params":{}}]}`, []string{`custom_checks[0] | il manque le membre « name ». | the member "name" is missing.`}},
		{"invalid_type", a + `"keywords":"dae"}`, []string{"keywords | on attend une liste, et non un texte. | expected a list, not a text."}},
	} {
		_, err := Parse("x", []byte(tt.document))
		if err == nil {
			t.Errorf("%s parses", tt.document)
			continue
		}
		got := said(t, err)
		slices.Sort(got)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s:%s", tt.kind, tt.document, diff)
		}
	}
}

// TestProfileWordsAreAll reads the profile for keywords that can fail and that
// nothing says.
func TestProfileWordsAreAll(t *testing.T) {
	said := map[string]string{
		"type": "invalid_type", "required": "required", "enum": "enum", "oneOf": "number_one_of",
		"minItems": "array_min_items", "maxItems": "array_max_items", "minLength": "string_gte", "minimum": "number_gte",
	}
	annotations := map[string]bool{"$schema": true, "$ref": true, "title": true, "description": true, "properties": true, "definitions": true, "items": true}
	var document any
	if err := json.Unmarshal(profileDocument, &document); err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	var walk func(v any)
	walk = func(v any) {
		schema, _ := v.(map[string]any)
		for keyword, value := range schema {
			switch {
			case keyword == "properties" || keyword == "definitions":
				for _, inner := range value.(map[string]any) {
					walk(inner)
				}
			case keyword == "oneOf":
				for _, inner := range value.([]any) {
					walk(inner)
				}
			case keyword == "items":
				walk(value)
			}
			if said[keyword] != "" {
				used[said[keyword]] = true
			} else if !annotations[keyword] {
				t.Errorf("the profile uses %q, which has no sentence", keyword)
			}
		}
	}
	walk(document)
	want := slices.Sorted(maps.Keys(profileWords))
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(used))); diff != "" {
		t.Errorf("sentences and what the profile can cause differ (-sentences +profile):\n%s", diff)
	}
}

func TestComparePaths(t *testing.T) {
	sorted := []string{"", "fields", "fields[0].name", "fields[2]", "fields[2].constraints.enum[9]", "fields[2].constraints.enum[10]", "fields[10]", "primaryKey"}
	for i, a := range sorted {
		for j, b := range sorted {
			if got, want := comparePaths(a, b), i-j; sign(got) != sign(want) {
				t.Errorf("%q and %q compare as %d, want %d", a, b, got, want)
			}
		}
	}
}

func sign(n int) int { return min(max(n, -1), 1) }
