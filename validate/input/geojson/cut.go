package geojson

import (
	"io"

	"github.com/socle-commun/socle/validate"
)

// chunkSize is how much of a file is judged at once, in bytes, unless the
// options say otherwise.
const chunkSize = 256 << 10

// A cutter reads a file from its first item on and cuts it into chunks of whole
// items.
type cutter struct {
	scanner *scanner
	in      io.Reader
	size    int    // of a chunk; a longer item gets a longer one
	limit   int    // bytes of the longest item
	at      place  // of what was not cut yet; its row is that of the next item
	seq     int    // of the next chunk
	carry   []byte // read, and not yet cut
	err     error  // why reading ended: io.EOF, or a fault of the run
	spare   chan []byte

	list  string // that the items are in, as validate.Row.List
	fresh bool   // the next item is the first of the list
	open  bool   // the file ends within an item
	ends  int    // how many items there are at most; 0 for any number
}

// next gives the next chunk; io.EOF behind the last, where carry is what follows
// the items.
func (c *cutter) next() (validate.Chunk, error) {
	buf := c.buffer(max(c.size, len(c.carry)+c.size/2))
	n := copy(buf, c.carry)
	c.carry = c.carry[:0]
	for {
		n = c.fill(buf, n)
		b := buf[:n]
		if white := skipWhite(b, 0); white > 0 { // before an item white space may be as long as it likes
			c.at.move(b[:white])
			n = copy(buf, b[white:])
			if n < len(buf) && c.err == nil {
				continue
			}
			b = buf[:n]
		}
		found := c.cut(b, c.err == io.EOF)
		switch {
		case found.items > 0:
			c.carry = append(c.carry, b[found.size:]...)
			return c.chunk(b[:found.size], found), nil
		case found.why == ended:
			c.carry = append(c.carry, b...)
			return validate.Chunk{}, io.EOF
		case found.why == tooLong:
			return c.skip(b), nil
		case c.err != nil && c.err != io.EOF: // of an item that a fault of the run cut short, nothing can be said
			return validate.Chunk{}, c.err
		}
		buf = c.longer(buf, n)
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

// buffer gives a buffer of at least size bytes, and of no more than twice as many.
func (c *cutter) buffer(size int) []byte {
	select {
	case buf := <-c.spare:
		if cap(buf) >= size {
			return buf[:min(cap(buf), 2*size)]
		}
	default:
	}
	return make([]byte, size)
}

// gentle is from where on buffers grow by half and not by all of their length, in
// bytes: what is read of an item stands there twice while it is copied.
const gentle = 8 << 20

// longer gives a longer buffer with the n bytes that were read.
func (c *cutter) longer(buf []byte, n int) []byte {
	size := 2 * len(buf)
	if len(buf) >= gentle {
		size = len(buf) + len(buf)/2
	}
	size = max(min(size, c.limit+1), len(buf)+c.size)
	if cap(buf) >= size { // it was that of a longer item
		return buf[:size]
	}
	longer := make([]byte, size)
	copy(longer, buf[:n])
	return longer
}

// chunk makes a chunk of whole items and moves on behind it.
func (c *cutter) chunk(b []byte, found cutPoint) validate.Chunk {
	chunk := validate.Chunk{Seq: c.seq, Start: c.at.Position, Bytes: b, List: c.list, First: c.fresh}
	c.fresh = false
	if c.open {
		chunk.Fault = validate.FaultJSONTruncated
	}
	chunk.Free = func() {
		select {
		case c.spare <- b:
		default:
		}
	}
	c.seq++
	c.at.move(b)
	c.at.settle()
	c.at.Row += found.items
	return chunk
}

// A reason is why a cut goes no further.
type reason uint8

const (
	needMore reason = iota // an item goes beyond the bytes at hand
	tooLong                // an item goes beyond all bounds
	ended                  // there is no item any more
)

// A cutPoint is where a buffer can be cut between two items.
type cutPoint struct {
	size, items int // of the whole items before it
	why         reason
}

// cut finds the end of the last whole item in b. last says that the file ends
// there. An item that the file's end cuts short is found by itself.
func (c *cutter) cut(b []byte, last bool) cutPoint {
	var p cutPoint
	for {
		if c.ends > 0 && c.at.Row+p.items > c.ends {
			p.why = ended
			return p
		}
		start := skipWhite(b, p.size)
		g := c.scanner.gap(b, start, c.fresh && p.items == 0)
		if g.from == len(b) {
			if len(b)-start > c.limit {
				p.why = tooLong
			} else if last {
				p.why = ended
			}
			return p
		}
		if c.scanner.layout.listed() && b[g.from] == ']' {
			p.why = ended
			return p
		}
		within := b[:min(len(b), start+c.limit)]
		if g.from >= len(within) {
			p.why = tooLong
			return p
		}
		end, how := c.scanner.item(within, g.from, last && len(within) == len(b))
		switch {
		case how == unsure && len(within) < len(b):
			p.why = tooLong
			return p
		case how == unsure, how == open && p.items > 0:
			return p
		}
		p.size = end
		p.items++
		if how == open {
			c.open = true
			return p
		}
	}
}
