package hours

import (
	"fmt"
	"strconv"

	"github.com/socle-commun/socle/schemas/lazyregexp"
)

// The forms of numbers. The first group is the whole word, without the sign
// that ends it: "9h", "9 h 30", "09h00min"; "9:00", "9.30", "09:00:00"; "1er".
var (
	frenchClock = lazyregexp.New(`^((\d{1,2}) ?(?i:h|hrs?|heures?)(?: ?(\d{2})(?i: ?mn| ?min)?)?)(?:[^\pL\d]|$)`)
	signedClock = lazyregexp.New(`^((\d{1,2})[:.](\d{2})(?::00)?)(?:[^\pL\d:.]|$)`)
	ordinal     = lazyregexp.New(`^((\d{1,2})(?i:er)?)(?:[^\pL\d]|$)`)
)

// lexNumber gives the word of a text that begins with a digit.
func lexNumber(text string) (word, int) {
	const longest = 24
	head := text[:min(len(text), longest)]
	for _, form := range [...]lazyregexp.Regexp{frenchClock, signedClock} {
		if m := form.FindStringSubmatch(head); m != nil {
			if t, ok := asClock(m[2], m[3]); ok {
				return word{clock, t}, len(m[1])
			}
			return word{}, 0
		}
	}
	if m := ordinal.FindStringSubmatch(head); m != nil {
		return word{number, m[2]}, len(m[1])
	}
	return word{}, 0
}

// asClock writes a time of the day. Minutes may be left out.
func asClock(hours, minutes string) (string, bool) {
	h, _ := strconv.Atoi(hours)
	m, _ := strconv.Atoi(minutes)
	return fmt.Sprintf("%02d:%02d", h, m), h*100+m <= midnight && m < 60
}

// asDay writes a day of a month.
func asDay(digits string) string {
	day, _ := strconv.Atoi(digits)
	return fmt.Sprintf("%02d", day)
}
