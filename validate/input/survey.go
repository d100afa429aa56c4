package input

import (
	"math/bits"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input/scan"
)

// traits are what one look at a text tells, so that clean cells need none.
type traits struct {
	ascii bool // no byte is above 127
	valid bool // the text is UTF-8
	lost  bool // it holds U+FFFD
	odd   bool // it holds a character that is hidden
}

// A survey is what one look at a text tells, and the marks that it leaves, so
// that cutting it into cells needs no other look. Its memory is used again.
type survey struct {
	traits
	marks  []uint64 // by scan.Size bytes: the bits of line ends, and of two other bytes
	beyond []uint64 // likewise: the bits of what is not plain ASCII
	crowds []bool   // likewise: perhaps two characters side by side are not plain ASCII
}

// group is how many blocks are looked at together.
const group = 64

// utf8 looks at a text in UTF-8 and marks the bytes a and b.
func (s *survey) utf8(text []byte, a, b byte) {
	s.traits = traits{ascii: true, valid: true}
	s.grow(scan.Count(text))
	var blocks [group]scan.Block
	known, before := 0, uint64(0) // behind the last character that was looked at; the odd bytes of the block before
	for at := 0; at < len(text); at += group * scan.Size {
		part := text[at:min(at+group*scan.Size, len(text))]
		scan.Blocks(blocks[:], part, a, b)
		for i := range blocks[:scan.Count(part)] {
			block := &blocks[i]
			odd := block.Odd
			s.marks[at/scan.Size+i] = block.Marks
			s.crowds[at/scan.Size+i] = odd&(odd<<1|before>>63)&(odd<<2|before>>62)&(odd<<3|before>>61) != 0
			if odd != 0 {
				known = s.block(text, at+i*scan.Size, known, block)
			}
			before = odd
		}
	}
}

// block looks at the odd bytes of the block that starts at a place of the text,
// those before known excepted. It gives where known is now.
func (s *survey) block(text []byte, at, known int, block *scan.Block) int {
	odd := block.Odd
	if known > at {
		odd &^= 1<<(known-at) - 1
	}
	if lead := block.Lead & odd; lead>>63 == 0 && odd == lead|lead<<1 && block.Next&(lead<<1) == lead<<1 {
		s.ascii = s.ascii && odd == 0 // letters of French alone
		return known
	}
	for odd != 0 {
		i := bits.TrailingZeros64(odd)
		size := s.take(text[at+i:])
		known = at + i + size
		if i+size >= scan.Size {
			break
		}
		odd &^= 1<<(i+size) - 1
	}
	return known
}

// narrow looks at a text each of whose bytes is a character: valid says that it
// is UTF-8 as it stands.
func (s *survey) narrow(text []byte, table *charmap.Charmap, a, b byte) {
	s.traits = traits{ascii: true}
	s.grow(scan.Count(text))
	before := uint64(0)
	hidden := hiddenBytes[table]
	var blocks [group]scan.Block
	for at := 0; at < len(text); at += group * scan.Size {
		part := text[at:min(at+group*scan.Size, len(text))]
		scan.Blocks(blocks[:], part, a, b)
		for i := range blocks[:scan.Count(part)] {
			odd := blocks[i].Odd
			s.marks[at/scan.Size+i], s.beyond[at/scan.Size+i] = blocks[i].Marks, odd
			s.crowds[at/scan.Size+i] = odd&(odd<<1|before>>63) != 0
			before = odd
			for ; odd != 0; odd &= odd - 1 {
				c := part[i*scan.Size+bits.TrailingZeros64(odd)]
				s.ascii = s.ascii && c < utf8.RuneSelf
				s.odd = s.odd || hidden[c]
			}
		}
	}
	s.valid = s.ascii
}

// grow makes room for what is told of a number of blocks.
func (s *survey) grow(n int) {
	s.marks = slices.Grow(s.marks[:0], n)[:n]
	s.beyond = slices.Grow(s.beyond[:0], n)[:n]
	s.crowds = slices.Grow(s.crowds[:0], n)[:n]
}

// next gives the first place between two at which a byte is not plain ASCII, or
// to where there is none.
func (s *survey) next(from, to int) int {
	for from < to {
		if set := s.beyond[from/scan.Size] >> (from % scan.Size); set != 0 {
			return min(from+bits.TrailingZeros64(set), to)
		}
		from += scan.Size - from%scan.Size
	}
	return to
}

// sparse says that from one place to another no two characters side by side are
// beyond ASCII.
func (s *survey) sparse(from, to int) bool {
	for _, crowded := range s.crowds[from/scan.Size : (to+scan.Size-1)/scan.Size] {
		if crowded {
			return false
		}
	}
	return true
}

// take notes the character that b starts with, and gives its bytes.
func (t *traits) take(b []byte) int {
	if c := b[0]; c < utf8.RuneSelf {
		t.odd = t.odd || validate.Hidden(rune(c))
		return 1
	}
	t.ascii = false
	r, size := utf8.DecodeRune(b)
	switch {
	case r == utf8.RuneError && size == 1:
		t.valid = false
	case r == utf8.RuneError:
		t.lost = true
	case validate.Hidden(r):
		t.odd = true
	}
	return size
}

// hiddenBytes says for the encodings in which each byte is a character which
// of the bytes are hidden.
var hiddenBytes = func() map[*charmap.Charmap]*[256]bool {
	tables := map[*charmap.Charmap]*[256]bool{}
	for _, table := range charmaps {
		var hidden [256]bool
		for c := range hidden {
			hidden[c] = validate.Hidden(table.DecodeByte(byte(c)))
		}
		tables[table] = &hidden
	}
	return tables
}()

// holdsOdd says whether a cell in UTF-8 holds a character that nobody sees.
func holdsOdd(cell []byte) bool {
	for i := 0; i < len(cell); {
		if c := cell[i]; c >= ' ' && c < 0x7f {
			i++
			continue
		}
		var t traits
		i += t.take(cell[i:])
		if t.odd {
			return true
		}
	}
	return false
}
