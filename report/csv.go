package report

import (
	"encoding/csv"
	"io"
	"strconv"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var csvFormat = Format{
	Name: "csv",
	Title: text.Text{
		FR: "un tableau des fautes, une par ligne",
		EN: "a table of the faults, one a row",
	},
	New: func(w io.Writer, o Options) Writer {
		if o.Excel {
			io.WriteString(w, "\ufeff") // the error comes again with the first row
		}
		out := csv.NewWriter(w)
		out.UseCRLF = o.Excel
		if o.Excel {
			out.Comma = ';' // what Excel reads in French, and in its other languages by the mark of UTF-8
		}
		return &csvWriter{w: out, speech: speech{o.Lang}}
	},
}

type csvWriter struct {
	w *csv.Writer
	speech
}

// The columns of the table.
var csvColumns = []text.Text{
	{FR: "fichier", EN: "file"}, {FR: "gravité", EN: "severity"}, {FR: "ligne", EN: "row"}, {FR: "cellule", EN: "cell"},
	{FR: "colonne", EN: "column"}, {FR: "valeur", EN: "value"}, {FR: "message", EN: "message"}, {FR: "conseil", EN: "advice"},
	{FR: "à écrire", EN: "write instead"}, {FR: "code", EN: "code"},
}

// sayCSVSeverity names the severities in cells.
var sayCSVSeverity = map[validate.Severity]text.Text{
	validate.Error: {FR: "erreur", EN: "error"}, validate.Warning: {FR: "avertissement", EN: "warning"}, validate.Notice: {FR: "remarque", EN: "notice"},
}

// Write writes a row for each finding that is kept, and one for a file that
// was not judged to its end. A count of those that are not kept ends each file.
func (c *csvWriter) Write(r *validate.Result) error {
	var header []string
	for _, column := range csvColumns {
		header = append(header, column.In(c.lang))
	}
	c.w.Write(header)
	for _, f := range r.Files {
		path := c.path(f)
		if f.Failure != nil {
			c.row(path, sayCSVSeverity[validate.Error].In(c.lang), "", "", "", "", Show(f.Failure.Say.In(c.lang), 0), "", "", f.Failure.Code)
		}
		for i := range f.Findings {
			c.finding(r, f, path, &f.Findings[i])
		}
		if left := f.Errors + f.Warnings + f.Notices - len(f.Findings); left > 0 {
			c.row(path, "", "", "", "", "", c.number(sayKept, left+len(f.Findings), "kept", text.Number(c.lang, len(f.Findings))), "", "", "")
		}
	}
	c.w.Flush()
	return c.w.Error()
}

func (c *csvWriter) finding(r *validate.Result, file *validate.FileResult, path string, f *validate.Finding) {
	message, hint := Message(r, file, f, c.lang)
	row, cell := "", ""
	if f.Pos.Row > 0 {
		row = strconv.Itoa(f.Pos.Row)
	}
	if !items(file) {
		cell = CellName(f.Column, f.Pos.Row)
	}
	c.row(path, sayCSVSeverity[f.Severity].In(c.lang), row, cell, Show(fieldName(file, f), 0), Show(f.Value, 0), message, hint, Show(f.Fix, 0), f.Code)
}

// row writes cells, those that a spreadsheet would reckon with behind an
// apostrophe.
func (c *csvWriter) row(cells ...string) {
	for i, cell := range cells {
		if text.IsFormula(cell) {
			cells[i] = "'" + cell
		}
	}
	c.w.Write(cells)
}

// Close has nothing to write: Write has written all.
func (c *csvWriter) Close() error { return nil }
