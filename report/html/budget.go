package html

import (
	"bytes"
	"html/template"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/validate"
)

// MaxSize bounds the page, in bytes: some browsers and most mail servers take
// that much without trouble.
const MaxSize = 3 << 20

// What the parts of the page may take of MaxSize: the sections on files, and
// one line of the table of files, of which there are at most maxFiles. The rest
// is left for style, script and filter.
const (
	sectionsSize = 2 << 20
	maxFiles     = 500
)

// A detail says how much of a file is shown. Numbers are always exact; what is
// left out is said.
type detail struct {
	rows    int // of the grid
	width   int // columns of the grid
	columns int // of the table of columns
	groups  int // faults that are told, of each part
	values  int // different values of one fault
	cells   int // places of one value
	points  int // on the map
}

// details are tried in turn, until the file takes no more than its share.
var details = []detail{
	{rows: 200, width: 60, columns: 200, groups: 200, values: 100, cells: 12, points: 400},
	{rows: 100, width: 40, columns: 150, groups: 100, values: 40, cells: 8, points: 200},
	{rows: 40, width: 20, columns: 100, groups: 60, values: 15, cells: 6, points: 100},
	{rows: 10, width: 12, columns: 40, groups: 30, values: 6, cells: 4, points: 40},
	{rows: 0, width: 0, columns: 10, groups: 8, values: 2, cells: 2, points: 0},
}

// sections writes the section of each file, within what they may take
// together. A file that takes less than its share leaves the rest to others.
// The files behind the first n have no section.
func (w *writer) sections(r *validate.Result, several bool, names *names) (sections []template.HTML, err error) {
	left := sectionsSize
	t := w.template()
	for i, f := range r.Files {
		files := len(r.Files) - i
		var b bytes.Buffer
		own := t
		if f.File != nil && f.File.Items {
			own = (&filer{voice: w.voice, r: r, f: f}).template()
		}
		for _, d := range details {
			b.Reset()
			filer := &filer{voice: w.voice, r: r, f: f, id: i + 1, several: several, detail: d, names: names}
			if err := own.ExecuteTemplate(&b, "file", filer.view()); err != nil {
				return nil, err
			}
			if b.Len() <= left/files {
				break
			}
		}
		if b.Len() > left {
			return sections, nil
		}
		left -= b.Len()
		sections = append(sections, template.HTML(b.String()))
	}
	return sections, nil
}

// clipped shows a text from outside, of at most max characters.
func clipped(s string, max int) string { return report.Show(s, max) }
