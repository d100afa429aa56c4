package input

import (
	"bytes"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// utf16Of tells a text in UTF-16 by its byte order mark or, without one, by the
// NULs that stand in every second byte of its beginning. It gives "" for
// anything else, and how many bytes the mark takes.
func utf16Of(sample []byte) (name string, mark int) {
	switch {
	case bytes.HasPrefix(sample, []byte("\xff\xfe")):
		return UTF16LE, 2
	case bytes.HasPrefix(sample, []byte("\xfe\xff")):
		return UTF16BE, 2
	}
	sample = sample[:min(len(sample), 512)]
	even, odd := 0, 0
	for i, b := range sample {
		switch {
		case b != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	pairs := len(sample) / 2
	switch {
	case pairs < 4:
	case odd >= pairs*3/4 && even == 0:
		return UTF16LE, 0
	case even >= pairs*3/4 && odd == 0:
		return UTF16BE, 0
	}
	return "", 0
}

// fromUTF16 reads a text in UTF-16 as UTF-8. What is no character becomes
// U+FFFD.
func fromUTF16(r io.Reader, name string) io.Reader {
	order := unicode.LittleEndian
	if name == UTF16BE {
		order = unicode.BigEndian
	}
	return transform.NewReader(r, unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder())
}
