package sheet

import (
	"bytes"
	"io"
	"strconv"
)

// odsRows reads the rows of one table.
type odsRows struct {
	*scanner
	part    *part // nil where it is another's
	notes   *notes
	outside int // depth behind the table's end
	ended   bool
	number  int // of the row before
	repeat  int // how often the row before stands there still
	columns int // that the table has declared
	cell    odsCell
}

// An odsCell is what a cell holds, while it is read.
type odsCell struct {
	kind    string
	value   []byte // as the machine has it
	text    []byte // as it is displayed
	filled  bool   // a paragraph was met
	formula bool
}

// Close closes the part.
func (o *odsRows) Close() error {
	if o.part == nil {
		return nil
	}
	return o.part.Close()
}

// next reads the next row that holds something; io.EOF behind the last. A row
// that repeats is the one that was filled before.
func (o *odsRows) next(r *row) error {
	if o.repeat > 0 {
		o.repeat--
		o.number++
		r.number = o.number
		return nil
	}
	for !o.ended {
		t, err := o.scanner.next()
		switch {
		case err != nil:
			return cutShort(err)
		case t == closed && o.depth == o.outside:
			o.ended = true
		case t != opened:
		case string(o.name) == "table-column":
			o.column()
		case string(o.name) == "table-row":
			if err := o.row(r); err != nil {
				return cutShort(err)
			}
			if r.width() > 0 {
				return nil
			}
			o.number += o.repeat
			o.repeat = 0
		case aside(o.name):
			if err := o.pass(); err != nil {
				return cutShort(err)
			}
		}
	}
	if o.part == nil {
		return io.EOF
	}
	if _, err := io.Copy(io.Discard, o.part); err != nil { // for its checksum
		return err
	}
	return io.EOF
}

func (o *odsRows) column() {
	from := o.columns
	o.columns = min(from+o.scanner.number("table:number-columns-repeated", maxColumns, 1), maxColumns)
	if hides(o.attribute("table:visibility")) {
		o.notes.hideColumns(from+1, o.columns)
	}
}

func hides(visibility []byte) bool {
	return string(visibility) == "collapse" || string(visibility) == "filter"
}

// row reads the cells of a row that was opened.
func (o *odsRows) row(r *row) error {
	o.number++
	r.reset(o.number)
	o.repeat = max(o.scanner.number("table:number-rows-repeated", 1<<30, 1), 1) - 1
	r.hidden = hides(o.attribute("table:visibility"))
	outside, column := o.depth-1, 0
	for {
		t, err := o.scanner.next()
		switch {
		case err != nil:
			return err
		case t == closed && o.depth == outside:
			return nil
		case t != opened:
		case string(o.name) == "table-cell":
			n, err := o.read(r, column)
			if err != nil {
				return err
			}
			column += n
		case string(o.name) == "covered-table-cell": // merged into another
			column += o.scanner.number("table:number-columns-repeated", 1<<30, 1)
			if err := o.pass(); err != nil {
				return err
			}
		}
		column = min(column, 1<<30)
	}
}

// read reads a cell that was opened, and says how many columns it takes.
func (o *odsRows) read(r *row, column int) (int, error) {
	repeat := o.scanner.number("table:number-columns-repeated", 1<<30, 1)
	o.span(column, r.number)
	c := &o.cell
	c.kind = string(o.attribute("office:value-type"))
	c.formula = o.attribute("table:formula") != nil
	c.text, c.filled = c.text[:0], false
	c.value = append(c.value[:0], o.attribute(valueOf(c.kind))...)
	for outside := o.depth - 1; ; {
		t, err := o.scanner.next()
		switch {
		case err != nil:
			return 0, err
		case t == closed && o.depth == outside:
			return repeat, o.put(r, column, repeat)
		case t == opened && string(o.name) == "p":
			err = o.paragraph()
		case t == opened: // a comment, a drawing
			err = o.pass()
		}
		if err != nil {
			return 0, err
		}
	}
}

// span notes a cell that others are merged into.
func (o *odsRows) span(column, row int) {
	across := o.scanner.number("table:number-columns-spanned", maxColumns, 1)
	down := o.scanner.number("table:number-rows-spanned", maxRows, 1)
	if across > 1 || down > 1 {
		o.notes.merge(columnName(column) + strconv.Itoa(row) + ":" + columnName(column+across-1) + strconv.Itoa(row+down-1))
	}
}

