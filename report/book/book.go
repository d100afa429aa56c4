// Package book writes results as an XLSX workbook: a summary, a table of what
// was found, and a copy of each file's data in which the cells at fault are
// coloured and carry their advice. Every cell that comes from a file is a text:
// zeros in front and long numbers stay as they are, and no formula runs.
package book

import (
	"io"

	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// Format is the workbook. Its size is bounded, whatever the files hold: what is
// left out is told on the first sheet.
var Format = report.Format{
	Name: "xlsx",
	Title: text.Text{
		FR: "un classeur : résumé, constatations, et les données avec leurs cellules fautives coloriées et annotées",
		EN: "a workbook: summary, findings, and the data with its faulty cells coloured and annotated",
	},
	Cells: true, Binary: true, Reopens: true,
	New: func(w io.Writer, o report.Options) report.Writer {
		return &writer{w: w, voice: voice{o.Lang}, open: o.Open}
	},
}

// limits bound a workbook. Excel itself takes 1,048,576 rows, 16,384 columns and
// 65,530 links a sheet, and becomes slow long before.
type limits struct {
	rows     int // data rows of a sheet; of a longer file only those with findings are copied
	notes    int // of a sheet
	allNotes int // of the workbook
	copies   int // files whose data is copied
	room     int // of all copies, in bytes of XML
	findings int // rows of the table of findings
	links    int // from there
	lines    int // of each table of the summary
}

var usual = limits{rows: 100_000, notes: 5_000, allNotes: 20_000, copies: 250, room: 384 << 20, findings: 200_000, links: 20_000, lines: 5_000}

type writer struct {
	w io.Writer
	voice
	open func(*validate.FileResult) (validate.Input, error)
}

// Write writes the whole workbook.
func (w *writer) Write(r *validate.Result) error { return w.write(r, usual) }

// Close has nothing to write: Write has written a whole workbook.
func (w *writer) Close() error { return nil }

// A book is a workbook that is being written. limits are what is left of them.
type book struct {
	voice
	limits
	*excelize.File
	r      *validate.Result
	styles styles
	names  names
}

func (w *writer) write(r *validate.Result, l limits) (err error) {
	b := &book{voice: w.voice, limits: l, File: excelize.NewFile(), r: r, names: names{}}
	defer func() {
		if closed := b.File.Close(); err == nil {
			err = closed
		}
	}()
	if b.styles, err = newStyles(b.File); err != nil {
		return err
	}
	summary, findings := b.names.free(b.say("summary")), b.names.free(b.say("findings"))
	if err := b.SetSheetName("Sheet1", summary); err != nil {
		return err
	}
	if _, err := b.NewSheet(findings); err != nil {
		return err
	}
	copies := make([]*dataCopy, len(r.Files))
	for i, f := range r.Files {
		if copies[i], err = b.copy(f, w.open); err != nil {
			return err
		}
	}
	left, err := b.writeFindings(findings, copies)
	if err != nil {
		return err
	}
	if err := b.writeSummary(summary, findings, copies, left); err != nil {
		return err
	}
	if err := b.SetDocProps(&excelize.DocProperties{Creator: "socle", LastModifiedBy: "socle", Title: plain(b.title())}); err != nil {
		return err
	}
	b.SetZipWriter(func(io.Writer) excelize.ZipWriter { return newArchive(w.w) })
	return b.File.Write(io.Discard)
}
