package schemas

import (
	"encoding/json"
	"fmt"
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

func (c *compiler) compile(doc map[string]any) {
	s := c.schema
	s.Name, s.Title, s.Description = words(doc["name"]), words(doc["title"]), words(doc["description"])
	s.Homepage, s.Modified = words(doc["homepage"]), words(doc["lastModified"])
	s.Version = strings.TrimPrefix(words(doc["version"]), "v")
	s.Proposal, _ = doc["proposal"].(bool)
	s.Notes, s.Keywords = list(doc["notes"]), list(doc["keywords"])
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
	for _, name := range list(doc["primaryKey"]) {
		i, ok := positions[name]
		if !ok {
			c.problem("primaryKey", "la clé nomme « %s », qui n'est pas un champ du schéma.", `the key names "%s", which is not a field of the schema.`, name)
			continue
		}
		s.PrimaryKey = append(s.PrimaryKey, i)
	}
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
		c.badType(path, spec, err)
		return nil
	}
	for _, r := range remarks {
		c.oddType(path, spec, r)
	}
	return t
}

// deepest is how many arrays may hold one another.
const deepest = 8

// item compiles what an array field asks of each of its items: a type, and a
// judge of its constraints.
func (c *compiler) item(path string, d map[string]any) (*types.Type, func([]byte, bool) bool) {
	if strings.Count(path, ".arrayItem") > deepest {
		c.problem(path, "trop de listes sont l'une dans l'autre.", "too many lists hold one another.")
		return nil, nil
	}
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
