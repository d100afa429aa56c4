package france

import (
	"strings"
	"unicode"
)

// The reasons of the identifiers that have letters.
const (
	Spelling   Reason = "spelling"    // small letters, spaces or other signs
	KeyMissing Reason = "key-missing" // the letter or the digit that checks the others is not there
	WrongShape Reason = "shape"       // of the right length, with signs that cannot stand where they do
	LetterO    Reason = "letter-o"    // a letter O for a zero, I or L for a one
	OfOther    Reason = "other"       // the identifier of another thing: a SIREN, a SIRET
	NotInList  Reason = "not-in-list" // well formed, and nobody's
	OfEPCI     Reason = "epci"        // an EPCI's where a commune's is expected
	OfCommune  Reason = "commune"     // a commune's where an EPCI's is expected
)

// tidy writes an identifier in capitals and in one piece.
func tidy(s string) string {
	return strings.ToUpper(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune(".-_/'\u2019\u200b\ufeff", r) {
			return -1
		}
		return r
	}, s))
}

// unmistaken reads O for zero, and I and L for one, where digits stand: at the
// places of s that are not spared.
func unmistaken(s string, spared func(i int) bool) string {
	b := []byte(s)
	for i, c := range b {
		switch {
		case spared(i):
		case c == 'O':
			b[i] = '0'
		case c == 'I' || c == 'L':
			b[i] = '1'
		}
	}
	return string(b)
}

// explainLettered says what any identifier with letters may suffer: is judges
// it, digits says where its digits stand, length is how many signs it has.
func explainLettered(s string, length int, is func([]byte) bool, letter func(i int) bool) Explanation {
	if is([]byte(s)) {
		return Explanation{}
	}
	t := tidy(s)
	switch {
	case t == "":
		return Explanation{}
	case is([]byte(t)):
		return Explanation{Reason: Spelling, Fix: t}
	case IsSIREN([]byte(t)) && length != 9, IsSIRET([]byte(t)):
		return Explanation{Reason: OfOther, Digits: len(t)}
	}
	if read := unmistaken(t, letter); read != t && len(t) == length && is([]byte(read)) {
		return Explanation{Reason: LetterO, Fix: read}
	}
	if len(t) != length && strings.ContainsFunc(t, unicode.IsDigit) {
		return Explanation{Reason: WrongLength, Digits: len([]rune(t))}
	}
	return Explanation{}
}
