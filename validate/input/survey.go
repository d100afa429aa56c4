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
	ascii  bool // no byte is above 127
	valid  bool // the text is UTF-8
	lost   bool // it holds U+FFFD
	hidden bool // it holds a character that nobody sees
}

// A survey is what one look at a text tells, and the marks that it leaves, so
// that cutting it into cells needs no other look. Its memory is used again.
type survey struct {
	traits
	marks   []uint32   // the places of separators, quotes and line ends
	odd     []scan.Odd // by block, of a text each of whose bytes is a character
	crowds  []bool     // by block: perhaps two characters side by side are not plain ASCII
	crowded bool       // in some block
}

// group is how many blocks are looked at together.
const group = 64

// utf8 looks at a text in UTF-8 and marks its cells.
func (s *survey) utf8(text []byte, separator, quote byte) {
	s.traits = traits{ascii: true, valid: true}
	s.grow(scan.Count(text))
	var odd [group]scan.Odd
	known, letters := 0, uint64(0) // behind the last character that was looked at; of French
	for at := 0; at < len(text); at += group * scan.Size {
		part := text[at:min(at+group*scan.Size, len(text))]
		s.marks = scan.Text(s.marks, odd[:], part, at, separator, quote)
		for i := range odd[:scan.Count(part)] {
			letters |= odd[i].All &^ odd[i].Strange
			if odd[i].Strange != 0 {
				known = s.strange(text, at+i*scan.Size, known, odd[i])
			}
		}
	}
	s.ascii = s.ascii && letters == 0
}

// strange looks at what is strange in the block that starts at a place of the
// text, what stands before known excepted. It gives where known is now.
func (s *survey) strange(text []byte, at, known int, odd scan.Odd) int {
	all, strange := odd.All, odd.Strange
	if isCrowd(all) || all>>63 != 0 && isCrowd(all>>60|beyond(text[at+scan.Size:])<<4) {
		s.crowds[at/scan.Size], s.crowded = true, true
	}
	if known > at {
		strange &^= 1<<(known-at) - 1
	}
	if strange>>62 == 2 && text[at+62] == 0xc3 {
		strange &^= 1 << 63 // the end of a letter that is not strange
	}
	for strange != 0 {
		i := bits.TrailingZeros64(strange)
		size := s.take(text[at+i:])
		known = at + i + size
		if i+size >= scan.Size {
			break
		}
		strange &^= 1<<(i+size) - 1
	}
	return known
}

// isCrowd says whether four bytes side by side are not plain: fewer hold no two
// characters.
func isCrowd(odd uint64) bool { return odd&(odd<<1)&(odd<<2)&(odd<<3) != 0 }

// beyond has a bit for each of the first bytes of a text that are beyond ASCII,
// up to three.
func beyond(text []byte) (set uint64) {
	for i := 0; i < min(len(text), 3) && text[i] >= utf8.RuneSelf; i++ {
		set |= 1 << i
	}
	return set
}

// narrow looks at a text each of whose bytes is a character: valid says that it
// is UTF-8 as it stands.
func (s *survey) narrow(text []byte, table *charmap.Charmap, separator, quote byte) {
	s.traits = traits{ascii: true}
	s.grow(scan.Count(text))
	s.odd = slices.Grow(s.odd[:0], len(s.crowds))[:len(s.crowds)]
	s.marks = scan.Text(s.marks, s.odd, text, 0, separator, quote)
	before := uint64(0)
	hidden := hiddenBytes[table]
	for i := range s.odd {
		odd := s.odd[i].All
		if odd&(odd<<1|before>>63) != 0 {
			s.crowds[i], s.crowded = true, true
		}
		before = odd
		for ; odd != 0; odd &= odd - 1 {
			c := text[i*scan.Size+bits.TrailingZeros64(odd)]
			s.ascii = s.ascii && c < utf8.RuneSelf
			s.hidden = s.hidden || hidden[c]
		}
	}
	s.valid = s.ascii
}

// grow makes room for what is told of a number of blocks.
func (s *survey) grow(n int) {
	s.marks = s.marks[:0]
	s.crowds = slices.Grow(s.crowds[:0], n)[:n]
	clear(s.crowds)
	s.crowded = false
}

// next gives the first place between two at which a byte is not plain ASCII, or
// to where there is none.
func (s *survey) next(from, to int) int {
	for from < to {
		if set := s.odd[from/scan.Size].All >> (from % scan.Size); set != 0 {
			return min(from+bits.TrailingZeros64(set), to)
		}
		from += scan.Size - from%scan.Size
	}
	return to
}

// sparse says that from one place to another no two characters side by side are
// beyond ASCII.
func (s *survey) sparse(from, to int) bool {
	if !s.crowded {
		return true
	}
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
		t.hidden = t.hidden || validate.Hidden(rune(c))
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
		t.hidden = true
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
		if t.hidden {
			return true
		}
	}
	return false
}
