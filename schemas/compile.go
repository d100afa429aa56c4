package schemas

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"

	"github.com/socle-commun/socle/schemas/types"
)

// compiler turns one document into one Schema, gathering every problem.
type compiler struct {
	schema   *Schema
	problems []Problem
}

func (c *compiler) problem(path, fr, en string, args ...any) {
	c.problems = append(c.problems, newProblem(path, fr, en, args))
}

func (c *compiler) remark(path, fr, en string, args ...any) {
	c.schema.Remarks = append(c.schema.Remarks, newProblem(path, fr, en, args))
}

// head reads what documents of every kind say of themselves.
func (c *compiler) head(doc map[string]any) {
	s := c.schema
	s.Name, s.Title, s.Description = words(doc["name"]), words(doc["title"]), words(doc["description"])
	s.Homepage, s.Modified = words(doc["homepage"]), words(doc["lastModified"])
	s.Version = strings.TrimPrefix(words(doc["version"]), "v")
	s.Proposal, _ = doc["proposal"].(bool)
	s.Notes, s.Keywords = list(doc["notes"]), list(doc["keywords"])
}

func (c *compiler) compile(doc map[string]any) {
	c.head(doc)
	s := c.schema
	s.Missing = []string{""}
	if missing, ok := doc["missingValues"]; ok {
		s.Missing = list(missing)
	}
	checks := c.checks(objects(doc["custom_checks"]))
	fields := objects(doc["fields"])
	positions := map[string]int{}
	for i, descriptor := range fields {
		f := c.field(i, descriptor)
		f.Checks = checks[f.Name]
		if first, twice := positions[f.Name]; twice {
			c.problem(fmt.Sprintf("fields[%d].name", i), "le nom « %s » est déjà celui du champ %d.", `the name "%s" is already that of field %d.`, f.Name, first+1)
		} else {
			positions[f.Name] = i
		}
		s.Fields = append(s.Fields, f)
	}
	s.FieldsMatch = fieldsMatch(doc["fieldsMatch"])
	c.keys(doc, positions)
	c.remarkStrays(fields)
	c.remarkChecks(positions)
}

// checks reads custom_checks, and gives those whose parameter "column" names a
// field by the name of that field.
func (c *compiler) checks(raw []map[string]any) map[string][]CustomCheck {
	byColumn := map[string][]CustomCheck{}
	for _, entry := range raw {
		check := CustomCheck{Name: words(entry["name"])}
		check.Params, _ = entry["params"].(map[string]any)
		c.schema.Checks = append(c.schema.Checks, check)
		if name := check.Column("column"); name != "" {
			byColumn[name] = append(byColumn[name], check)
		}
	}
	return byColumn
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
	f.TrueValues, f.FalseValues = []string{"true", "1"}, []string{"false", "0"}
	if yes := answers(d["trueValues"]); yes != nil {
		f.TrueValues = yes
	}
	if no := answers(d["falseValues"]); no != nil {
		f.FalseValues = no
	}
	path := fmt.Sprintf("fields[%d]", i)
	t, items := c.typeOf(path, d)
	if f.Type = t; t != nil {
		constraints, _ := d["constraints"].(map[string]any)
		f.Constraints = c.constraints(path+".constraints", t, constraints)
		f.Constraints.Items = items
		if categories, ok := d["categories"]; ok && f.Constraints.Enum == nil {
			f.Constraints.Enum = c.enum(path+".categories", t, values(categories))
		}
		f.Model = f.model()
	}
	return f
}

// longestModel is how long an example may be to be shown as a model, in bytes:
// a longer one is an explanation.
const longestModel = 60

// model gives the field's example where it is one that a person can follow.
func (f *Field) model() string {
	raw := []byte(f.Example)
	if len(raw) > longestModel || f.IsMissing(raw) || strings.HasPrefix(f.Example, "'") {
		return ""
	}
	if key, ok := f.Type.Key(nil, raw); !ok || !f.Constraints.holds(f.Type, raw, key) {
		return ""
	}
	return f.Example
}

// typeOf compiles the type of a descriptor, nil where it has a problem, and
// what it demands of the items of an array.
func (c *compiler) typeOf(path string, d map[string]any) (*types.Type, *Items) {
	spec := types.Spec{
		Type: words(d["type"]), Format: plain(d["format"]),
		DecimalChar: plain(d["decimalChar"]), GroupChar: plain(d["groupChar"]),
		TrueValues: answers(d["trueValues"]), FalseValues: answers(d["falseValues"]),
	}
	if bare, ok := d["bareNumber"].(bool); ok {
		spec.BareNumber = &bare
	}
	spec.Delimiter = plain(d["delimiter"])
	if name := words(d["itemType"]); name != "" {
		spec.ItemType, _ = c.typeOf(path+".itemType", map[string]any{"type": name})
	}
	var items *Items
	if item, ok := d["arrayItem"].(map[string]any); ok {
		spec.ItemType, items = c.item(path+".arrayItem", item)
	}
	t, remarks, err := types.Compile(spec)
	if err != nil {
		c.badType(path, spec, err)
		return nil, nil
	}
	for _, r := range remarks {
		c.oddType(path, spec, r)
	}
	return t, items
}

// deepest is how many arrays may hold one another.
const deepest = 8

// item compiles what an array field asks of each of its items: a type, and
// what goes beyond it, which may be nothing.
func (c *compiler) item(path string, d map[string]any) (*types.Type, *Items) {
	if strings.Count(path, ".arrayItem") > deepest {
		c.problem(path, "trop de listes sont l'une dans l'autre.", "too many lists hold one another.")
		return nil, nil
	}
	if _, typed := d["type"]; !typed {
		d = maps.Clone(d)
		d["type"] = "any"
	}
	t, inner := c.typeOf(path, d)
	raw, _ := d["constraints"].(map[string]any)
	if t == nil || len(raw) == 0 && inner == nil {
		return t, nil
	}
	items := &Items{t, c.constraints(path+".constraints", t, raw)}
	items.Constraints.Items = inner
	return t, items
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
