// Package scan looks at text 64 bytes at a time, and finds which of them give it
// its structure and which are not plain ASCII. Readers then go from mark to mark
// instead of from byte to byte.
//
// On amd64 with AVX2 it looks at 32 bytes at once, in assembly; elsewhere at
// eight, in Go. Both come to the same.
package scan

import "slices"

// Size is how many bytes a block has. In words that tell of one, the lowest bit
// is that of the first byte.
const Size = 64

// An Odd tells what of a block is not plain.
type Odd struct {
	All     uint64 // below a space, other than TAB, LF and CR; DEL; beyond ASCII
	Strange uint64 // of that, what is no letter of French that stands alone
}

// Text appends to marks the places of the separators, quotes, LF and CR of a
// text, of which the first byte stands at a place; and it tells of each block
// what is odd, for which odd must have Count(text) items.
//
// A letter of French is 0xC3 and 0x80 to 0xBF, as UTF-8 writes nearly all of
// those beyond ASCII. Of two side by side the second does not stand alone; one
// that goes on in the next block is strange.
func Text(marks []uint32, odd []Odd, text []byte, place int, separator, quote byte) []uint32 {
	n, whole := Count(text), len(text)/Size
	odd = odd[:n]
	marks = slices.Grow(marks, n*Size)
	room := marks[len(marks):cap(marks)]
	if whole > 0 {
		found := markText(&room[0], &odd[0], &text[0], whole, uint32(place), separator, quote)
		marks = marks[:len(marks)+found]
	}
	if rest := text[whole*Size:]; len(rest) > 0 {
		last := filled(rest, separator, quote)
		room = marks[len(marks):cap(marks)]
		found := markText(&room[0], &odd[whole], &last[0], 1, uint32(place+whole*Size), separator, quote)
		marks = marks[:len(marks)+found]
	}
	return marks
}

// filled copies the end of a text to a block whose other bytes are plain.
func filled(rest []byte, separator, quote byte) (block [Size]byte) {
	plain := byte('a')
	for plain == separator || plain == quote {
		plain++
	}
	for i := copy(block[:], rest); i < Size; i++ {
		block[i] = plain
	}
	return block
}

// Count is how many blocks a text takes.
func Count(text []byte) int { return (len(text) + Size - 1) / Size }
