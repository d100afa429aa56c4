package diff

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
)

// table tells what changed in what is asked of the table as a whole. Columns
// that were only renamed count as the same there.
func (r *Result) table(old, now *side, pairs []int) {
	renamed := map[string]string{} // a column's name before, and now
	for i, from := range pairs {
		if from >= 0 {
			renamed[old.columns[from].name] = now.columns[i].name
		}
	}
	if c := openList(MissingValues, old.schema.Missing, now.schema.Missing, Changed); c != nil {
		r.add(*c)
	}
	if a, b := old.schema.FieldsMatch, now.schema.FieldsMatch; a != b {
		r.add(Change{Kind: FieldsMatch, Before: orNil(a.String()), After: orNil(b.String()), Direction: Changed})
	}
	r.add(primaryKey(old, now, renamed)...)
	r.add(entries(UniqueKeys, uniqueKeys(old, nil), uniqueKeys(now, nil), uniqueKeys(old, renamed))...)
	r.add(entries(ForeignKeys, foreignKeys(old, nil), foreignKeys(now, nil), foreignKeys(old, renamed))...)
	r.add(entries(CustomCheck, checks(old.schema, nil), checks(now.schema, nil), checks(old.schema, renamed))...)
	for _, text := range []struct {
		kind     Kind
		old, now string
	}{{Title, old.schema.Title, now.schema.Title}, {Description, old.schema.Description, now.schema.Description}} {
		if text.old != text.now {
			r.add(Change{Kind: text.kind, Before: orNil(text.old), After: orNil(text.now), Direction: Neutral})
		}
	}
}

func primaryKey(old, now *side, renamed map[string]string) []Change {
	a, b := old.names(old.schema.PrimaryKey, nil), now.names(now.schema.PrimaryKey, nil)
	if slices.Equal(old.names(old.schema.PrimaryKey, renamed), b) {
		return nil
	}
	c := Change{Kind: PrimaryKey, Before: listOrNil(a), After: listOrNil(b), Direction: Changed}
	switch {
	case a == nil:
		c.Direction = Tightened
	case b == nil:
		c.Direction = Loosened
	}
	return []Change{c}
}

// names gives the names of columns, the present ones where they were renamed.
func (s *side) names(places []int, renamed map[string]string) []string {
	var out []string
	for _, i := range places {
		out = append(out, called(s.columns[i].name, renamed))
	}
	return out
}

// An entry is one demand of a list, written as a text, and the column that it
// is about, "" for none.
type entry struct{ field, text string }

// entries compares lists of demands: before is how the old ones are shown,
// mapped how they would be written now.
func entries(kind Kind, before, now, mapped []entry) []Change {
	var out []Change
	olds, nows := map[entry]bool{}, map[entry]bool{}
	for _, e := range mapped {
		olds[e] = true
	}
	for _, e := range now {
		nows[e] = true
	}
	for i, e := range mapped {
		if !nows[e] {
			out = append(out, Change{Kind: kind, Field: e.field, Before: before[i].text, Direction: Loosened})
		}
	}
	for _, e := range now {
		if !olds[e] {
			out = append(out, Change{Kind: kind, Field: e.field, After: e.text, Direction: Tightened})
		}
	}
	return out
}

// called gives the present name of a column.
func called(name string, renamed map[string]string) string {
	if now, ok := renamed[name]; ok {
		return now
	}
	return name
}

func uniqueKeys(s *side, renamed map[string]string) []entry {
	var out []entry
	for _, key := range s.schema.UniqueKeys {
		out = append(out, entry{text: strings.Join(s.names(key, renamed), " + ")})
	}
	return out
}

// foreignKeys writes each foreign key as the fields here, then those that are
// referred to.
func foreignKeys(s *side, renamed map[string]string) []entry {
	var out []entry
	for _, key := range s.schema.ForeignKeys {
		targets := key.Targets
		if key.Own != nil {
			targets = s.names(key.Own, renamed)
		}
		there := strings.TrimPrefix(key.Resource+" : ", " : ") + strings.Join(targets, " + ")
		out = append(out, entry{text: strings.Join(s.names(key.Fields, renamed), " + ") + " → " + there})
	}
	return out
}

// checks writes custom checks as their name and their parameters, which are
// mostly names of columns. That of the column that a check is about stands
// apart.
func checks(s *schemas.Schema, renamed map[string]string) []entry {
	var out []entry
	for _, c := range s.Checks {
		e := entry{field: called(c.Column("column"), renamed), text: c.Name}
		var params []string
		for _, name := range slices.Sorted(maps.Keys(c.Params)) {
			value := c.Params[name]
			if columns := words(value); strings.Contains(name, "column") && len(columns) > 0 {
				for i := range columns {
					columns[i] = called(columns[i], renamed)
				}
				value = strings.Join(columns, ", ")
			}
			if name != "column" || e.field == "" {
				params = append(params, name+" = "+written(value))
			}
		}
		if len(params) > 0 {
			e.text += " (" + strings.Join(params, " ; ") + ")"
		}
		out = append(out, e)
	}
	return out
}

func written(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	data, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(data)
}

// resources compares the resources of two Data Packages by name.
func (r *Result) resources(old, now []schemas.Resource) {
	byName := func(list []schemas.Resource) map[string]*schemas.Resource {
		out := make(map[string]*schemas.Resource, len(list))
		for i := range list {
			out[list[i].Name] = &list[i]
		}
		return out
	}
	olds, nows := byName(old), byName(now)
	schemaOf := func(r *schemas.Resource) string {
		data, err := json.Marshal(r.Inline)
		if r.Inline == nil || err != nil {
			data = nil
		}
		return r.Entry + r.Schema + string(data)
	}
	for i := range old {
		if nows[old[i].Name] == nil {
			r.add(Change{Kind: ResourceRemoved, Field: old[i].Name, Before: i + 1, Direction: Loosened, Label: old[i].Title})
		}
	}
	for i := range now {
		before := olds[now[i].Name]
		switch {
		case before == nil:
			r.add(Change{Kind: ResourceAdded, Field: now[i].Name, After: i + 1, Direction: Tightened, Label: now[i].Title})
		case schemaOf(before) != schemaOf(&now[i]):
			r.add(Change{Kind: ResourceSchema, Field: now[i].Name, Before: orNil(before.Entry + before.Schema), After: orNil(now[i].Entry + now[i].Schema), Direction: Changed})
		}
	}
}
