// Package lint looks for faults in schema documents, for those who write them:
// what keeps a document from being used, what has no effect, and what will
// puzzle its readers.
//
// A problem has a place in the file. What a fault is called, how grave it is
// and what is said of it stands in one table, rules.
package lint

import (
	"bytes"
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/text"
)

// A Severity says what a problem means for the schema.
type Severity uint8

// The severities, in growing order.
const (
	None    Severity = iota // no problem at all; for thresholds
	Notice                  // could be better
	Warning                 // has no effect, or probably not the one that is meant
	Error                   // the schema cannot be used, or not as it is meant
)

var severityNames = [...]string{"none", "notice", "warning", "error"}

// String gives the severity's word in reports.
func (s Severity) String() string { return severityNames[s] }

// MarshalText writes the severity's word.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// A Problem is one fault at one place of a document.
type Problem struct {
	Severity Severity  `json:"severity"`
	Code     string    `json:"code"`            // public, in kebab case
	Path     string    `json:"path"`            // JSON pointer (RFC 6901); "" for the whole document
	Line     int       `json:"line"`            // from 1
	Column   int       `json:"column"`          // in characters, from 1
	Field    string    `json:"field,omitempty"` // the field that it is in
	Say      text.Text `json:"-"`               // what is wrong
	Hint     text.Text `json:"-"`               // what to write instead; may be empty
}

// A Report is what was found in one document, in the order of the file.
type Report struct {
	Problems  []Problem
	Counts    map[string]int // of all problems, by code
	Errors    int
	Warnings  int
	Notices   int
	Truncated bool // there are more problems than Problems holds
	NotJSON   bool // nothing could be read: the one problem is the syntax
}

// Worst is the gravest severity that was found.
func (r *Report) Worst() Severity {
	switch {
	case r.Errors > 0:
		return Error
	case r.Warnings > 0:
		return Warning
	case r.Notices > 0:
		return Notice
	}
	return None
}

// A Custom is one custom check that is known: its names, and its parameters
// that each name a column, or a list of columns.
type Custom struct {
	Names   []string
	Columns []string
}

// mostKept is how many problems of one code a report holds.
const mostKept = 1000

// A linter gathers the problems of one document.
type linter struct {
	data    []byte // without byte order mark
	customs []Custom
	root    spot
	report  *Report
	found   []found
	slow    int // matches by back-tracking that may still be tried
}

// Document looks for problems in a document of any kind. customs are the
// custom checks that are known. It keeps nothing of data.
func Document(data []byte, customs []Custom) *Report {
	l := &linter{customs: customs, report: &Report{Counts: map[string]int{}}, slow: mostSlow}
	l.data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	root, at := parse(l.data)
	if root == nil {
		l.syntax(at)
		return l.finish()
	}
	l.root = spot{node: root, nameAt: -1}
	if len(l.data) < len(data) {
		l.add(l.root, "byte-order-mark", "", nil)
	}
	l.schema(l.root, l.data)
	return l.finish()
}

// slots are the values of a sentence's slots.
type slots map[string]string

// add notes a problem at a value, said in the words of its rule.
func (l *linter) add(where spot, code, reason string, values slots) {
	l.addAt(where.node.at, where.pointer, code, l.fill(code, reason, values))
}

// addName notes a problem at the name of a member.
func (l *linter) addName(where spot, code, reason string, values slots) {
	at := where.nameAt
	if at < 0 {
		at = where.node.at
	}
	l.addAt(at, where.pointer, code, l.fill(code, reason, values))
}

// fill says a problem in both languages. Values come from the document and
// are made fit to be shown.
func (l *linter) fill(code, reason string, values slots) words {
	r, ok := rules[code]
	if !ok {
		panic("lint: no rule " + code)
	}
	w, ok := r.say[reason]
	if !ok {
		panic("lint: no words for " + code + " " + reason)
	}
	in := func(lang text.Lang, t text.Text) string {
		return text.Fill(lang, t.In(lang), func(name string) (string, bool) {
			v, ok := values[name]
			return shown(v), ok
		})
	}
	return words{
		text.Text{FR: in(text.French, w.say), EN: in(text.English, w.say)},
		text.Text{FR: in(text.French, w.hint), EN: in(text.English, w.hint)},
	}
}

// addAt notes a problem at an offset, unless there are enough of its code.
func (l *linter) addAt(at int, pointer, code string, w words) {
	severity := rules[code].severity
	switch severity {
	case Error:
		l.report.Errors++
	case Warning:
		l.report.Warnings++
	default:
		l.report.Notices++
	}
	if l.report.Counts[code]++; l.report.Counts[code] > mostKept {
		l.report.Truncated = true
		return
	}
	l.found = append(l.found, found{at, Problem{Severity: severity, Code: code, Path: pointer, Say: w.say, Hint: w.hint}})
}

// A found problem still has its place as an offset.
type found struct {
	at int
	Problem
}

// finish puts the problems in the order of the file, and turns their offsets
// into lines and columns.
func (l *linter) finish() *Report {
	slices.SortStableFunc(l.found, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Code, b.Code))
	})
	line, start := 1, 0 // of the line that the last offset is on
	for _, f := range l.found {
		at := min(f.at, len(l.data))
		for {
			end := bytes.IndexByte(l.data[start:at], '\n')
			if end < 0 {
				break
			}
			line, start = line+1, start+end+1
		}
		f.Line, f.Column, f.Field = line, 1+utf8.RuneCount(l.data[start:at]), l.root.fieldAt(f.Path)
		l.report.Problems = append(l.report.Problems, f.Problem)
	}
	return l.report
}
