package geojson

// A class says what a byte means to those who look for structure only.
type class uint8

const (
	plain  class = iota
	quote        // "
	opens        // { [
	closes       // } ]
)

var (
	classes   [256]class
	clean     [256]bool // within a string: neither its end, nor an escape, nor a control character
	stopsText [256]bool // within a string: its end, or an escape
	stops     [256]bool // ends what is no string, object or list
	follows   [256]bool // may stand behind a string
	white     [256]bool
	digit     [256]bool
	wordy     [256]bool // may be part of a number or a word
)

const (
	separator = 0x1E // RS, which begins each text of a sequence (RFC 8142)
	escaping  = '\\'
)

func init() {
	for c := range 256 {
		clean[c] = c >= ' '
	}
	clean['"'], clean[escaping] = false, false
	stopsText['"'], stopsText[escaping] = true, true
	classes['"'], classes['{'], classes['['], classes['}'], classes[']'] = quote, opens, opens, closes, closes
	for _, c := range " \t\r\n" {
		white[c], stops[c], follows[c] = true, true, true
	}
	for _, c := range ",]}{[\"\x1e" {
		stops[c] = true
	}
	for _, c := range ",:]}" {
		follows[c] = true
	}
	for c := '0'; c <= '9'; c++ {
		digit[c], wordy[c] = true, true
	}
	for c := 'a'; c <= 'z'; c++ {
		wordy[c], wordy[c-'a'+'A'] = true, true
	}
	for _, c := range "+-._$" {
		wordy[c] = true
	}
	for c := 0x80; c < 0x100; c++ {
		wordy[c] = true
	}
}

// skipWhite gives the first place from i on where no white space is.
func skipWhite(b []byte, i int) int {
	for i < len(b) && white[b[i]] {
		i++
	}
	return i
}

// trimWhite gives the end of b without the white space there.
func trimWhite(b []byte, from, end int) int {
	for end > from && white[b[end-1]] {
		end--
	}
	return end
}
