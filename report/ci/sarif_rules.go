package ci

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// The headings of a rule's help.
var (
	sayWrong = text.Text{FR: "Fautif", EN: "Wrong"}
	sayRight = text.Text{FR: "Correct", EN: "Right"}
	sayMend  = text.Text{FR: "Comment corriger", EN: "How to mend it"}
)

// rule writes the documentation of a check.
func (s *sarifWriter) rule(c *validate.Check) sarifRule {
	severity := c.Severity
	if s.Strict && c.Strict != validate.None {
		severity = c.Strict
	}
	level := sarifLevels[severity]
	if level == "" {
		level = "none"
	}
	out := sarifRule{ID: c.Code, Name: pascal(c.Code), Default: sarifDefault{level}}
	out.Short = sarifText{Text: s.title(c.Code)}
	out.Full = sarifText{Text: strings.TrimSpace(s.typed(c.Why))}
	if out.Full.Text == "" {
		out.Full = out.Short
	}
	out.Help = s.help(c)
	out.Bag = sarifProperties{Tags: []string{"open-data"}, Severity: problems[severity]}
	return out
}

// problems are the severities of CodeQL, by which GitHub filters.
var problems = map[validate.Severity]string{
	validate.Error: "error", validate.Warning: "warning", validate.Notice: "recommendation", validate.None: "recommendation",
}

// help says why the fault is one, shows it, and says how to mend it.
func (s *sarifWriter) help(c *validate.Check) sarifText {
	var plain, marked []string
	add := func(p, m string) { plain, marked = append(plain, p), append(marked, m) }
	if why := s.typed(c.Why); why != "" {
		add(why, report.EscapeMarkdown(why))
	}
	for _, example := range []struct {
		title text.Text
		body  string
	}{{sayWrong, c.Bad}, {sayRight, c.Good}} {
		if body := shownLines(example.body); body != "" {
			title := s.fill(example.title) + strings.TrimRight(s.fill(sayColon), " ")
			add(title+"\n"+body, "**"+title+"**\n\n"+fenced(body))
		}
	}
	if mend := s.typed(c.Mend); mend != "" {
		title := s.fill(sayMend) + strings.TrimRight(s.fill(sayColon), " ")
		add(title+"\n"+mend, "**"+title+"**\n\n"+report.EscapeMarkdown(mend))
	}
	if len(plain) == 0 {
		add(s.title(c.Code), report.EscapeMarkdown(s.title(c.Code)))
	}
	return sarifText{strings.Join(plain, "\n\n"), strings.Join(marked, "\n\n")}
}

func (s *sarifWriter) typed(t text.Text) string { return report.Typeset(s.lang, t.In(s.lang)) }

// shownLines shows each line of an example by itself.
func shownLines(body string) string {
	lines := strings.Split(strings.TrimRight(body, "\n"), "\n")
	for i := range lines {
		lines[i] = report.Show(lines[i], 0)
	}
	return strings.Join(lines, "\n")
}

// fenced makes a block of code of lines, whatever they hold.
func fenced(body string) string {
	fence := "```"
	for strings.Contains(body, fence) {
		fence += "`"
	}
	return fence + "\n" + body + "\n" + fence
}

// pascal turns a code into the name of an identifier: type-error is TypeError.
// A code of one word has no other name: SARIF wants one that differs.
func pascal(code string) string {
	if !strings.Contains(code, "-") {
		return ""
	}
	var b strings.Builder
	for word := range strings.SplitSeq(code, "-") {
		first, size := utf8.DecodeRuneInString(word)
		if size > 0 {
			b.WriteRune(unicode.ToUpper(first))
			b.WriteString(word[size:])
		}
	}
	return b.String()
}
