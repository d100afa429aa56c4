package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Show makes a value from outside safe and short for people. What a terminal
// would obey or not show (control characters, bidirectional overrides,
// zero-width characters, bytes that are not UTF-8) becomes a visible escape
// such as \x1b or \u202e, and a line end becomes ⏎. The result has at most
// max runes, the last of them … where something is left out; a max of 0 keeps
// everything. File names and column names pass through here as cells do.
func Show(value string, max int) string {
	if plain(value) && (max <= 0 || len(value) <= max) {
		return value
	}
	var b strings.Builder
	n, cut := 0, 0 // runes written; where … would go
	for len(value) > 0 {
		r, size := utf8.DecodeRuneInString(value)
		if strings.HasPrefix(value, "\r\n") {
			r, size = '\n', 2
		}
		piece := visible(r, value[:size])
		n += utf8.RuneCountInString(piece)
		if max > 0 && n > max {
			return b.String()[:cut] + "…"
		}
		b.WriteString(piece)
		if n < max {
			cut = b.Len()
		}
		value = value[size:]
	}
	return b.String()
}

// plain says whether s is printable ASCII throughout.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// visible gives what stands for one character, read from raw.
func visible(r rune, raw string) string {
	switch {
	case r == '\n':
		return "⏎"
	case r == '\r':
		return `\r`
	case r == '\t':
		return `\t`
	case r == utf8.RuneError && len(raw) == 1:
		return fmt.Sprintf(`\x%02x`, raw[0])
	case !hidden(r):
		return raw
	case r < utf8.RuneSelf:
		return fmt.Sprintf(`\x%02x`, r)
	case r > 0xffff:
		return fmt.Sprintf(`\U%08x`, r)
	}
	return fmt.Sprintf(`\u%04x`, r)
}

// hidden says whether a character shows nothing, or changes how others are
// shown. Accents that follow their letter are not hidden.
func hidden(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r < ' ' || r == 0x7f
	case r >= 0xa0 && r < 0x300: // the letters and signs of Western Europe, asked for most
		return r == 0xad
	}
	return !unicode.IsGraphic(r) ||
		unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}
