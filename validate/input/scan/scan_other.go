//go:build !amd64

package scan

func markText(marks *uint32, odd *Odd, text *byte, n int, place uint32, separator, quote byte) (found int) {
	return textWords(marks, odd, text, n, place, separator, quote)
}

func countEnds(t *Tally, text *byte, n int, separator, quote byte) (plain int) {
	return tallyWords(t, text, n, separator, quote)
}
