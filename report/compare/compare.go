// Package compare sets two JSON reports of socle against each other: which
// findings are gone, which are new, and which are left. Findings are the same
// where check, severity, field and value are, wherever they stand, so rows
// that are added or sorted change nothing.
package compare

import "github.com/socle-commun/socle/validate"

// A Change says what became of findings between two reports.
type Change uint8

// The changes, in the order in which they are told.
const (
	New Change = iota
	Gone
	Left
)

var changeNames = [...]string{"new", "gone", "left"}

// MarshalText writes the change's word.
func (c Change) MarshalText() ([]byte, error) { return []byte(changeNames[c]), nil }

// A Result is the difference between two reports.
type Result struct {
	Files []File `json:"files"` // in the order of the later report, then those that it has not
	New   Totals `json:"new"`
	Gone  Totals `json:"gone"`
	Left  Totals `json:"left"`
	// Exact says that both reports hold every finding: else some numbers are
	// bounds, those of Fault.Bound.
	Exact bool `json:"exact"`
	// Unjudged is how many files of the later report were not judged to their
	// end.
	Unjudged int `json:"unjudged"`
}

// Totals are numbers of findings by severity.
type Totals struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Notices  int `json:"notices"`
}

// Sum is the number of all findings.
func (t Totals) Sum() int { return t.Errors + t.Warnings + t.Notices }

func (t *Totals) add(s validate.Severity, n int) {
	switch s {
	case validate.Error:
		t.Errors += n
	case validate.Warning:
		t.Warnings += n
	default:
		t.Notices += n
	}
}

// A File is the difference of one file.
type File struct {
	Before *Side   `json:"before"` // nil where the earlier report has no such file
	After  *Side   `json:"after"`  // nil where the later one has none: its findings are not told as gone
	Faults []Fault `json:"faults"` // new ones first, then those gone and left, each in the order of the reports
}

// A Side is what one report says of a file.
type Side struct {
	Path    string `json:"path"`
	Schema  string `json:"schema"` // "NAME@VERSION", "" where none was found
	Rows    int    `json:"rows"`
	Failure string `json:"failure,omitempty"` // why it was not judged to its end; "" where it was
}

// A Fault is what became of some of the findings of one check, severity and
// field.
type Fault struct {
	Change   Change            `json:"change"`
	Code     string            `json:"code"`
	Severity validate.Severity `json:"severity"`
	Field    string            `json:"field,omitempty"`
	Count    int               `json:"count"`
	// Bound says that a report does not hold all findings of the group, so that
	// Count comes of the exact numbers: there are at least so many that are new
	// or gone, and at most so many that are left.
	Bound  bool    `json:"bound,omitempty"`
	Places []Place `json:"places"` // the first that are known, MaxPlaces at most: of the earlier report for those gone
}

// MaxPlaces is how many places of a Fault are told.
const MaxPlaces = 20

// A Place is where a finding is, as its report says.
type Place struct {
	Row   int    `json:"row"`
	Line  int    `json:"line"`
	Cell  string `json:"cell,omitempty"`
	Value string `json:"value"`
}

// Reports compares an earlier report with a later one. A file is the same
// under the same path, or else under the longest ending of it that no other has,
// down to the file's name, or if each report is of one file.
func Reports(before, after *Report) *Result {
	out := &Result{Files: []File{}, Exact: true}
	for _, p := range pairs(before.files, after.files) {
		f := File{Before: p.before.side(), After: p.after.side(), Faults: []Fault{}}
		if p.after != nil {
			f.Faults = append(f.Faults, faults(p.before, p.after)...)
			if p.after.Failure != nil {
				out.Unjudged++
			}
		}
		for _, fault := range f.Faults {
			[...]*Totals{&out.New, &out.Gone, &out.Left}[fault.Change].add(fault.Severity, fault.Count)
			out.Exact = out.Exact && !fault.Bound
		}
		out.Files = append(out.Files, f)
	}
	return out
}
