package report

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// frictionlessFormat is the validation report of Frictionless, version 5, for
// the programs that read it. Its types, tags, notes and members are those of
// that format; its sentences are ours. Only errors are listed as errors:
// warnings are sentences in the tasks' member "warnings", and notices are left
// out. What differs from what Frictionless writes:
//
//   - seconds is 0, for no report holds the time;
//   - md5 and sha256 are left out, for nothing computes them;
//   - errors has a member "code", the code of socle's check; a fault that
//     Frictionless does not know has the type of its family (cell-error,
//     row-error, label-error, table-error), so that readers take it;
//   - stats counts all that was found, also where the list stops short of it,
//     and a warning says that it does;
//   - cells is empty for a fault that only the end of the file shows.
var frictionlessFormat = Format{
	Name: "frictionless",
	Title: text.Text{
		FR: "le rapport de Frictionless, version" + nb + "5, pour les programmes qui le lisent",
		EN: "the report of Frictionless, version 5, for the programs that read it",
	},
	Cells:    true,
	Refusals: true,
	New:      func(w io.Writer, o Options) Writer { return &frictionlessWriter{w, o.Lang} },
}

type frictionlessWriter struct {
	w    io.Writer
	lang text.Lang
}

// Close has nothing to write: Write has written a whole document.
func (f *frictionlessWriter) Close() error { return nil }

// Write writes the report as one document, a task for each file.
func (f *frictionlessWriter) Write(r *validate.Result) error {
	return writeJSON(f.w, f.report(r))
}

// writeJSON writes an indented document in which nothing acts on a terminal.
func writeJSON(w io.Writer, document any) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(document); err != nil {
		return err
	}
	_, err := w.Write(escapeHidden(b.Bytes()))
	return err
}

type frictionlessReport struct {
	Valid    bool               `json:"valid"`
	Stats    frictionlessStats  `json:"stats"`
	Warnings []string           `json:"warnings"`
	Errors   []string           `json:"errors"` // of no file: there are none
	Tasks    []frictionlessTask `json:"tasks"`
}

type frictionlessStats struct {
	Tasks    *int    `json:"tasks,omitempty"` // of the report, not of a task
	Errors   int     `json:"errors"`
	Warnings int     `json:"warnings"`
	Seconds  float64 `json:"seconds"`
	Bytes    int64   `json:"bytes,omitempty"`
	Fields   int     `json:"fields,omitempty"`
	Rows     int     `json:"rows,omitempty"`
}

type frictionlessTask struct {
	Name     string              `json:"name"`
	Type     string              `json:"type"`
	Valid    bool                `json:"valid"`
	Place    string              `json:"place"`
	Labels   []string            `json:"labels"`
	Stats    frictionlessStats   `json:"stats"`
	Warnings []string            `json:"warnings"`
	Errors   []frictionlessError `json:"errors"`
}

func (f *frictionlessWriter) report(r *validate.Result) frictionlessReport {
	files := len(r.Files)
	out := frictionlessReport{
		Valid: r.Valid(), Stats: frictionlessStats{Tasks: &files},
		Warnings: []string{}, Errors: []string{}, Tasks: make([]frictionlessTask, 0, files),
	}
	for _, file := range r.Files {
		task := f.task(r, file)
		out.Stats.Errors += task.Stats.Errors
		out.Stats.Warnings += task.Stats.Warnings
		out.Tasks = append(out.Tasks, task)
	}
	return out
}

func (f *frictionlessWriter) task(r *validate.Result, file *validate.FileResult) frictionlessTask {
	out := frictionlessTask{
		Name: "name", Type: "table", Valid: file.Valid(), Labels: []string{},
		Stats:    frictionlessStats{Errors: file.Errors, Warnings: file.Warnings, Rows: file.Rows},
		Warnings: []string{}, Errors: []frictionlessError{},
	}
	if of := file.File; of != nil {
		out.Name, out.Place = taskName(of), of.Path
		out.Labels = append(out.Labels, of.Labels...)
		out.Stats.Bytes = max(of.Size, 0)
	}
	if file.Schema != nil {
		out.Stats.Fields = len(file.Schema.Fields)
	}
	for i := range file.Findings {
		finding := &file.Findings[i]
		switch finding.Severity {
		case validate.Error:
			out.Errors = append(out.Errors, f.finding(r, file, finding))
		case validate.Warning:
			out.Warnings = append(out.Warnings, placed(finding, said(r, file, finding, f.lang), f.lang))
		}
	}
	if file.Failure != nil {
		failures := f.failure(file.Failure)
		out.Errors = append(out.Errors, failures...)
		out.Stats.Errors += len(failures)
	}
	if file.Truncated {
		out.Warnings = append(out.Warnings, "reached error limit: "+strconv.Itoa(len(out.Errors)))
		out.Stats.Warnings++
	}
	return out
}

// said says a finding and its hint in one go.
func said(r *validate.Result, file *validate.FileResult, f *validate.Finding, lang text.Lang) string {
	message, hint := Message(r, file, f, lang)
	if hint != "" {
		message += " " + hint
	}
	return message
}

// placed says before a sentence which cell it is about, if it is about one.
func placed(f *validate.Finding, sentence string, lang text.Lang) string {
	if cell := CellName(f.Column, f.Pos.Row); cell != "" {
		return cell + speech{lang}.fill(sayColon) + sentence
	}
	return sentence
}
