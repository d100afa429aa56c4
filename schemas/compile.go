package schemas

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/socle-commun/socle/schemas/pattern"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/schemas/types"
)

// compiler turns one document into one Schema, gathering every problem.
type compiler struct {
	schema   *Schema
	problems []Problem
}

func (c *compiler) problem(path, fr, en string, args ...any) {
	c.problems = append(c.problems, Problem{Path: path, Say: text.Text{FR: fmt.Sprintf(fr, args...), EN: fmt.Sprintf(en, args...)}})
}

func (c *compiler) remark(path, fr, en string, args ...any) {
	c.schema.Remarks = append(c.schema.Remarks, Problem{Path: path, Say: text.Text{FR: fmt.Sprintf(fr, args...), EN: fmt.Sprintf(en, args...)}})
}

func (c *compiler) compile(doc *document) {
	s := c.schema
	s.Name, s.Title, s.Description = words(doc.Name), words(doc.Title), words(doc.Description)
	s.Homepage, s.Modified = words(doc.Homepage), words(doc.LastModified)
	s.Version = strings.TrimPrefix(words(doc.Version), "v")
	s.Proposal, _ = doc.Proposal.(bool)
	s.Notes = list(doc.Notes)
	s.Missing = []string{""}
	if doc.Missing != nil {
		s.Missing = list(doc.Missing)
	}
	for _, check := range doc.CustomChecks {
		s.Checks = append(s.Checks, CustomCheck(check))
	}
	seen := map[string]int{}
	for i, descriptor := range doc.Fields {
		f := c.field(i, descriptor)
		if first, twice := seen[f.Name]; twice {
			c.problem(fmt.Sprintf("fields[%d].name", i), "le nom « %s » est déjà celui du champ %d.", "the name %q is already that of field %d.", f.Name, first+1)
		}
		seen[f.Name] = i
		s.Fields = append(s.Fields, f)
	}
	for _, name := range list(doc.PrimaryKey) {
		i, ok := seen[name]
		if !ok {
			c.problem("primaryKey", "la clé nomme « %s », qui n'est pas un champ du schéma.", "the key names %q, which is not a field of the schema.", name)
			continue
		}
		s.PrimaryKey = append(s.PrimaryKey, i)
	}
}

// field compiles the descriptor at position i.
func (c *compiler) field(i int, d map[string]any) Field {
	f := Field{
		Index: i, Name: words(d["name"]), Title: words(d["title"]),
		Description: words(d["description"]), Example: example(d), Missing: c.schema.Missing,
	}
	if name, ok := d["name"].(string); ok {
		f.Name = name // its spaces count
	}
	if own, ok := d["missingValues"]; ok {
		f.Missing = list(own)
	}
	for _, check := range c.schema.Checks {
		if check.Column("column") == f.Name {
			f.Checks = append(f.Checks, check)
		}
	}
	f.TrueValues, f.FalseValues = []string{"true", "1"}, []string{"false", "0"}
	if yes := list(d["trueValues"]); yes != nil {
		f.TrueValues = yes
	}
	if no := list(d["falseValues"]); no != nil {
		f.FalseValues = no
	}
	f.Type = c.typeOf(fmt.Sprintf("fields[%d]", i), d)
	if f.Type != nil {
		constraints, _ := d["constraints"].(map[string]any)
		f.Constraints = c.constraints(fmt.Sprintf("fields[%d].constraints", i), f.Type, constraints)
	}
	return f
}

// typeOf compiles the type of a descriptor, nil where it has a problem.
func (c *compiler) typeOf(path string, d map[string]any) *types.Type {
	spec := types.Spec{
		Type: words(d["type"]), Format: plain(d["format"]),
		DecimalChar: plain(d["decimalChar"]), GroupChar: plain(d["groupChar"]),
		TrueValues: list(d["trueValues"]), FalseValues: list(d["falseValues"]),
	}
	if bare, ok := d["bareNumber"].(bool); ok {
		spec.BareNumber = &bare
	}
	spec.Delimiter = plain(d["delimiter"])
	if name := words(d["itemType"]); name != "" {
		spec.ItemType = c.typeOf(path+".itemType", map[string]any{"type": name})
	}
	if item, ok := d["arrayItem"].(map[string]any); ok {
		spec.ItemType, spec.Item = c.item(path+".arrayItem", item)
	}
	t, remarks, err := types.Compile(spec)
	if err != nil {
		c.problem(path, "type ou format inconnu (%v).", "unknown type or format (%v).", err)
		return nil
	}
	for _, r := range remarks {
		c.remark(path, "format ignoré (%s).", "format ignored (%s).", r)
	}
	return t
}

// item compiles what an array field asks of each of its items: a type, and a
// judge of its constraints.
func (c *compiler) item(path string, d map[string]any) (*types.Type, func([]byte, bool) bool) {
	t := c.typeOf(path, d)
	if t == nil {
		return nil, nil
	}
	raw, _ := d["constraints"].(map[string]any)
	constraints := c.constraints(path+".constraints", t, raw)
	return t, func(value []byte, null bool) bool {
		if null || len(value) == 0 {
			return !constraints.Required
		}
		key, ok := t.Key(nil, value)
		return ok && constraints.holds(t, value, key)
	}
}

// plain reads a text member without trimming it.
func plain(v any) string {
	s, _ := v.(string)
	return s
}

// example reads the example of a descriptor: "example", else "examples".
func example(d map[string]any) string {
	for _, name := range []string{"example", "examples", "exemple"} {
		v := d[name]
		if items, ok := v.([]any); ok && len(items) > 0 {
			v = items[0]
		}
		switch v := v.(type) {
		case string:
			return v
		case json.Number:
			return v.String()
		case bool:
			return fmt.Sprint(v)
		}
	}
	return ""
}

// compilePattern compiles the constraint "pattern", nil where it has a problem.
func (c *compiler) compilePattern(path, expr string) *pattern.Pattern {
	p, err := pattern.Compile(expr)
	if err != nil {
		c.problem(path, "l'expression régulière est incorrecte (%v).", "the regular expression is wrong (%v).", err)
		return nil
	}
	return p
}
