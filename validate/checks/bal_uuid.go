package checks

import "github.com/socle-commun/socle/schemas/swar"

// uuidSize is how many bytes a UUID takes as a text.
const uuidSize = 36

// The hyphens of a UUID of version 4 and its "4", in the words that begin at
// its bytes 8 and 16.
const (
	uuidVersion  = '-' | '-'<<40 | '4'<<48
	uuidHyphens  = '-'<<16 | '-'<<56
	hyphenToZero = '-' ^ '0'
)

// isUUID4 says whether a text is a UUID of version 4, with its hyphens and in
// any case.
func isUUID4(raw []byte) bool {
	if len(raw) != uuidSize {
		return false
	}
	second, third := wordAt(raw, 8), wordAt(raw, 16)
	if second&(0xff|0xff<<40|0xff<<48) != uuidVersion || third&(0xff<<16|0xff<<56) != uuidHyphens {
		return false
	}
	switch raw[19] {
	case '8', '9', 'a', 'b', 'A', 'B':
	default:
		return false
	}
	second ^= hyphenToZero | hyphenToZero<<40
	third ^= hyphenToZero<<16 | hyphenToZero<<56
	return hexadecimal(wordAt(raw, 0))&hexadecimal(second)&hexadecimal(third)&hexadecimal(wordAt(raw, 24))&hexadecimal(wordAt(raw, 28)) == swar.Highs
}
