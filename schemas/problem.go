package schemas

import (
	"strings"

	"github.com/socle-commun/socle/schemas/text"
)

// A Problem is something wrong, or merely odd, in a schema document.
type Problem struct {
	Path string    // where: "fields[3].constraints.pattern"; "" for the whole document
	Say  text.Text // what, and what was expected
}

// A DocumentError is returned for a schema document that cannot be used.
type DocumentError struct {
	Source   string // the file or the name that was asked for
	Problems []Problem
}

// In says the error in a language, one line a problem.
func (e *DocumentError) In(lang text.Lang) string {
	head := text.Text{
		FR: "le schéma " + e.Source + " n'est pas utilisable :",
		EN: "the schema " + e.Source + " cannot be used:",
	}
	lines := []string{head.In(lang)}
	for _, p := range e.Problems {
		line := "  - "
		if p.Path != "" {
			line += p.Path + " : "
		}
		lines = append(lines, line+p.Say.In(lang))
	}
	return strings.Join(lines, "\n")
}

// Error says the error in English.
func (e *DocumentError) Error() string { return e.In(text.English) }
