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
	ascii   bool // no byte is above 127
	valid   bool // the text is UTF-8
	lost    bool // it holds U+FFFD
	odd     bool // it holds a character that is hidden
	crowded bool // of UTF-8: four bytes in a row, or more, are not plain ASCII
}

// A survey is what one look at a text tells, and the marks that it leaves, so
// that cutting it into cells needs no other look. Its memory is used again.
type survey struct {
	traits
	marks  []uint64 // by scan.Size bytes: the bits of line ends, and of two other bytes
	beyond []uint64 // likewise: the bits of what is not plain ASCII; where a byte is a character
}

// group is how many blocks are looked at together.
const group = 64

// utf8 looks at a text in UTF-8 and marks the bytes a and b.
func (s *survey) utf8(text []byte, a, b byte) {
	s.traits = traits{ascii: true, valid: true}
	s.marks = slices.Grow(s.marks[:0], scan.Count(text))[:scan.Count(text)]
	var blocks [group]scan.Block
	known, before := 0, uint64(0) // behind the last character that was looked at; the odd bytes of the block before
	for at := 0; at < len(text); at += group * scan.Size {
		part := text[at:min(at+group*scan.Size, len(text))]
		scan.Blocks(blocks[:], part, a, b)
		for i := range blocks[:scan.Count(part)] {
			block := &blocks[i]
			s.marks[at/scan.Size+i] = block.Marks
			odd := block.Odd
			if odd != 0 {
				s.crowded = s.crowded || odd&(odd<<1|before>>63)&(odd<<2|before>>62)&(odd<<3|before>>61) != 0
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
	s.marks = slices.Grow(s.marks[:0], scan.Count(text))[:scan.Count(text)]
	s.beyond = slices.Grow(s.beyond[:0], scan.Count(text))[:scan.Count(text)]
	hidden := hiddenBytes[table]
	var blocks [group]scan.Block
	for at := 0; at < len(text); at += group * scan.Size {
		part := text[at:min(at+group*scan.Size, len(text))]
		scan.Blocks(blocks[:], part, a, b)
		for i := range blocks[:scan.Count(part)] {
			odd := blocks[i].Odd
			s.marks[at/scan.Size+i], s.beyond[at/scan.Size+i] = blocks[i].Marks, odd
			for ; odd != 0; odd &= odd - 1 {
				c := part[i*scan.Size+bits.TrailingZeros64(odd)]
				s.ascii = s.ascii && c < utf8.RuneSelf
				s.odd = s.odd || hidden[c]
			}
		}
	}
	s.valid = s.ascii
}

// isPlain says, of a text that was looked at by narrow, whether its bytes from
// one place to another are plain ASCII.
func (s *survey) isPlain(from, to int) bool {
	if from == to {
		return true
	}
	first, last := from/scan.Size, (to-1)/scan.Size
	head, tail := ^uint64(0)<<(from%scan.Size), ^uint64(0)>>(scan.Size-1-(to-1)%scan.Size)
	if first == last {
		return s.beyond[first]&head&tail == 0
	}
	for _, odd := range s.beyond[first+1 : last] {
		if odd != 0 {
			return false
		}
	}
	return s.beyond[first]&head == 0 && s.beyond[last]&tail == 0
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
