package sheet

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// A span is where a cell's text stands in the text of its row.
type span struct{ from, to int }

// A row gathers the cells of one row of a sheet.
type row struct {
	number int // as the spreadsheet shows it, from 1
	text   []byte
	cells  []span // by column; those between filled ones are empty
	lost   bool   // more text than a record may have was left out
	hidden bool
}

func (r *row) reset(number int) {
	r.number, r.text, r.cells, r.lost, r.hidden = number, r.text[:0], r.cells[:0], false, false
}

// room says whether a row takes more text: it takes a little more than is
// judged, so that it is told to be too long.
func (r *row) room() bool {
	if len(r.text) > validate.MaxRecord {
		r.lost = true
	}
	return !r.lost
}

// put makes the text from a place on a cell of a column, from 0.
func (r *row) put(column, from int) {
	if len(r.text) == from {
		return
	}
	for len(r.cells) <= column {
		r.cells = append(r.cells, span{})
	}
	r.cells[column] = span{from, len(r.text)}
}

// width is how many columns the row reaches.
func (r *row) width() int { return len(r.cells) }

// appendTo writes the row as a record of CSV, at least width cells wide. quote
// puts quotes around its first cell in any case.
func (r *row) appendTo(out []byte, width int, quote bool) []byte {
	start := len(out)
	for c := range max(width, len(r.cells)) {
		if c > 0 {
			out = append(out, ',')
		}
		var cell []byte
		if c < len(r.cells) {
			cell = r.text[r.cells[c].from:r.cells[c].to]
		}
		if quote && c == 0 || bytes.ContainsAny(cell, "\",\r\n") {
			out = appendQuoted(out, cell)
		} else {
			out = append(out, cell...)
		}
		if len(out)-start > validate.MaxRecord {
			r.lost = true
			break
		}
	}
	if r.lost { // a line that is too long, and nothing but that
		for i, b := range out[start:] {
			if b == '\n' || b == '\r' || b == '"' {
				out[start+i] = ' '
			}
		}
	}
	return append(out, '\n')
}

func appendQuoted(out, cell []byte) []byte {
	out = append(out, '"')
	for {
		i := bytes.IndexByte(cell, '"')
		if i < 0 {
			break
		}
		out = append(append(out, cell[:i]...), `""`...)
		cell = cell[i+1:]
	}
	return append(append(out, cell...), '"')
}
