package text

import "unicode/utf8"

// NotUTF8 gives the offset of the first byte of data that is not UTF-8, or -1
// where there is none.
func NotUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	at := 0
	for {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size <= 1 {
			return at
		}
		at += size
	}
}
