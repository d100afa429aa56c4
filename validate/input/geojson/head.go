package geojson

import (
	"io"

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
		in.begins = '{'
		if in.aim.asked {
			in.walker.keep = in.keeps
		}
		if err := in.object(s); err != nil {
			return err
		}
	}
	in.within = in.scanner.layout == Object || in.scanner.layout == Collection
	in.file.Layout = string(in.scanner.layout)
	in.before = len(in.walker.members)
	in.publish(false)
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
	in.misplaced(in.walker.members)
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
	if in.aim.in(p.members) {
		return in.enter(s, in.aim.is)
	}
	in.scanner.layout, in.features = p.items()
	if in.scanner.layout == "" && in.aim.single {
		in.scanner.layout = p.lone()
	}
	if in.scanner.layout == Feature || in.scanner.layout == Lines {
		return nil
	}
	if len(in.aim.paths) > 0 && typeOf(p.members) != "FeatureCollection" {
		if p.closed || s.ended() {
			return errNowhere
		}
		return in.enter(s, in.aim.is) // it begins behind what is at hand
	}
	path, ok := p.path()
	switch {
	case ok:
		in.current = joined(path)
		return in.enter(s, func(m *member) bool { return m.kind == '[' && m.path == path })
	case p.closed || s.ended():
		return p.without()
	}
	return in.enter(s, nil)
}

// enter walks to the list of items that is wanted; where it is not known which is,
// to the first that may be it.
func (in *Input) enter(s *stream, wanted func(*member) bool) error {
	w := in.walker
	var found *member
	stop := func(m *member) bool {
		if wanted != nil && wanted(m) || wanted == nil && m.kind == '[' && (m.list("features") || m.inner == '{' && typeOf(w.members) != "FeatureCollection") {
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
	if m := w.inner; found == nil && m != nil && wanted != nil && wanted(m) { // and the text ends
		found, w.inner = m, nil
	}
	switch {
	case s.err != nil && s.err != io.EOF:
		return s.err
	case found == nil && in.aim.asked:
		return errNowhere
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
	} else {
		in.file.Names = namesOf(w.members)
	}
	in.enters(found)
	return nil
}

// namesOf lists what the members of a document are called.
func namesOf(members []member) (names []string) {
	for i := range members {
		if members[i].depth() == 1 {
			names = append(names, members[i].path[0])
		}
	}
	return names
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
