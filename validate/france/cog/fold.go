package cog

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold reduces the name of a commune to what tells it from others: small
// letters without accents, one space for any hyphen, apostrophe or other
// sign, "saint" for "st" and "sainte" for "ste". Articles stay. The spellings
// of one name fold alike: "ST ETIENNE" and "Saint-Étienne".
func Fold(name string) string {
	return string(AppendFold(make([]byte, 0, 64), []byte(name)))
}

// AppendFold appends the folded name to dst, and allocates only to grow it.
func AppendFold(dst, name []byte) []byte {
	first := len(dst)
	word := first // where the word that is being written starts
	for len(name) > 0 {
		r, size := utf8.DecodeRune(name)
		if r < utf8.RuneSelf {
			dst, word = appendFolded(dst, word, r)
			name = name[size:]
			continue
		}
		letters := name[:size]
		if parts := norm.NFKD.Properties(letters).Decomposition(); parts != nil {
			letters = parts
		}
		for len(letters) > 0 {
			r, size := utf8.DecodeRune(letters)
			dst, word = appendFolded(dst, word, r)
			letters = letters[size:]
		}
		name = name[size:]
	}
	if dst, _ = endWord(dst, word); len(dst) > first {
		dst = dst[:len(dst)-1]
	}
	return dst
}

// appendFolded appends a letter or a digit, drops an accent and ends the word
// at anything else. What is not UTF-8 stays, so that it makes no two names alike.
func appendFolded(dst []byte, word int, r rune) ([]byte, int) {
	switch {
	case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		return append(dst, byte(r)), word
	case 'A' <= r && r <= 'Z':
		return append(dst, byte(r)+'a'-'A'), word
	case r < utf8.RuneSelf:
		return endWord(dst, word)
	case r == 'œ' || r == 'Œ':
		return append(dst, "oe"...), word
	case r == 'æ' || r == 'Æ':
		return append(dst, "ae"...), word
	case unicode.In(r, unicode.M, unicode.Cf):
		return dst, word
	case unicode.In(r, unicode.L, unicode.N) || r == utf8.RuneError:
		return utf8.AppendRune(dst, unicode.ToLower(r)), word
	}
	return endWord(dst, word)
}

// endWord spells out an abbreviation and puts a space after the word, if one
// has been written since word; the next word starts at the end.
func endWord(dst []byte, word int) ([]byte, int) {
	switch string(dst[word:]) {
	case "":
		return dst, word
	case "st":
		dst = append(dst[:word], "saint"...)
	case "ste":
		dst = append(dst[:word], "sainte"...)
	case "sts":
		dst = append(dst[:word], "saints"...)
	case "stes":
		dst = append(dst[:word], "saintes"...)
	}
	dst = append(dst, ' ')
	return dst, len(dst)
}
