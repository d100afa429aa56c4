package input

import (
	"unicode"
	"unicode/utf8"
)

// candidates are the encodings that are told apart by what they make of the
// bytes, the most common first: of equals it is taken.
var candidates = []string{Windows1252, ISO885915, CP850, MacRoman}

// detectCharmap tells in which encoding the bytes above ASCII make the most
// likely French, and which comes next. Each such byte is judged once for each pair of neighbours, so
// that a frequent word does not decide alone.
func (g *encodingGuess) detectCharmap(sample []byte) {
	type context struct{ before, at, after byte }
	seen := map[context]bool{}
	for i, b := range sample {
		if b < utf8.RuneSelf {
			continue
		}
		c := context{at: b}
		if i > 0 {
			c.before = kindOfByte(sample[i-1])
		}
		if i+1 < len(sample) {
			c.after = kindOfByte(sample[i+1])
		}
		seen[c] = true
	}
	for k, name := range candidates {
		score := 0
		if name == Windows1252 {
			score = common
		}
		for c := range seen {
			score += likely(charmaps[name].DecodeByte(c.at), c.before, c.after)
		}
		switch {
		case k == 0 || score > g.score:
			g.next, g.nextScore = g.name, g.score
			g.name, g.score = name, score
		case k == 1 || score > g.nextScore:
			g.next, g.nextScore = name, score
		}
	}
}

// common is what speaks for Windows-1252 before anything is read: nearly all
// files that are not in UTF-8 are in it.
const common = 4

// kindOfByte reduces a neighbour to what matters of it: a small letter, a
// capital, another byte above ASCII, or anything else.
func kindOfByte(b byte) byte {
	switch {
	case b >= 'a' && b <= 'z':
		return 'a'
	case b >= 'A' && b <= 'Z':
		return 'A'
	case b >= utf8.RuneSelf:
		return 0x80
	}
	return ' '
}

// Letters that French has beyond ASCII, in small and in capitals.
const (
	frenchSmall    = "éèêëàâäîïôöùûüçœæÿñ"
	frenchCapitals = "ÉÈÊËÀÂÄÎÏÔÖÙÛÜÇŒÆŸÑ"
	frenchSigns    = "«»’‘“”–—…€°²³\u00a0ªº·•½"
)

// likely says how well a character stands between its neighbours in French.
func likely(r rune, before, after byte) int {
	switch {
	case r == unicode.ReplacementChar, unicode.IsControl(r):
		return -12
	case contains(frenchSmall, r):
		if before == 'A' && after == 'A' {
			return -2
		}
		if before == ' ' && after == ' ' && r != 'à' {
			return 0
		}
		return 6
	case contains(frenchCapitals, r):
		if before == 'a' {
			return -4 // a capital within a word
		}
		return 4
	case r == '½' && (after == 'a' || after == 'A'):
		return -3 // ISO-8859-15 has œ there, which starts words
	case contains(frenchSigns, r):
		if before == 'a' && after == 'a' && r != '’' {
			return -3 // a sign within a word
		}
		return 2
	case unicode.IsLetter(r):
		return -2
	}
	return -3
}

func contains(letters string, r rune) bool {
	for _, l := range letters {
		if l == r {
			return true
		}
	}
	return false
}
