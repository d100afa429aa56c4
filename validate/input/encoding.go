package input

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// The encodings that are read, by their IANA names.
const (
	UTF8        = "utf-8"
	Windows1252 = "windows-1252"
)

var bom = []byte("\xef\xbb\xbf")

// detectEncoding decides on a sample whose byte order mark is taken off. It is
// UTF-8 unless bytes that are not outnumber the characters that are. doubtful
// says that the sample, plain ASCII, proves nothing. whole says that the
// sample is the whole file.
func detectEncoding(sample []byte, whole bool) (name string, doubtful bool) {
	right, wrong := 0, 0
	for len(sample) > 0 {
		if sample[0] < utf8.RuneSelf {
			sample = sample[1:]
			continue
		}
		if !whole && !utf8.FullRune(sample) {
			break
		}
		r, size := utf8.DecodeRune(sample)
		if r == utf8.RuneError && size == 1 {
			wrong++
		} else {
			right++
		}
		sample = sample[size:]
	}
	if wrong > right {
		return Windows1252, false
	}
	return UTF8, right == 0
}

// decode1252 appends the text of Windows-1252 bytes to dst, in UTF-8.
func decode1252(dst, raw []byte) []byte {
	for _, b := range raw {
		if b < utf8.RuneSelf {
			dst = append(dst, b)
		} else {
			dst = utf8.AppendRune(dst, charmap.Windows1252.DecodeByte(b))
		}
	}
	return dst
}

// isASCII says whether b holds no byte above 127.
func isASCII(b []byte) bool {
	for len(b) >= 8 {
		if (b[0]|b[1]|b[2]|b[3]|b[4]|b[5]|b[6]|b[7])&0x80 != 0 {
			return false
		}
		b = b[8:]
	}
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
