package rejects

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/text"
)

// A table is written as CSV, in UTF-8 with commas and LF. Its first error is
// that of flush.
type table struct {
	to  io.Writer // nil where nobody wants it
	out *bufio.Writer
}

// row writes a row behind its number and the reasons why it is rejected.
func (t *table) row(n int, reasons []string, cells [][]byte) {
	front := [][]byte{strconv.AppendInt(nil, int64(n), 10), []byte(strings.Join(reasons, " ; "))}
	t.write(append(front, cells...), true)
}

// write writes a record. safe puts an apostrophe before what a spreadsheet
// would take for a formula.
func (t *table) write(cells [][]byte, safe bool) {
	if t.to == nil {
		return
	}
	for i, cell := range cells {
		if i > 0 {
			t.out.WriteByte(',')
		}
		if !utf8.Valid(cell) {
			cell = bytes.ToValidUTF8(cell, []byte("\ufffd")) // of a record that was passed over
		}
		if safe && text.IsFormula(cell) {
			cell = append([]byte{'\''}, cell...)
		}
		t.cell(cell, len(cells) == 1)
	}
	t.out.WriteByte('\n')
}

// cell writes a cell, in quotes where it needs them. An empty one that is
// alone in its row needs them too, lest the row be a blank line.
func (t *table) cell(cell []byte, alone bool) {
	if !bytes.ContainsAny(cell, ",\"\r\n") && (len(cell) > 0 || !alone) {
		t.out.Write(cell)
		return
	}
	t.out.WriteByte('"')
	for {
		i := bytes.IndexByte(cell, '"')
		if i < 0 {
			break
		}
		t.out.Write(cell[:i+1])
		t.out.WriteByte('"')
		cell = cell[i+1:]
	}
	t.out.Write(cell)
	t.out.WriteByte('"')
}

// flush writes what is left.
func (t *table) flush() error {
	if t.to == nil {
		return nil
	}
	return t.out.Flush()
}
