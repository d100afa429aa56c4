package input

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// noteQuotes notes what is wrong with the quotes of a row: one that opens a
// cell and is never closed, which is then taken for no more than a character,
// one that ends a cell without having opened it, and text behind one that
// closes a cell.
func (p *parser) noteQuotes(row *validate.Row, found cutting) {
	d := &p.in.dialect
	if d.Wrapped && found != unclosed && opensOnly(row, d.Quote) {
		found = unclosed // within the quotes around the record
	}
	if found == unclosed {
		c := p.in.openCell(row)
		row.Faults = append(row.Faults, validate.Fault{Kind: validate.FaultUnclosedQuote, Column: c})
		row.Cells[c].Raw = bytes.TrimPrefix(row.Cells[c].Raw, []byte{d.Quote}) // told once is enough
	}
	if d.unusual() {
		return
	}
	for c := range row.Cells {
		end := len(row.Record)
		if c+1 < len(row.Cells) {
			end = row.Cells[c+1].Start - 1
		}
		if cell := &row.Cells[c]; d.strayQuote(cell, row.Record[cell.Start:end]) {
			row.Faults = append(row.Faults, validate.Fault{Kind: validate.FaultStrayQuote, Column: c})
		}
	}
}

// strayQuote says whether a cell, given how it is written in the record, ends
// with a quote that nothing opens, or holds text behind its quotes.
func (d *Dialect) strayQuote(cell *validate.Cell, written []byte) bool {
	raw := cell.Raw
	switch {
	case !cell.Quoted:
		return len(raw) > 0 && raw[len(raw)-1] == d.Quote && raw[0] != d.Quote && bytes.Count(raw, []byte{d.Quote})%2 == 1
	case d.Wrapped, len(written) == len(raw)+2 && (len(raw) == 0 || &raw[0] == &written[1]): // a part of the record: all within quotes
		return false
	case written[len(written)-1] != d.Quote: // spaces alone are another fault
		return len(bytes.TrimSpace(written[bytes.LastIndexByte(written, d.Quote)+1:])) > 0
	}
	return len(written) != len(raw)+2+bytes.Count(raw, []byte{d.Quote})
}

// opensOnly says whether a cell of the row opens with a quote and is not
// closed.
func opensOnly(row *validate.Row, quote byte) bool {
	for c := range row.Cells {
		if cell := &row.Cells[c]; !cell.Quoted && len(cell.Raw) > 0 && cell.Raw[0] == quote {
			return true
		}
	}
	return false
}

// openCell finds the cell whose quote is never closed.
func (in *csvInput) openCell(row *validate.Row) int {
	for c, cell := range row.Cells {
		if !cell.Quoted && len(cell.Raw) > 0 && cell.Raw[0] == in.dialect.Quote {
			return c
		}
	}
	return 0
}
