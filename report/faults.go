package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// A Fault is one sentence that is true of a column, of the rows or of the file:
// how often, where first, and what to do. Formats that are tables have a row
// for each.
type Fault struct {
	Column   int    // in the file, from 1; 0 for the rows as such, WholeFile for the file
	Place    string // the column's letters and name, or what is meant instead of one
	Severity validate.Severity
	Code     string
	Count    int
	AtLeast  bool   // it is not known how many more there are
	Where    string // the first cells or rows, and how many more
	Message  string // of the first of them, as Message has it
	Advice   string
	First    *validate.Finding // nil where no finding is kept
}

// Faults lists what was found in a file: first on the file, then on its rows,
// then by column in the file's order, and in each the gravest and most frequent
// first. The counts are those of f.Counts.
func Faults(r *validate.Result, f *validate.FileResult, lang text.Lang) []Fault {
	t := &textWriter{speech: speech{lang}, r: r}
	var out []Fault
	for _, s := range sections(f, func(validate.Severity) bool { return true }) {
		place := t.section(f, s)
		for _, g := range s.groups {
			fault := Fault{Column: s.place, Place: place, Severity: g.severity, Code: g.code, Count: g.count}
			if len(g.kinds) == 0 {
				fault.Message = t.title(f, g.code)
				out = append(out, fault)
			}
			for _, k := range g.kinds {
				out = append(out, t.fault(f, fault, g, k))
			}
		}
	}
	return out
}

// fault completes what is said of a group for one of its kinds.
func (t *textWriter) fault(f *validate.FileResult, fault Fault, g *group, k *kind) Fault {
	if len(g.kinds) > 1 {
		fault.Count, fault.AtLeast = len(k.findings), g.count > g.kept()
	}
	fault.First = k.findings[0]
	fault.Message, fault.Advice = Message(t.r, f, fault.First, t.lang)
	if fault.First.Fix != "" && !t.says(fault.First, "{fix}") {
		if !strings.Contains(fault.Advice, Show(fault.First.Fix, argWidth)) {
			fault.Advice += " " + t.fix("", fault.First.Fix)
		}
	}
	fault.Where = t.spots(f, fault, k.findings)
	return fault
}

// spots names the first places of findings, without their values: cells, rows, or
// the fields that the file has no column for.
func (t *textWriter) spots(f *validate.FileResult, fault Fault, findings []*validate.Finding) string {
	var names []string
	limit := placesShown
	for _, finding := range findings {
		name := ""
		switch {
		case finding.Pos.Row == 0 && finding.Field != "":
			name, limit = t.quoted(finding.Field, valueWidth), namesShown
		case finding.Pos.Row == 0:
		case finding.Column > 0 && !items(f):
			name = CellName(finding.Column, finding.Pos.Row)
		default:
			name = strconv.Itoa(finding.Pos.Row)
		}
		if name == "" || len(names) == limit {
			break
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	said := strings.Join(names, ", ")
	if first := findings[0]; first.Pos.Row > 0 && (first.Column == 0 || items(f)) {
		said = t.number(t.of(f, sayAtRow), len(names)) + nb + said
	}
	if more := fault.Count - len(names); more > 0 {
		said += " " + t.more(more, fault.AtLeast)
	}
	return said
}

// SeverityName says a severity in a word: "erreur".
func SeverityName(s validate.Severity, lang text.Lang) string { return sayCSVSeverity[s].In(lang) }

// FieldName is the finding's field, or its column's label where the schema does
// not know the column. It is as the file has it.
func FieldName(file *validate.FileResult, f *validate.Finding) string { return fieldName(file, f) }

// Items says whether the rows of a file are features or objects of JSON.
func Items(f *validate.FileResult) bool { return items(f) }
