package sheet

import (
	"bytes"
	"io"
)

// xlsxRows reads the rows of one sheet.
type xlsxRows struct {
	*scanner
	book   *xlsx
	closer io.Closer
	notes  *notes
	inData bool
	last   int // the row before
	value  []byte
}

// Close closes the sheet's part.
func (x *xlsxRows) Close() error { return x.closer.Close() }

// next reads the next row; io.EOF behind the last.
func (x *xlsxRows) next(r *row) error {
	for {
		t, err := x.scanner.next()
		switch {
		case err != nil:
			return err
		case t == closed && string(x.name) == "sheetData":
			x.inData = false
		case t != opened:
		case x.inData && string(x.name) == "row":
			return x.row(r)
		case string(x.name) == "sheetData":
			x.inData = true
		case string(x.name) == "col" && yes(x.attribute("hidden")):
			x.notes.hideColumns(x.scanner.number("min", maxColumns, 0), x.scanner.number("max", maxColumns, 0))
		case string(x.name) == "mergeCell":
			x.notes.merge(string(x.attribute("ref")))
		}
	}
}

// row reads the cells of a row that was opened.
func (x *xlsxRows) row(r *row) error {
	x.last = x.scanner.number("r", 1<<30, x.last+1)
	r.reset(x.last)
	r.hidden = yes(x.attribute("hidden"))
	outside, column := x.depth-1, -1
	for {
		t, err := x.scanner.next()
		switch {
		case err != nil:
			return cutShort(err)
		case t == closed && x.depth == outside:
			return nil
		case t == opened && string(x.name) == "c":
			column = columnOf(x.attribute("r"), column+1)
			if err := x.cell(r, column); err != nil {
				return cutShort(err)
			}
		}
	}
}

// cutShort makes of the end of a document within a row what it is.
func cutShort(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// columnOf reads the column of a reference such as AB12, from 0; one without
// letters is the column that is due.
func columnOf(reference []byte, due int) int {
	n := 0
	for _, c := range reference {
		if c |= ' '; c < 'a' || c > 'z' {
			break
		}
		if n = n*26 + int(c-'a'+1); n > 2*maxColumns {
			break
		}
	}
	if n == 0 {
		return due
	}
	return n - 1
}

// cell reads a cell that was opened.
func (x *xlsxRows) cell(r *row, column int) error {
	kind := kindOf(x.attribute("t"))
	style := x.scanner.number("s", 1<<30, 0)
	outside, formula, valued, take := x.depth-1, false, false, false
	x.value = x.value[:0]
	for {
		t, err := x.scanner.next()
		if err != nil {
			return err
		}
		switch {
		case t == words:
			if take && len(x.value) <= maxTag {
				x.value = append(x.value, x.text...)
			}
		case t == closed:
			take = false
			if x.depth == outside {
				if formula && len(x.value) == 0 && !(valued && kind == 't') { // a formula may well give an empty text
					x.notes.noValue(column, r.number)
				}
				return x.put(r, column, kind, style)
			}
		default:
			switch string(x.name) {
			case "v", "t":
				take, valued = true, true
			case "f":
				formula = true
			case "rPh": // how a text is pronounced
				if err := x.pass(); err != nil {
					return err
				}
			}
		}
	}
}

// pass passes over the element that was opened.
func (s *scanner) pass() error {
	for outside := s.depth - 1; ; {
		t, err := s.next()
		if err != nil || t == closed && s.depth == outside {
			return err
		}
	}
}

// kindOf is the first letter of a cell's type, but for the texts of formulas
// and those that stand in the cell.
func kindOf(t []byte) byte {
	switch string(t) {
	case "":
		return 'n'
	case "str":
		return 't'
	case "inlineStr":
		return 'i'
	}
	return t[0]
}

// put writes the value of a cell into its row.
func (x *xlsxRows) put(r *row, column int, kind byte, style int) error {
	if len(x.value) == 0 {
		return nil
	}
	if column >= maxColumns || r.number > maxRows {
		return tooManyCells()
	}
	if !r.room() {
		return nil
	}
	from := len(r.text)
	switch kind {
	case 's':
		i, ok := small(bytes.TrimSpace(x.value))
		if !ok {
			return errXML
		}
		text, err := x.book.texts.get(i)
		if err != nil {
			return err
		}
		r.text = append(r.text, text...)
	case 't', 'i', 'e':
		r.text = appendUnescaped(r.text, x.value)
	case 'b':
		r.text = appendBoolean(r.text, yes(bytes.TrimSpace(x.value)))
	case 'd':
		r.text = appendISO(r.text, bytes.TrimSpace(x.value))
	default:
		value := bytes.TrimSpace(x.value)
		if s := x.shape(style); s != quantity {
			r.text = appendSerial(r.text, value, s, x.book.epoch)
		} else {
			r.text = appendNumber(r.text, value)
		}
	}
	r.put(column, from)
	return nil
}

func (x *xlsxRows) shape(style int) shape {
	if style < len(x.book.shapes) {
		return x.book.shapes[style]
	}
	return quantity
}

func appendBoolean(dst []byte, b bool) []byte {
	if b {
		return append(dst, "true"...)
	}
	return append(dst, "false"...)
}

// appendISO appends a date that is written already: without the midnight and
// the zone that some programs add.
func appendISO(dst, value []byte) []byte {
	value = bytes.TrimSuffix(value, []byte("Z"))
	if dot := bytes.LastIndexByte(value, '.'); dot > 0 && len(bytes.Trim(value[dot+1:], "0")) == 0 {
		value = value[:dot]
	}
	return append(dst, bytes.TrimSuffix(value, []byte("T00:00:00"))...)
}

// appendUnescaped appends a text in which _xHHHH_ stands for the character of
// that number (ECMA-376 part 1, 22.9.2.19): those only that text may hold.
func appendUnescaped(dst, text []byte) []byte {
	for {
		i := bytes.Index(text, []byte("_x"))
		if i < 0 || len(text) < i+7 {
			return append(dst, text...)
		}
		c, ok := hexadecimal(text[i+2 : i+6])
		if !ok || text[i+6] != '_' || c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= 0xd800 && c < 0xe000 {
			dst, text = append(dst, text[:i+2]...), text[i+2:]
			continue
		}
		dst = append(dst, text[:i]...)
		dst = append(dst, string(c)...)
		text = text[i+7:]
	}
}

func hexadecimal(b []byte) (r rune, ok bool) {
	for _, c := range b {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c|' ' >= 'a' && c|' ' <= 'f':
			r = r<<4 | rune(c|' '-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}
