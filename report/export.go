package report

import (
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// A Section is what was found in one column, in the rows as such, or in the
// file as a whole, for formats in packages of their own.
type Section struct {
	Column int    // in the file, from 1; 0 for the rows as such, WholeFile for the file
	Field  string // of the schema; "" outside of columns
	Groups []Group
}

// WholeFile is the Column of the section on the file as a whole.
const WholeFile = wholeFile

// A Group is a fault of one severity in one section.
type Group struct {
	Code     string
	Severity validate.Severity
	Count    int // exact
	Kinds    []Kind
}

// A Kind is the part of a group that has one reason, and so one sentence. Its
// findings are those of the result, as many as are kept.
type Kind struct {
	Reason   string
	Findings []*validate.Finding
}

// Kept is how many findings of the group are at hand.
func (g *Group) Kept() int {
	n := 0
	for _, k := range g.Kinds {
		n += len(k.Findings)
	}
	return n
}

// Sections sorts what was found in a file, of the severities that are wanted:
// first the file, then the rows, then the columns in the file's order, and in
// each the gravest and most frequent fault first.
func Sections(f *validate.FileResult, wanted func(validate.Severity) bool) []Section {
	var out []Section
	for _, s := range sections(f, wanted) {
		section := Section{Column: s.place, Field: s.field}
		for _, g := range s.groups {
			group := Group{Code: g.code, Severity: g.severity, Count: g.count}
			for _, k := range g.kinds {
				group.Kinds = append(group.Kinds, Kind{k.reason, k.findings})
			}
			section.Groups = append(section.Groups, group)
		}
		out = append(out, section)
	}
	return out
}

// Blocking says whether findings of that severity are to be mended before the
// file is published: errors are, and what makes the run fail.
func Blocking(r *validate.Result, s validate.Severity) bool {
	return s == validate.Error || r.FailOn != validate.None && s >= r.FailOn
}

// Words says a finding as Message does, but for what to write instead: hint is
// the check's own, or empty.
func Words(r *validate.Result, file *validate.FileResult, f *validate.Finding, lang text.Lang) (message, hint string) {
	return words(r, file, f, lang)
}

// Example says the field's example, where that helps to mend the finding; else
// it is empty.
func Example(r *validate.Result, file *validate.FileResult, f *validate.Finding, lang text.Lang) string {
	return example(r, file, f, lang)
}

// CheckOf gives the check with that code, or nil.
func CheckOf(r *validate.Result, code string) *validate.Check { return checkOf(r, code) }

// Verdict says in a word or two what became of the file.
func Verdict(f *validate.FileResult, lang text.Lang) string { return speech{lang}.verdict(f) }

// Extent says how much was judged of a file that was not judged to its end.
func Extent(f *validate.FileResult, lang text.Lang) string { return speech{lang}.extent(f) }

// Score says a file's score, and those of its parts that are not whole:
// "Note : 99 sur 100 (lignes sans avertissement 98 %)". It is empty where the
// file has none.
func Score(f *validate.FileResult, lang text.Lang) string {
	score, ok := f.Score()
	if !ok {
		return ""
	}
	return speech{lang}.score(f, score)
}

// Judged says whether any part of the file was judged.
func Judged(f *validate.FileResult) bool { return judged(f) }

// Tally says a number of findings of one severity: "3 erreurs".
func Tally(s validate.Severity, n int, lang text.Lang) string { return speech{lang}.count(s, n) }

// Tallies says the findings of a file: "3 erreurs, 1 avertissement".
func Tallies(f *validate.FileResult, lang text.Lang) string { return speech{lang}.counts(f) }

// PathOf names the file as reports do. It is as long as the path is.
func PathOf(f *validate.FileResult, lang text.Lang) string { return speech{lang}.path(f) }

// Facts says how the file is written: rows, encoding, separator, header.
func Facts(f *validate.FileResult, lang text.Lang) string { return speech{lang}.facts(f) }

// SchemaNote says how the schema of a file was found and what is to be known
// of it, besides its name and version. f.Schema is not nil.
func SchemaNote(r *validate.Result, f *validate.FileResult, lang text.Lang) string {
	t := &textWriter{speech: speech{lang}, r: r}
	head := t.fill(saySchema, "name", Show(f.Schema.Name, valueWidth))
	if f.Schema.Version != "" {
		head += t.fill(sayVersion, "version", Show(f.Schema.Version, valueWidth))
	}
	return strings.TrimPrefix(strings.TrimPrefix(t.schema(f), head), ", ")
}

// ColumnName gives a column's letters: 1 is A, 27 is AA.
func ColumnName(column int) string { return columnName(column) }

// Typeset makes the spaces of French punctuation no-break spaces.
func Typeset(lang text.Lang, sentence string) string { return typeset(lang, sentence) }

// Reword says a template in the words of the file's format: the rows of a
// table are the features or records of JSON, its columns and cells properties.
func Reword(f *validate.FileResult, lang text.Lang, template string) string {
	return reword(f, lang, template)
}
