package geojson

import (
	"slices"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// What the look ahead reads: bytes of items, and the items whose cells it keeps.
const (
	sampleSize  = validate.MaxRecord
	sampleItems = 200
)

// lookAhead learns the properties from the first items, and tells whether they
// are features.
func (in *Input) lookAhead(s *stream) error {
	s.need(sampleSize)
	if s.err != nil && !s.ended() {
		return s.err
	}
	b := s.b[:min(len(s.b), sampleSize)]
	last := s.ended() && len(b) == len(s.b)
	if err := in.known(b); err != nil {
		return err
	}
	if in.features {
		in.file.Format = "geojson"
	}
	in.scanner.marks = in.marks(b)
	in.columns.learning = true
	in.learnAll(b, last)
	in.columns.learning = false
	for _, key := range in.columns.keys {
		name := label(key)
		in.file.Labels = append(in.file.Labels, name)
		in.file.Padded = append(in.file.Padded, name != key)
	}
	return nil
}

// first walks over the first item of b.
func (in *Input) first(b []byte) []member {
	g := in.scanner.gap(b, 0, true)
	if g.from == len(b) || b[g.from] != '{' {
		return nil
	}
	w := newWalker(false)
	w.walk(b[g.from:], nil)
	return w.members
}

// known tells whether items are features, of a layout that does not say so.
func (in *Input) known(b []byte) error {
	members := in.first(b)
	typ := typeOf(members)
	feature := typ == "Feature" || isShape([]byte(typ)) || typ == "FeatureCollection" && in.scanner.layout == Sequence
	switch in.scanner.layout {
	case Array, Sequence, Lines:
		in.features = in.features || feature
		if feature && in.scanner.layout == Array {
			in.note(validate.Note{Kind: "list-of-features", N: 1})
		}
	case Collection:
		if typeOf(in.walker.members) == "FeatureCollection" {
			break
		}
		switch {
		case find(members, "attributes") != nil && !feature:
			return esriJSON
		case len(members) > 0 && !feature && find(members, "geometry") == nil && find(members, "properties") == nil:
			in.features, in.scanner.layout, in.file.Layout = false, Object, string(Object)
		}
	}
	return nil
}

// marks gives the first members by which items are told where structure is lost.
func (in *Input) marks(b []byte) [][]byte {
	var marks [][]byte
	if in.features {
		marks = append(marks, []byte(`"type" : "Feature"`))
	}
	if members := in.first(b); len(members) > 0 {
		if key := members[0].path[0]; key != "type" || !in.features {
			marks = append(marks, []byte(`"`+key+`" :`))
		}
	}
	return marks
}

// learnAll reads the items of the look ahead, of all lists that it has. last says
// that the text ends with b.
func (in *Input) learnAll(b []byte, last bool) {
	n := in.learn(b, last)
	if len(in.aim.paths) < 2 || !in.within {
		return
	}
	w := newWalker(false) // it stands where the list ends
	*w = *in.walker
	w.keep, w.members, w.kept = nil, slices.Clone(w.members), 0
	for {
		b = b[n:]
		if n = w.walk(b, in.aim.is); n == len(b) || w.closed {
			return
		}
		b = b[n:]
		n = in.learn(b, last)
	}
}

// learn reads the items of a list in the look ahead, and gives where it ends.
func (in *Input) learn(b []byte, last bool) (end int) {
	p := in.newParser()
	p.b = b
	p.text8 = in.charmap == nil && (last && utf8.Valid(b) || !last && text.IsASCII(b))
	for i, items := 0, 0; ; items++ {
		g := in.scanner.gap(b, i, items == 0)
		if g.from == len(b) || in.scanner.layout.listed() && b[g.from] == ']' || in.scanner.layout == Feature && items > 0 {
			return g.from
		}
		end, how := in.scanner.item(b, g.from, true)
		p.start(g.from, g.from, end, false)
		if !p.value() {
			p.start(g.from, g.from, end, true)
			p.value()
		}
		if items < sampleItems && (how == whole || last) {
			in.sample(p)
		}
		i = end
	}
}

// sample keeps the cells of an item, if it has any.
func (in *Input) sample(p *parser) {
	if p.last < 0 {
		return
	}
	cells := make([]string, len(p.cells))
	for c := range cells {
		cells[c] = validate.Clip(p.cells[c].Raw)
	}
	in.file.Sample = append(in.file.Sample, cells)
}
