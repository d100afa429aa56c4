package checks

import "encoding/binary"

// Rules that look at every row read texts eight bytes at a time. Each function
// here judges all bytes of a word at once, and answers with the high bits of
// those that it means.

const (
	everyByte = 0x0101010101010101 // times a byte: eight of them
	highBits  = 0x80 * everyByte
)

// wordAt gives the eight bytes of a text from one on, the first one lowest.
func wordAt(text []byte, from int) uint64 { return binary.LittleEndian.Uint64(text[from:]) }

// among marks the bytes from lo to hi, both below 0x80.
func among(word uint64, lo, hi byte) uint64 {
	low := word &^ highBits
	return (low + everyByte*uint64(0x80-lo)) &^ (low + everyByte*uint64(0x7f-hi)) &^ word & highBits
}

// hexadecimal marks the hexadecimal digits, in any case.
func hexadecimal(word uint64) uint64 {
	return among(word, '0', '9') | among(word|0x20*everyByte, 'a', 'f')
}
