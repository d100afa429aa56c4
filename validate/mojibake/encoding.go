package mojibake

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// An encoding is one in which UTF-8 may have been read.
type encoding struct {
	table *charmap.Charmap
	mac   bool
}

// encodings lists them, the most met first. ISO-8859-1 is Windows-1252 whose
// bytes 80 to 9f are control characters: byteOf reads both.
var encodings = []encoding{{table: charmap.Windows1252}, {table: charmap.ISO8859_15}, {table: charmap.Macintosh, mac: true}}

// byteOf gives the byte that was read as a character.
func (e encoding) byteOf(r rune) (byte, bool) {
	if r < utf8.RuneSelf {
		return byte(r), true
	}
	if r < 0xa0 && !e.mac {
		return byte(r), true
	}
	return e.table.EncodeRune(r)
}

// whole turns a whole text back. It is not ok where the text cannot come from
// such bytes, where these are not UTF-8 of likely characters, or where no place
// in it speaks for a misreading.
func (e encoding) whole(text string) (back string, ok bool) {
	read := make([]byte, 0, len(text))
	for _, r := range text {
		b, known := e.byteOf(r)
		if !known {
			return "", false
		}
		read = append(read, b)
	}
	if !utf8.Valid(read) {
		return "", false
	}
	back = string(read)
	for _, r := range back {
		if r >= utf8.RuneSelf && !likely(r) && !(r < 0xa0 && Suspect(read)) {
			return "", false
		}
	}
	return back, e.speaks([]rune(text), func(rune) bool { return true })
}

// part says whether a place of a text that is not misread as a whole is
// misread for sure: it would be a letter of French or a sign of typography.
func (e encoding) part(text string) bool {
	return e.speaks([]rune(text), func(r rune) bool {
		switch r {
		case '’', '‘', '“', '”', '–', '—', '…', '€', '°', '²', 'Œ', 'œ':
			return true
		}
		return r < 0x100 && french(r)
	})
}

// speaks says whether some place of a text speaks for a misreading of a
// character that wanted takes.
func (e encoding) speaks(text []rune, wanted func(rune) bool) bool {
	for i := range text {
		r, n := e.sequence(text[i:])
		if n == 0 || !wanted(r) {
			continue
		}
		before, after := near(text, i-1), near(text, i+n)
		if e.sure(text[i:i+n], r, before, after) {
			return true
		}
	}
	return false
}

// sequence reads the character of which the first n of a text are the bytes; n
// is 0 where they are none.
func (e encoding) sequence(text []rune) (r rune, n int) {
	if len(text) < 2 || text[0] < utf8.RuneSelf || text[1] < utf8.RuneSelf {
		return 0, 0
	}
	var read [utf8.UTFMax]byte
	if following(text[0]) == 0 {
		return 0, 0
	}
	lead, ok := e.byteOf(text[0])
	if !ok || lead < 0xc2 || lead > 0xf4 {
		return 0, 0
	}
	if n = widths[lead>>4]; n > len(text) || n != following(text[0])+1 {
		return 0, 0
	}
	for i := range n {
		if read[i], ok = e.byteOf(text[i]); !ok {
			return 0, 0
		}
	}
	r, size := utf8.DecodeRune(read[:n])
	if size != n {
		return 0, 0
	}
	return r, n
}

// sure says whether such signs side by side are no text of their own: those
// that may follow a letter need a small letter beside them, or, after Ã and Â,
// no letter at all.
func (e encoding) sure(signs []rune, r, before, after rune) bool {
	beside := unicode.IsLower(before) || unicode.IsLower(after)
	switch {
	case e.mac && r == 'ù':
		return unicode.IsLower(before) // √π is a root
	case e.mac && len(signs) == 2:
		return beside || unicode.IsDigit(before) && r == '°' || unicode.IsUpper(before) && unicode.IsUpper(after)
	}
	for _, sign := range signs[1:] {
		switch sign {
		case '\u00a0', '«', '»', '“', '”', '‘', '’', '–', '—', '…', '•', 'º', 'ª':
		default:
			return true
		}
	}
	return beside || len(signs) == 2 && signs[1] == '\u00a0' && !unicode.IsLetter(before) && !unicode.IsLetter(after)
}
