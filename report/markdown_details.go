package report

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// details writes what is wrong with each file, in some room, which is divided
// among them fairly.
func (m *markdownWriter) details(b *strings.Builder, wrong []*validate.FileResult, room int) {
	order := byGravity(wrong)
	chosen := order[:min(len(order), max(room/detailRoom, 1))]
	slices.Sort(chosen)
	var details []*detail
	var wants []int
	for _, i := range chosen {
		d := m.detail(wrong[i])
		details = append(details, d)
		wants = append(wants, d.size())
	}
	for i, share := range shares(room, wants) {
		m.write(b, details[i], share)
	}
	if left := len(wrong) - len(chosen); left > 0 {
		b.WriteString("\n" + EscapeMarkdown(m.number(sayMarkdownDetails, left)) + "\n")
	}
}

// A detail is what is wrong with a file, in lines with their ends.
type detail struct {
	open, shut string
	rows       []string
}

func (d *detail) size() int {
	n := len(d.open) + len(d.shut)
	for _, row := range d.rows {
		n += len(row)
	}
	return n
}

func (m *markdownWriter) detail(f *validate.FileResult) *detail {
	d := &detail{shut: "\n</details>\n"}
	said := m.verdict(f)
	if counts := m.counts(f); counts != "" {
		said += ", " + counts
	}
	d.open = "\n<details><summary>" + quiet(inHTML.Replace(m.fill(sayHead, "path", Show(m.path(f), nameWidth), "verdict", said))) + "</summary>\n"
	if f.Schema != nil && judged(f) {
		t := &textWriter{speech: m.speech, r: m.r}
		d.open += "\n" + quiet(EscapeMarkdown(Show(t.schema(f), sentenceWidth))) + ".\n"
	}
	if f.Failure != nil {
		d.open += "\n✗ " + quiet(EscapeMarkdown(typeset(m.lang, Show(f.Failure.Say.In(m.lang), sentenceWidth)))) + "\n"
	}
	faults := Faults(m.r, f, m.lang)
	if len(faults) == 0 {
		return d
	}
	d.open += "\n" + MarkdownRow(m.heads(sayMarkdownPlace, sayMarkdownSeverity, sayMarkdownWrong, sayMarkdownCount, sayMarkdownWhere, sayMarkdownWrite)...) + "\n|---|---|---|--:|---|---|\n"
	slices.SortStableFunc(faults, func(a, b Fault) int { return int(b.Severity) - int(a.Severity) })
	for _, fault := range faults {
		count := text.Number(m.lang, fault.Count)
		if fault.AtLeast {
			count = "≥ " + count
		}
		d.rows = append(d.rows, quiet(MarkdownRow(Show(fault.Place, nameWidth), SeverityName(fault.Severity, m.lang),
			Show(fault.Message, sentenceWidth), count, Show(fault.Where, nameWidth), Show(fault.Advice, sentenceWidth)))+"\n")
	}
	return d
}

// write writes a detail in some room, and says how much of it has found none.
func (m *markdownWriter) write(b *strings.Builder, d *detail, room int) {
	rows := len(d.rows)
	if d.size() > room {
		room -= len(d.open) + len(d.shut) + lastRoom/2
		for rows = 0; rows < len(d.rows) && len(d.rows[rows]) <= room; rows++ {
			room -= len(d.rows[rows])
		}
		if room < 0 {
			return // not even its beginning: the table of files has its verdict
		}
	}
	b.WriteString(d.open + strings.Join(d.rows[:rows], ""))
	if left := len(d.rows) - rows; left > 0 {
		b.WriteString("\n" + EscapeMarkdown(m.number(sayMarkdownMore, left)) + "\n")
	}
	b.WriteString(d.shut)
}

// shares divides room among those who want some of it: who wants less than the
// others leaves them the rest.
func shares(room int, wants []int) []int {
	order := make([]int, len(wants))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return wants[a] - wants[b] })
	out := make([]int, len(wants))
	for n, i := range order {
		out[i] = min(wants[i], room/(len(order)-n))
		room -= out[i]
	}
	return out
}
