package schemas

import (
	"slices"
	"strings"
)

// A document may refer to itself, and have more ways through it than anybody
// reads: what is listed of it is bounded.
const (
	mostNodes   = 20_000
	longestPath = 1000 // bytes
)

// A lister walks a JSON Schema and lists the properties of its items, in the
// document's order.
type lister struct {
	top    *object
	found  []Property
	listed map[string]bool // paths of those found
	within []*object       // the nodes that the walk is in, outermost first
	walked int             // nodes so far
}

// propertiesOf lists the properties of a JSON Schema.
func propertiesOf(top *object) []Property {
	l := lister{top: top, listed: map[string]bool{}}
	l.list("", top)
	return l.found
}

// list takes the properties of a node, and of what its items are, below path.
func (l *lister) list(path string, node *object) {
	node = l.resolve(node)
	if node == nil || l.walked >= mostNodes || len(path) > longestPath || slices.Contains(l.within, node) {
		return
	}
	l.walked++
	l.within = append(l.within, node)
	defer func() { l.within = l.within[:len(l.within)-1] }()
	l.list(path, node.object("items"))
	required := list(node.get("required"))
	if properties := node.object("properties"); properties != nil {
		for _, name := range properties.names {
			if p := properties.object(name); p != nil {
				l.property(join(path, name), p, slices.Contains(required, name))
			}
		}
	}
	for _, group := range []string{"items", "prefixItems", "allOf", "oneOf", "anyOf"} {
		parts, _ := node.get(group).([]any)
		for _, part := range parts {
			part, _ := part.(*object)
			l.list(path, part)
		}
	}
}

// property lists one property, or what is in it where it is an object or a
// list of objects.
func (l *lister) property(path string, own *object, required bool) {
	node := l.resolve(own)
	if path == "geometry" || path == "bbox" || isGeoJSON(strings.Join(list(node.get("enum")), " ")) || isGeoJSON(words(node.get("const"))) {
		return // the envelope, not the data
	}
	before := len(l.found)
	l.list(path, node)
	if len(l.found) > before || path == "features" || path == "properties" || l.listed[path] || len(l.found) >= mostNodes {
		return
	}
	p := Property{Path: path, Required: required}
	p.Title, p.Description = words(own.get("title")), words(own.get("description"))
	if p.Title == "" {
		p.Title, p.Description = words(node.get("title")), words(node.get("description"))
	}
	if examples := list(own.get("examples")); len(examples) > 0 {
		p.Example = examples[0]
	} else if examples := list(node.get("examples")); len(examples) > 0 {
		p.Example = examples[0]
	}
	l.admit(&p, node, mostReferences)
	l.listed[path] = true
	l.found = append(l.found, p)
}

// admit gathers what a node admits: its own types and values, and those of
// its alternatives.
func (l *lister) admit(p *Property, node *object, depth int) {
	node = l.resolve(node)
	l.walked++
	if node == nil || depth == 0 || l.walked > mostNodes {
		return
	}
	for _, t := range list(node.get("type")) {
		if t == "null" {
			p.Null = true
		} else if !slices.Contains(p.Types, t) {
			p.Types = append(p.Types, t)
		}
	}
	values := list(node.get("enum"))
	if c := words(node.get("const")); c != "" {
		values = append(values, c)
	}
	if len(values) == 0 { // of a list, those of its items
		values = list(l.resolve(node.object("items")).get("enum"))
	}
	p.Enum = append(p.Enum, values...)
	if format := words(node.get("format")); format != "" {
		p.Format = strings.TrimPrefix(p.Format+alternative+format, alternative)
	}
	if pattern := words(node.get("pattern")); pattern != "" {
		p.Pattern = strings.TrimPrefix(p.Pattern+alternative+pattern, alternative)
	}
	for _, group := range []string{"allOf", "oneOf", "anyOf"} {
		parts, _ := node.get(group).([]any)
		for _, part := range parts {
			part, _ := part.(*object)
			l.admit(p, part, depth-1)
		}
	}
}

// alternative stands between the formats and patterns of alternatives.
const alternative = " | "

// join puts a property's name below a path. The features of a collection and
// their properties are where the data is: they are not named.
func join(path, name string) string {
	if path == "" || path == "features" || path == "properties" {
		return name
	}
	return path + "." + name
}
