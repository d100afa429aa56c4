package input

import (
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// decode turns the cells of a row, whose record starts at a place, into UTF-8,
// noting those whose bytes are not of the file's encoding: they are read as
// Windows-1252.
func (p *parser) decode(row *validate.Row, at int) {
	if p.in.charmap != nil {
		p.decodeNarrow(row, at)
		return
	}
	for c := range row.Cells {
		cell := &row.Cells[c]
		switch {
		case text.IsASCII(cell.Raw):
		case utf8.Valid(cell.Raw):
			row.Accented = true
		default:
			row.Faults = append(row.Faults, validate.Fault{Kind: validate.FaultEncoding, Column: c})
			p.recode(cell, text.NarrowOf(charmaps[Windows1252]))
		}
	}
}

// decodeNarrow is decode for a file each of whose bytes is a character: it goes
// from one that is not plain ASCII to the next cell that holds one.
func (p *parser) decodeNarrow(row *validate.Row, at int) {
	narrow, end := text.NarrowOf(p.in.charmap), at+len(row.Record)
	for c, from := 0, at; c < len(row.Cells); c++ {
		if from = p.survey.next(from, end); from == end {
			return
		}
		for c+1 < len(row.Cells) && at+row.Cells[c+1].Start <= from {
			c++
		}
		p.recode(&row.Cells[c], narrow)
		if c+1 < len(row.Cells) {
			from = at + row.Cells[c+1].Start
		}
	}
}

// recode turns a cell into UTF-8.
func (p *parser) recode(cell *validate.Cell, from *text.Narrow) {
	start := len(p.scratch)
	p.scratch = from.Append(p.scratch, cell.Raw)
	cell.Raw = p.scratch[start:len(p.scratch):len(p.scratch)]
}
