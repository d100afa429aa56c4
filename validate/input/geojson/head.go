package geojson

import (
	"io"
	"strings"

	"github.com/socle-commun/socle/validate"
)

// newWalker gives a walker that stands at the beginning of a text.
func newWalker(mark bool) *walker {
	w := &walker{place: place{Position: validate.Position{Line: 1, Char: 1, Row: 1}}}
	if mark {
		w.place.Byte = 3
	}
	return w
}

// head finds the items: s and the walker are then at the first byte behind which
// items stand.
func (in *Input) head(s *stream) error {
	kind, ok := Detect(s.b)
	if !ok {
		return notJSON
	}
	switch kind {
	case "sequence":
		in.scanner.layout = Sequence
	case "array":
		in.scanner.layout = Array
		open := skipWhite(s.b, 0) + 1
		s.b = s.b[in.walker.walk(s.b[:open], nil):]
		if next := skipWhite(s.b, 0); next < len(s.b) && s.b[next] == '[' {
			return noObjects
		}
	default:
		if err := in.object(s); err != nil {
			return err
		}
	}
	in.file.Layout = string(in.scanner.layout)
	in.before = len(in.walker.members)
	for _, m := range in.walker.members {
		m.at.Row = 0
		switch {
		case m.depth() != 1 || m.raw == nil:
		case m.path[0] == "crs":
			in.file.CRS, in.file.CRSAt = m.raw, m.at
		case m.path[0] == "bbox":
			in.file.BBox, in.file.BBoxAt = m.raw, m.at
		}
	}
	in.remarks(in.walker.faults)
	return nil
}

// object finds the items of a text that begins with an object: it is one, or they
// are in a list within.
func (in *Input) object(s *stream) error {
	look := newWalker(in.file.BOM)
	n := look.walk(s.b, func(m *member) bool { return m.list("features") && typeOf(look.members) == "FeatureCollection" })
	rest := s.b[n:]
	p := plan{members: look.members, closed: look.closed, whole: look.closed && skipWhite(rest, 0) == len(rest) && s.ended()}
	if i := skipWhite(rest, 0); look.closed && i < len(rest) {
		p.next = rest[i]
	}
	if err := p.refuse(); err != nil {
		return err
	}
	in.scanner.layout, in.features = p.items()
	if in.scanner.layout == Feature || in.scanner.layout == Lines {
		return nil
	}
	path, ok := p.path()
	if !ok && (p.closed || s.ended()) {
		return p.without()
	}
	in.features = path == [2]string{"features"}
	return in.enter(s, path, ok)
}

// enter walks to the list of items: to that at a path, where it is known, else to
// the first that may be it.
func (in *Input) enter(s *stream, path [2]string, known bool) error {
	w := in.walker
	var found *member
	stop := func(m *member) bool {
		switch {
		case m.kind != '[' || known && m.path != path:
			return false
		case known, m.list("features"), m.inner == '{' && typeOf(w.members) != "FeatureCollection":
			found = m
			return true
		}
		return false
	}
	for {
		s.b = s.b[w.walk(s.b, stop):]
		if found != nil || w.closed || s.err != nil {
			break
		}
		s.need(64 << 10)
	}
	if m := w.inner; found == nil && m != nil && known && m.path == path { // and the text ends
		found, w.inner = m, nil
	}
	switch {
	case s.err != nil && s.err != io.EOF:
		return s.err
	case found == nil:
		p := plan{members: w.members, closed: w.closed}
		if err := p.refuse(); err != nil {
			return err
		}
		return p.without()
	}
	in.scanner.layout, in.features = Object, found.path == [2]string{"features"}
	if in.features {
		in.scanner.layout = Collection
		return nil
	}
	in.note(validate.Note{Kind: "path", N: 1, Text: valid8([]byte(strings.TrimSuffix(strings.Join(found.path[:], "."), ".")))})
	return nil
}

// list says whether a member is a list of objects, or an empty one, of that name
// in the document.
func (m *member) list(name string) bool {
	return m.kind == '[' && m.path == [2]string{name} && (m.inner == '{' || m.inner == ']')
}

// typeOf gives the "type" of a document, "" for none.
func typeOf(members []member) string {
	if m := find(members, "type"); m != nil && m.kind == '"' {
		return m.text
	}
	return ""
}

// find gives the member of the document of that name, or nil.
func find(members []member, name string) *member {
	for i := range members {
		if members[i].path == [2]string{name} {
			return &members[i]
		}
	}
	return nil
}
