package jsonschema

import (
	"regexp"

	"github.com/socle-commun/socle/schemas/pattern"
)

// A node is a schema, or a part of one, compiled. It never changes once the
// whole document is.
type node struct {
	ref    *node // it stands for that one, and for nothing else
	passes bool  // the schema true
	never  bool  // the schema false

	types     kind     // the set of kinds that pass; 0 for all
	typeNames []string // as the document has them
	enum      *oneOf   // nil without one
	constant  *oneOf   // of one value

	minimum, maximum           *bound
	exclusiveMin, exclusiveMax *bound
	multipleOf                 *bound

	minLength, maxLength int // -1 without one, as the limits below
	pattern              *regexp.Regexp
	foreign              *pattern.Pattern // a pattern that regexp does not know
	expression           string           // of pattern or foreign
	format               string
	formed               func([]byte) bool

	minItems, maxItems int
	unique             bool
	items              *node
	tuple              []*node
	more               *node // of items behind those of the tuple
	noMore             bool
	contains           *node

	minProperties, maxProperties int
	properties                   table
	required                     []string
	patterned                    []patterned
	others                       *node // of members that have no other node
	noOthers                     bool
	names                        *node
	dependencies                 []dependency
	telling                      []property // those with one possible value: they tell alternatives apart

	all, any, one       []*node
	not, when, then, or *node
	inPlace             bool // one of these, or a dependency, is there
	texts, numbers      bool // there are demands on texts, on numbers
	members, elements   bool // on members of objects, on elements of lists
}

// A patterned is the node of the members whose names match.
type patterned struct {
	name *regexp.Regexp
	node *node
}

// A dependency is what the presence of a member asks for.
type dependency struct {
	name     string
	hash     uint32
	required []string
	node     *node // nil where names are required
}

// A property is one that is described, or required.
type property struct {
	name string
	hash uint32
	node *node // nil for one that is only required
	need int   // its position in required; -1 where it is not
}

// A table finds properties by the hash of their names.
type table struct {
	list  []property
	slots []uint16 // position in list + 1; the size is a power of two
}

func (t *table) add(name string, n *node, need int) {
	for i := range t.list {
		if p := &t.list[i]; p.name == name {
			if n != nil {
				p.node = n
			}
			if need >= 0 {
				p.need = need
			}
			return
		}
	}
	t.list = append(t.list, property{name, hashOf([]byte(name)), n, need})
}

// index makes the slots, once all are added.
func (t *table) index() {
	size := 4
	for size < 3*len(t.list) {
		size *= 2
	}
	t.slots = make([]uint16, size)
	for i := range t.list {
		at := int(t.list[i].hash) & (size - 1)
		for t.slots[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		t.slots[at] = uint16(i + 1)
	}
}

// find gives the property of a name, nil for none.
func (t *table) find(r *run, name *token) *property {
	if len(t.slots) == 0 {
		return nil
	}
	for at := int(name.next) & (len(t.slots) - 1); t.slots[at] != 0; at = (at + 1) & (len(t.slots) - 1) {
		if p := &t.list[t.slots[at]-1]; p.hash == name.next && string(r.textOf(name)) == p.name {
			return p
		}
	}
	return nil
}

// mostProperties is how many properties a node may have.
const mostProperties = 1<<15 - 2

// A oneOf is the closed list of the values that pass.
type oneOf struct {
	values []value
	texts  map[string]bool // those that are texts
	other  bool            // some are not
}

func oneOfThese(items []any) *oneOf {
	o := &oneOf{texts: map[string]bool{}}
	for _, item := range items {
		v := valueOf(item)
		o.values = append(o.values, v)
		if v.kind == isText {
			o.texts[string(v.text)] = true
		} else {
			o.other = true
		}
	}
	return o
}

// has says whether the value at a token is in the list.
func (o *oneOf) has(r *run, at int) bool {
	if t := &r.toks[at]; t.kind&(isText|isName) != 0 {
		return o.texts[string(r.textOf(t))]
	}
	if !o.other {
		return false
	}
	for i := range o.values {
		if o.values[i].kind != isText && r.is(at, &o.values[i]) {
			return true
		}
	}
	return false
}

// shown lists the values as people write them: texts as they are.
func (o *oneOf) shown() []string {
	out := make([]string, len(o.values))
	for i := range o.values {
		out[i] = string(o.values[i].text)
	}
	return out
}
