package sheet

import (
	"errors"
	"io"
)

// rows reads the rows of a sheet in growing order. Close may be called before
// the end.
type rows interface {
	// next fills the row with the next one that the sheet tells of; io.EOF
	// behind the last.
	next(*row) error
	Close() error
}

// pieceSize is how much text is written at once, in bytes.
const pieceSize = 32 << 10

// A stream is a sheet as CSV: a record for each row of the sheet, a blank line
// for one that holds nothing, none behind the last that holds something.
type stream struct {
	rows   rows
	closer io.Closer // of the workbook
	drain  func() error
	notes  *notes
	ration ration
	header int // rows below it are as wide at least
	width  int
	row    row
	last   int // the row that was written last
	out    []byte
	at     int // in out: what was not given yet
	ended  error
}

// Read gives the text. Its errors are *validate.Failure.
func (s *stream) Read(b []byte) (int, error) {
	for s.at == len(s.out) {
		if s.ended != nil {
			return 0, s.ended
		}
		s.out, s.at = s.out[:0], 0
		for len(s.out) < pieceSize && s.ended == nil {
			s.ended = s.write()
		}
		if s.ended != nil {
			s.end()
		}
	}
	n := copy(b, s.out[s.at:])
	s.at += n
	return n, nil
}

// end makes of the end what the reader is told.
func (s *stream) end() {
	if s.ended == io.EOF && s.drain != nil {
		if err := s.drain(); err != nil {
			s.ended = err
		}
	}
	if s.ended != io.EOF {
		s.ended = damaged(s.ended)
		return
	}
	s.notes.close()
}

var errOrder = errors.New("rows are out of order")

// write writes the next row.
func (s *stream) write() error {
	if err := s.rows.next(&s.row); err != nil {
		return err
	}
	r := &s.row
	if r.width() == 0 {
		return nil
	}
	if r.number <= s.last {
		return errOrder
	}
	if r.number > maxRows {
		return tooManyCells()
	}
	before := len(s.out)
	for ; s.last < r.number-1; s.last++ {
		s.out = append(s.out, '\n')
	}
	first := s.last == r.number-1 && s.notes.width == 0
	s.last = r.number
	s.notes.width = max(s.notes.width, r.width())
	width := 0
	if s.header > 0 && r.number > s.header {
		width = s.width
	}
	if r.hidden {
		s.notes.rows.add(r.number)
	}
	s.out = r.appendTo(s.out, width, first)
	if s.ration.take(len(s.out) - before) {
		return tooLarge()
	}
	return nil
}

// Progress is how much of the sheet was read, from 0 to 1; 0 where that is not
// known.
func (s *stream) Progress() float64 {
	var p *part
	switch r := s.rows.(type) {
	case *xlsxRows:
		p, _ = r.closer.(*part)
	case *odsRows:
		p = r.part
	}
	if p == nil || p.whole == 0 {
		return 0
	}
	return min(float64(p.read.Load())/float64(p.whole), 1)
}

// Close closes the sheet and its workbook.
func (s *stream) Close() error { return errors.Join(s.rows.Close(), s.closer.Close()) }

// headSize is how much of a sheet is looked at to choose one and to find its
// header, in bytes of CSV.
const headSize = 256 << 10

// head gives the beginning of a sheet as CSV: whole records.
func head(r rows) ([]byte, error) {
	s := &stream{rows: r, notes: &notes{}, ration: ration{packed: headSize}}
	for len(s.out) < headSize && s.ended == nil {
		s.ended = s.write()
	}
	if s.ended != nil && s.ended != io.EOF {
		return nil, s.ended
	}
	return s.out, nil
}

// extent reads a sheet to its end, and says how many rows and columns it
// reaches.
func extent(r rows) (rows, columns int, err error) {
	var one row
	for err == nil {
		if err = r.next(&one); err == nil && one.width() > 0 {
			rows, columns = max(rows, one.number), max(columns, one.width())
		}
	}
	if err == io.EOF {
		err = nil
	}
	return rows, columns, err
}
