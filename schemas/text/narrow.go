package text

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// AppendNarrow appends the text of bytes, each of which is a character of an
// older encoding, to dst in UTF-8.
func AppendNarrow(dst, raw []byte, table *charmap.Charmap) []byte {
	for _, b := range raw {
		if b < utf8.RuneSelf {
			dst = append(dst, b)
		} else {
			dst = utf8.AppendRune(dst, table.DecodeByte(b))
		}
	}
	return dst
}
