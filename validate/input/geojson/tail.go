package geojson

import (
	"io"
	"slices"

	"github.com/socle-commun/socle/validate"
)

// tail reads what follows the items, and notes what is to be said of it. more says
// that the items of another list follow.
func (in *Input) tail() (more bool, err error) {
	c, listed := in.cutter, in.scanner.layout.listed()
	s := &stream{b: c.carry, r: c.in, err: c.err}
	if c.ends > 0 {
		return false, in.behind(s, c.at)
	}
	g := in.scanner.gap(s.b, 0, c.fresh)
	ends := listed && g.from < len(s.b)
	at := func(i int) validate.Position {
		p := c.at
		p.move(s.b[:i])
		return p.Position
	}
	switch {
	case listed && g.comma >= 0 && ends:
		in.note(validate.Note{Kind: "comma", N: 1, Pos: at(g.comma)})
	case g.bad >= 0 && g.bad < g.from && !c.open:
		in.note(validate.Note{Kind: "syntax", N: 1, Text: string(rune(s.b[g.bad])), Pos: at(g.bad)})
	}
	c.at.move(s.b[:g.from])
	s.b = s.b[g.from:]
	if !listed {
		return false, in.ended(s)
	}
	return in.onward(s)
}

// onward reads on behind a list of items: to the next one, or to the end of the
// document.
func (in *Input) onward(s *stream) (more bool, err error) {
	w := in.walker
	w.place = in.cutter.at
	remarked := len(w.faults)
	var next *member
	stop := func(m *member) bool {
		if in.aim.is(m) && !slices.Contains(in.lists, joined(m.path)) {
			next = m
		}
		return next != nil
	}
	for {
		s.b = s.b[w.walk(s.b, stop):]
		if w.closed || next != nil || s.err != nil {
			break
		}
		s.need(64 << 10)
	}
	if s.err != nil && !s.ended() {
		return false, s.err
	}
	defer func() { in.publish(w.closed) }()
	for _, m := range w.members[in.before:] {
		if m.depth() == 1 && (m.path[0] == "crs" || m.path[0] == "bbox") {
			in.note(validate.Note{Kind: m.path[0], N: 1, Text: valid8(m.raw), Pos: m.at})
		}
	}
	in.before = len(w.members)
	in.misplaced(w.members[in.before:])
	in.remarks(w.faults[remarked:])
	if next != nil {
		in.enters(next)
		c := in.cutter
		c.carry, c.in, c.err, c.at = s.b, s.r, s.err, w.place
		c.list, c.fresh = in.current, true
		return true, nil
	}
	if typ := typeOf(w.members); in.scanner.layout == Collection && typ != "FeatureCollection" {
		in.note(validate.Note{Kind: "not-a-collection", N: 1, Text: valid8([]byte(typ))})
	}
	if !w.closed {
		if !in.cutter.open {
			in.note(validate.Note{Kind: "truncated", N: 1, Pos: w.place.Position})
		}
		return false, nil
	}
	return false, in.behind(s, w.place)
}

// misplaced notes members of a collection that RFC 7946, section 7.1, keeps for its
// features and their geometries.
func (in *Input) misplaced(members []member) {
	for _, m := range members {
		if in.scanner.layout != Collection || m.depth() != 1 {
			continue
		}
		switch m.path[0] {
		case "properties", "geometry", "coordinates", "geometries":
			in.note(validate.Note{Kind: "misplaced", N: 1, Text: m.path[0], Pos: m.at})
		}
	}
}

// remarks notes faults of the document beside its items.
func (in *Input) remarks(faults []misplaced) {
	for _, f := range faults {
		in.note(validate.Note{Kind: remarkKinds[f.kind], N: 1, Text: f.text, Pos: f.at})
	}
}

var remarkKinds = map[validate.FaultKind]string{
	validate.FaultJSONComma: "comma", validate.FaultJSONQuote: "quote", validate.FaultJSONName: "name",
	validate.FaultJSONNoComma: "no-comma", validate.FaultJSONSyntax: "syntax",
}

// behind notes what follows the whole document.
func (in *Input) behind(s *stream, at place) error {
	for {
		white := skipWhite(s.b, 0)
		at.move(s.b[:white])
		if s.b = s.b[white:]; len(s.b) > 0 {
			s.need(40)
			in.note(validate.Note{Kind: "behind", N: 1, Text: valid8(s.b[:min(len(s.b), 40)]), Pos: at.Position})
			return nil
		}
		if s.err != nil {
			return in.ended(s)
		}
		s.need(64 << 10)
	}
}

// ended is the fault of the run that ended reading, nil for the end of the text.
func (in *Input) ended(s *stream) error {
	if s.err == nil || s.err == io.EOF {
		return nil
	}
	return s.err
}
