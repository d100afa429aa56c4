package input

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// A parser makes the rows of one chunk.
type parser struct {
	in      *csvInput
	text    []byte
	survey  survey
	walk    walk
	plain   bool // the cells are text as they stand
	odd     bool // some cell of the chunk holds what nobody sees, or may do so once it is decoded
	scratch []byte
}

// parser gives a parser for some records, by one look at them. It is to be left
// to others.
func (in *csvInput) parser(b []byte) *parser {
	p := in.parsers.Take()
	if p == nil {
		p = &parser{}
	}
	delimiter, quote := in.dialect.Delimiter, in.dialect.Quote
	if quote == 0 {
		quote = '\n'
	}
	p.in, p.text = in, b
	if in.charmap != nil {
		p.survey.narrow(b, in.charmap, delimiter, quote)
		p.plain, p.odd = p.survey.ascii, p.survey.hidden
	} else {
		p.survey.utf8(b, delimiter, quote)
		p.plain, p.odd = p.survey.valid && (!in.file.Doubtful || p.survey.ascii), p.survey.hidden || !p.survey.valid
	}
	p.walk = walk{text: b, marks: p.survey.marks}
	return p
}

// row fills row from the record that starts at a place, and gives where the next
// one starts. The row's cells are part of the record or of the parser's scratch
// space: both hold until the next call.
func (p *parser) row(row *validate.Row, at int) (next int) {
	d, mark := &p.in.dialect, p.walk.at
	row.Faults, row.Accented = row.Faults[:0], false
	if !d.unusual() && !d.Wrapped {
		if l, scratch, ok := p.walk.split(d, at, row, p.scratch[:0]); ok {
			row.Record, row.Inner, p.scratch = p.text[at:l.end], l.inner, scratch
			p.finish(row, at)
			return l.next
		}
	}
	end, next, found := d.record(p.text[at:], true)
	row.Record, row.Inner = p.text[at:at+end], d.linesInside(p.text[at:at+end])
	p.walk.seek(mark, at+next)
	p.cut(row, found)
	p.finish(row, at)
	return at + next
}

// alone makes a row of one record, for those who look at few.
func (in *csvInput) alone(record []byte, found cutting) validate.Row {
	row := validate.Row{Record: record}
	p := in.parser(record) // not left to others: the row's cells stand in its scratch space
	p.plain = false
	p.cut(&row, found)
	p.finish(&row, 0)
	return row
}

// cut cuts a row's record into cells, and notes what is wrong with its quotes.
func (p *parser) cut(row *validate.Row, found cutting) {
	d := &p.in.dialect
	row.Cells, p.scratch = row.Cells[:0], p.scratch[:0]
	if len(row.Record) == 0 {
		return
	}
	if d.Wrapped {
		row.Cells, p.scratch = d.cells(row.Record, p.scratch, row.Cells)
	} else {
		row.Cells, p.scratch = d.split(row.Record, p.scratch, row.Cells)
	}
	if d.Quote != 0 && bytes.IndexByte(row.Record, d.Quote) >= 0 {
		p.noteQuotes(row, found)
	}
}

// finish turns the cells of a row, whose record starts at a place, into text,
// and notes what is odd in them.
func (p *parser) finish(row *validate.Row, at int) {
	if null := p.in.dialect.Null; null != "" {
		for c := range row.Cells {
			if string(row.Cells[c].Raw) == null {
				row.Cells[c].Raw = nil
			}
		}
	}
	row.Sparse = (p.plain || p.in.charmap != nil) && p.survey.sparse(at, at+len(row.Record))
	if !p.plain {
		p.decode(row, at)
	}
	if p.survey.lost {
		p.noteLosses(row)
	}
	if p.odd {
		p.noteOdd(row)
	}
}

// replacement is U+FFFD in UTF-8.
var replacement = []byte("\ufffd")

// noteOdd notes the cells that hold characters which nobody sees.
func (p *parser) noteOdd(row *validate.Row) {
	for c := range row.Cells {
		if holdsOdd(row.Cells[c].Raw) {
			row.Faults = append(row.Faults, validate.Fault{Kind: validate.FaultControl, Column: c})
		}
	}
}

// noteLosses notes the cells in which characters were lost before.
func (p *parser) noteLosses(row *validate.Row) {
	for c := range row.Cells {
		if bytes.Contains(row.Cells[c].Raw, replacement) {
			row.Faults = append(row.Faults, validate.Fault{Kind: validate.FaultReplaced, Column: c})
		}
	}
}
