package input

import (
	word "encoding/binary"
	"math/bits"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/socle-commun/socle/validate"
)

// traits are what one look at a text tells, so that clean cells need none.
type traits struct {
	ascii bool // no byte is above 127
	valid bool // the text is UTF-8
	lost  bool // it holds U+FFFD
	odd   bool // it holds a character that is hidden
}

const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
)

// unusualBytes marks the bytes of a word that are below a space, DEL or above
// ASCII. A byte that follows such a one may be marked as well.
func unusualBytes(w uint64) uint64 { return (w | (w + ones) | (w-' '*ones)&^w) & highs }

// surveyUTF8 looks at a text once, eight bytes at a time, and more where
// nothing was found in eight.
func surveyUTF8(b []byte) traits {
	t := traits{ascii: true, valid: true}
	for len(b) >= 8 {
		found := unusualBytes(word.LittleEndian.Uint64(b))
		if found == 0 {
			b = b[8:]
			for len(b) >= 32 && unusualBytes(word.LittleEndian.Uint64(b))|unusualBytes(word.LittleEndian.Uint64(b[8:]))|
				unusualBytes(word.LittleEndian.Uint64(b[16:]))|unusualBytes(word.LittleEndian.Uint64(b[24:])) == 0 {
				b = b[32:]
			}
			continue
		}
		b = b[bits.TrailingZeros64(found)/8:]
		switch c := b[0]; {
		case c == '\n', c == '\t':
			b = b[1:]
		case c == 0xc3 && len(b) > 1 && b[1]&0xc0 == 0x80: // most letters of French beyond ASCII
			t.ascii = false
			b = b[2:]
		default:
			b = b[t.take(b):]
		}
	}
	for len(b) > 0 {
		b = b[t.take(b):]
	}
	return t
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

// surveyBytes looks at a text each of whose bytes is a character: valid says
// that it is UTF-8 as it stands.
func surveyBytes(b []byte, table *charmap.Charmap) traits {
	t := traits{ascii: true}
	hidden := hiddenBytes[table]
	for len(b) >= 8 {
		found := unusualBytes(word.LittleEndian.Uint64(b))
		if found == 0 {
			b = b[8:]
			continue
		}
		c := b[bits.TrailingZeros64(found)/8]
		b = b[bits.TrailingZeros64(found)/8+1:]
		t.ascii = t.ascii && c < utf8.RuneSelf
		t.odd = t.odd || hidden[c]
	}
	for _, c := range b {
		t.ascii = t.ascii && c < utf8.RuneSelf
		t.odd = t.odd || hidden[c]
	}
	t.valid = t.ascii
	return t
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
func holdsOdd(cell []byte) bool { return surveyUTF8(cell).odd }
