package schemas

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// listed writes the properties of a document, one a line.
func listed(t *testing.T, document string) []string {
	t.Helper()
	top, ok := ordered([]byte(document)).(*object)
	if !ok {
		t.Fatalf("%s is no object", document)
	}
	var out []string
	for _, p := range propertiesOf(top) {
		line := p.Path + ": " + strings.Join(p.Types, "|")
		if p.Required {
			line += " required"
		}
		if p.Null {
			line += " null"
		}
		for _, part := range []string{p.Format, p.Pattern, strings.Join(p.Enum, ","), p.Example, p.Title} {
			if part != "" {
				line += " / " + part
			}
		}
		out = append(out, line)
	}
	return out
}

func TestProperties(t *testing.T) {
	for _, c := range []struct {
		name, document string
		want           []string
	}{
		{"in the document's order", `{"required": ["a"], "properties": {"z": {"type": "string", "title": "Zed"}, "a": {"type": "integer", "examples": [7]}}}`,
			[]string{"z: string / Zed", "a: integer required / 7"}},
		{"of a collection's features", `{"properties": {"type": {"enum": ["FeatureCollection"]}, "bbox": {"type": "array"}, "features": {"items": {"properties": {
			"type": {"const": "Feature"}, "geometry": {"properties": {"coordinates": {"type": "array"}}},
			"properties": {"required": ["id"], "properties": {"id": {"type": "string"}, "type": {"type": "string"}}}}}}}}`,
			[]string{"id: string required", "type: string"}},
		{"through references", `{"$id": "https://example.org/s.json", "items": {"$ref": "#/$defs/row"}, "$defs": {"row": {"properties": {
			"a": {"$ref": "https://example.org/s.json#/$defs/word"}, "b": {"$ref": "size"}, "c": {"title": "Own", "$ref": "#/$defs/a~1b%20c"}, "d": {"$ref": "#/nowhere"}}},
			"word": {"type": "string", "title": "Word"}, "x": {"$id": "size", "type": "number"}, "a/b c": {"type": "boolean", "title": "Theirs"}}}`,
			[]string{"a: string / Word", "b: number", "c: boolean / Own", "d: "}},
		{"with alternatives", `{"properties": {
			"a": {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]},
			"b": {"oneOf": [{"$ref": "#/$defs/k"}, {"type": "null"}], "examples": ["x"]},
			"c": {"type": ["number", "null"]}, "d": {"const": "only"}}, "$defs": {"k": {"type": "string", "enum": ["x", "y"]}}}`,
			[]string{"a: string / date | date-time", "b: string null / x,y / x", "c: number null", "d:  / only"}},
		{"of lists", `{"properties": {"a": {"type": "array", "items": {"type": "string", "enum": ["x", "y"]}},
			"b": {"type": "array", "items": [{"properties": {"c": {"type": "string"}}}]}}}`,
			[]string{"a: array / x,y", "b.c: string"}},
		{"of objects in one another", `{"properties": {"a": {"required": ["b"], "properties": {"b": {"properties": {"c": {"type": "string"}}}}}, "e": {"type": "object"}}}`,
			[]string{"a.b.c: string", "e: object"}},
		{"once each", `{"anyOf": [{"properties": {"a": {"type": "string"}}}, {"properties": {"a": {"type": "number"}, "b": {"type": "number"}}}]}`,
			[]string{"a: string", "b: number"}},
		{"of itself", `{"properties": {"name": {"type": "string"}, "parts": {"type": "array", "items": {"$ref": "#"}}}}`,
			[]string{"name: string", "parts: array"}},
		{"of a reference to itself", `{"properties": {"a": {"$ref": "#/properties/a"}}}`, []string{"a: "}},
	} {
		if diff := cmp.Diff(c.want, listed(t, c.document)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestPropertiesEnd lists documents that have more ways through them than
// could be listed.
func TestPropertiesEnd(t *testing.T) {
	var doubled, mutual, wide strings.Builder
	for i := range 40 { // 2 to the power of 40 paths
		fmt.Fprintf(&doubled, `"d%d": {"properties": {"a": {"$ref": "#/$defs/d%d"}, "b": {"$ref": "#/$defs/d%d"}}}, `, i, i+1, i+1)
	}
	for i := range 100 { // each holds every other
		fmt.Fprintf(&mutual, `"p%d": {"$ref": "#"}, `, i)
		fmt.Fprintf(&wide, `{"$ref": "#/$defs/x"}, `)
	}
	for name, document := range map[string]string{
		"doubled":      `{"$ref": "#/$defs/d0", "$defs": {` + doubled.String() + `"d40": {"type": "string"}}}`,
		"mutual":       `{"properties": {"a": {"properties": {` + mutual.String() + `"z": {"type": "string"}}}}}`,
		"alternatives": `{"properties": {"a": {"$ref": "#/$defs/x"}}, "$defs": {"x": {"anyOf": [` + wide.String() + `{"type": "string"}]}}}`,
		"long names":   `{"$ref": "#/$defs/x", "$defs": {"x": {"properties": {"` + strings.Repeat("n", 2*longestPath) + `": {"properties": {"a": {"type": "string"}}}}}}}`,
	} {
		top := ordered([]byte(document)).(*object)
		if n := len(propertiesOf(top)); n == 0 || n > mostNodes {
			t.Errorf("%s: %d properties", name, n)
		}
	}
}

// TestJSONSpeaksFrench holds the JSON Schemas of the catalogue to what agents
// read: a title for each property and, in the SCDL schema, a description.
func TestJSONSpeaksFrench(t *testing.T) {
	for _, s := range everyKind(t) {
		if s.Kind != JSON {
			continue
		}
		if len(s.Properties) < 10 {
			t.Errorf("%s has only %d properties", s.ID(), len(s.Properties))
		}
		for _, sentence := range append([]string{s.Title, s.Description}, s.Notes...) {
			if !french.MatchString(sentence) || address.MatchString(sentence) {
				t.Errorf("%s says %q", s.ID(), sentence)
			}
		}
		for _, p := range s.Properties {
			full := s.Name == "etalab/schema-amenagements-cyclables"
			if p.Title == "" || (full || p.Description != "") && !french.MatchString(p.Description) || address.MatchString(p.Title+p.Description) {
				t.Errorf("%s: %s is called %q and described as %q", s.ID(), p.Path, p.Title, p.Description)
			}
		}
	}
}
