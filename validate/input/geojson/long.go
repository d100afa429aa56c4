package geojson

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// shown is how much of an item that is passed over is kept, in bytes.
const shown = 256

// skip passes over an item that is too long. b is what is read of it.
func (c *cutter) skip(b []byte) validate.Chunk {
	chunk := validate.Chunk{Seq: c.seq, Start: c.at.Position, Bytes: bytes.Clone(b[:min(shown, len(b))]), Fault: validate.FaultTooLong, List: c.list, First: c.fresh}
	s := skipper{scanner: c.scanner, from: c.scanner.gap(b[:min(len(b), c.limit)], 0, c.fresh).from, least: c.limit}
	rest := b
	for read := 0; ; {
		n, done := s.skip(rest, read, c.err != nil)
		c.at.move(rest[:n])
		read += n
		if done || c.err != nil {
			c.carry = append(c.carry, rest[n:]...)
			break
		}
		block := make([]byte, max(64<<10, 2*len(rest[n:])))
		rest = block[:c.fill(block, copy(block, rest[n:]))]
	}
	c.at.settle()
	c.seq, c.fresh = c.seq+1, false
	c.at.Row++
	return chunk
}

// A skipper finds the end of an item without looking back.
type skipper struct {
	scanner *scanner
	from    int // where the item begins, behind what stands before it
	least   int // before which no other item is looked for
	depth   int
	within  bool // a string
	escaped bool
	started bool
	before  byte // the byte read last
}

// skip reads b, which begins at an offset of the item, up to the item's end or to
// the beginning of the next one. It may leave bytes for the next time, unless the
// file ends with b.
func (s *skipper) skip(b []byte, offset int, last bool) (n int, done bool) {
	for i := 0; i < len(b); i++ {
		c := b[i]
		if offset+i < s.from {
			continue
		}
		if s.scanner.layout == Sequence {
			if c == separator && offset+i > s.from {
				return i, true
			}
			continue
		}
		if c == '{' && offset+i >= s.least {
			switch s.begins(b, i, last) {
			case unsure:
				return i, false
			case whole:
				return i, true
			}
		}
		s.before = c
		switch {
		case s.escaped:
			s.escaped = false
		case s.within:
			s.escaped = c == escaping
			s.within = c != '"'
		case c == '"':
			s.within = true
		case classes[c] == opens:
			s.depth++
		case classes[c] == closes:
			s.depth--
		}
		if s.depth <= 0 && !s.within && (s.started || offset+i >= s.least) {
			return i + 1, true
		}
		s.started = s.started || s.depth > 0
	}
	return len(b), false
}

// begins is scanner.begins for a place of which only the byte before is known.
func (s *skipper) begins(b []byte, i int, last bool) ending {
	if s.scanner.layout == Lines && (s.before == '\n' || s.before == '\r') {
		return whole
	}
	marks := scanner{layout: Array, marks: s.scanner.marks}
	return marks.begins(b, i, last)
}
