package lint

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/socle-commun/socle/schemas"
)

// table looks at the fields of a Table Schema. refused are the paths at which
// the profile refused something, in order.
func (l *linter) table(root spot, s *schemas.Schema, refused []string) {
	names := map[string]string{} // by folded name: the first name
	for i, field := range root.list("fields") {
		if field.node.kind != '{' || i >= len(s.Fields) {
			continue
		}
		l.members(field, "field", fieldMembers)
		l.name(field, names)
		kind := field.node.textOf("type")
		if field.node.get("type") == nil {
			kind = "string"
			l.add(field, "missing-type", "", slots{"field": s.Fields[i].Name})
		}
		for _, text := range []string{"title", "description"} {
			if v := field.node.get(text); v == nil || v.kind == '"' && strings.TrimSpace(v.text) == "" {
				l.add(field, "missing-field-"+text, "", slots{"field": s.Fields[i].Name})
			}
		}
		l.misplaced(field, kind)
		l.item(field)
		l.dateFormat(field, kind)
		if f := &s.Fields[i]; f.Type != nil && !refusedBelow(refused, fmt.Sprintf("fields[%d].", i)) {
			l.values(field, f.Type, &f.Constraints)
			l.examples(field, f)
		}
	}
}

// refusedBelow says whether one of the paths, which are in order, begins so.
func refusedBelow(paths []string, prefix string) bool {
	i, _ := slices.BinarySearch(paths, prefix)
	return i < len(paths) && strings.HasPrefix(paths[i], prefix)
}

// name looks at a field's name. names holds the names before it, folded.
func (l *linter) name(field spot, names map[string]string) {
	where, ok := field.member("name")
	if !ok || where.node.kind != '"' || where.node.text == "" {
		return
	}
	name := where.node.text
	folded := schemas.Fold(name)
	if first, twice := names[folded]; folded != "" && twice && first != name {
		l.add(where, "similar-field", "", slots{"name": name, "other": first})
	} else if !twice {
		names[folded] = name
	}
	if reason := nameFault(name); reason != "" {
		l.add(where, "field-name", reason, slots{"name": visible(name), "fix": plainName(name)})
	}
}

// nameFault says why a name is no good name for a column: the gravest reason,
// "" without one.
func nameFault(name string) string {
	has := func(is func(rune) bool) bool { return strings.IndexFunc(name, is) >= 0 }
	switch {
	case strings.TrimSpace(name) != name:
		return "edge"
	case has(unicode.IsSpace):
		return "space"
	case has(func(r rune) bool { return r > unicode.MaxASCII }):
		return "accent"
	case has(func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' }):
		return "sign"
	case has(unicode.IsUpper):
		return "capital"
	}
	return ""
}

// plainName writes a name in small letters without accents, its words joined
// by underscores.
func plainName(name string) string {
	var out []string
	var word strings.Builder
	end := func() {
		if folded := schemas.Fold(word.String()); folded != "" {
			out = append(out, folded)
		}
		word.Reset()
	}
	last := ' '
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) || unicode.IsLower(last) && unicode.IsUpper(r) {
			end()
		}
		word.WriteRune(r)
		last = r
	}
	end()
	return strings.Join(out, "_")
}

// dateFormat notes formats of dates that make files hard to exchange.
func (l *linter) dateFormat(field spot, kind string) {
	format, ok := field.member("format")
	if !ok || kind != "date" && kind != "datetime" || format.node.kind != '"' {
		return
	}
	f := format.node.text
	reads := func(signs string) bool {
		for _, sign := range signs {
			if strings.Contains(f, "%"+string(sign)) {
				return true
			}
		}
		return false
	}
	whole := reads("xcD") || reads("j") && reads("Yy") || reads("Yy") && reads("mbB") && reads("d")
	switch {
	case f == "any":
		l.add(format, "date-format", "any", slots{"format": f})
	case !strings.Contains(f, "%") || strings.HasPrefix(f, "%Y-%m-%d"):
	case reads("y"):
		l.add(format, "date-format", "century", slots{"format": f})
	case !whole && kind == "date":
		l.add(format, "date-format", "partial", slots{"format": f})
	default:
		l.add(format, "date-format", "", slots{"format": f})
	}
}
