package input

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// split cuts a record into cells, appending to cells. A cell's text is a part
// of the record where it can be, and otherwise appended to scratch, which is
// given back.
func (d *Dialect) split(record, scratch []byte, cells []validate.Cell) ([]validate.Cell, []byte) {
	unusual := d.unusual()
	for i := 0; ; {
		cell := validate.Cell{Column: len(cells), Start: i}
		if unusual {
			i, scratch = d.unusualCell(record, i, scratch, &cell)
		} else {
			i, scratch = d.cell(record, i, scratch, &cell)
		}
		cells = append(cells, cell)
		if i < 0 {
			return cells, scratch
		}
	}
}

// cell reads the cell that starts at from, and gives the start of the next
// one, or -1 after the last.
func (d *Dialect) cell(record []byte, from int, scratch []byte, cell *validate.Cell) (int, []byte) {
	if d.Quote != 0 && from < len(record) && record[from] == d.Quote {
		w := window{record, len(record), true}
		if after := w.closing(d.Quote, from); after >= 0 {
			return d.quoted(record, from, after, scratch, cell)
		}
	}
	n := bytes.IndexByte(record[from:], d.Delimiter)
	if n < 0 {
		cell.Raw = record[from:]
		return -1, scratch
	}
	cell.Raw = record[from : from+n]
	return from + n + 1, scratch
}

// quoted reads a cell whose quotes stand at record[from] and before after.
// What follows the closing quote belongs to the cell, as it stands.
func (d *Dialect) quoted(record []byte, from, after int, scratch []byte, cell *validate.Cell) (int, []byte) {
	cell.Quoted = true
	inside := record[from+1 : after-1]
	next, rest := -1, record[after:]
	if n := bytes.IndexByte(rest, d.Delimiter); n >= 0 {
		next, rest = after+n+1, rest[:n]
	}
	if len(rest) == 0 && bytes.IndexByte(inside, d.Quote) < 0 {
		cell.Raw = inside
		return next, scratch
	}
	start := len(scratch)
	scratch = append(appendSingle(scratch, inside, d.Quote), rest...)
	cell.Raw = scratch[start:len(scratch):len(scratch)]
	return next, scratch
}
