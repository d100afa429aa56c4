package main

import "strings"

// jsonSchemaPath is where the JSON Schema lies that says what a Table Schema says.
func jsonSchemaPath(path string) string {
	return strings.TrimSuffix(path, ".json") + ".jsonschema.json"
}

// jsonSchema says the same of a row in JSON Schema, as qsv takes it: an empty cell
// is null, and a cell is read in the type of its column.
func (s *tableSchema) jsonSchema() map[string]any {
	properties := map[string]any{}
	var required []string
	for _, f := range s.Fields {
		properties[f.Name] = f.property()
		if f.Constraints.Required {
			required = append(required, f.Name)
		}
	}
	schema := map[string]any{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": properties}
	if len(required) > 0 {
		schema["required"] = required
	}
	if len(s.PrimaryKey) > 0 {
		schema["uniqueCombinedWith"] = s.PrimaryKey
	}
	return schema
}

// jsonTypes are the types of JSON; others are strings.
var jsonTypes = map[string]string{"integer": "integer", "number": "number", "boolean": "boolean", "year": "integer"}

// property says what a cell must be.
func (f *field) property() map[string]any {
	c := f.Constraints
	kind, words := jsonTypes[f.Type], c.Enum
	if len(f.TrueValues) > 0 {
		kind, words = "string", append(append([]string{}, f.TrueValues...), f.FalseValues...)
	}
	if kind == "" {
		kind = "string"
	}
	p := map[string]any{"type": kind}
	if !c.Required {
		p["type"] = []string{kind, "null"}
	}
	if len(words) > 0 {
		var allowed []any
		for _, w := range words {
			allowed = append(allowed, w)
		}
		if !c.Required {
			allowed = append(allowed, nil)
		}
		p["enum"] = allowed
	}
	if c.Pattern != "" {
		p["pattern"] = "^(?:" + c.Pattern + ")$"
	}
	if f.Type == "date" {
		p["format"] = "date"
	}
	if f.Format == "email" {
		p["format"] = "email"
	}
	for name, length := range map[string]int{"minLength": c.MinLength, "maxLength": c.MaxLength} {
		if length > 0 {
			p[name] = length
		}
	}
	if c.Minimum != nil {
		p["minimum"] = *c.Minimum
	}
	if c.Maximum != nil {
		p["maximum"] = *c.Maximum
	}
	return p
}
