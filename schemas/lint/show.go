package lint

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestShown is how much of a text stands in a sentence, in characters.
const longestShown = 80

// shown makes a text of the document fit for a sentence: clipped, and without
// characters that act on a terminal.
func shown(s string) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		if n++; n > longestShown {
			b.WriteString("…")
			break
		}
		if unicode.IsPrint(r) || r == '\u00a0' || r == '\u202f' {
			b.WriteRune(r)
			continue
		}
		b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
	}
	return b.String()
}

// visible shows the spaces at the edges of a text, which nobody would see.
func visible(s string) string {
	inside := strings.TrimSpace(s)
	before := strings.Index(s, inside)
	return strings.Repeat("␣", utf8.RuneCountInString(s[:before])) + inside +
		strings.Repeat("␣", utf8.RuneCountInString(s[before+len(inside):]))
}
