package geojson

import (
	"bytes"
	"iter"
	"slices"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// Rows reads the items of a chunk.
func (in *Input) Rows(c validate.Chunk) iter.Seq[*validate.Row] {
	return func(yield func(*validate.Row) bool) {
		if c.Fault == validate.FaultTooLong {
			yield(&validate.Row{Pos: c.Start, Record: c.Bytes, List: c.List, Faults: []validate.Fault{{Kind: c.Fault, Column: -1}}, ShapeAt: -1})
			return
		}
		p := in.parser()
		defer in.release(p)
		p.rows(c, yield)
	}
}

// parser gives a parser for one chunk.
func (in *Input) parser() *parser {
	if p := in.parsers.Take(); p != nil {
		return p
	}
	return in.newParser()
}

// newParser makes a parser with room for the columns that are known.
func (in *Input) newParser() *parser {
	p := &parser{in: in, columns: &in.columns, late: map[string]nth{}}
	for len(p.cells) < len(in.columns.keys) {
		p.cells, p.filled = append(p.cells, validate.Cell{}), append(p.filled, 0)
	}
	return p
}

// release takes a parser back.
func (in *Input) release(p *parser) {
	p.b, p.faults = nil, p.faults[:0]
	if cap(p.scratch) > 1<<20 {
		p.scratch = nil
	}
	in.parsers.Leave(p)
}

// replacement is U+FFFD in UTF-8.
var replacement = []byte("\ufffd")

// rows reads the items of a chunk.
func (p *parser) rows(c validate.Chunk, yield func(*validate.Row) bool) {
	b := c.Bytes
	ascii := text.IsASCII(b)
	p.b, p.text8 = b, ascii || p.in.charmap == nil && !p.in.file.Doubtful && utf8.Valid(b)
	lossy := !ascii && p.in.charmap == nil && bytes.Contains(b, replacement)
	cr := bytes.IndexByte(b, '\r') >= 0
	lines := cr || bytes.IndexByte(b, '\n') >= 0
	at, items := place{Position: c.Start}, 0
	row, first := validate.Row{List: c.List}, c.First
	stands := 0 // where at is
	for done := 0; ; at.Row, first = at.Row+1, false {
		g := p.in.scanner.gap(b, done, first)
		if g.from == len(b) {
			break
		}
		base := g.from
		if g.bad >= 0 {
			base = g.bad
		}
		at.over(b[stands:base], ascii, cr)
		stands = base
		row.Pos, p.row = at.Position, at.Row
		end := p.read(&row, base, g)
		row.Record, row.Inner = b[base:end], 0
		switch {
		case cr:
			row.Inner = validate.Lines(row.Record)
		case lines:
			row.Inner = bytes.Count(row.Record, []byte{'\n'})
		}
		if c.Fault == validate.FaultJSONTruncated {
			truncated(row.Faults)
		}
		if lossy {
			noteLosses(&row)
		}
		if p.missed > 0 {
			items++
		}
		if !yield(&row) {
			break
		}
		done = end
	}
	p.in.late.add(items, p.late)
	clear(p.late)
}

// truncated tells faults of what is open that the file ends there.
func truncated(faults []validate.Fault) {
	for i := range faults {
		if faults[i].Kind == validate.FaultJSONUnclosed {
			faults[i].Kind = validate.FaultJSONTruncated
		}
	}
}

// noteLosses notes the cells in which characters were lost before.
func noteLosses(row *validate.Row) {
	for c := range row.Cells {
		if cell := &row.Cells[c]; bytes.Contains(cell.Raw, replacement) {
			row.Faults = append(row.Faults, validate.Fault{Kind: validate.FaultReplaced, Column: c, At: cell.Start})
		}
	}
}

// read reads the item behind a gap into row, and gives where it ends.
func (p *parser) read(row *validate.Row, base int, g gap) (end int) {
	b, sequence := p.b, p.in.scanner.layout == Sequence
	limit := len(b)
	if sequence {
		limit, _ = p.in.scanner.item(b, g.from, true)
	}
	p.start(base, g.from, limit, false)
	ok := classes[b[g.from]] == opens && p.value()
	if end = p.i; sequence && ok {
		ok, end = end == limit, limit
	}
	if !ok {
		if end = limit; !sequence {
			end, _ = p.in.scanner.item(b, g.from, true)
		}
		end = max(trimWhite(b, g.from, end), g.from+1)
		p.start(base, g.from, end, true)
		ok = p.value()
		if p.white(); ok && p.i < end && classes[b[g.from]] == opens {
			p.note(validate.FaultJSONBehind, p.i, p.met())
		}
	}
	if g.bad >= 0 {
		p.separators(g)
	}
	p.fill(row, ok)
	return end
}

// separators notes what does not belong between two items.
func (p *parser) separators(g gap) {
	f := validate.Fault{Kind: validate.FaultJSONSyntax, Column: -1, At: g.bad - p.base}
	switch c := p.b[g.bad]; {
	case g.bad == g.from:
		f.Kind = validate.FaultJSONNoComma
	case c == ',' && p.in.scanner.layout.listed():
		f.Kind = validate.FaultJSONComma
	default:
		f.Text = string(rune(c))
	}
	p.faults = slices.Insert(p.faults, 0, f)
}

// fill gives a row what was read of its item: whole says that all of it was.
func (p *parser) fill(row *validate.Row, whole bool) {
	r := &p.record
	row.Cells, row.Faults, row.Accented = p.cells, p.faults, p.accented
	if !whole {
		row.Cells = p.cells[:p.last+1]
	}
	row.Shape, row.ShapeAt, row.ID, row.BBox, row.BBoxAt = nil, -1, nil, nil, 0
	if !p.in.features {
		if whole && p.b[p.first] != '{' {
			row.Cells = p.cells[:0]
		}
		return
	}
	if r.id.to > 0 {
		row.ID = p.b[r.id.from:r.id.to]
	}
	if r.bbox.to > 0 {
		row.BBox, row.BBoxAt = p.b[r.bbox.from:r.bbox.to], r.bbox.from-p.base
	}
	switch {
	case r.has&hasGeometry != 0:
		if !r.cut && !p.broken(r.geometry) {
			p.shape.Decode(p.b[r.geometry.from:r.geometry.to])
			row.Shape, row.ShapeAt = &p.shape, r.geometry.from-p.base
		}
	case whole && r.has&hasProperties != 0:
		p.shape.Decode(nil)
		row.Shape = &p.shape
	}
	if r.read&hasProperties == 0 {
		row.Cells = p.cells[:0] // it is told that there are none
	} else if whole && row.Shape != nil {
		p.derive(row)
	}
}

// broken says whether a part of the record is no JSON.
func (p *parser) broken(part span) bool {
	for _, f := range p.faults {
		if at := f.At + p.base; at >= part.from && at < part.to && f.Kind != validate.FaultNoFeature && f.Kind != validate.FaultNoProperties {
			return true
		}
	}
	return false
}
