package checks

import "github.com/socle-commun/socle/schemas/swar"

// Rules that look at every row read texts eight bytes at a time. Each function
// here judges all bytes of a word at once, and answers with the high bits of
// those that it means.

// wordAt gives the eight bytes of a text from one on, the first one lowest.
func wordAt(text []byte, from int) uint64 { return swar.Of(text[from:]) }

// among marks the bytes from lo to hi, both below 0x80.
func among(word uint64, lo, hi byte) uint64 {
	low := word &^ swar.Highs
	return (low + swar.Ones*uint64(0x80-lo)) &^ (low + swar.Ones*uint64(0x7f-hi)) &^ word & swar.Highs
}

// hexadecimal marks the hexadecimal digits, in any case.
func hexadecimal(word uint64) uint64 {
	return among(word, '0', '9') | among(word|0x20*swar.Ones, 'a', 'f')
}
