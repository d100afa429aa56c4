package input

import (
	"io"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input/scan"
)

// chunkSize is how much of a file is judged at once, in bytes, unless the
// options say otherwise.
const chunkSize = 512 << 10

// A cutter reads a file and cuts it into chunks of whole records.
type cutter struct {
	dialect Dialect
	in      io.Reader
	size    int               // of a chunk; a longer record gets a longer one
	at      validate.Position // of the next record
	seq     int
	carry   []byte      // read, and not yet cut
	err     error       // why reading ended: io.EOF, or a fault of the run
	spare   chan []byte // buffers that were given back
}

// next gives the next chunk; io.EOF after the last.
func (c *cutter) next() (validate.Chunk, error) {
	buf := c.buffer(max(c.size, len(c.carry)+c.size/2))
	n := copy(buf, c.carry)
	c.carry = c.carry[:0]
	for {
		n = c.fill(buf, n)
		if n == 0 {
			return validate.Chunk{}, c.err
		}
		found := c.cut(buf[:n], c.err == io.EOF)
		switch {
		case found.size > 0:
			c.carry = append(c.carry, buf[found.size:n]...)
			return c.chunk(buf, found), nil
		case found.why == tooLong:
			return c.skip(buf[:n]), nil
		case c.err != nil: // of a record that a fault of the run cut short, nothing can be said
			return validate.Chunk{}, c.err
		}
		longer := make([]byte, 2*len(buf))
		copy(longer, buf[:n])
		buf = longer
	}
}

// fill reads until the buffer is full or reading ends.
func (c *cutter) fill(buf []byte, n int) int {
	for n < len(buf) && c.err == nil {
		m, err := c.in.Read(buf[n:])
		n += m
		if err != nil {
			c.err = err
		}
	}
	return n
}

// chunk makes a chunk of whole records and moves on behind it.
func (c *cutter) chunk(buf []byte, found cutPoint) validate.Chunk {
	chunk := validate.Chunk{Seq: c.seq, Start: c.at, Bytes: buf[:found.size]}
	chunk.Free = func() {
		select {
		case c.spare <- buf:
		default:
		}
	}
	c.move(found.size, found.rows, found.lines)
	return chunk
}

func (c *cutter) move(bytes, rows, lines int) {
	c.seq++
	c.at.Byte += int64(bytes)
	c.at.Row += rows
	c.at.Line += lines
}

// buffer gives a buffer of at least size bytes.
func (c *cutter) buffer(size int) []byte {
	select {
	case buf := <-c.spare:
		if len(buf) >= size && len(buf) <= 2*size {
			return buf
		}
	default:
	}
	return make([]byte, size)
}

// A cutPoint is where a buffer can be cut between two records.
type cutPoint struct {
	size, rows, lines int // of the whole records before it
	why               cutting
}

// cut finds the last end of a record in b. last says that the file ends there.
func (c *cutter) cut(b []byte, last bool) cutPoint {
	var p cutPoint
	for p.size < len(b) {
		if !c.dialect.unusual() {
			p = c.dialect.tally(b, p)
			if p.size == len(b) {
				break
			}
		}
		end, next, found := c.dialect.record(b[p.size:], last)
		if found == needMore || found == tooLong {
			p.why = found
			break
		}
		p.rows++
		p.lines++
		p.lines += c.dialect.linesInside(b[p.size : p.size+end])
		p.size += next
	}
	return p
}

// tally moves on behind whole records that are plain to see. It comes to what
// record comes to.
func (d *Dialect) tally(b []byte, p cutPoint) cutPoint {
	b = b[p.size:min(len(b), p.size+validate.MaxRecord)]
	if n := len(b); n > 0 && b[n-1] == '\r' {
		b = b[:n-1] // LF may follow
	}
	t := scan.NewTally(d.Quote != 0)
	for size := 4 * scan.Size; t.Seen < len(b); size *= 4 { // little is looked at in vain where a quote is soon met that is not plain
		if !t.Add(b[t.Seen:min(len(b), t.Seen+size)], d.Delimiter, d.Quote) {
			break
		}
	}
	p.size += t.Last
	p.rows += t.Rows
	p.lines += t.Lines - validate.Lines(b[t.Last:t.Seen])
	return p
}
