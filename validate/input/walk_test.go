package input

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/socle-commun/socle/validate"
)

// byRecord cuts a text as records and cells are defined, without marks.
func byRecord(in *csvInput, b []byte) (rows []validate.Row, at cutPoint) {
	for at.size < len(b) {
		end, next, found := in.dialect.record(b[at.size:], true)
		row := validate.Row{Record: b[at.size : at.size+end], Inner: in.dialect.linesInside(b[at.size : at.size+end])}
		p := in.parser(b)
		p.cut(&row, found)
		p.finish(&row, at.size)
		rows = append(rows, row)
		at.rows++
		at.lines += 1 + row.Inner
		at.size += next
	}
	return rows, at
}

// byMarks cuts a text as Rows does.
func byMarks(in *csvInput, b []byte) (rows []validate.Row) {
	p := in.parser(b)
	row := validate.Row{Cells: make([]validate.Cell, 0, 3)}
	for at := 0; at < len(b); {
		at = p.row(&row, at)
		copied := row
		copied.Faults, copied.Cells = slices.Clone(row.Faults), slices.Clone(row.Cells)
		for c := range copied.Cells {
			copied.Cells[c].Raw = bytes.Clone(row.Cells[c].Raw)
		}
		rows = append(rows, copied)
	}
	return rows
}

// Going from mark to mark gives the rows, and the number of lines, that looking
// at every byte gives.
func FuzzWalk(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add([]byte(s), byte(','), byte('"'), false, 1)
		f.Add([]byte(s), byte(';'), byte('\''), true, 70)
	}
	for _, s := range []string{
		"a,\"b\",c\n", "\"a\nb\",c\r\nd\r", "\"a\"b,c\n\"d\ne\"f,g\n", "a,b\"\n\"\"\",\"c\"\n", "\"a\"\"b\",\"\"\n\n\r\n\r", "\"", "a,\"b\"",
		"\"a\r\nb\rc\nd\",\"e\n", strings.Repeat("x", 63) + ",\"" + strings.Repeat("\"\"", 64) + "\"\r\n,",
	} {
		f.Add([]byte(s), byte(','), byte('"'), false, 0)
	}
	f.Fuzz(func(t *testing.T, content []byte, delimiter, quote byte, narrow bool, padding int) {
		if !strings.ContainsRune(",;\t|:", rune(delimiter)) || !strings.ContainsRune("\x00\"'", rune(quote)) || padding < 0 || padding > 200 {
			return
		}
		in := opened(t, "a,b\n", Options{Dialect: &Dialect{Delimiter: delimiter, Quote: quote}}).(*csvInput)
		in.dialect.Delimiter, in.dialect.Quote = delimiter, quote
		if narrow {
			in.charmap = charmaps[Windows1252]
		}
		content = append(bytes.Repeat([]byte{'x'}, padding), content...)
		want, at := byRecord(in, content)
		same := cmp.Options{cmpopts.IgnoreUnexported(validate.Row{}), cmpopts.EquateEmpty()}
		if diff := cmp.Diff(want, byMarks(in, content), same); diff != "" {
			t.Errorf("%q (-by bytes +by marks)\n%s", content, diff)
		}
		c := cutter{dialect: in.dialect, in: io.MultiReader()}
		if diff := cmp.Diff(at, c.cut(content, true), cmp.AllowUnexported(cutPoint{}), cmpopts.IgnoreFields(cutPoint{}, "why")); diff != "" {
			t.Errorf("%q (-by bytes +by marks)\n%s", content, diff)
		}
	})
}
