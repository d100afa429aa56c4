package input

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// cells cuts a record into cells as split does. Where the record is wrapped,
// the one within its quotes is cut; its cells are still placed by the bytes
// of the record that the file has.
func (d *Dialect) cells(record, scratch []byte, cells []validate.Cell) ([]validate.Cell, []byte) {
	inner, scratch, wrapped := d.unwrap(record, scratch)
	if !wrapped {
		return d.split(record, scratch, cells)
	}
	first := len(cells)
	cells, scratch = d.split(inner, scratch, cells)
	at, i := 1, 0 // a byte of the record, and that of inner which it is
	for c := first; c < len(cells); c++ {
		for ; i < cells[c].Start; i++ {
			if record[at] == d.Quote {
				at++ // the first of two quotes
			}
			at++
		}
		cells[c].Start = at
	}
	return cells, scratch
}

// unwrap gives the record within the quotes of one that is quoted as a whole,
// and says whether it is. The inner one is appended to scratch.
func (d *Dialect) unwrap(record, scratch []byte) (inner, rest []byte, wrapped bool) {
	if !d.Wrapped || d.unusual() || len(record) < 2 || record[0] != d.Quote || bytes.IndexByte(record, d.Delimiter) < 0 {
		return nil, scratch, false
	}
	w := window{record, len(record), true}
	if w.closing(d.Quote, 0) != len(record) {
		return nil, scratch, false
	}
	start := len(scratch)
	for text := record[1 : len(record)-1]; ; {
		k := bytes.IndexByte(text, d.Quote)
		if k < 0 {
			scratch = append(scratch, text...)
			return scratch[start:len(scratch):len(scratch)], scratch, true
		}
		scratch = append(scratch, text[:k+1]...) // one quote of the two
		text = text[k+2:]
	}
}
