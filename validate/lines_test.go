package validate

import (
	"bytes"
	"iter"
	"testing"

	"github.com/socle-commun/socle/schemas"
)

// lines is an input of the tests' own: a row a line, a cell a byte.
type lines struct {
	chunks iter.Seq2[Chunk, error]
}

func (in *lines) File() *File {
	return &File{Path: "lines", HeaderRow: 1, Labels: []string{"a", "b", "c"}, Header: Position{Line: 1, Row: 1}}
}
func (in *lines) Chunks() iter.Seq2[Chunk, error] { return in.chunks }
func (in *lines) Close() error                    { return nil }

func (in *lines) Rows(c Chunk) iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		row := Row{Pos: c.Start}
		for line := range bytes.Lines(c.Bytes) {
			line = bytes.TrimRight(line, "\n")
			row.Record, row.Cells = line, row.Cells[:0]
			for i := range line {
				row.Cells = append(row.Cells, Cell{Raw: line[i : i+1], Column: i, Start: i})
			}
			if !yield(&row) {
				return
			}
			row.Pos.Row++
			row.Pos.Line++
			row.Pos.Byte += int64(len(line)) + 1
		}
	}
}

// chunksOf cuts rows into chunks of the given numbers of rows.
func chunksOf(rows []string, sizes ...int) []Chunk {
	var chunks []Chunk
	at := Position{Line: 2, Row: 2}
	for _, n := range sizes {
		c := Chunk{Seq: len(chunks), Start: at}
		for _, row := range rows[:n] {
			c.Bytes = append(append(c.Bytes, row...), '\n')
		}
		rows = rows[n:]
		at.Row, at.Line, at.Byte = at.Row+n, at.Line+n, at.Byte+int64(len(c.Bytes))
		chunks = append(chunks, c)
	}
	return chunks
}

// lineChecks find an error in each x, a warning in each y, and each z but the
// first, twice.
var lineChecks = []*Check{
	{Code: "x", Severity: Error, On: Valid, Cell: func(*schemas.Field) func(*Pass, *Cell) {
		return func(p *Pass, c *Cell) {
			if c.Raw[0] == 'x' {
				p.Fault(c)
			}
		}
	}},
	{Code: "y", Severity: Warning, Strict: Error, Row: func(*schemas.Schema) func(*Pass, *Row) {
		return func(p *Pass, r *Row) {
			for i := range r.Cells {
				if r.Cells[i].Raw[0] == 'y' {
					p.FaultAt(i, r.Cells[i].Field.Index).With("row", "y")
				}
			}
		}
	}},
	{Code: "z", Severity: Notice, Table: func(*schemas.Schema) State { return &zeds{} }},
	{Code: "zz", Severity: Notice, Table: func(*schemas.Schema) State { return &zeds{} }},
}

// zeds remembers the rows that hold a z; sealed, whether there was one.
type zeds struct {
	At           []Position
	sealed, seen bool
}

func (s *zeds) Row(r *Row) {
	if bytes.IndexByte(r.Record, 'z') >= 0 {
		s.At = append(s.At, r.Pos)
	}
}

func (s *zeds) Seal(*Pass) { s.sealed = true }

func (s *zeds) Merge(p *Pass, next State) {
	for _, at := range next.(*zeds).At {
		switch {
		case !s.sealed:
			s.At = append(s.At, at)
		case s.seen:
			p.LateFault(at, -1, -1)
		default:
			s.seen = true
		}
	}
}

func (s *zeds) Finish(p *Pass) {
	if s.seen {
		p.FileFault(Warning, -1, -1).With("seen", "true")
	}
}

func lineJob(t testing.TB, o Options) (*Job, *lines) {
	in := &lines{}
	return Compile(named(t, "a", "b", "c"), lineChecks, o).For(in.File()), in
}
