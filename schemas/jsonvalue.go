package schemas

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/xeipuuv/gojsonschema"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/schemas/types"
)

// A JSONSchema is the constraint "jsonSchema" of Table Schema 2: a JSON Schema
// that each value of an object or an array must satisfy.
type JSONSchema struct {
	schema   *gojsonschema.Schema
	document any
}

// Document gives the JSON Schema as it was decoded; it is not to be changed.
func (j *JSONSchema) Document() any {
	if j == nil {
		return nil
	}
	return j.document
}

// Problem says what a cell that holds JSON has against the schema: the first
// problem by place in the value, nil without one. A nil schema has none.
func (j *JSONSchema) Problem(raw []byte) *Problem {
	if j == nil {
		return nil
	}
	value, problem := decode(raw)
	if problem != nil {
		return problem
	}
	if place, number := hugeNumber(value); number != "" {
		return &Problem{Path: place, Say: text.Text{
			FR: "le nombre " + clip(number) + " est démesuré.",
			EN: "the number " + clip(number) + " is out of all measure.",
		}}
	}
	result, err := j.schema.Validate(gojsonschema.NewRawLoader(value))
	if err != nil {
		return &Problem{Say: text.Text{FR: err.Error(), EN: err.Error()}}
	}
	if result.Valid() {
		return nil
	}
	errs := result.Errors()
	first := slices.MinFunc(errs, func(a, b gojsonschema.ResultError) int {
		return cmp.Or(cmp.Compare(a.Field(), b.Field()), cmp.Compare(a.Type(), b.Type()), cmp.Compare(a.Description(), b.Description()))
	})
	return &Problem{Path: pathOf(first), Say: sayError(first)}
}

// jsonSchema compiles the constraint of that name, nil where it has a problem.
func (c *compiler) jsonSchema(path string, t *types.Type, v any) *JSONSchema {
	if t.Name != "object" && t.Name != "array" && t.Name != "geojson" {
		c.problem(path, "un JSON Schema ne juge que des objets et des listes, et non le type %s.", "a JSON Schema judges objects and arrays only, not the type %s.", t.Name)
		return nil
	}
	document, err := json.Marshal(v)
	if err != nil {
		return nil // what was decoded can be encoded
	}
	schema, err := compileJSONSchema(document)
	if err != nil {
		c.problem(path, "ce JSON Schema n'est pas utilisable (%s).", "this JSON Schema cannot be used (%s).", quoted(err.Error()))
		return nil
	}
	return &JSONSchema{schema, v}
}
