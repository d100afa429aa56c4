package checks

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// swallowed counts the whole lines within a quoted cell, where each of them has
// as many separators as a row of the file: they are rows that a forgotten quote
// has made a part of the cell. It gives 0 for any other text over several lines.
func swallowed(p *validate.Pass, c *validate.Cell) int {
	separators, delimiter := len(p.Job.Header.Columns)-1, p.Job.File.Delimiter
	if !c.Quoted || separators < 2 || len(delimiter) != 1 {
		return 0
	}
	return wholeLines(c.Raw, delimiter[0], separators)
}

// wholeLines counts the lines of a text between its first and its last one, where
// each of them has so many separators; it gives 0 where one has not.
func wholeLines(text []byte, delimiter byte, separators int) (lines int) {
	of := []byte{delimiter}
	if bytes.Count(text, of) < separators {
		return 0
	}
	for rest := afterLine(text); ; lines++ {
		next := afterLine(rest)
		if next == nil {
			return lines
		}
		if bytes.Count(rest[:len(rest)-len(next)], of) != separators {
			return 0
		}
		rest = next
	}
}

// afterLine gives what follows the first line of a text that is not empty, and
// the line ends behind it; nil where nothing does.
func afterLine(text []byte) []byte {
	text = bytes.TrimLeft(text, "\r\n")
	end := bytes.IndexByte(text, '\n')
	if cr := bytes.IndexByte(text[:max(end, 0)], '\r'); cr >= 0 {
		end = cr
	} else if end < 0 {
		end = bytes.IndexByte(text, '\r')
	}
	if end < 0 {
		return nil
	}
	if text = bytes.TrimLeft(text[end:], "\r\n"); len(text) == 0 {
		return nil
	}
	return text
}
