package validate

import (
	"cmp"
	"slices"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
)

// A Result is what one run has to report. Reports write it and count nothing.
type Result struct {
	Version string // of socle
	Files   []*FileResult
	Summary Summary
	Checks  []*Check // for their messages
	FailOn  Severity // the threshold of the exit code
	Strict  bool
}

// A Summary adds up the files of a run.
type Summary struct {
	Files, Unjudged           int
	Rows                      int
	Errors, Warnings, Notices int
}

// A FileResult is the judgement of one file.
type FileResult struct {
	File     *File
	Schema   *schemas.Schema // nil where none was found
	Detected bool            // the schema was not asked for, but recognised
	NameOnly bool            // detected by the file's name alone: no column speaks for the schema
	Newer    string          // the newest version of the schema, where it is not the one that judged
	Rows     int             // data rows
	Blank    int             // of these: rows without a filled cell
	Columns  []ColumnResult
	Counts   []Count   // by check, severity and field; exact
	Findings []Finding // in the order of rows and columns; those of the whole file first
	// Truncated says that there are more findings than Findings holds.
	Truncated bool
	// Wrong says which rows have errors, where Options.Wrong asked for it.
	Wrong WrongRows
	// Failure says why the file could not be judged, or not to its end.
	Failure *Failure

	Errors, Warnings, Notices int

	FaultyRows, WarnedRows int   // rows with errors, with warnings
	FileFaulty             bool  // the file as a whole, or its header, has an error
	Spots                  Spots // where rows lie; where Options.Cells asked for it
	FileWarnings           int   // on the file as a whole, and on none of its columns
}

// A ColumnResult is what is known of one column of the file.
type ColumnResult struct {
	Name   string
	Field  string // "" where the schema does not know the column
	Match  Match  // how the column found its field
	Filled int    // cells that are neither empty nor a missing value
}

// A Count is how often a check found a fault in a field.
type Count struct {
	Code     string
	Severity Severity
	Field    string
	Count    int
}

// A Failure is a fault of the run, not of the data: a file that cannot be
// opened, read or judged.
type Failure struct {
	Code     string            // "not-found", "unreadable", "not-a-table", "no-schema", "interrupted"…
	Say      text.Text         // what happened and what to do
	Problems []schemas.Problem // "bad-schema": what is wrong with the schema that was asked for
}

// BadSchema is the failure of every file whose schema cannot be used.
func BadSchema(err *schemas.DocumentError) *Failure {
	return &Failure{Code: "bad-schema", Problems: err.Problems, Say: text.Text{FR: err.In(text.French), EN: err.In(text.English)}}
}

// Error says the failure in English.
func (f *Failure) Error() string { return f.Say.EN }

// Valid says whether the file was judged to its end and has no error.
func (r *FileResult) Valid() bool { return r.Failure == nil && r.Errors == 0 }

// Worst is the highest severity found.
func (r *FileResult) Worst() Severity {
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

// Add puts a file into the result and its figures into the summary.
func (r *Result) Add(f *FileResult) {
	r.Files = append(r.Files, f)
	r.Summary.Files++
	if f.Failure != nil {
		r.Summary.Unjudged++
	}
	r.Summary.Rows += f.Rows
	r.Summary.Errors += f.Errors
	r.Summary.Warnings += f.Warnings
	r.Summary.Notices += f.Notices
}

// Valid says whether every file was judged to its end and has no error.
func (r *Result) Valid() bool { return r.Summary.Unjudged == 0 && r.Summary.Errors == 0 }

// result draws up the judgement from the whole partial.
func (j *Job) result(whole *Partial) *FileResult {
	r := &FileResult{File: j.File, Schema: j.Schema, Rows: whole.Rows, Blank: whole.Blank, Wrong: whole.Wrong}
	for c, column := range j.Header.Columns {
		result := ColumnResult{Name: column.Label, Filled: whole.Filled[c]}
		if column.Field >= 0 {
			result.Field, result.Match = j.Schema.Fields[column.Field].Name, column.Match
		}
		r.Columns = append(r.Columns, result)
	}
	r.Counts = j.counts(whole, r)
	r.FaultyRows, r.WarnedRows = whole.Faulty.count(), whole.Warned.count()
	r.Spots = whole.Spots
	r.FileFaulty, r.FileWarnings = whole.Faulty.has(0), whole.FileWarnings
	for _, kept := range whole.Findings {
		r.Findings = append(r.Findings, kept.Finding)
	}
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Pos.Row, b.Pos.Row), cmp.Compare(a.Column, b.Column))
	})
	r.Truncated = whole.Total > len(whole.Findings)
	return r
}

// counts lists the groups in the order of checks and fields, and adds them up
// in r.
func (j *Job) counts(whole *Partial, r *FileResult) []Count {
	groups := make([]Group, 0, len(whole.Counts))
	for g := range whole.Counts {
		groups = append(groups, g)
	}
	slices.SortFunc(groups, func(a, b Group) int {
		return cmp.Or(cmp.Compare(a.Check, b.Check), cmp.Compare(a.Field, b.Field), cmp.Compare(b.Severity, a.Severity))
	})
	var counts []Count
	for _, g := range groups {
		c := Count{Code: j.Checks[g.Check].Code, Severity: g.Severity, Count: whole.Counts[g]}
		if g.Field >= 0 {
			c.Field = j.names[g.Field]
		}
		counts = append(counts, c)
		switch g.Severity {
		case Error:
			r.Errors += c.Count
		case Warning:
			r.Warnings += c.Count
		case Notice:
			r.Notices += c.Count
		}
	}
	return counts
}
