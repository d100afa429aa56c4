package geojson

import (
	"io"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/jsonschema"
)

// An aim is what a schema says of where the items are. Of the zero aim they are in
// the first list that may hold them.
type aim struct {
	asked  bool        // a schema is known: what stands beside the items is kept for it
	single bool        // the document is itself an item
	paths  [][2]string // the lists of items
}

// aimOf reads an aim from a JSON Schema.
func aimOf(s *schemas.Schema) aim {
	a := aim{asked: true}
	judge, err := jsonschema.Compile(s)
	if err != nil {
		return a // nothing is judged by it
	}
	for _, l := range judge.Lists() {
		a.single = a.single || l.Single
		if n := len(l.Path); n == 1 || n == 2 {
			var path [2]string
			copy(path[:], l.Path)
			a.paths = append(a.paths, path)
		}
	}
	return a
}

// is says whether a member is one of the lists.
func (a aim) is(m *member) bool { return m.kind == '[' && slices.Contains(a.paths, m.path) }

// in says whether one of the members is such a list.
func (a aim) in(members []member) bool {
	return slices.ContainsFunc(members, func(m member) bool { return a.is(&m) })
}

// joined writes a path as validate.Row.List has it.
func joined(path [2]string) string { return strings.TrimSuffix(path[0]+"."+path[1], ".") }

// maxReplay is how much of a text is kept until it is known by which schema it is
// read, in bytes: it may then have to be read from its beginning again.
const maxReplay = 8 << 20

// open finds the items by an aim, and looks ahead.
func (in *Input) open(a aim) error {
	s := &stream{b: in.src.Begin, r: in.src.Rest, record: in.record}
	if in.record != nil {
		s.b, s.err = in.record.b, in.record.err
	}
	if in.src.All {
		s.err = io.EOF
	}
	in.reset(a)
	if err := in.head(s); err != nil {
		return err
	}
	if err := in.lookAhead(s); err != nil {
		return err
	}
	c := &cutter{scanner: &in.scanner, in: s.reader(), size: max(in.src.ChunkSize, 16), limit: in.src.limit, at: in.walker.place, spare: make(chan []byte, 16)}
	c.at.Row, c.fresh, c.list = 1, true, in.current
	if in.src.ChunkSize == 0 {
		c.size = chunkSize
	}
	if in.src.limit == 0 {
		c.limit = validate.MaxItem
	}
	if in.scanner.layout == Feature {
		c.ends = 1
	}
	in.cutter = c
	return nil
}

// reset forgets what was found, and takes an aim.
func (in *Input) reset(a aim) {
	in.aim, in.features, in.scanner = a, false, scanner{}
	in.columns = columns{byName: map[string]int{}}
	in.walker, in.current, in.lists, in.notes = newWalker(in.src.BOM), "", nil, nil
	f := &in.file
	f.Format, f.Labels, f.Padded, f.Sample, f.Late = "json", nil, nil, nil, nil
	f.CRS, f.BBox, f.Names = nil, nil, nil
}

// aimBy turns to the items that a JSON Schema describes, before any is read. Where
// it is too late to read from the beginning again, they remain those that they
// are.
func (in *Input) aimBy(s *schemas.Schema) {
	a := aimOf(s)
	if in.begun || in.begins != '{' || !a.single && len(a.paths) == 0 {
		return
	}
	if in.record.lost {
		if !slices.ContainsFunc(a.paths, func(path [2]string) bool { return joined(path) == in.current }) {
			in.failure = tooFar
		}
		return
	}
	in.failure = in.open(a)
	if in.failure == errNowhere { // the schema's lists are not there: it is told, and those that are, are judged
		if a.paths = nil; in.record.lost {
			in.failure = tooFar
		} else {
			in.failure = in.open(a)
		}
	}
}

// enters notes that the items of a list follow. The walker does not see them: what
// holds them is not kept.
func (in *Input) enters(m *member) {
	if w := in.walker; w.kept > 0 {
		w.members[w.kept-1].raw, w.kept = nil, 0
	}
	in.current = joined(m.path)
	in.mutex.Lock()
	defer in.mutex.Unlock()
	in.lists = append(in.lists, in.current)
}

// keeps says whether the JSON of a member is wanted: of one that neither is a list
// of items nor leads to one.
func (in *Input) keeps(m *member) bool {
	if m.kind != '{' && m.kind != '[' {
		return m.depth() == 1 || in.leads(m.path[0])
	}
	if in.aim.is(m) || joined(m.path) == in.current {
		return false
	}
	return m.depth() == 2 && in.leads(m.path[0]) || m.depth() == 1 && !(m.kind == '{' && in.leads(m.path[0]))
}

// leads says whether an object of that name holds a list of items.
func (in *Input) leads(name string) bool {
	return slices.ContainsFunc(in.aim.paths, func(path [2]string) bool { return path[0] == name && path[1] != "" })
}

// beside gives what stands beside the items.
func (in *Input) beside() *validate.Document {
	in.mutex.Lock()
	defer in.mutex.Unlock()
	d := in.document
	d.Lists = slices.Clone(in.lists)
	return &d
}

// publish draws up what stands beside the items, as far as it was read.
func (in *Input) publish(ended bool) {
	w, d := in.walker, validate.Document{Ended: ended}
	d.Whole = ended && !w.lost && w.kept == 0 && (in.aim.asked || len(w.members) == 0)
	for i := range w.members {
		m := &w.members[i]
		at := m.at
		at.Row = 0
		out := validate.Member{Path: m.path[:m.depth()], Raw: m.raw, At: at}
		switch {
		case m.raw != nil:
		case m.depth() == 1 && m.kind == '{' && in.leads(m.path[0]):
			out.Raw = []byte("{}")
		default:
			continue
		}
		d.Members = append(d.Members, out)
	}
	in.mutex.Lock()
	defer in.mutex.Unlock()
	in.document = d
}

// errNowhere says that a text ends without any of the lists that were aimed at.
var errNowhere = failure("no-list", "Ce fichier n'a aucune des listes que le schéma décrit.", "This file has none of the lists that the schema describes.")

var tooFar = failure("list-too-far", "Les listes que le schéma décrit ne sont pas là, ou commencent trop loin du début du fichier : mettez-les en tête du fichier.",
	"The lists that the schema describes are not there, or begin too far from the file's beginning: put them at its head.")
