package jsonschema

import (
	"maps"
	"net/url"
	"slices"
	"sync"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
)

// A Verdict says whether an item could be judged.
type Verdict uint8

// The verdicts.
const (
	Judged     Verdict = iota // its faults were told, if it has any
	NotJSON                   // it is not JSON: nothing was judged
	TooLarge                  // it has too many values, or they are nested too deep
	TooComplex                // the schema takes too much reckoning on it
)

// A Schema is a JSON Schema, compiled to judge items. It never changes and is
// shared by all goroutines.
type Schema struct {
	lists      []*List
	envelope   *node
	ignored    []string
	properties map[string]int
}

// A List is one of the places where a schema has its items.
type List struct {
	Path     []string // names on the way to it; empty where the whole document is the list
	Single   bool     // the document is no list but one item, of which files hold many
	Features bool     // the items are features of GeoJSON
	MinItems int      // -1 without one
	MaxItems int      // -1 without one
	Unique   bool     // no two items may be equal

	schema *Schema
	name   string
	item   *node
}

// Name gives the names on the way to the list, with points between them; "" where
// the whole document is the list.
func (l *List) Name() string { return l.name }

// Lists gives the places of the items: one, or one for each sort of items.
func (s *Schema) Lists() []*List { return s.lists }

// List gives the list of that name, nil where there is none.
func (s *Schema) List(name string) *List {
	for _, l := range s.lists {
		if l.name == name {
			return l
		}
	}
	return nil
}

// Ignored names the keywords of the document that are not judged, for they
// came after Draft-07 and cannot be said in its words.
func (s *Schema) Ignored() []string { return s.ignored }

// Compile compiles a schema of kind JSON. It fails where the document is one
// that judges no items, as where it asks of all items at once what no item
// shows alone: the error is an *Error then. What was compiled last is remembered.
func Compile(s *schemas.Schema) (*Schema, error) {
	latest.mutex.Lock()
	defer latest.mutex.Unlock()
	for i := range latest.made {
		if m := &latest.made[i]; m.of == s && s != nil {
			return m.schema, m.err
		}
	}
	compiled, err := compile(s)
	latest.made[latest.next] = made{s, compiled, err}
	latest.next = (latest.next + 1) % len(latest.made)
	return compiled, err
}

// A made is what came of compiling a schema.
type made struct {
	of     *schemas.Schema
	schema *Schema
	err    error
}

// latest are the schemas that were compiled last: each check of a plan asks for
// its own, and some do so for each chunk.
var latest struct {
	mutex sync.Mutex
	made  [16]made
	next  int
}

func compile(s *schemas.Schema) (*Schema, error) {
	docs, err := s.JSONDocuments()
	if err != nil {
		return nil, err
	}
	c := &compiler{draft: docs.Draft, later: docs.Later, made: map[string]*node{}, ignored: map[string]bool{}}
	c.nodes = map[string]any{}
	for address, doc := range docs.Others {
		base, err := url.Parse(address)
		if err != nil {
			return nil, err
		}
		c.nodes[address] = doc
		c.keep(doc, base)
	}
	c.nodes[""] = docs.Top
	c.keep(docs.Top, &url.URL{})
	top, err := c.node(docs.Top)
	if err != nil {
		return nil, err
	}
	if circular(c.made, top) {
		return nil, &Error{text.Text{FR: "il renvoie à lui-même sans fin", EN: "the document refers to itself without end"}}
	}
	out := &Schema{envelope: top, properties: map[string]int{}}
	for i := range s.Properties {
		out.properties[s.Properties[i].Path] = i
	}
	if err := out.findLists(top); err != nil {
		return nil, err
	}
	out.ignored = slices.Sorted(maps.Keys(c.ignored))
	return out, nil
}

