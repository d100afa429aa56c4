package report

import (
	"io"
	"strconv"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// validataFormat is the answer of Validata's API, version 0.12 and later, for
// the programs that read it: one object, or for several files a list of them.
// Its members and types are those of that format, its sentences are ours. date
// is empty and seconds is 0, for no report holds the time; an error has a
// member "code" besides, the code of socle's check. Of a file that was not
// judged to its end, "error" says why.
var validataFormat = Format{
	Name: "validata",
	Title: text.Text{
		FR: "la réponse de l'API de Validata, pour les programmes qui la lisent",
		EN: "the answer of Validata's API, for the programs that read it",
	},
	Refusals: true,
	New:      func(w io.Writer, o Options) Writer { return &validataWriter{w, frictionlessWriter{nil, o.Lang}} },
}

type validataWriter struct {
	w    io.Writer
	base frictionlessWriter // Validata's errors are Frictionless's, and some more
}

// Close has nothing to write: Write has written a whole document.
func (v *validataWriter) Close() error { return nil }

// Write writes the answer as one document.
func (v *validataWriter) Write(r *validate.Result) error {
	answers := make([]validataAnswer, 0, len(r.Files))
	for _, file := range r.Files {
		answers = append(answers, v.answer(r, file))
	}
	if len(answers) == 1 {
		return writeJSON(v.w, answers[0])
	}
	return writeJSON(v.w, answers)
}

type validataAnswer struct {
	Schema  string            `json:"schema"`
	URL     string            `json:"url"`
	Options map[string]string `json:"options"`
	Version string            `json:"version"`
	Date    string            `json:"date"` // always "": readers ask for the member
	Report  *validataReport   `json:"report,omitempty"`
	Error   *validataFailure  `json:"error,omitempty"`
}

type validataFailure struct {
	Message string `json:"message"`
	Type    string `json:"type"`
}

type validataReport struct {
	Valid    bool            `json:"valid"`
	Stats    validataStats   `json:"stats"`
	Warnings []string        `json:"warnings"`
	Errors   []validataError `json:"errors"`
}

type validataStats struct {
	Errors        int     `json:"errors"`
	Warnings      int     `json:"warnings"`
	Seconds       float64 `json:"seconds"`
	Fields        int     `json:"fields"`
	Rows          int     `json:"rows"`
	RowsProcessed int     `json:"rows_processed"`
}

type validataError struct {
	Title       string   `json:"title"`
	Message     string   `json:"message"`
	Type        string   `json:"type"`
	Tags        []string `json:"tags"`
	RowNumber   int      `json:"rowNumber,omitempty"`
	FieldName   *string  `json:"fieldName,omitempty"` // "" for a cell beyond the last column
	FieldNumber int      `json:"fieldNumber,omitempty"`
	Cell        *string  `json:"cell,omitempty"`
	Code        string   `json:"code"`
}

func (v *validataWriter) answer(r *validate.Result, file *validate.FileResult) validataAnswer {
	out := validataAnswer{Version: r.Version, Options: map[string]string{
		"ignore_header_case": strconv.FormatBool(!r.Strict), "include_resource_data": "false",
	}}
	if file.File != nil {
		out.URL = file.File.Path
	}
	if file.Schema != nil {
		if out.Schema = file.Schema.Source; out.Schema == "" {
			out.Schema = file.Schema.ID()
		}
	}
	if file.Failure != nil {
		out.Error = &validataFailure{Show(file.Failure.Say.In(v.base.lang), 0), v.base.failure(file.Failure)[0].Type}
		if file.Rows == 0 && len(file.Findings) == 0 {
			return out
		}
	}
	out.Report = v.report(r, file)
	return out
}

func (v *validataWriter) report(r *validate.Result, file *validate.FileResult) *validataReport {
	task := v.base.task(r, file)
	out := &validataReport{Valid: task.Valid, Warnings: task.Warnings, Errors: []validataError{}, Stats: validataStats{
		Errors: file.Errors, Warnings: task.Stats.Warnings,
		Fields: task.Stats.Fields, Rows: file.Rows, RowsProcessed: file.Rows,
	}}
	for i := range file.Findings {
		if f := &file.Findings[i]; f.Severity == validate.Error {
			out.Errors = append(out.Errors, v.finding(r, file, f))
		}
	}
	return out
}

// validataTypes are the types that Validata has beyond those of Frictionless,
// by the codes of socle's checks.
var validataTypes = map[string]string{
	"siret": "custom-check-error", "siren": "custom-check-error", "code-rna": "custom-check-error",
	"nomenclature-acte": "custom-check-error", "phone-number": "phone-number-value", "year-interval": "year-interval-value",
	"opening-hours": "opening-hours-value", "cohesive-columns": "cohesive-columns-value",
	"compare-columns": "compare-columns-value", "sum-columns": "sum-columns-value",
	"one-of-required": "one-of-required", "unknown-custom-check": "check-error",
	"code-commune-insee": "custom-check-error", "code-postal": "custom-check-error",
	"code-departement": "custom-check-error", "code-region": "custom-check-error", "commune": "custom-check-error",
	"departement": "custom-check-error", "region": "custom-check-error", "pays": "custom-check-error",
	"code-pays-iso2": "custom-check-error", "code-pays-iso3": "custom-check-error", "canton": "custom-check-error",
	"code-fantoir": "custom-check-error", "id-rnb": "custom-check-error", "latitude-l93": "custom-check-error",
	"longitude-l93": "custom-check-error", "french-gps-coordinates": "french-gps-coordinates",
}

// finding writes a finding as an error. What neither Validata nor Frictionless
// knows has the code of socle's check for its type.
func (v *validataWriter) finding(r *validate.Result, file *validate.FileResult, f *validate.Finding) validataError {
	e := v.base.finding(r, file, f)
	out := validataError{Title: e.Title, Message: e.Message, Type: e.Type, Tags: e.Tags, Code: f.Code}
	if of := e.errorRow; of != nil {
		out.RowNumber = of.RowNumber
	}
	if of := e.errorCell; of != nil {
		out.Cell = &of.Cell
	}
	name, custom := validataTypes[f.Code]
	_, known := frictionlessTypes[f.Code]
	switch {
	case custom:
		out.Type, out.Tags = name, []string{"#body"}
	case !known:
		out.Type = f.Code
	}
	if f.Code == "french-gps-coordinates" && f.Reason == "swapped" {
		out.Type = "reversed-french-gps-coordinates"
	}
	switch of := e.errorPlace; {
	case of != nil:
		out.FieldName, out.FieldNumber = &of.FieldName, of.FieldNumber
	case !known && f.Field != "": // a row's or a table's, which Frictionless gives no place
		out.FieldName, out.FieldNumber = &f.Field, f.Column
	}
	return out
}
