package jsonschema

import (
	"encoding/json"
	"slices"
	"strings"
)

// A Member is one that a file has beside its items.
type Member struct {
	Path []string // the names on the way to it: one, or two
	Raw  []byte   // JSON; of an object whose members follow, an empty object
}

// Envelope judges what a file is beside its items: the lists of items that it has,
// by the names on the way to them, and the members beside these or beside the
// objects that they are in. Faults come with the position of the member that they
// are about, -1 for the document as a whole; their At and End are offsets in its
// Raw. Nothing is reported where the document is itself an item.
func (s *Schema) Envelope(lists [][]string, members []Member, report func(member int, f *Fault)) Verdict {
	if s.lists[0].Single {
		return Judged
	}
	e := envelope{members: members}
	if len(s.lists[0].Path) == 0 {
		e.b = []byte("[]")
	} else {
		e.write(lists)
	}
	r := runs.Get().(*run)
	defer release(r)
	if v := r.start(e.b, &List{}); v != Judged {
		return v
	}
	if r.fits(s.envelope, 0) {
		return Judged
	}
	r.explain(s.envelope)
	r.faults = slices.DeleteFunc(r.faults, func(f found) bool {
		return f.Keyword == MinItems && slices.ContainsFunc(lists, func(path []string) bool { return f.Place == strings.Join(path, ".") })
	})
	return r.tell(s, func(f *Fault) {
		at, start := e.memberAt(f.At)
		if f.Keyword == AdditionalMembers || f.Keyword == PropertyNames {
			at, f.At, f.End = e.memberBehind(f.End), 0, 0 // it is about the name before the value
		} else if f.At, f.End = f.At-start, f.End-start; at < 0 {
			f.At, f.End = 0, 0
		}
		report(at, f)
	})
}

// An envelope is a document whose lists of items are empty.
type envelope struct {
	members []Member
	b       []byte
	spans   []span
}

// A span is where a member stands in the document.
type span struct{ member, from, to int }

// write writes the document. A name stands where the file has it first, with all
// that the file has below it.
func (e *envelope) write(lists [][]string) {
	var names []string
	add := func(name string) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, m := range e.members {
		add(m.Path[0])
	}
	for _, path := range lists {
		add(path[0])
	}
	e.b = append(e.b, '{')
	for _, name := range names {
		e.name(name)
		e.member(name, lists)
	}
	e.b = append(e.b, '}')
}

// name writes the name of a member.
func (e *envelope) name(name string) {
	if e.b[len(e.b)-1] != '{' {
		e.b = append(e.b, ',')
	}
	quoted, _ := json.Marshal(name) // a text always can be
	e.b = append(append(e.b, quoted...), ':')
}

// member writes what a file has below a name.
func (e *envelope) member(name string, lists [][]string) {
	own, object, from := -1, false, len(e.b)
	e.b = append(e.b, '{')
	for i, m := range e.members {
		switch {
		case m.Path[0] != name:
		case len(m.Path) == 1:
			own = i
		default:
			object = true
			e.name(m.Path[1])
			e.raw(i)
		}
	}
	list := false
	for _, path := range lists {
		switch {
		case path[0] != name:
		case len(path) == 1:
			list = true
		default:
			object = true
			e.name(path[1])
			e.b = append(e.b, "[]"...)
		}
	}
	if e.b = append(e.b, '}'); object {
		if own >= 0 {
			e.spans = append(e.spans, span{own, from, len(e.b)})
		}
		return
	}
	if e.b = e.b[:from]; list {
		e.b = append(e.b, "[]"...)
		return
	}
	e.raw(own)
}

// raw writes the value of a member.
func (e *envelope) raw(i int) {
	from := len(e.b)
	e.b = append(e.b, e.members[i].Raw...)
	e.spans = append(e.spans, span{i, from, len(e.b)})
}

// memberAt gives the innermost member at an offset, -1 for none, and where it
// begins.
func (e *envelope) memberAt(at int) (member, start int) {
	for _, s := range e.spans {
		if s.from <= at && at < s.to {
			return s.member, s.from
		}
	}
	return -1, 0
}

// memberBehind gives the first member that begins behind an offset, -1 for none.
func (e *envelope) memberBehind(at int) (member int) {
	member, from := -1, len(e.b)
	for _, s := range e.spans {
		if s.from >= at && s.from < from {
			member, from = s.member, s.from
		}
	}
	return member
}
