package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"

	"github.com/socle-commun/socle/validate"
)

// blockSize is how much memory is taken for texts at a time, in bytes: enough
// for the longest.
const blockSize = 2 * (validate.MaxRecord + 1)

// shared are the texts that the sheets of a workbook refer to by number. They
// are read as far as a sheet has come, and kept: twelve bytes a text besides
// its own.
type shared struct {
	zip    *zip.Reader
	name   string // of the part; "" for none
	part   *part
	in     *scanner
	blocks [][]byte
	places []place
	size   int
	ended  error
}

// A place is where a text stands: its block, and where in it.
type place struct{ block, from, to uint32 }

// get gives the text of a number. It is not to be changed.
func (s *shared) get(i int) ([]byte, error) {
	for i >= len(s.places) {
		if s.ended == nil {
			s.ended = s.read()
		}
		switch {
		case s.ended == io.EOF:
			return nil, fmt.Errorf("there is no shared text %d", i)
		case s.ended != nil:
			return nil, s.ended
		}
	}
	p := s.places[i]
	return s.blocks[p.block][p.from:p.to], nil
}

// read reads the next text.
func (s *shared) read() error {
	if s.in == nil {
		if err := s.open(); err != nil {
			return err
		}
	}
	for {
		t, err := s.in.next()
		if err != nil {
			return err
		}
		if t == opened && string(s.in.name) == "si" {
			return s.text()
		}
	}
}

func (s *shared) open() (err error) {
	if s.part, err = openPart(s.zip, s.name); err != nil {
		return err
	}
	if s.part == nil {
		return io.EOF
	}
	s.in, err = newScanner(s.part)
	return err
}

// text reads a text that was opened: its runs, joined.
func (s *shared) text() error {
	last := len(s.blocks) - 1
	if last < 0 || cap(s.blocks[last])-len(s.blocks[last]) < blockSize/2 {
		s.blocks = append(s.blocks, make([]byte, 0, blockSize))
		last++
	}
	block := s.blocks[last]
	from, outside, take := len(block), s.in.depth-1, false
	for {
		t, err := s.in.next()
		switch {
		case err != nil:
			return cutShort(err)
		case t == words && take:
			room := from + blockSize/2 - len(block)
			block = append(block, s.in.text[:min(len(s.in.text), room)]...)
		case t == closed:
			take = false
		case t == opened && string(s.in.name) == "rPh":
			if err := s.in.pass(); err != nil {
				return cutShort(err)
			}
		case t == opened:
			take = string(s.in.name) == "t"
		}
		if t == closed && s.in.depth == outside {
			break
		}
	}
	if bytes.Contains(block[from:], []byte("_x")) {
		block = append(block[:from], appendUnescaped(nil, block[from:])...)
	}
	s.blocks[last] = block
	s.places = append(s.places, place{uint32(last), uint32(from), uint32(len(block))})
	if s.size += len(block) - from + 12; s.size > maxStrings {
		return failure("too-large-texts", "Ce classeur contient trop de textes différents (plus de %d Mio) : enregistrez la feuille au format CSV UTF-8, qui n'a pas de limite.",
			"This workbook holds too many different texts (more than %d MiB): save the sheet as CSV UTF-8, which has no limit.", maxStrings>>20)
	}
	return nil
}

// drain reads what no sheet has asked for, so that a damage to it is seen.
func (s *shared) drain() error {
	if s.part == nil || s.ended != nil {
		return nil
	}
	_, err := io.Copy(io.Discard, s.part)
	return err
}
