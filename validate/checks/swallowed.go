package checks

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// swallowed counts the whole lines within a quoted cell, where each of them has
// as many separators as a row of the file: they are rows that a forgotten quote
// has made a part of the cell. It gives 0 for any other text over several lines.
func swallowed(p *validate.Pass, c *validate.Cell) int {
	separators := len(p.Job.Header.Columns) - 1
	if !c.Quoted || separators < 2 || len(p.Job.File.Delimiter) != 1 || bytes.IndexByte(c.Raw, p.Job.File.Delimiter[0]) < 0 {
		return 0
	}
	lines := bytes.FieldsFunc(c.Raw, func(r rune) bool { return r == '\n' || r == '\r' })
	if len(lines) < 3 {
		return 0
	}
	lines = lines[1 : len(lines)-1] // the first and the last share theirs with other cells
	for _, line := range lines {
		if bytes.Count(line, []byte(p.Job.File.Delimiter)) != separators {
			return 0
		}
	}
	return len(lines)
}
