package book

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/validate"
)

// What a note holds at most: findings, and characters of each sentence.
const (
	notedFindings = 4
	notedWidth    = 600
	fixWidth      = 300
)

// marks are the findings of a file by the cell that they are on, and which of
// these cells are to have notes: those with the gravest findings.
type marks struct {
	found []*validate.Finding // by row and column
	lead  int                 // columns of the sheet before those of the file
	notes [validate.Error + 1]int
	bare  int // cells that have no note
}

// newMarks sorts the findings that are on rows, for a sheet that has as many
// columns in front of the file's as lead says. most is how many notes there may be.
func newMarks(f *validate.FileResult, lead, most int) *marks {
	m := &marks{lead: lead}
	for i := range f.Findings {
		if f.Findings[i].Pos.Row > 0 {
			m.found = append(m.found, &f.Findings[i])
		}
	}
	slices.SortStableFunc(m.found, func(a, b *validate.Finding) int {
		return cmp.Or(a.Pos.Row-b.Pos.Row, m.column(a)-m.column(b))
	})
	var cells [validate.Error + 1]int
	for rest := m.found; len(rest) > 0; {
		var on []*validate.Finding
		on, rest = m.sameCell(rest)
		cells[worst(on)]++
	}
	for s := validate.Error; s >= validate.Notice; s-- {
		m.notes[s] = min(cells[s], most)
		m.bare += cells[s] - m.notes[s]
		most -= m.notes[s]
	}
	return m
}

// column is where a finding is in the sheet. What is meant of the row as such is
// on its first cell.
func (m *marks) column(f *validate.Finding) int { return max(f.Column+m.lead, 1) }

// sameCell divides findings into those on the first one's cell and the others.
func (m *marks) sameCell(found []*validate.Finding) (on, rest []*validate.Finding) {
	n := 1
	for n < len(found) && found[n].Pos.Row == found[0].Pos.Row && m.column(found[n]) == m.column(found[0]) {
		n++
	}
	return found[:n], found[n:]
}

// of gives the findings on a row, by column.
func (m *marks) of(row int) []*validate.Finding {
	first := sort.Search(len(m.found), func(i int) bool { return m.found[i].Pos.Row >= row })
	n := first
	for n < len(m.found) && m.found[n].Pos.Row == row {
		n++
	}
	return m.found[first:n]
}

// last is the last row that has findings, 0 where none has.
func (m *marks) last() int {
	if len(m.found) == 0 {
		return 0
	}
	return m.found[len(m.found)-1].Pos.Row
}

// noted says whether a cell of that severity is to have a note, and counts it.
func (m *marks) noted(s validate.Severity) bool {
	if m.notes[s] == 0 {
		return false
	}
	m.notes[s]--
	return true
}

func worst(found []*validate.Finding) validate.Severity {
	s := validate.Notice
	for _, f := range found {
		s = max(s, f.Severity)
	}
	return s
}

// note is what the note on a cell says.
func (b *book) note(f *validate.FileResult, found []*validate.Finding, cell string) excelize.Comment {
	var parts []string
	for _, finding := range found[:min(len(found), notedFindings)] {
		message, hint := report.Words(b.r, f, finding, b.lang)
		said := b.say("marked", "severity", capital(report.SeverityName(finding.Severity, b.lang)), "message", report.Show(message, notedWidth))
		if hint != "" {
			said += "\n" + report.Show(hint, notedWidth)
		}
		if finding.Fix != "" {
			said += "\n" + b.say("fix", "value", report.Show(finding.Fix, fixWidth))
		} else if hint == "" {
			if example := report.Example(b.r, f, finding, b.lang); example != "" {
				said += "\n" + example
			}
		}
		parts = append(parts, said)
	}
	if more := len(found) - notedFindings; more > 0 {
		parts = append(parts, b.say("others", "n", more))
	}
	said := plain(strings.Join(parts, "\n\n"))
	const perLine, width, lineHeight = 42, 300, 17
	lines := 1
	for line := range strings.SplitSeq(said, "\n") {
		lines += 1 + utf8.RuneCountInString(line)/perLine
	}
	return excelize.Comment{Cell: cell, Author: "socle", Text: said, Width: width, Height: uint(min(lines, 30) * lineHeight)}
}

// capital begins a word with a capital letter.
func capital(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:size]) + s[size:]
}
