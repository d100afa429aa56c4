package lint

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
)

// Members that the profile does not know and that are in use: those of the
// document by the national catalogue, those of a field by Table Schema itself.
var (
	documentMembers = []string{"contributors", "countryCode", "image", "licenses", "uriMetadata", "profile"}
	fieldMembers    = []string{"example", "examples", "metadata"}
)

// nearest gives the known name that was meant by another, "" where none was:
// one that is near, or that has two neighbouring letters exchanged.
func nearest(name string, known []string) string {
	if near := schemas.Nearest(name, known); near != "" || len(name) > longestShown {
		return near
	}
	folded := schemas.Fold(name)
	for _, k := range known {
		if len(folded) > 2 && swapped(folded, schemas.Fold(k)) {
			return k
		}
	}
	return ""
}

// swapped says whether two words differ by two neighbouring letters only, each
// of which has the other's place.
func swapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// members notes the names that are near one that is known: what else a
// document holds is its author's own.
func (l *linter) members(where spot, of string, more []string) {
	known := append(slices.Clone(schemas.Members(of)), more...)
	for _, m := range where.node.members {
		if slices.Contains(known, m.name) || slices.Contains(schemas.Members("constraints"), m.name) {
			continue
		}
		if near := nearest(m.name, known); near != "" && near != "constraints" && where.node.get(near) == nil {
			l.addName(where.of(m), "unknown-member", "", slots{"name": m.name, "near": near})
		}
	}
}

// head notes what a document does not say of itself.
func (l *linter) head(root spot) {
	for _, name := range []string{"name", "title", "description", "version"} {
		if v := root.node.get(name); v == nil || v.kind == '"' && strings.TrimSpace(v.text) == "" {
			l.add(root, "missing-"+name, "", nil)
		}
	}
}

// A property is a member of a field that has a meaning for some types only.
type property struct {
	name  string
	types []string
}

var properties = []property{
	{"decimalChar", []string{"number"}},
	{"groupChar", []string{"number", "integer"}},
	{"bareNumber", []string{"number", "integer"}},
	{"trueValues", []string{"boolean"}},
	{"falseValues", []string{"boolean"}},
	{"arrayItem", []string{"array"}},
	{"itemType", []string{"list"}},
	{"delimiter", []string{"list"}},
	{"categoriesOrdered", []string{"string", "integer"}},
}

// misplaced notes the members that have no meaning for the field's type.
func (l *linter) misplaced(field spot, kind string) {
	for _, p := range properties {
		if m, ok := field.member(p.name); ok && !slices.Contains(p.types, kind) {
			l.addName(m, "misplaced-member", "", slots{"name": p.name, "type": kind, "types": strings.Join(p.types, ", ")})
		}
	}
}

// item notes, in what describes the items of an array, the constraints that
// stand outside "constraints".
func (l *linter) item(field spot) {
	item, ok := field.member("arrayItem")
	if !ok {
		return
	}
	l.members(item, "field", fieldMembers)
	for _, m := range item.node.members {
		if slices.Contains(schemas.Members("constraints"), m.name) {
			l.addName(item.of(m), "stray-member", "item", slots{"name": m.name})
		}
	}
}
