package jsonschema

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas/text"
)

// always lists the nodes that judge the same value as n whatever it is: n, what
// it refers to, and what is joined with it.
func (n *node) always() []*node {
	for n.ref != nil {
		n = n.ref
	}
	out := []*node{n}
	for _, part := range n.all {
		out = append(out, part.always()...)
	}
	return out
}

// alwaysAll is always of several nodes.
func alwaysAll(nodes []*node) (out []*node) {
	for _, n := range nodes {
		for _, part := range n.always() {
			if !slices.Contains(out, part) {
				out = append(out, part)
			}
		}
	}
	return out
}

// member lists the nodes that judge the member of that name, whatever stands
// beside it.
func member(nodes []*node, name string) (out []*node) {
	for _, n := range nodes {
		known := false
		for _, p := range n.properties.list {
			if p.name == name && p.node != nil {
				out, known = append(out, p.node), true
			}
		}
		for _, p := range n.patterned {
			if p.name.MatchString(name) {
				out, known = append(out, p.node), true
			}
		}
		if !known && n.others != nil {
			out = append(out, n.others)
		}
	}
	return alwaysAll(out)
}

// named lists the names of the members that nodes describe, each once.
func named(nodes []*node) (out []string) {
	for _, n := range nodes {
		for _, p := range n.properties.list {
			if p.node != nil && !slices.Contains(out, p.name) {
				out = append(out, p.name)
			}
		}
	}
	return out
}

// itemsOf lists the nodes that judge each item of a list.
func itemsOf(nodes []*node) (out []*node) {
	for _, n := range nodes {
		if n.items != nil {
			out = append(out, n.items)
		}
	}
	return alwaysAll(out)
}

// describesObjects says whether nodes, or alternatives within, are of objects.
func describesObjects(nodes []*node, depth int) bool {
	return slices.ContainsFunc(nodes, func(n *node) bool {
		if n.types&isObject != 0 && n.types&isText == 0 || len(named([]*node{n})) > 0 {
			return true
		}
		parts := slices.Concat(n.any, n.one)
		return depth > 0 && len(parts) > 0 && describesObjects(alwaysAll(parts), depth-1)
	})
}

// deepest is how many alternatives within alternatives are looked through.
const deepest = 5

// paths finds where the items are below the top: the features of a collection;
// the document itself, where it is a list; the lists of objects of an object
// that is made of them, or of its members that are; the one list of objects
// that have more members than stand beside it. There is none where the document
// is one item.
func paths(top []*node) (out [][]string) {
	if len(itemsOf(top)) > 0 {
		return [][]string{nil}
	}
	isList := func(nodes []*node) bool { return describesObjects(itemsOf(nodes), deepest) }
	if features := member(top, "features"); len(itemsOf(features)) > 0 {
		return [][]string{{"features"}}
	}
	within, beside := 0, 0
	for _, name := range named(top) {
		nodes := member(top, name)
		if isList(nodes) {
			out = append(out, []string{name})
			within += leaves(itemsOf(nodes), deepest)
			continue
		}
		inner := named(nodes)
		if len(inner) > 0 && !slices.ContainsFunc(inner, func(other string) bool { return !isList(member(nodes, other)) }) {
			for _, other := range inner {
				out = append(out, []string{name, other})
				within += leaves(itemsOf(member(nodes, other)), deepest)
			}
			continue
		}
		beside += max(len(inner), 1)
	}
	if beside > 0 && (len(out) > 1 || within <= beside) {
		return nil
	}
	return out
}

// leaves counts the members of objects, or of their alternatives.
func leaves(nodes []*node, depth int) int {
	n := len(named(nodes))
	for _, node := range nodes {
		if parts := slices.Concat(node.any, node.one); depth > 0 && len(parts) > 0 {
			n += leaves(alwaysAll(parts), depth-1)
		}
	}
	return n
}

// Names lists the properties that the schema describes of an item, or asks for;
// of a feature, those within "properties".
func (s *Schema) Names() (names []string) {
	for _, nodes := range s.described() {
		for _, n := range nodes {
			for _, p := range n.properties.list {
				if !slices.Contains(names, p.name) {
					names = append(names, p.name)
				}
			}
		}
	}
	return names
}

