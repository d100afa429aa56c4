package ci

import (
	"strings"
	"unicode/utf8"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/validate"
)

// fix writes what to write instead of a cell, where it is certain what that
// replaces: the text within the cell's quotes, if it has any.
func (s *sarifWriter) fix(file *validate.File, f *validate.Finding, artifact sarifPlace) (sarifFix, bool) {
	deleted, ok := replaced(file, f)
	if !ok || !fits(file, f.Fix) {
		return sarifFix{}, false
	}
	return sarifFix{
		Description: plainMessage(s.fill(sayFix, "fix", report.Show(f.Fix, nameWidth))),
		Changes: []sarifChange{{Artifact: artifact, Replacements: []sarifReplacement{{
			Deleted: deleted, Inserted: sarifText{Text: f.Fix},
		}}}},
	}, true
}

// replaced gives the region of a cell's text, without its quotes.
func replaced(file *validate.File, f *validate.Finding) (sarifRegion, bool) {
	r, ok := regionOf(file, f)
	if !ok || f.Fix == "" || r.endChar == 0 || len(f.Value) >= validate.MaxValue {
		return sarifRegion{}, false
	}
	switch quotes := f.Width - utf8.RuneCountInString(f.Value); {
	case quotes == 2:
		r.char, r.endChar = r.char+1, r.endChar-1
	case quotes != 0, file.Items: // of JSON, what is no string may have to become one
		return sarifRegion{}, false
	}
	return sarifRegion{StartLine: r.line, StartColumn: r.char, EndLine: r.line, EndColumn: r.endChar}, true
}

// fits says whether a text can stand in a cell as it is, with quotes around it
// or not.
func fits(file *validate.File, text string) bool {
	return utf8.ValidString(text) && !strings.ContainsFunc(text, func(c rune) bool { return c < ' ' || strings.ContainsRune("\"'\\", c) }) &&
		(file.Delimiter == "" || !strings.Contains(text, file.Delimiter)) && strings.TrimSpace(text) == text
}
