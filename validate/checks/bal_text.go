package checks

import (
	"bytes"
	"unicode"

	"github.com/socle-commun/socle/schemas/swar"
)

// balTrim takes the spaces of any kind off the edges of a text.
func balTrim(text []byte) []byte {
	if bareEdges(text) || accentedEdges(text) {
		return text
	}
	return bytes.TrimSpace(text)
}

// accentedEdges says that a text begins and ends with signs of ASCII which can
// be seen, or with letters of two bytes, none of which is a space.
func accentedEdges(text []byte) bool {
	if len(text) < 2 {
		return false
	}
	first, last, before := text[0], text[len(text)-1], text[len(text)-2]
	return (first > ' ' && first < 0x7f || first >= 0xc3 && first <= 0xdf) &&
		(last > ' ' && last < 0x7f || last >= 0x80 && last <= 0xbf && before >= 0xc3 && before <= 0xdf)
}

// balCapitals says whether a text would not change in capitals.
func balCapitals(text []byte) bool {
	return bytes.IndexFunc(text, func(r rune) bool { return unicode.ToUpper(r) != r }) < 0
}

// isPlainSmall says of a text of eight bytes or more that it is of ASCII and has
// no capitals.
func isPlainSmall(text []byte) bool {
	if len(text) < 8 {
		return false
	}
	var high, capitals uint64
	for from := 0; from < len(text); from += 8 {
		word := wordAt(text, min(from, len(text)-8))
		high |= word
		capitals |= among(word, 'A', 'Z')
	}
	return high&swar.Highs|capitals == 0
}

// balSmall says whether a text would not change in small letters.
func balSmall(text []byte) bool {
	if isPlainSmall(text) {
		return true
	}
	return bytes.IndexFunc(text, func(r rune) bool { return unicode.ToLower(r) != r }) < 0
}
