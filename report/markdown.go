package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas/lazyregexp"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var markdownFormat = Format{
	Name: "markdown",
	Title: text.Text{
		FR: "un commentaire pour une demande de fusion (GitHub, GitLab)",
		EN: "a comment for a merge request (GitHub, GitLab)",
	},
	New: func(w io.Writer, o Options) Writer { return &markdownWriter{w: w, speech: speech{o.Lang}} },
}

// maxMarkdown is how long the report is at most, in bytes: GitHub takes 65,536
// characters of a comment, GitLab 1,000,000.
const maxMarkdown = 60_000

// How the report is divided: the table of files leaves room for details where
// there are any, and a file is detailed only in as much room as tells something.
const (
	tableRoom  = 24_000
	detailRoom = 1_000
	lastRoom   = 400 // for what is left out
)

// What is shown of sentences and names in a cell, in runes.
const (
	sentenceWidth = 400
	nameWidth     = 160
)

type markdownWriter struct {
	w io.Writer
	speech
	r *validate.Result
}

// Write writes the verdicts on all files, then what is wrong with each.
func (m *markdownWriter) Write(r *validate.Result) error {
	m.r = r
	var b strings.Builder
	fmt.Fprintf(&b, "### %s\n\n", quiet(EscapeMarkdown(m.title())))
	var wrong []*validate.FileResult
	for _, f := range r.Files {
		if f.Failure != nil || f.Worst() != validate.None {
			wrong = append(wrong, f)
		}
	}
	room := maxMarkdown - 2*lastRoom - b.Len()
	if len(wrong) > 0 {
		room = tableRoom
	}
	m.verdicts(&b, room)
	m.details(&b, wrong, maxMarkdown-lastRoom-b.Len())
	_, err := io.WriteString(m.w, b.String())
	return err
}

// Close has nothing to write: Write has written all.
func (m *markdownWriter) Close() error { return nil }

// title sums the run up.
func (m *markdownWriter) title() string {
	s := m.r.Summary
	if s.Files == 0 {
		return m.fill(sayMarkdownNone)
	}
	said := m.number(sayMarkdownTitle, s.Files)
	if s.Errors+s.Warnings+s.Notices == 0 && s.Unjudged == 0 {
		return said + m.fill(sayMarkdownClean)
	}
	if counts := m.counts(&validate.FileResult{Errors: s.Errors, Warnings: s.Warnings, Notices: s.Notices}); counts != "" {
		said += ", " + counts
	}
	if s.Unjudged > 0 {
		said += ", " + m.number(sayMarkdownUnjudged, s.Unjudged)
	}
	return said
}

// verdicts writes the table of files in some room: those with faults, where not
// all find it.
func (m *markdownWriter) verdicts(b *strings.Builder, room int) {
	if len(m.r.Files) == 0 {
		return
	}
	end := b.Len() + room
	b.WriteString(MarkdownRow(m.heads(sayFile, sayVerdict, sayRowsHead, sayErrors, sayWarnings, sayFilled, sayMarkdownScore)...) + "\n|---|---|--:|--:|--:|--:|--:|\n")
	rows, chosen, used := make([]string, len(m.r.Files)), make([]bool, len(m.r.Files)), b.Len()
	left := 0
	for _, i := range byGravity(m.r.Files) {
		rows[i] = m.verdictRow(m.r.Files[i])
		if chosen[i] = left == 0 && used+len(rows[i]) <= end; chosen[i] {
			used += len(rows[i])
		} else {
			left++
		}
	}
	for i, row := range rows {
		if chosen[i] {
			b.WriteString(row)
		}
	}
	if left > 0 {
		b.WriteString("\n" + EscapeMarkdown(m.number(sayMarkdownFiles, left)) + "\n")
	}
}

func (m *markdownWriter) heads(titles ...text.Text) []string {
	out := make([]string, len(titles))
	for i, t := range titles {
		out[i] = m.fill(t)
	}
	return out
}

// byGravity orders files by what is to be done about them: those that could not
// be judged, then those with errors, then the others.
func byGravity(files []*validate.FileResult) []int {
	order := make([]int, len(files))
	for i := range order {
		order[i] = i
	}
	rank := func(f *validate.FileResult) int {
		if f.Failure != nil {
			return int(validate.Error) + 1
		}
		return int(f.Worst())
	}
	slices.SortStableFunc(order, func(a, b int) int { return rank(files[b]) - rank(files[a]) })
	return order
}

func (m *markdownWriter) verdictRow(f *validate.FileResult) string {
	filled, score := "", ""
	if rate, ok := f.FillRate(); ok {
		filled = m.percent(rate)
	}
	if s, ok := f.Score(); ok {
		score = strconv.Itoa(s.Total)
	}
	number := func(n int) string { return text.Number(m.lang, n) }
	row := MarkdownRow(Show(m.path(f), nameWidth), mark(f)+" "+m.verdict(f), number(f.Rows), number(f.Errors), number(f.Warnings), filled, score)
	return quiet(row) + "\n"
}

// mark is a sign for the verdict.
func mark(f *validate.FileResult) string {
	switch {
	case f.Failure != nil && !judged(f):
		return "?"
	case f.Failure != nil || f.Errors > 0:
		return "✗"
	}
	return "✓"
}

// naming is what GitHub and GitLab take for the name of a person, of an issue or
// of a picture, although its marks mean themselves. An empty comment within
// takes that away, and leaves the text as it is for whoever copies it.
var naming = lazyregexp.New(`[@#%]["\w]|:[\w+\\-]+:`)

// inHTML makes a text mean itself between tags.
var inHTML = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// quiet makes a line name nobody and nothing.
func quiet(line string) string {
	return naming.ReplaceAllStringFunc(line, func(s string) string { return s[:1] + "<!-- -->" + s[1:] })
}
