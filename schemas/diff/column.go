package diff

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/pattern"
	"github.com/socle-commun/socle/schemas/types"
)

// A column is what a schema says of one column, whatever the kind of the
// schema: "", nil and -1 stand for what it does not say.
type column struct {
	name, title, description, example string

	model    string // an example that is known to be valid
	kind     string
	format   string
	typ      *types.Type // nil in a JSON Schema
	required bool
	unique   bool
	null     bool
	expr     string
	compiled *pattern.Pattern // nil in a JSON Schema, where a pattern need not match the whole value
	enum     []string
	bounds   [4]*schemas.Bound // in the order of boundKinds
	lengths  [2]int            // minimum and maximum
	yes, no  []string          // of a boolean
	missing  []string          // the field's own
	decimal  string            // of a number
	group    string            // of a number
	bare     bool              // of a number
	between  string            // between the items of a list
	items    string            // type of the items of a list
	item     *column           // of an array
	shape    string            // the JSON Schema of a value
}

// A side is one schema, read for comparing.
type side struct {
	schema  *schemas.Schema
	doc     map[string]any
	columns []column
}

// read reads a Table Schema or a JSON Schema.
func read(s *schemas.Schema) *side {
	out := &side{schema: s}
	d := json.NewDecoder(bytes.NewReader(s.Document))
	d.UseNumber()
	if d.Decode(&out.doc) != nil {
		out.doc = nil // a schema made without a document
	}
	descriptors, _ := out.doc["fields"].([]any)
	for i := range s.Fields {
		var d map[string]any
		if i < len(descriptors) {
			d, _ = descriptors[i].(map[string]any)
		}
		out.columns = append(out.columns, ofField(&s.Fields[i], d))
	}
	for i := range s.Properties {
		out.columns = append(out.columns, ofProperty(&s.Properties[i]))
	}
	return out
}

func ofProperty(p *schemas.Property) column {
	return column{
		name: p.Path, title: p.Title, description: p.Description, example: p.Example,
		kind: strings.Join(p.Types, "|"), format: p.Format, required: p.Required, null: p.Null,
		expr: p.Pattern, enum: p.Enum, lengths: [2]int{-1, -1}, bare: true,
	}
}

// ofField reads a field and its descriptor d.
func ofField(f *schemas.Field, d map[string]any) column {
	c := ofRules(f.Type, &f.Constraints, d)
	c.name, c.title, c.description, c.example, c.model = f.Name, f.Title, f.Description, f.Example, f.Model
	if _, own := d["missingValues"]; own {
		c.missing = f.Missing
	}
	return c
}

// ofRules reads what is demanded of the values of a column, or of the items of
// an array, which the descriptor d describes.
func ofRules(t *types.Type, k *schemas.Constraints, d map[string]any) column {
	c := column{
		kind: t.Name, format: t.Format, typ: t, required: k.Required, unique: k.Unique,
		bounds:  [4]*schemas.Bound{k.Minimum, k.Maximum, k.ExclusiveMin, k.ExclusiveMax},
		lengths: [2]int{k.MinLength, k.MaxLength}, compiled: k.Pattern, bare: true,
	}
	if k.Pattern != nil {
		c.expr = k.Pattern.String()
	}
	if k.Enum != nil {
		c.enum = append([]string{}, k.Enum.Values...)
	}
	if k.JSONSchema != nil {
		c.shape = written(k.JSONSchema.Document())
	}
	switch c.kind {
	case "boolean":
		c.yes = words(d["trueValues"], "true", "True", "TRUE", "1")
		c.no = words(d["falseValues"], "false", "False", "FALSE", "0")
	case "number", "integer":
		if c.kind == "number" {
			c.decimal = words(d["decimalChar"], ".")[0]
		}
		c.group, _ = d["groupChar"].(string)
		if bare, ok := d["bareNumber"].(bool); ok {
			c.bare = bare
		}
	case "list":
		c.between = words(d["delimiter"], ",")[0]
		c.items, _ = d["itemType"].(string)
	case "array":
		c.item = ofItems(k.Items, d["arrayItem"])
	}
	return c
}

// ofItems reads what an array asks of each of its items, nil where it asks for
// nothing. Without constraints it is but a type.
func ofItems(items *schemas.Items, v any) *column {
	d, _ := v.(map[string]any)
	if items != nil {
		c := ofRules(items.Type, &items.Constraints, d)
		return &c
	}
	kind, _ := d["type"].(string)
	if kind == "" {
		return nil
	}
	return &column{kind: kind, format: "default", lengths: [2]int{-1, -1}, bare: true}
}

// words reads a text, or a list of texts; otherwise it gives the default.
func words(v any, otherwise ...string) []string {
	var out []string
	switch v := v.(type) {
	case string:
		if v != "" {
			out = []string{v}
		}
	case []any:
		for _, item := range v {
			if s, ok := item.(string); ok {
				out = append(out, s)
			}
		}
	}
	if len(out) == 0 {
		return otherwise
	}
	return out
}
