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

// decodeNarrow is decode for a file each of whose bytes is a character.
func (p *parser) decodeNarrow(row *validate.Row, at int) {
	if p.survey.isPlain(at, at+len(row.Record)) {
		return
	}
	narrow, end := text.NarrowOf(p.in.charmap), len(row.Record)
	for c := len(row.Cells) - 1; c >= 0; c-- {
		cell := &row.Cells[c]
		if !p.survey.isPlain(at+cell.Start, at+end) {
			p.recode(cell, narrow)
		}
		end = cell.Start
	}
}

// recode turns a cell into UTF-8.
func (p *parser) recode(cell *validate.Cell, from *text.Narrow) {
	start := len(p.scratch)
	p.scratch = from.Append(p.scratch, cell.Raw)
	cell.Raw = p.scratch[start:len(p.scratch):len(p.scratch)]
}
