package report

import (
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// measure counts columns the same way whatever the locale.
var measure = &runewidth.Condition{StrictEmojiNeutral: true}

// columns is how wide s is on a terminal.
func columns(s string) int { return measure.StringWidth(s) }

// between is what separates the columns of a table.
const between = "  "

// table writes a line a file: rows, errors, warnings, fill rate, verdict. The first
// column is aligned to the left, as is the last; numbers to the right.
func (t *textWriter) table(r *validate.Result) {
	number := func(n int) string { return text.Number(t.lang, n) }
	lines := [][]string{{t.fill(sayFile), t.fill(sayRowsHead), t.fill(sayErrors), t.fill(sayWarnings), t.fill(sayFilled), t.fill(sayVerdict)}}
	for _, f := range r.Files {
		filled := ""
		if rate, ok := f.FillRate(); ok {
			filled = t.percent(rate)
		}
		lines = append(lines, []string{t.path(f), number(f.Rows), number(f.Errors), number(f.Warnings), filled, t.verdict(f)})
	}
	s := r.Summary
	lines = append(lines, []string{t.number(sayTotal, s.Files), number(s.Rows), number(s.Errors), number(s.Warnings), "", ""})
	widths := t.fit(lines)
	for i, cells := range lines {
		last := len(cells) - 1
		name := measure.FillRight(measure.TruncatePrefix(cells[0], widths[0], "…"), widths[0])
		for c := 1; c < last; c++ {
			name += between + measure.FillLeft(cells[c], widths[c])
		}
		switch {
		case i == 0:
			t.line(t.in(bold, name+between+cells[last]))
		case i <= len(r.Files):
			t.line(name + between + t.in(colour(r.Files[i-1]), cells[last]))
		default:
			t.line(strings.TrimRight(name, " "))
		}
	}
}

// fit gives the width of each column of the table. Where the page is too
// narrow, names of files are to lose their beginning, but not the last line.
func (t *textWriter) fit(lines [][]string) []int {
	widths := make([]int, len(lines[0]))
	all := len(between) * (len(widths) - 1)
	for c := range widths {
		for _, cells := range lines {
			widths[c] = max(widths[c], columns(cells[c]))
		}
		all += widths[c]
	}
	if t.width > 0 && all > t.width {
		widths[0] = max(widths[0]-(all-t.width), columns(lines[len(lines)-1][0]))
	}
	return widths
}
