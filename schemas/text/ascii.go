package text

import (
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/swar"
)

// IsASCII says whether b holds no byte above 127.
func IsASCII(b []byte) bool {
	for ; len(b) >= 8; b = b[8:] {
		if swar.Of(b)&swar.Highs != 0 {
			return false
		}
	}
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
