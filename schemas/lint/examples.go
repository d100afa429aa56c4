package lint

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas"
)

// structured are the types of which one value is a list or an object.
var structured = []string{"array", "list", "object", "geojson", "geopoint"}

// longestExample is how long an example may be to be taken for a value, in
// characters: a longer one is an explanation.
const longestExample = 100

// examples holds a field's examples against its own rules.
func (l *linter) examples(field spot, f *schemas.Field) {
	for _, name := range []string{"example", "examples"} {
		where, ok := field.member(name)
		if !ok {
			continue
		}
		if where.node.kind != '[' || slices.Contains(structured, f.Type.Name) && (name == "example" || plainItems(where.node)) {
			l.example(where, f)
			continue
		}
		for i := range where.node.items {
			l.example(where.item(i), f)
		}
	}
}

// plainItems says whether a list holds no list, nor a text that is one: then
// it is itself an example of a list.
func plainItems(list *node) bool {
	for _, item := range list.items {
		if item.kind == '[' || item.kind == '{' || item.kind == '"' && strings.HasPrefix(strings.TrimSpace(item.text), "[") {
			return false
		}
	}
	return true
}

// example holds one example against the field's rules, and tells the first
// that refuses it.
func (l *linter) example(where spot, f *schemas.Field) {
	value := l.cell(where.node)
	raw := []byte(value)
	if where.node.kind == 'n' || len(value) == 0 || utf8.RuneCountInString(value) > longestExample || f.IsMissing(raw) {
		return
	}
	if where.node.kind == 't' && f.Type.Name == "boolean" {
		return // the value, not how it is written
	}
	values := slots{"value": value, "type": f.Type.Name}
	if f.Type.Format != "default" {
		values["type"] += " (" + f.Type.Format + ")"
	}
	key, ok := f.Type.Key(nil, raw)
	if !ok && where.node.kind == '0' {
		var err error
		key, err = f.Type.KeyOf(decoded(where.node))
		ok = err == nil
	}
	if !ok {
		_, fix := f.Type.Explain(raw)
		values["fix"] = fix
		reason := ""
		if fix != "" {
			reason = "fix"
		}
		l.add(where, "example-type", reason, values)
		return
	}
	k := &f.Constraints
	by := l.refusedBy(f.Type, k, raw, key)
	switch {
	case by == "pattern":
		l.add(where, "example-pattern", "", values)
	case k.Enum != nil && !k.Enum.Has(key):
		values["near"] = schemas.Nearest(value, k.Enum.Values)
		reason := ""
		if values["near"] != "" {
			reason = "near"
		}
		l.add(where, "example-enum", reason, values)
	case by != "":
		values["constraint"], values["limit"] = by, k.Said(by)
		l.add(where, "example-limit", "", values)
	case k.Items != nil && l.slow > 0:
		if broken := k.Items.Broken(f.Type, raw); len(broken) > 0 {
			values["constraint"], values["item"] = broken[0].Constraint, broken[0].Item
			l.add(where, "example-item", "", values)
		}
	}
}
