package input

import (
	"bytes"
	"io"
	"iter"

	"golang.org/x/text/encoding/charmap"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/shelf"
)

// csvInput reads delimited text. Chunks are cut by one goroutine and parsed by
// many.
type csvInput struct {
	file    validate.File
	dialect Dialect
	charmap *charmap.Charmap // each byte is a character; nil in UTF-8
	free    freedom
	body    validate.Position // of what follows the header
	cutter  *cutter
	closer  io.Closer
	parsers shelf.Shelf[parser]
}

func (in *csvInput) File() *validate.File { return &in.file }

func (in *csvInput) Close() error { return in.closer.Close() }

// Rows cuts the records of a chunk into cells.
func (in *csvInput) Rows(c validate.Chunk) iter.Seq[*validate.Row] {
	return func(yield func(*validate.Row) bool) {
		c.Start.Char = 1
		row := validate.Row{Pos: c.Start, Single: in.charmap != nil, Cells: make([]validate.Cell, 0, len(in.file.Labels)+1)}
		if c.Fault != 0 {
			row.Record = c.Bytes
			row.Faults = []validate.Fault{{Kind: c.Fault}}
			yield(&row)
			return
		}
		p := in.parser(c.Bytes)
		defer in.parsers.Leave(p)
		for at := 0; at < len(c.Bytes); {
			next := p.row(&row, at)
			if !in.noRow(&row, next-at-len(row.Record)) && !yield(&row) {
				return
			}
			row.Pos.Byte += int64(next - at)
			row.Pos.Line += 1 + row.Inner
			row.Pos.Row++
			at = next
		}
	}
}

// noRow says whether the dialect passes over a record, whose end takes a
// number of bytes.
func (in *csvInput) noRow(row *validate.Row, end int) bool {
	d := &in.dialect
	if d.Doubled && len(row.Record) == 0 && end == len("\r\n") {
		return true
	}
	if d.Comment == "" && d.CommentRows == nil && !d.SkipBlank {
		return false
	}
	return d.passedBy(row.Record, row.Pos.Row) || d.SkipBlank && empty(row.Cells)
}

// linesInside counts the line ends within a record: only quotes, and an escape,
// can hold any.
func (d *Dialect) linesInside(record []byte) int {
	if d.Escape == 0 && (d.Quote == 0 || bytes.IndexByte(record, d.Quote) < 0) {
		return 0
	}
	return validate.Lines(record)
}

// Chunks cuts what follows the header into whole records. It can be read once.
func (in *csvInput) Chunks() iter.Seq2[validate.Chunk, error] {
	return func(yield func(validate.Chunk, error) bool) {
		for !in.file.Empty() {
			chunk, err := in.cutter.next()
			if err == io.EOF || !yield(chunk, err) || err != nil {
				return
			}
		}
	}
}
