// Package mojibake recognises text that was written in UTF-8 and read in an
// older encoding, so that « été » became « Ã©tÃ© », and turns it back.
//
// Each character beyond ASCII takes two to four bytes in UTF-8. Read in
// Windows-1252, ISO-8859-1, ISO-8859-15 or Mac Roman, each of these bytes
// becomes a character of its own: a letter such as Ã, Â or â, then signs that
// seldom follow one. Text of which that is true only by chance, such as a
// Portuguese name in capitals, is left alone.
package mojibake

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"
)

// Suspect says whether a text in UTF-8 has characters in a row that may be the
// bytes of one, without which there is nothing to repair. It is cheap.
func Suspect(text []byte) bool { return crowded(text) && possible(text) }

// crowded says whether two bytes, one between them, are not ASCII, of those at
// even places: so they are wherever four such bytes follow each other, which two
// characters side by side make. It has no branches that text could mislead.
func crowded(text []byte) bool {
	const even = 0x0080008000800080
	var before, found uint64
	for ; len(text) >= 8; text = text[8:] {
		high := binary.LittleEndian.Uint64(text) & even
		found |= high & (high<<16 | before>>48)
		before = high
	}
	var high uint64
	for i, c := range text {
		high |= uint64(c) << (8 * i)
	}
	high &= even
	return found|high&(high<<16|before>>48) != 0
}

// possible says whether some character of a text is what a first byte was read
// as, and those behind it what as many others were.
func possible(text []byte) bool {
	for i := 0; i+3 < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, width := utf8.DecodeRune(text[i:])
		i += width
		if n := following(r); n > 0 && allFollow(text[i:], n) {
			return true
		}
	}
	return false
}

// following is how many bytes stand behind the one that was read as r, 0 where
// it begins no character.
func following(r rune) int {
	switch {
	case r >= 0xc2 && r <= 0xdf, r == '√', r == '¬', r == '≈', r == 'ƒ':
		return 1
	case r >= 0xe0 && r <= 0xef, r == '‚':
		return 2
	case r >= 0xf0 && r <= 0xf4, r == '\uf8ff':
		return 3
	}
	return 0
}

func allFollow(text []byte, n int) bool {
	for range n {
		r, width := utf8.DecodeRune(text)
		if r < utf8.RuneSelf || r == utf8.RuneError {
			return false
		}
		text = text[width:]
	}
	return true
}

// widths is how many bytes a character takes, by the high half of its first.
var widths = [16]int{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4}

// layers is how often a text may have been misread, one time after the other.
const layers = 3

// Repair gives what a text was before it was misread. found says whether it
// was: fixed is then "" where parts of it were not, where two readings are as
// likely, or where the text would still be strange.
func Repair(text string) (fixed string, found bool) {
	if !Suspect([]byte(text)) || !utf8.ValidString(text) {
		return "", false
	}
	for range layers {
		once, ok := repairOnce(text)
		if !ok {
			break
		}
		found, fixed, text = true, once, once
		if once == "" {
			return "", true
		}
	}
	if odd(fixed) >= strange {
		return "", found
	}
	return fixed, found
}

// repairOnce undoes one misreading.
func repairOnce(text string) (fixed string, found bool) {
	best, even := worst, false
	for _, e := range encodings {
		back, ok := e.whole(text)
		if !ok {
			continue
		}
		switch oddness := odd(back); {
		case oddness < best:
			fixed, best, even = back, oddness, false
		case oddness == best && back != fixed:
			even = true
		}
	}
	if fixed != "" {
		if even {
			fixed = ""
		}
		return fixed, true
	}
	for _, e := range encodings {
		if e.part(text) {
			return "", true
		}
	}
	return "", false
}

// strange is the oddness of a letter that does not belong where it stands: of
// ProvenchËres, some older misreading remains.
const strange = 4

// worst is more than the oddness of any text that is looked into.
const worst = 1 << 30

// odd weighs the letters of a text that French does not write, or seldom does,
// and those whose case is not that of the letters around them.
func odd(text string) int {
	n, runes := 0, []rune(text)
	for i, r := range runes {
		if r < utf8.RuneSelf || !unicode.IsLetter(r) {
			continue
		}
		switch {
		case !french(r):
			n += strange
		case rare(r):
			n++
		}
		before, after := near(runes, i-1), near(runes, i+1)
		if unicode.IsUpper(r) && unicode.IsLower(before) || unicode.IsLower(r) && unicode.IsUpper(before) && unicode.IsUpper(after) {
			n += strange
		}
	}
	return n
}

// near gives a character of a text, or 0 outside of it.
func near(runes []rune, i int) rune {
	if i < 0 || i >= len(runes) {
		return 0
	}
	return runes[i]
}

// french says whether French writes a letter that is not ASCII.
func french(r rune) bool {
	switch unicode.ToLower(r) {
	case 'à', 'â', 'ä', 'æ', 'ç', 'é', 'è', 'ê', 'ë', 'î', 'ï', 'ô', 'ö', 'œ', 'ù', 'û', 'ü', 'ÿ', 'ñ', 'ª', 'º':
		return true
	}
	return false
}

// rare says whether French writes a letter in a few words and names only.
func rare(r rune) bool {
	switch unicode.ToLower(r) {
	case 'ä', 'ö', 'æ', 'ÿ', 'ñ', 'ª', 'º':
		return true
	}
	return false
}

// likely says whether a character beyond ASCII stands in French data: a Latin
// letter, the signs of typography, money, units and pictures. What remains of a
// text that was misread twice is likely too.
func likely(r rune) bool {
	switch {
	case r < 0xa0:
		return false
	case unicode.Is(unicode.Latin, r), unicode.In(r, unicode.Sc, unicode.No, unicode.So, unicode.Pd, unicode.Pi, unicode.Pf, unicode.Sm):
		return true
	}
	switch r {
	case '\u00a0', '\u202f', '\u2009', '…', '•', '·', '§', '¶', '′', '″', '‚', '„', '´', '¨', '¯', '¸', '¡', '¿', '\ufeff', '\ufe0f', '\u200b', '\u200d':
		return true
	}
	return false
}
