// Package html writes results as one page that needs nothing else: no network,
// no other file, no program but a browser. It is complete without JavaScript,
// readable on a telephone, and made to be printed.
package html

import (
	"bytes"
	"io"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// Format is the page. Its size is bounded, whatever the files hold: see MaxSize.
var Format = report.Format{
	Name:  "html",
	Title: text.Text{FR: report.Typeset(text.French, "une page à lire, à filtrer, à imprimer et à transmettre"), EN: "a page to read, filter, print and pass on"},
	Cells: true,
	New: func(w io.Writer, o report.Options) report.Writer {
		return &writer{w: w, voice: voice{o.Lang}}
	},
}

type writer struct {
	w io.Writer
	voice
}

// Write writes the whole page.
func (w *writer) Write(r *validate.Result) error {
	page, err := w.page(r)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := w.template().ExecuteTemplate(&b, "page", page); err != nil {
		return err
	}
	_, err = w.w.Write(b.Bytes())
	return err
}

// Close has nothing to write: Write has written a whole document.
func (w *writer) Close() error { return nil }
