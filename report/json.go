package report

import (
	"bufio"
	"bytes"
	_ "embed"
	"io"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// reportVersion is raised when a member of the JSON report changes its
// meaning or goes away. New members do not raise it.
const reportVersion = 1

var jsonFormat = Format{
	Name: "json",
	Title: text.Text{
		FR: "pour les programmes" + nb + ": tout ce qui est su, selon un schéma publié",
		EN: "for programs: all that is known, by a published schema",
	},
	New: func(w io.Writer, o Options) Writer { return &jsonWriter{w, o} },
}

//go:embed report.schema.json
var reportSchema []byte

// Schema gives the JSON Schema (draft-07) of the JSON report. The bytes are
// the caller's.
func Schema() []byte { return slices.Clone(reportSchema) }

type jsonWriter struct {
	w io.Writer
	o Options
}

// Close has nothing to write: Write has written a whole document.
func (j *jsonWriter) Close() error { return nil }

// noFindings is the place of a file's findings in a document without any. No
// string can hold it: a quote within one has a backslash before it.
var noFindings = []byte(`"findings": []`)

// Write writes the report as one document, the findings one by one, so that no
// more than one of them is held besides the result.
func (j *jsonWriter) Write(r *validate.Result) error {
	var b bytes.Buffer
	if err := writeJSON(&b, j.report(r)); err != nil {
		return err
	}
	w := bufio.NewWriter(j.w)
	rest := b.Bytes()
	for _, f := range r.Files {
		before, behind, _ := bytes.Cut(rest, noFindings)
		w.Write(before)
		rest = behind
		j.findings(w, r, f)
	}
	w.Write(rest)
	return w.Flush()
}

// findings writes the findings of a file, indented as the document is.
func (j *jsonWriter) findings(w *bufio.Writer, r *validate.Result, f *validate.FileResult) {
	if len(f.Findings) == 0 {
		w.Write(noFindings)
		return
	}
	w.WriteString(`"findings": [`)
	o := object{before: "\n          ", colon: ": "}
	for i := range f.Findings {
		if i > 0 {
			w.WriteByte(',')
		}
		w.WriteString("\n        {")
		found := j.finding(r, f, &f.Findings[i])
		o.b, o.begun = o.b[:0], false
		o.finding(&found)
		w.Write(o.b)
		w.WriteString("\n        }")
	}
	w.WriteString("\n      ]")
}

// escapeHidden writes as \u escapes what JSON allows bare and a terminal might
// obey: bidirectional overrides, the controls above ASCII, and their like.
// Such characters stand in strings only.
func escapeHidden(doc []byte) []byte {
	var out []byte
	from := 0
	for i := 0; i < len(doc); {
		r, size := rune(doc[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(doc[i:])
		}
		if r >= 0x7f && hidden(r) {
			out = append(out, doc[from:i]...)
			out = appendEscape(out, r)
			from = i + size
		}
		i += size
	}
	if from == 0 {
		return doc
	}
	return append(out, doc[from:]...)
}

type jsonReport struct {
	Version int         `json:"version"`
	Tool    jsonTool    `json:"tool"`
	Valid   bool        `json:"valid"`
	Summary jsonSummary `json:"summary"`
	Files   []jsonFile  `json:"files"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonSummary struct {
	Files    int `json:"files"`
	Unjudged int `json:"unjudged"`
	Rows     int `json:"rows"`
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Notices  int `json:"notices"`
}

type jsonFile struct {
	Path      string        `json:"path"`
	Name      string        `json:"name,omitempty"`
	Format    string        `json:"format"`
	Encoding  string        `json:"encoding"`
	Delimiter string        `json:"delimiter"`
	HeaderRow int           `json:"header_row"`
	Sheet     string        `json:"sheet,omitempty"`
	Schema    *jsonSchema   `json:"schema"`
	Valid     bool          `json:"valid"`
	Failure   *jsonFailure  `json:"failure,omitempty"`
	Rows      int           `json:"rows"`
	Columns   []jsonColumn  `json:"columns"`
	Counts    []jsonCount   `json:"counts"`
	Findings  []jsonFinding `json:"findings"`
	Truncated bool          `json:"truncated"`
	Score     *jsonScore    `json:"score,omitempty"`
	FillRate  *float64      `json:"fill_rate,omitempty"`
}

type jsonScore struct {
	Total       int     `json:"total"`
	Rows        float64 `json:"rows_without_error"`
	Required    float64 `json:"required_cells_filled"`
	Recommended float64 `json:"other_columns_present"`
	Calm        float64 `json:"rows_without_warning"`
}

type jsonSchema struct {
	Name     string `json:"name"`
	Version  string `json:"version"`
	Detected bool   `json:"detected"`
	Official bool   `json:"official,omitempty"`
}

type jsonFailure struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

type jsonColumn struct {
	Name   string `json:"name"`
	Field  string `json:"field,omitempty"`
	Match  string `json:"match,omitempty"`
	Filled int    `json:"filled"`
}

type jsonCount struct {
	Code     string            `json:"code"`
	Severity validate.Severity `json:"severity"`
	Field    string            `json:"field,omitempty"`
	Count    int               `json:"count"`
}

type jsonFinding struct {
	Code     string            `json:"code"`
	Reason   string            `json:"reason,omitempty"`
	Severity validate.Severity `json:"severity"`
	Row      int               `json:"row"`
	Line     int               `json:"line"`
	Char     int               `json:"character,omitempty"`
	Column   int               `json:"column,omitempty"`
	Field    string            `json:"field,omitempty"`
	Cell     string            `json:"cell,omitempty"`
	Value    string            `json:"value"`
	Expected string            `json:"expected,omitempty"`
	Pattern  string            `json:"pattern,omitempty"`
	Message  string            `json:"message"`
	Hint     string            `json:"hint,omitempty"`
	Fix      string            `json:"fix,omitempty"`
}

func (j *jsonWriter) report(r *validate.Result) jsonReport {
	s := r.Summary
	out := jsonReport{
		Version: reportVersion,
		Tool:    jsonTool{"socle", r.Version},
		Valid:   r.Valid(),
		Summary: jsonSummary{s.Files, s.Unjudged, s.Rows, s.Errors, s.Warnings, s.Notices},
		Files:   make([]jsonFile, 0, len(r.Files)),
	}
	for _, f := range r.Files {
		out.Files = append(out.Files, j.file(r, f))
	}
	return out
}

// file is what the report says of a file, but for its findings.
func (j *jsonWriter) file(r *validate.Result, f *validate.FileResult) jsonFile {
	out := jsonFile{
		Valid: f.Valid(), Rows: f.Rows, Truncated: f.Truncated,
		Columns:  make([]jsonColumn, 0, len(f.Columns)),
		Counts:   make([]jsonCount, 0, len(f.Counts)),
		Findings: make([]jsonFinding, 0, len(f.Findings)),
	}
	if of := f.File; of != nil {
		out.Path, out.Name, out.Format, out.Encoding = of.Path, of.Name, of.Format, of.Encoding
		out.Delimiter, out.HeaderRow, out.Sheet = of.Delimiter, of.HeaderRow, of.Sheet
	}
	if f.Schema != nil {
		out.Schema = &jsonSchema{f.Schema.Name, f.Schema.Version, f.Detected, f.Schema.Official}
	}
	if s, ok := f.Score(); ok {
		out.Score = &jsonScore{s.Total, rounded(s.Rows), rounded(s.Required), rounded(s.Recommended), rounded(s.Calm)}
	}
	if rate, ok := f.FillRate(); ok {
		rate = rounded(rate)
		out.FillRate = &rate
	}
	if f.Failure != nil {
		out.Failure = &jsonFailure{f.Failure.Code, Show(f.Failure.Say.In(j.o.Lang), 0)}
	}
	for _, c := range f.Columns {
		out.Columns = append(out.Columns, jsonColumn{c.Name, c.Field, c.Match.String(), c.Filled})
	}
	for _, c := range f.Counts {
		out.Counts = append(out.Counts, jsonCount(c))
	}
	return out
}

// rounded is a share with four decimals.
func rounded(share float64) float64 { return math.Round(share*1e4) / 1e4 }

// physical says whether lines and characters of the file are those that an
// editor shows.
func physical(file *validate.FileResult) bool {
	return file.File != nil && file.File.Format != "xlsx" && file.File.Format != "ods"
}

func (j *jsonWriter) finding(r *validate.Result, file *validate.FileResult, f *validate.Finding) jsonFinding {
	out := jsonFinding{
		Code: f.Code, Reason: f.Reason, Severity: f.Severity,
		Row: f.Pos.Row, Line: f.Pos.Line, Column: f.Column,
		Field: f.Field, Value: f.Value, Fix: f.Fix,
	}
	if f.Pos.Row > 0 && physical(file) {
		out.Char = f.Pos.Char
	}
	if items(file) {
		out.Column = 0 // properties have no order
	} else {
		out.Cell = CellName(f.Column, f.Pos.Row)
	}
	out.Expected, _ = f.Arg("expected")
	out.Pattern, _ = f.Arg("pattern")
	out.Message, out.Hint = Message(r, file, f, j.o.Lang)
	return out
}
