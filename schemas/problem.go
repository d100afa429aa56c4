package schemas

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/socle-commun/socle/schemas/text"
)

// A Problem is something wrong, or merely odd, in a schema document.
type Problem struct {
	Path string    // where: "fields[3].constraints.pattern"; "" for the whole document
	Say  text.Text // what, and what was expected
}

// quoted is the reason that another package gives, shown at more length than a
// text of the document.
type quoted string

// newProblem makes a problem of a format in both languages; texts among the
// arguments come from the document and are made fit to be shown.
func newProblem(path, fr, en string, args []any) Problem {
	for i, arg := range args {
		switch arg := arg.(type) {
		case string:
			args[i] = clip(arg)
		case quoted:
			args[i] = clipTo(400, string(arg))
		}
	}
	return Problem{Path: path, Say: text.Text{FR: fmt.Sprintf(fr, args...), EN: fmt.Sprintf(en, args...)}}
}

// A DocumentError is returned for a schema document that cannot be used.
type DocumentError struct {
	Source   string // the file or the name that was asked for
	Problems []Problem
}

// colon follows the place of a problem: French puts a space before it.
var colon = text.Text{FR: " : ", EN: ": "}

// mostSaid is how many problems of one document are said, so that a broken
// document of thousands of fields stays readable.
const mostSaid = 50

// In says the error in a language, one line a problem, the first 50 of them.
func (e *DocumentError) In(lang text.Lang) string {
	head := text.Text{
		FR: "le schéma " + e.Source + " n'est pas utilisable :",
		EN: "the schema " + e.Source + " cannot be used:",
	}
	lines := []string{head.In(lang)}
	for _, p := range e.Problems[:min(len(e.Problems), mostSaid)] {
		line := "  - "
		if p.Path != "" {
			line += p.Path + colon.In(lang)
		}
		lines = append(lines, line+p.Say.In(lang))
	}
	if more := len(e.Problems) - mostSaid; more > 0 {
		rest := text.Text{FR: "  - et {n} {n|autre|autres}.", EN: "  - and {n} more."}
		lines = append(lines, text.Fill(lang, rest.In(lang), func(string) (string, bool) { return text.Number(lang, more), true }))
	}
	return strings.Join(lines, "\n")
}

// Error says the error in English.
func (e *DocumentError) Error() string { return e.In(text.English) }

// clip makes a text of the document fit to be shown: 80 characters at most,
// and none that acts on a terminal.
func clip(s string) string { return clipTo(80, s) }

func clipTo(most int, s string) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		if n++; n > most {
			b.WriteString("…")
			break
		}
		if unicode.IsPrint(r) {
			b.WriteRune(r)
			continue
		}
		b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
	}
	return b.String()
}
