package input

import (
	"bytes"
	"io"
	"iter"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
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
		for b := c.Bytes; len(b) > 0; {
			end, next, found := p.dialect.record(b, true)
			row.Inner = p.dialect.linesInside(b[:end])
			p.parse(&row, b[:end], found)
			if !in.noRow(&row, next-end) && !yield(&row) {
				return
			}
			row.Pos.Byte += int64(next)
			row.Pos.Line += 1 + row.Inner
			row.Pos.Row++
			b = b[next:]
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

// A parser makes the rows of one chunk.
type parser struct {
	in      *csvInput
	dialect Dialect // without quotes where the chunk holds none: that is less to look for
	plain   bool    // the cells are text as they stand
	lossy   bool    // some cell of the chunk holds U+FFFD
	odd     bool    // some cell of the chunk holds what nobody sees
	scratch []byte
}

// parser gives a parser for some records, by one look at them.
func (in *csvInput) parser(b []byte) parser {
	p := parser{in: in, dialect: in.dialect}
	if bytes.IndexByte(b, in.dialect.Quote) < 0 {
		p.dialect.Quote = 0
	}
	if in.charmap != nil {
		t := surveyBytes(b, in.charmap)
		p.plain, p.odd = t.ascii, t.odd
		return p
	}
	t := surveyUTF8(b)
	p.plain, p.lossy, p.odd = t.valid && (!in.file.Doubtful || t.ascii), t.lost, t.odd || !t.valid
	return p
}

// replacement is U+FFFD in UTF-8.
var replacement = []byte("\ufffd")

// parse fills row from a record. The row's cells are part of the record or of
// the parser's scratch space: both hold until the next call.
func (p *parser) parse(row *validate.Row, record []byte, found cutting) {
	row.Record, row.Faults = record, row.Faults[:0]
	row.Cells, p.scratch = row.Cells[:0], p.scratch[:0]
	row.Accented = false
	if len(record) == 0 {
		return
	}
	d := &p.dialect
	if d.Wrapped {
		row.Cells, p.scratch = d.cells(record, p.scratch, row.Cells)
	} else {
		row.Cells, p.scratch = d.split(record, p.scratch, row.Cells)
	}
	if d.Quote != 0 && bytes.IndexByte(record, d.Quote) >= 0 {
		p.noteQuotes(row, found)
	}
	if null := d.Null; null != "" {
		for c := range row.Cells {
			if string(row.Cells[c].Raw) == null {
				row.Cells[c].Raw = nil
			}
		}
	}
	if !p.plain {
		p.decode(row)
	}
	if p.lossy {
		p.noteLosses(row)
	}
	if p.odd {
		p.noteOdd(row)
	}
}

// noteOdd notes the cells that hold characters which nobody sees.
func (p *parser) noteOdd(row *validate.Row) {
	for c := range row.Cells {
		if holdsOdd(row.Cells[c].Raw) {
			row.Faults = append(row.Faults, validate.Fault{Kind: validate.FaultControl, Column: c})
		}
	}
}

// noteLosses notes the cells in which characters were lost before.
func (p *parser) noteLosses(row *validate.Row) {
	for c := range row.Cells {
		if bytes.Contains(row.Cells[c].Raw, replacement) {
			row.Faults = append(row.Faults, validate.Fault{Kind: validate.FaultReplaced, Column: c})
		}
	}
}

// decode turns the cells of a row into UTF-8, noting those whose bytes are
// not of the file's encoding: they are read as Windows-1252.
func (p *parser) decode(row *validate.Row) {
	for c := range row.Cells {
		cell := &row.Cells[c]
		if text.IsASCII(cell.Raw) {
			continue
		}
		table := p.in.charmap
		if table == nil {
			if utf8.Valid(cell.Raw) {
				row.Accented = true
				continue
			}
			row.Faults = append(row.Faults, validate.Fault{Kind: validate.FaultEncoding, Column: c})
			table = charmaps[Windows1252]
		}
		start := len(p.scratch)
		p.scratch = text.AppendNarrow(p.scratch, cell.Raw, table)
		cell.Raw = p.scratch[start:len(p.scratch):len(p.scratch)]
	}
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
