package input

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// unusual says whether records and cells need a look at every byte: the
// dialect has what only a dialect document can ask for.
func (d *Dialect) unusual() bool { return d.Escape != 0 || d.SkipSpace || d.Single }

// unusualRecord is record for an unusual dialect.
func (d *Dialect) unusualRecord(b []byte, last bool) (end, next int, found cutting) {
	w := window{b, min(len(b), validate.MaxRecord), last || len(b) > validate.MaxRecord}
	inside, start := false, true // within quotes; at the start of a cell
	opened := 0                  // where the last quotes open
	for i := 0; i < w.size; i++ {
		c := b[i]
		switch {
		case d.Escape != 0 && c == d.Escape:
			i, start = i+1, false
		case inside && c != d.Quote:
		case inside && !d.Single && i+1 == len(b) && !w.closed:
			return 0, 0, needMore
		case inside && !d.Single && i+1 < len(b) && b[i+1] == d.Quote:
			i++
		case inside:
			inside = false
		case start && d.Quote != 0 && c == d.Quote:
			inside, start, opened = true, false, i
		case c == '\n':
			return w.end(i, complete)
		case c == '\r':
			if w.known(i, i+1) == unknown {
				return 0, 0, needMore
			}
			return w.end(i, complete)
		case c == d.Delimiter:
			start = true
		case start && d.SkipSpace && c == ' ':
		default:
			start = false
		}
	}
	switch {
	case !w.closed:
		return 0, 0, needMore
	case inside:
		return w.end(w.lineEnd(opened), unclosed)
	}
	return w.end(none, complete)
}

// unusualCell is cell for an unusual dialect: the text always goes to scratch.
func (d *Dialect) unusualCell(record []byte, from int, scratch []byte, cell *validate.Cell) (int, []byte) {
	i, begin := from, len(scratch)
	for d.SkipSpace && i < len(record) && record[i] == ' ' {
		i++
	}
	if d.Quote != 0 && i < len(record) && record[i] == d.Quote {
		if after, text, closed := d.unusualQuoted(record, i+1, scratch); closed {
			i, scratch, cell.Quoted = after, text, true
		}
	}
	for ; i < len(record) && record[i] != d.Delimiter; i++ {
		if d.Escape != 0 && record[i] == d.Escape && i+1 < len(record) {
			i++
		}
		scratch = append(scratch, record[i])
	}
	cell.Raw = scratch[begin:len(scratch):len(scratch)]
	if i < len(record) {
		return i + 1, scratch
	}
	return -1, scratch
}

// unusualQuoted reads what is within quotes from i on, and says whether they
// are closed.
func (d *Dialect) unusualQuoted(record []byte, i int, scratch []byte) (after int, text []byte, closed bool) {
	text = scratch
	for ; i < len(record); i++ {
		switch {
		case d.Escape != 0 && record[i] == d.Escape && i+1 < len(record):
			i++
		case record[i] == d.Quote && !d.Single && i+1 < len(record) && record[i+1] == d.Quote:
			i++
		case record[i] == d.Quote:
			return i + 1, text, true
		}
		text = append(text, record[i])
	}
	return i, scratch, false
}

// passedBy says whether a record is no row of the table: a comment.
func (d *Dialect) passedBy(record []byte, row int) bool {
	if d.Comment != "" && bytes.HasPrefix(record, []byte(d.Comment)) {
		return true
	}
	for _, r := range d.CommentRows {
		if r == row {
			return true
		}
	}
	return false
}