// valueOf names the attribute that holds the value of a type.
func valueOf(kind string) string {
	switch kind {
	case "date", "time", "boolean", "string":
		return "office:" + kind + "-value"
	}
	return "office:value"
}

// paragraph reads a paragraph that was opened, behind those before.
func (o *odsRows) paragraph() error {
	c := &o.cell
	if c.filled {
		c.text = append(c.text, '\n')
	}
	c.filled = true
	start, outside := len(c.text), o.depth-1
	for {
		t, err := o.scanner.next()
		switch {
		case err != nil:
			return err
		case len(c.text) > maxTag: // more than is judged
			if t == closed && o.depth == outside {
				return nil
			}
		case t == words:
			c.text = appendCollapsed(c.text, o.text, start)
		case t == closed:
			if o.depth == outside {
				return nil
			}
		default:
			switch string(o.name) {
			case "s":
				c.text = append(c.text, bytes.Repeat([]byte{' '}, o.scanner.number("text:c", 1000, 1))...)
			case "tab":
				c.text = append(c.text, '\t')
			case "line-break":
				c.text = append(c.text, '\n')
			case "note", "annotation", "ruby-text":
				if err := o.pass(); err != nil {
					return err
				}
			}
		}
	}
}

// appendCollapsed appends a text in which spaces and line ends in a row are
// one space, and none at the start of a paragraph (ODF 1.3 part 3, 6.1.2).
func appendCollapsed(dst, text []byte, start int) []byte {
	for _, b := range text {
		if b == '\n' || b == '\t' || b == '\r' {
			b = ' '
		}
		if b == ' ' && (len(dst) == start || dst[len(dst)-1] == ' ') {
			continue
		}
		dst = append(dst, b)
	}
	return dst
}

// put writes the value of a cell into its row, as often as it repeats.
func (o *odsRows) put(r *row, column, repeat int) error {
	c := &o.cell
	if len(c.value) == 0 && len(c.text) == 0 {
		if c.formula && c.kind == "" {
			o.notes.noValue(column, r.number)
		}
		return nil
	}
	if column+repeat > maxColumns || r.number > maxRows {
		return tooManyCells()
	}
	if !r.room() {
		return nil
	}
	from := len(r.text)
	switch {
	case c.kind == "string" || len(c.value) == 0:
		if c.filled && len(c.text) > 0 {
			r.text = append(r.text, c.text...)
		} else {
			r.text = append(r.text, c.value...)
		}
	case c.kind == "date":
		r.text = appendISO(r.text, c.value)
	case c.kind == "time":
		r.text = appendDuration(r.text, c.value)
	case c.kind == "boolean":
		r.text = appendBoolean(r.text, yes(c.value))
	default:
		r.text = appendNumber(r.text, c.value)
	}
	for i := range repeat {
		r.put(column+i, from)
	}
	return nil
}

// appendDuration appends a time of day such as PT08H30M00S; what is no such
// time stays as it is.
func appendDuration(dst, value []byte) []byte {
	rest, ok := bytes.CutPrefix(value, []byte("P"))
	hours, ms, inTime := int64(0), int64(0), false
	for ok && len(rest) > 0 {
		if rest[0] == 'T' && !inTime {
			rest, inTime = rest[1:], true
			continue
		}
		n := bytes.IndexFunc(rest, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
		if n <= 0 || n > 9+4 {
			return append(dst, value...)
		}
		v, err := strconv.ParseFloat(string(rest[:n]), 64)
		unit := rest[n]
		rest = rest[n+1:]
		switch {
		case err != nil:
			return append(dst, value...)
		case unit == 'D' && !inTime:
			hours += int64(v) * 24
		case unit == 'H' && inTime:
			hours += int64(v)
		case unit == 'M' && inTime:
			ms += int64(v) * 60000
		case unit == 'S' && inTime:
			ms += int64(v*1000 + 0.5)
		default:
			return append(dst, value...)
		}
	}
	if !ok || !inTime {
		return append(dst, value...)
	}
	return appendClock(dst, hours, ms)
}