// Closed says whether properties that the schema does not describe are faults.
func (s *Schema) Closed() bool {
	for _, nodes := range s.described() {
		if !slices.ContainsFunc(nodes, func(n *node) bool { return n.noOthers }) {
			return false
		}
	}
	return true
}

// described lists, for each list, the nodes that describe what a row has, with
// those of alternatives.
func (s *Schema) described() (out [][]*node) {
	for _, l := range s.lists {
		nodes := l.item.always()
		if l.Features {
			nodes = member(nodes, "properties")
		}
		for _, n := range slices.Clone(nodes) {
			nodes = append(nodes, alwaysAll(slices.Concat(n.any, n.one))...)
		}
		out = append(out, nodes)
	}
	return out
}

// An Error says why data cannot be judged by a schema.
type Error struct{ Say text.Text }

// Error says it in English.
func (e *Error) Error() string { return e.Say.EN }

// errWhole is of a document that no item can be judged by alone.
var errWhole = &Error{text.Text{
	FR: "ce qu'il demande d'un élément dépend des autres, et chacun est vérifié seul",
	EN: "what it asks of one item depends on the others, and items are judged one at a time",
}}

// findLists finds where the items are, and what each must keep to.
func (s *Schema) findLists(top *node) error {
	found := paths(top.always())
	if found == nil {
		s.lists = []*List{{Single: true, MinItems: -1, MaxItems: -1, schema: s, item: top}}
		return nil
	}
	for _, path := range found {
		l := &List{Path: path, MinItems: -1, MaxItems: -1, schema: s, Features: slices.Equal(path, []string{"features"})}
		nodes := top.always()
		for i := 0; ; i++ {
			for _, n := range nodes {
				if n.decidesBy(path[i:], deepest) {
					return errWhole
				}
			}
			if i == len(path) {
				break
			}
			nodes = member(nodes, path[i])
		}
		for _, n := range nodes {
			if n.tuple != nil || n.contains != nil {
				return errWhole
			}
			l.MinItems = max(l.MinItems, n.minItems)
			if n.maxItems >= 0 && (l.MaxItems < 0 || n.maxItems < l.MaxItems) {
				l.MaxItems = n.maxItems
			}
			l.Unique = l.Unique || n.unique
		}
		l.name, l.item = strings.Join(path, "."), allOf(itemsOf(nodes))
		s.lists = append(s.lists, l)
	}
	return nil
}

// allOf joins nodes that judge the same value.
func allOf(parts []*node) *node {
	given := parts
	parts = slices.DeleteFunc(slices.Clone(given), func(n *node) bool { // another one joins it
		return slices.ContainsFunc(given, func(other *node) bool { return slices.Contains(other.always()[1:], n) })
	})
	if len(parts) == 1 {
		return parts[0]
	}
	return &node{all: parts, inPlace: true, minLength: -1, maxLength: -1, minItems: -1, maxItems: -1, minProperties: -1, maxProperties: -1}
}

// decidesBy says whether a choice of n depends on what the items at a path
// are.
func (n *node) decidesBy(path []string, depth int) bool {
	parts := slices.Concat(n.any, n.one)
	for _, part := range []*node{n.not, n.when, n.then, n.or} {
		if part != nil {
			parts = append(parts, part)
		}
	}
	for _, d := range n.dependencies {
		if d.node != nil {
			parts = append(parts, d.node)
		}
	}
	return slices.ContainsFunc(parts, func(part *node) bool { return part.mentions(path, depth) })
}

// mentions says whether a node asks for something of the list at a path.
func (n *node) mentions(path []string, depth int) bool {
	if depth == 0 {
		return true
	}
	for _, part := range n.always() {
		if part.decidesBy(path, depth-1) {
			return true
		}
		if len(path) == 0 {
			if part.elements {
				return true
			}
			continue
		}
		if slices.ContainsFunc(member([]*node{part}, path[0]), func(in *node) bool { return in.mentions(path[1:], depth-1) }) {
			return true
		}
	}
	return false
}
