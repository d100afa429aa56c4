package types

import (
	"encoding/binary"
	"math/bits"
)

// Words of eight bytes are judged at once, the first byte in the lowest place.
const (
	ones  = 0x0101010101010101
	zeros = '0' * ones
	highs = 0x80 * ones
)

// noDigits has the highest bit of each byte that is no digit, of a word from which '0' was taken by exclusive or.
func noDigits(w uint64) uint64 { return (w&^highs + 0x76*ones | w) & highs }

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
		head = noDigits(w^zeros) << (8 * (8 - n)) >> (8 * (8 - n))
	default:
		head = noDigits(binary.LittleEndian.Uint64(b) ^ zeros)
		tail = noDigits(binary.LittleEndian.Uint64(b[n-8:])^zeros) >> (8 * (16 - n))
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
	w := binary.LittleEndian.Uint64(b) ^ zeros ^ dashes
	day := two(b[8], b[9])
	if noDigits(w)|w&(0xff<<32|0xff<<56) != 0 || day < 1 {
		return civil{}, false
	}
	digit := func(i int) int { return int(w >> (8 * i) & 0xf) }
	c := civil{digit(0)*1000 + digit(1)*100 + digit(2)*10 + digit(3), digit(5)*10 + digit(6), day}
	if uint(c.month-1) > 11 || day > 28 && day > daysIn(c.year, c.month) || c.year == 0 {
		return civil{}, false
	}
	return c, true
}
