package types

import (
	"encoding/binary"
	"math/bits"

	"github.com/socle-commun/socle/schemas/swar"
)

// plainNumber says that four to sixteen bytes are digits, with at most one point among them. It decides nothing of
// others.
func plainNumber(b []byte, point byte) bool {
	n := len(b)
	var head, tail uint64 // the marks of what is no digit, in the first eight bytes and in the others
	switch {
	case n < 4 || n > 16:
		return false
	case n <= 8:
		w := uint64(binary.LittleEndian.Uint32(b)) | uint64(binary.LittleEndian.Uint32(b[n-4:]))<<(8*(n-4))
		head = swar.NoDigits(w^swar.Zeros) << (8 * (8 - n)) >> (8 * (8 - n))
	default:
		head = swar.NoDigits(swar.Of(b) ^ swar.Zeros)
		tail = swar.NoDigits(swar.Of(b[n-8:])^swar.Zeros) >> (8 * (16 - n))
	}
	switch {
	case head|tail == 0:
		return true
	case tail == 0 && head&(head-1) == 0:
		return b[bits.TrailingZeros64(head)/8] == point
	case head == 0 && tail&(tail-1) == 0:
		return b[8+bits.TrailingZeros64(tail)/8] == point
	}
	return false
}

// dashes is what stands between the parts of a date, in its first eight bytes, once '0' is taken.
const dashes = ('-' ^ '0') * (1<<32 | 1<<56)

// readDate reads YYYY-MM-DD and nothing else.
func readDate(b []byte) (civil, bool) {
	if len(b) != 10 {
		return civil{}, false
	}
	w := swar.Of(b) ^ swar.Zeros ^ dashes
	day := two(b[8], b[9])
	if swar.NoDigits(w)|w&(0xff<<32|0xff<<56) != 0 || day < 1 {
		return civil{}, false
	}
	digit := func(i int) int { return int(w >> (8 * i) & 0xf) }
	c := civil{digit(0)*1000 + digit(1)*100 + digit(2)*10 + digit(3), digit(5)*10 + digit(6), day}
	if uint(c.month-1) > 11 || day > 28 && day > daysIn(c.year, c.month) || c.year == 0 {
		return civil{}, false
	}
	return c, true
}
