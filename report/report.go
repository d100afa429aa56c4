// Package report says what was found: to a person, in French or English, or
// to a machine. A report writes what the result holds and counts nothing.
package report

import (
	"io"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// A Writer writes results in one format. Close writes what stands at the end
// and does not close what is written to.
type Writer interface {
	Write(*validate.Result) error
	Close() error
}

// Options say how a report is written.
type Options struct {
	Lang    text.Lang
	Color   bool // for a terminal
	Width   int  // of the terminal in columns; 0 where it is not one
	Verbose bool // every finding, not only the first of each group
	Quiet   bool // only what is wrong
	Excel   bool // a table is written so that Excel opens it in French
	// Env reads the environment of the run, for formats of a platform that tells
	// by it where else to write; nil where there is none to read.
	Env func(name string) string
	// Open opens the data of a file anew, as it was judged; the caller closes it.
	// It is nil where that cannot be done, and gives an error where it fails.
	Open func(*validate.FileResult) (validate.Input, error)
}

// A Format is a way to write results.
type Format struct {
	Name  string // as --format takes it
	Title text.Text
	Cells bool // it shows the rows of findings: validate.Options.Cells
	// Refusals says that the format tells of each file that the schema which
	// was asked for cannot be used (validate.BadSchema).
	Refusals bool
	// Streams says that the Writer is a Streamer.
	Streams bool
	// Binary says that the report is not to be read as text, so that it goes to
	// a file only.
	Binary bool
	// Reopens says that the format reads the data again: Options.Open.
	Reopens bool
	// Beside says that the report may follow another one on standard output.
	Beside bool
	New    func(io.Writer, Options) Writer
}

// Formats lists all formats, the default first.
func Formats() []Format {
	return []Format{textFormat, jsonFormat, jsonlFormat, csvFormat, frictionlessFormat, validataFormat, markdownFormat}
}

// Find gives the format of that name.
func Find(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
