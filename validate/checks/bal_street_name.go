package checks

import (
	"bytes"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/swar"
)

// isStreetName says whether a text can be the name of a street, be it written badly.
func isStreetName(raw []byte) bool {
	if isPlainName(raw) {
		return true
	}
	reason, wrong := nameFault(raw)
	return !wrong || reason == "underscore" || reason == "case"
}

// nameFault says whether the name of a street is wrong, and by which of the
// reasons of the check: the plain one is that it is too short.
func nameFault(raw []byte) (reason string, wrong bool) {
	switch n := utf8.RuneCount(raw); {
	case n < 3:
		return "", true
	case n > 200:
		return "long", true
	case bytes.ContainsRune(raw, utf8.RuneError):
		return "damaged", true
	case bytes.IndexByte(raw, '_') >= 0:
		return "underscore", true
	case balCapitals(raw):
		return "case", true
	}
	return "", false
}

// isPlainName says of most names of which nameFault has nothing to say that this
// is so, and of no other.
func isPlainName(raw []byte) bool {
	const certain = 9 // bytes that are three characters or more, however they are written
	if len(raw) < certain || len(raw) > 200 {
		return false
	}
	var every, small, underscore uint64
	for from := 0; from < len(raw); from += 8 {
		word := wordAt(raw, min(from, len(raw)-8))
		every |= word
		small |= among(word, 'a', 'z')
		underscore |= among(word, '_', '_')
	}
	if small == 0 || underscore != 0 {
		return false
	}
	return every&swar.Highs == 0 || utf8.Valid(raw) && bytes.IndexByte(raw, "\ufffd"[0]) < 0
}
