package input

import (
	"bytes"
	"io"

	"github.com/socle-commun/socle/validate"
)

// shown is how much of a record that is passed over is kept, in bytes.
const shown = 256

// skip passes over a record that is too long: up to the first line end after
// MaxRecord bytes, wherever quotes stand. b is what is read of it.
func (c *cutter) skip(b []byte) validate.Chunk {
	chunk := validate.Chunk{Seq: c.seq, Start: c.at, Bytes: bytes.Clone(b[:shown]), Fault: validate.FaultTooLong}
	var passed passedOver
	passed.count(b[:validate.MaxRecord])
	rest := bytes.Clone(b[validate.MaxRecord:])
	for {
		end := bytes.IndexByte(rest, '\n')
		line := rest
		if end >= 0 {
			line = rest[:end]
		}
		if cr := bytes.IndexByte(line, '\r'); cr >= 0 {
			end = cr
		}
		switch {
		case end < 0:
			passed.count(rest)
			rest = c.more(nil)
		case rest[end] == '\r' && end+1 == len(rest) && c.err == nil: // an LF may follow
			passed.count(rest[:end])
			rest = c.more(rest[end:])
		default:
			if rest[end] == '\r' && end+1 < len(rest) && rest[end+1] == '\n' {
				end++
			}
			passed.count(rest[:end+1])
			c.carry = append(c.carry, rest[end+1:]...)
			c.move(passed.bytes, 1, passed.lines)
			return chunk
		}
		if len(rest) == 0 {
			c.move(passed.bytes, 1, passed.lines+1)
			return chunk
		}
	}
}

// more reads on, behind the bytes that are kept. It gives nothing at the end.
func (c *cutter) more(kept []byte) []byte {
	if c.err == io.EOF && len(kept) == 0 {
		return nil
	}
	block := make([]byte, 64<<10)
	return block[:c.fill(block, copy(block, kept))]
}

// passedOver counts what is passed over, part by part.
type passedOver struct {
	bytes, lines int
	cr           bool // the last byte was a CR
}

func (p *passedOver) count(part []byte) {
	if len(part) == 0 {
		return
	}
	p.lines += validate.Lines(part)
	if p.cr && part[0] == '\n' {
		p.lines-- // one line end in two parts
	}
	p.cr = part[len(part)-1] == '\r'
	p.bytes += len(part)
}