// circular says whether a value would be judged for ever: a node leads to
// itself without going into the value.
func circular(made map[string]*node, top *node) bool {
	const walking, walked = 1, 2
	state := map[*node]int{}
	var walk func(n *node) bool
	walk = func(n *node) bool {
		if n == nil || state[n] == walked {
			return false
		}
		if state[n] == walking {
			return true
		}
		state[n] = walking
		for _, part := range n.beside() {
			if walk(part) {
				return true
			}
		}
		state[n] = walked
		return false
	}
	for _, n := range made {
		if walk(n) {
			return true
		}
	}
	return walk(top)
}

// beside lists the nodes that judge the same value as n.
func (n *node) beside() []*node {
	parts := append([]*node{n.ref, n.not, n.when, n.then, n.or}, slices.Concat(n.all, n.any, n.one)...)
	for _, d := range n.dependencies {
		parts = append(parts, d.node)
	}
	return parts
}

var runs = sync.Pool{New: func() any { return new(run) }}

// mostKept is how many tokens a run may have to be used again.
const mostKept = 1 << 20

// work is how many judgements an item may take: so many for each of its
// values, and some in any case.
func work(values int) int { return 1_000_000 + 200*values }

// Judge judges one item and calls report for each of its faults, at most 200,
// in the order of the document. item and what a Fault says of places are the
// caller's; report may keep a Fault.
func (l *List) Judge(item []byte, report func(*Fault)) Verdict {
	r := runs.Get().(*run)
	defer release(r)
	if v := r.start(item, l); v != Judged {
		return v
	}
	if r.fits(l.item, 0) {
		return Judged
	}
	r.explain(l.item)
	return r.tell(l.schema, report)
}

// Judge judges one item of which it is not known in which of the lists it
// stands: by the one that it keeps to, or that has the least against it.
func (s *Schema) Judge(item []byte, report func(*Fault)) Verdict {
	if len(s.lists) == 1 {
		return s.lists[0].Judge(item, report)
	}
	r := runs.Get().(*run)
	defer release(r)
	if v := r.start(item, s.lists[0]); v != Judged {
		return v
	}
	for _, l := range s.lists {
		if r.fits(l.item, 0) {
			return Judged
		}
	}
	best, deepest := []found(nil), -1
	for _, l := range s.lists {
		r.prefix = l.Path
		r.explain(l.item)
		depth := 0
		for _, f := range r.faults {
			depth = max(depth, f.depth)
		}
		if deepest < 0 || len(r.faults) < len(best) || len(r.faults) == len(best) && depth > deepest {
			best, deepest = slices.Clone(r.faults), depth
		}
	}
	r.faults = best
	return r.tell(s, report)
}

func (r *run) start(item []byte, l *List) Verdict {
	r.item, r.prefix, r.wrapped, r.spent = item, l.Path, l.Features, false
	if v := r.scan(); v != Judged {
		return v
	}
	r.work = work(len(r.toks))
	return Judged
}

// explain notes the faults of the item.
func (r *run) explain(n *node) {
	r.faults, r.steps, r.most, r.quiet = r.faults[:0], r.steps[:0], mostFaults, r.spent
	r.work = work(len(r.toks))
	r.judge(n, 0)
}

// tell reports the faults, each once.
func (r *run) tell(s *Schema, report func(*Fault)) Verdict {
	if r.spent {
		return TooComplex
	}
	slices.SortStableFunc(r.faults, func(a, b found) int { return a.At - b.At })
	for i := range r.faults {
		f := &r.faults[i].Fault
		if slices.ContainsFunc(r.faults[:i], func(other found) bool {
			return other.Keyword == f.Keyword && other.At == f.At && other.Place == f.Place && other.Limit == f.Limit && other.Count == f.Count
		}) {
			continue
		}
		f.Property = -1
		if p, ok := s.properties[f.Path]; ok {
			f.Property = p
		}
		told := *f
		report(&told)
	}
	return Judged
}

func release(r *run) {
	r.item = nil
	if cap(r.toks) <= mostKept {
		runs.Put(r)
	}
}
