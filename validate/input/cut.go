package input

import (
	"io"
	"slices"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input/scan"
)

// chunkSize is how much of a file is judged at once, in bytes, unless the
// options say otherwise.
const chunkSize = 256 << 10

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
	marks   []uint64    // of the buffer that is cut
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
	w, plain := c.walk(b)
	for p.size < len(b) {
		if plain {
			if l, ok := c.dialect.skim(&w, p.size); ok {
				p.rows++
				p.lines += 1 + l.inner
				p.size = l.next
				continue
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
		w.seek(p.size)
	}
	return p
}

// walk marks the line ends and quotes of b. It is not plain where records end by
// other rules than skim knows.
func (c *cutter) walk(b []byte) (w walk, plain bool) {
	if c.dialect.unusual() {
		return walk{}, false
	}
	quote := c.dialect.Quote
	if quote == 0 {
		quote = '\n'
	}
	c.marks = slices.Grow(c.marks[:0], scan.Count(b))[:scan.Count(b)]
	var blocks [group]scan.Block
	for at := 0; at < len(b); at += group * scan.Size {
		part := b[at:min(at+group*scan.Size, len(b))]
		scan.Blocks(blocks[:], part, quote, quote)
		for i := range blocks[:scan.Count(part)] {
			c.marks[at/scan.Size+i] = blocks[i].Marks
		}
	}
	w = walk{text: b, marks: c.marks}
	w.seek(0)
	return w, true
}
