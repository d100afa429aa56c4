package input

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// A cutting says what became of the search for a record's end.
type cutting uint8

const (
	complete cutting = iota // the record ends where it should
	unclosed                // a quote is never closed: the record ends with its line
	tooLong                 // no end within MaxRecord
	needMore                // the end is not in sight; more bytes may show it
)

// record finds where the record that starts at b[0] ends, and where the next
// one starts. Cutter and parser both ask it: nothing else decides that.
//
// A record ends at LF, CRLF or CR outside of quotes. A quote opens only at the
// start of a cell. One that is not closed within MaxRecord bytes of the
// record's start opens nothing, and neither does one that is closed on another
// line in the middle of a cell: what closes it there opens another. The record
// then ends with its line. last says that no bytes follow b.
func (d *Dialect) record(b []byte, last bool) (end, next int, found cutting) {
	if d.unusual() {
		return d.unusualRecord(b, last)
	}
	w := window{b, min(len(b), validate.MaxRecord), last || len(b) > validate.MaxRecord}
	eol := w.lineEnd(0)
	for from := 0; ; {
		if eol == unknown {
			return 0, 0, needMore
		}
		q := d.opening(b, from, w.before(eol))
		if q < 0 {
			return w.end(eol, complete)
		}
		after := w.closing(d.Quote, q)
		switch {
		case after == unknown:
			return 0, 0, needMore
		case after == none, eol >= 0 && eol < after && d.goesOn(b, after):
			return w.end(eol, unclosed)
		}
		if from = after; eol >= 0 && eol < after {
			eol = w.lineEnd(after) // the quotes held the one before
		}
	}
}

// opening gives the first quote of b[from:to] that opens a cell, or -1.
func (d *Dialect) opening(b []byte, from, to int) int {
	for d.Quote != 0 {
		i := bytes.IndexByte(b[from:to], d.Quote)
		if i < 0 {
			return -1
		}
		i += from
		if i == 0 || b[i-1] == d.Delimiter {
			return i
		}
		from = i + 1
	}
	return -1
}

// goesOn says whether a cell goes on at a place, which is that behind a closing
// quote.
func (d *Dialect) goesOn(b []byte, at int) bool {
	return at < len(b) && b[at] != d.Delimiter && b[at] != '\n' && b[at] != '\r'
}

// A window is the part of the bytes at hand in which a record must end.
type window struct {
	b      []byte
	size   int  // of the window
	closed bool // nothing that comes after can change what is decided
}

// What a search in a window may give instead of a place.
const (
	none    = -1 // there is no such place
	unknown = -2 // bytes that are not yet at hand decide
)

// lineEnd gives the first LF or CR from a place on.
func (w window) lineEnd(from int) int {
	for step := 1 << 10; from < w.size; step *= 2 {
		block := w.b[from:min(from+step, w.size)]
		i := bytes.IndexByte(block, '\n')
		if i >= 0 {
			block = block[:i]
		}
		if cr := bytes.IndexByte(block, '\r'); cr >= 0 {
			i = cr
		}
		switch {
		case i >= 0 && w.b[from+i] == '\n':
			return from + i
		case i >= 0:
			return w.known(from+i, from+i+1)
		}
		from += step
	}
	return w.known(none, len(w.b))
}

// known gives the place, unless it depends on the byte at next and that one
// is not at hand.
func (w window) known(place, next int) int {
	if next < len(w.b) || w.closed {
		return place
	}
	return unknown
}

// before gives the place up to which the line of a record reaches.
func (w window) before(eol int) int {
	if eol == none {
		return w.size
	}
	return eol
}

// closing gives the place after the quote that closes the one at q.
func (w window) closing(quote byte, q int) int {
	for i := q + 1; i < w.size; {
		k := bytes.IndexByte(w.b[i:w.size], quote)
		if k < 0 {
			break
		}
		i += k + 1
		if i >= len(w.b) || w.b[i] != quote {
			return w.known(i, i)
		}
		i++
	}
	return w.known(none, len(w.b))
}

// end ends the record at a line end, or at the end of the file.
func (w window) end(eol int, found cutting) (int, int, cutting) {
	switch {
	case eol == none && w.size < len(w.b):
		return 0, 0, tooLong
	case eol == none:
		return w.size, w.size, found
	case w.b[eol] == '\r' && eol+1 < len(w.b) && w.b[eol+1] == '\n':
		return eol, eol + 2, found
	}
	return eol, eol + 1, found
}
