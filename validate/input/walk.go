package input

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// A walk goes through a text from one mark to the next: separators, quotes and
// line ends.
type walk struct {
	text  []byte
	marks []uint32 // their places
	at    int      // of marks, the next one
}

// seek turns to the first mark from a place on, going on from the mark at.
func (w *walk) seek(at, place int) {
	for w.at = at; w.at < len(w.marks) && int(w.marks[w.at]) < place; {
		w.at++
	}
}

// next gives the place of the next mark, or -1 behind the last.
func (w *walk) next() int {
	if w.at >= len(w.marks) {
		return -1
	}
	w.at++
	return int(w.marks[w.at-1])
}

// A quotation is what stands between two quotes.
type quotation struct {
	after   int  // the place behind the closing quote; -1 where none is in sight
	doubled bool // quotes stand for themselves within
	lines   int  // line ends within
}

// quotation walks to the end of what a quote at the last mark opens.
func (w *walk) quotation(quote byte) quotation {
	var q quotation
	for {
		at := w.next()
		if at < 0 {
			q.after = -1
			return q
		}
		switch c := w.text[at]; {
		case c == quote:
			if at+1 == len(w.text) || w.text[at+1] != quote {
				q.after = at + 1
				return q
			}
			q.doubled = true
			w.next()
		case c == '\n', c == '\r' && (at+1 == len(w.text) || w.text[at+1] != '\n'):
			q.lines++
		}
	}
}

// A line is a record that a walk went through.
type line struct {
	end, next int // as record has them, but from the text's beginning
	inner     int // line ends within
}

// split cuts the record that starts at a place into cells as Dialect.split
// does, appending to scratch what is not a part of it. ok is false where its
// quotes are not plainly used, or its end is not in sight.
func (w *walk) split(d *Dialect, from int, row *validate.Row, scratch []byte) (l line, rest []byte, ok bool) {
	cells, n, start := row.Cells[:cap(row.Cells)], 0, from
	for {
		filled, next := w.bare(cells, d.Delimiter, n, start, from)
		n, start = n+filled, next
		w.at += filled
		at := w.next()
		if at < 0 || n >= len(cells) {
			return l, scratch, false
		}
		cell, c := &cells[n], w.text[at]
		cell.Column, cell.Start, cell.Quoted = n, start-from, false
		if c == d.Quote && d.Quote != 0 {
			if at != start {
				return l, scratch, false
			}
			var lines int
			if at, lines, scratch = w.quoted(d, at, cell, scratch); at < 0 {
				return l, scratch, false
			}
			l.inner += lines
			c = w.text[at]
		} else {
			cell.Raw = w.text[start:at]
		}
		n, start = n+1, at+1
		if c == d.Delimiter {
			continue
		}
		if l.end, l.next = at, at+1; c == '\r' && at+1 < len(w.text) && w.text[at+1] == '\n' {
			w.next()
			l.next++
		}
		if at == from {
			n = 0 // an empty line has no cells
		}
		row.Cells = cells[:n]
		return l, scratch, at-from < validate.MaxRecord
	}
}

// bare fills the cells that end with the separators ahead, of which the first is
// cell n and starts at a place, as far as there are cells to fill. It gives how
// many it filled, and where the next one starts. It is left to the caller to move
// on: the loop has no register to spare.
func (w *walk) bare(cells []validate.Cell, separator byte, n, start, from int) (filled, next int) {
	text, marks := w.text, w.marks[w.at:]
	cells = cells[n:]
	cells = cells[:min(len(cells), len(marks))]
	for i := range cells {
		end := int(marks[i])
		if text[end] != separator {
			return i, start
		}
		cell := &cells[i]
		cell.Raw, cell.Column, cell.Start, cell.Quoted = text[start:end], n+i, start-from, false
		start = end + 1
	}
	return len(cells), start
}

// quoted reads a cell whose opening quote stands at a place, to which the walk
// came last. It gives the place of the separator or line end behind it, which
// the walk is past, -1 where that is not plain to see, and the line ends within.
func (w *walk) quoted(d *Dialect, open int, cell *validate.Cell, scratch []byte) (at, lines int, rest []byte) {
	q := w.quotation(d.Quote)
	if q.after < 0 || q.after == len(w.text) || d.goesOn(w.text, q.after) {
		return -1, 0, scratch
	}
	cell.Raw, cell.Quoted = w.text[open+1:q.after-1], true
	if q.doubled {
		first := len(scratch)
		scratch = appendSingle(scratch, cell.Raw, d.Quote)
		cell.Raw = scratch[first:len(scratch):len(scratch)]
	}
	w.next()
	return q.after, q.lines, scratch
}

// appendSingle appends what stands within quotes to dst, each two quotes as one.
func appendSingle(dst, inside []byte, quote byte) []byte {
	for {
		k := bytes.IndexByte(inside, quote)
		if k < 0 {
			return append(dst, inside...)
		}
		dst = append(dst, inside[:k+1]...)
		inside = inside[k+2:]
	}
}
