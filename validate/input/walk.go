package input

import (
	"bytes"
	"math/bits"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input/scan"
)

// A walk goes through a text from one marked byte to the next: line ends,
// quotes, and separators where they were marked.
type walk struct {
	text  []byte
	marks []uint64
	word  int     // of marks, that is being looked at
	set   uint64  // what of it is still to come
	past  [32]int // of separators
}

// seek turns to the first mark from a place on.
func (w *walk) seek(at int) {
	w.word, w.set = at/scan.Size, 0
	if w.word < len(w.marks) {
		w.set = w.marks[w.word] &^ (1<<(at%scan.Size) - 1)
	}
}

// next gives the place of the next mark, or -1 behind the last.
func (w *walk) next() int {
	for w.set == 0 {
		if w.word++; w.word >= len(w.marks) {
			return -1
		}
		w.set = w.marks[w.word]
	}
	at := w.word*scan.Size + bits.TrailingZeros64(w.set)
	w.set &= w.set - 1
	return at
}

// A quotation is what stands between two quotes.
type quotation struct {
	after   int  // the place behind the closing quote; -1 where none is in sight
	doubled bool // quotes stand for themselves within
	lines   int  // line ends within
}

// quotation walks to the end of what a quote at the current place opens.
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

// skim walks through the record that starts at a place, to which it came last.
// ok is false where only record can tell where it ends. It comes to what record
// comes to: a quote opens where a cell starts.
func (d *Dialect) skim(w *walk, from int) (l line, ok bool) {
	for {
		at := w.next()
		if at < 0 || at-from >= validate.MaxRecord {
			return l, false
		}
		switch c := w.text[at]; {
		case c == '\n':
			l.end, l.next = at, at+1
			return l, true
		case c == '\r':
			l.end, l.next = at, at+1
			switch {
			case at+1 == len(w.text):
				return l, false
			case w.text[at+1] == '\n':
				w.next()
				l.next++
			}
			return l, true
		case c == d.Quote && (at == from || w.text[at-1] == d.Delimiter):
			q := w.quotation(d.Quote)
			if q.after < 0 || q.after == len(w.text) || q.after-from > validate.MaxRecord || q.lines > 0 && d.goesOn(w.text, q.after) {
				return l, false
			}
			l.inner += q.lines
		}
	}
}

// split cuts the record that starts at a place into cells as Dialect.split
// does, appending to scratch what is not a part of it. ok is false where its
// quotes are not plainly used, or its end is not in sight.
func (w *walk) split(d *Dialect, from int, row *validate.Row, scratch []byte) (l line, rest []byte, ok bool) {
	cells, n, start := row.Cells[:cap(row.Cells)], 0, from
	for {
		at, ends := w.separators(d.Delimiter)
		if at < 0 || n+len(ends) >= len(cells) {
			return l, scratch, false
		}
		for _, end := range ends {
			bare(&cells[n], w.text, start, end, n, from)
			n, start = n+1, end+1
		}
		cell := &cells[n]
		switch c := w.text[at]; {
		case c == d.Quote && d.Quote != 0:
			cell.Column, cell.Start, cell.Quoted = n, start-from, true
			if at != start {
				return l, scratch, false
			}
			var lines int
			if at, lines, scratch = w.quoted(d, at, cell, scratch); at < 0 {
				return l, scratch, false
			}
			l.inner += lines
		default:
			bare(cell, w.text, start, at, n, from)
		}
		n, start = n+1, at+1
		if c := w.text[at]; c == d.Delimiter {
			continue
		} else if l.end, l.next = at, at+1; c == '\r' && at+1 < len(w.text) && w.text[at+1] == '\n' {
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

// separators walks past separators to the next other mark, or to a separator
// where there are many. It gives the places of those that it went past, which
// hold until the next call, and that of the last mark, -1 where there is none.
func (w *walk) separators(delimiter byte) (at int, past []int) {
	text, word, set, n := w.text, w.word, w.set, 0
	for {
		for set == 0 {
			if word++; word >= len(w.marks) {
				return -1, nil
			}
			set = w.marks[word]
		}
		at = word*scan.Size + bits.TrailingZeros64(set)
		set &= set - 1
		if text[at] != delimiter || n == len(w.past) {
			w.word, w.set = word, set
			return at, w.past[:n]
		}
		w.past[n] = at
		n++
	}
}

// bare fills a cell that stands between two places without quotes.
func bare(cell *validate.Cell, text []byte, start, end, column, from int) {
	cell.Raw, cell.Column, cell.Start, cell.Quoted = text[start:end], column, start-from, false
}

// quoted reads a cell whose opening quote stands at a place, to which the walk
// came last. It gives the place of the separator or line end behind it, which
// the walk is past, -1 where that is not plain to see, and the line ends within.
func (w *walk) quoted(d *Dialect, open int, cell *validate.Cell, scratch []byte) (at, lines int, rest []byte) {
	q := w.quotation(d.Quote)
	if q.after < 0 || q.after == len(w.text) || d.goesOn(w.text, q.after) {
		return -1, 0, scratch
	}
	cell.Raw = w.text[open+1 : q.after-1]
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
