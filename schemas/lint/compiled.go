package lint

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/schemas/types"
)

// told notes what the compiler says, and gives the paths at which the profile
// refused something.
func (l *linter) told(root spot, in *schemas.Inspection) (refused []string) {
	for _, p := range in.Profile {
		where := root.follow(p.Path)
		reason := ""
		if strings.HasSuffix(p.Path, ".required") || strings.HasSuffix(p.Path, ".unique") {
			reason = "boolean"
		}
		l.addAt(where.node.at, where.pointer, "profile", words{p.Say, rules["profile"].say[reason].hint})
		refused = append(refused, p.Path)
	}
	slices.Sort(refused)
	again := func(path string) bool {
		for _, p := range []string{path, path + ".type", path + ".itemType", path + ".format"} {
			if _, found := slices.BinarySearch(refused, p); found {
				return true
			}
		}
		return false
	}
	for _, p := range in.Problems {
		if !again(p.Path) {
			l.compiler(root, p, false)
		}
	}
	for _, p := range in.Schema.Remarks {
		l.compiler(root, p, true)
	}
	return refused
}

// compiler notes a problem or a remark of the compiler, under the code that
// its place tells.
func (l *linter) compiler(root spot, p schemas.Problem, remark bool) {
	code := codeAt(p.Path, remark)
	if l.report.Counts[code] >= mostKept && code != "" {
		l.addAt(0, "", code, words{})
		return
	}
	where := root.follow(p.Path)
	name, hintOf := "", ""
	switch code {
	case "":
		code, where = typeFault(where, remark)
	case "constraint-value":
		if !applies(root.follow(parentOf(parentOf(p.Path))).node.textOf("type"), lastOf(p.Path)) {
			code = "constraint-type"
		}
	case "unknown-constraint":
		name = nearest(lastOf(p.Path), schemas.Members("constraints"))
		if slices.Contains(schemas.Members("field"), lastOf(p.Path)) {
			hintOf = "outside"
		}
	case "stray-member":
		if name = lastOf(p.Path); !slices.Contains(schemas.Members("constraints"), name) {
			code, name = "misspelt-constraints", ""
		}
	}
	hint := rules[code].say[hintOf].hint
	if name == "" && strings.Contains(hint.FR, "{name}") {
		hint = rules[code].say["unknown"].hint
	}
	w := words{p.Say, text.Text{FR: strings.ReplaceAll(hint.FR, "{name}", name), EN: strings.ReplaceAll(hint.EN, "{name}", name)}}
	at := where.node.at
	if slices.Contains(atName, code) && where.nameAt >= 0 {
		at = where.nameAt
	}
	l.addAt(at, where.pointer, code, w)
}

// atName are the codes of faults that are in the name of a member, not in its
// value.
var atName = []string{"unknown-constraint", "stray-member", "misspelt-constraints", "pattern-type"}

// codeAt names the fault of the compiler at a path, "" for one of a field's
// type, which only the field tells.
func codeAt(path string, remark bool) string {
	last := lastOf(path)
	constraint := strings.HasSuffix(parentOf(path), "constraints") || last == "categories"
	switch {
	case strings.HasPrefix(path, "resources"):
		return "resource"
	case strings.HasPrefix(path, "custom_checks"):
		return "check-column"
	case strings.HasPrefix(path, "primaryKey"), strings.HasPrefix(path, "uniqueKeys"), strings.HasPrefix(path, "foreignKeys"):
		return "key"
	case constraint && last == "pattern" && remark:
		return "pattern-type"
	case constraint && last == "pattern":
		return "pattern-syntax"
	case constraint && (last == "enum" || last == "categories"):
		return "enum-value"
	case constraint && last == "jsonSchema":
		return "json-schema"
	case constraint && remark:
		return "unknown-constraint"
	case constraint:
		return "constraint-value"
	case strings.HasPrefix(path, "fields") && last == "name":
		return "duplicate-field"
	case strings.HasPrefix(path, "fields") && remark && strings.Contains(path, "."):
		if strings.HasSuffix(path, ".arrayItem") || strings.HasSuffix(path, ".itemType") {
			return ""
		}
		return "stray-member"
	case strings.HasPrefix(path, "fields"):
		return ""
	}
	return "unusable"
}

// typeFault names the fault of a field's type, and the member that it is in.
func typeFault(field spot, remark bool) (code string, where spot) {
	kind := field.node.textOf("type")
	in := func(names ...string) spot {
		for _, name := range names {
			if m, ok := field.member(name); ok {
				return m
			}
		}
		return field
	}
	temporal := strings.HasSuffix(kind, "date") || strings.HasSuffix(kind, "time")
	switch {
	case kind != "" && !slices.Contains(types.Names(), kind):
		return "unknown-type", in("type")
	case remark && temporal:
		return "literal-format", in("format")
	case remark && kind == "boolean" && field.node.get("format") == nil:
		return "boolean-words", in("trueValues", "falseValues")
	case kind == "number" || kind == "integer":
		return "number-signs", in("decimalChar", "groupChar")
	}
	switch format := in("format"); {
	case remark:
		return "unknown-format", format
	case format.node == field.node:
		return "unusable", field // too many lists in one another
	default:
		return "bad-format", format
	}
}

// applies says whether a constraint of that name has a meaning for a type.
func applies(kind, constraint string) bool {
	t, _, err := types.Compile(types.Spec{Type: kind})
	if err != nil {
		return true
	}
	if strings.HasSuffix(constraint, "Length") {
		return t.Sized
	}
	return t.Ordered
}

// lastOf gives the name at the end of a path, without its index.
func lastOf(path string) string {
	last := path[strings.LastIndexByte(path, '.')+1:]
	name, _, _ := strings.Cut(last, "[")
	return name
}

func parentOf(path string) string { return path[:max(strings.LastIndexByte(path, '.'), 0)] }
