package validate

import (
	"bytes"
	"unicode/utf8"
)

// span gives how many characters a cell takes in its record, quotes included,
// where that can be seen: its text stands there as it is, on one line. It is 0
// for a cell that is empty, or whose characters were escaped or decoded.
func (r *Row) span(c *Cell) int {
	if len(c.Raw) == 0 || c.Derived || c.Start < 0 || c.Start >= len(r.Record) || bytes.ContainsAny(c.Raw, "\r\n") {
		return 0
	}
	at, quotes := r.Record[c.Start:], 0
	if c.Quoted || c.JSON == JSONString {
		end := len(c.Raw) + 1
		if end >= len(at) || at[0] != at[end] {
			return 0
		}
		at, quotes = at[1:], 2
	}
	if !bytes.HasPrefix(at, c.Raw) {
		return 0
	}
	return quotes + utf8.RuneCount(c.Raw)
}
