package main

import (
	"io"
	"path"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/sheet"
)

// A fit says how well a sheet of a workbook fits what is asked for.
type fit func(*validate.File) float64

// fit is how many columns of a sheet are columns of the schema that was asked
// for, or else how near the nearest schema is.
func (c *chooser) fit(f *validate.File) float64 {
	if c.asked == nil {
		return likeness(f)
	}
	bound := 0
	for _, column := range validate.Bind(c.asked, f.Labels, false).Fields {
		if column >= 0 {
			bound++
		}
	}
	return float64(bound)
}

// likeness is how near the nearest schema of the catalogue is to a file.
func likeness(f *validate.File) float64 {
	candidates := schemas.Detect(nameOf(f), f.Labels, f.Sample)
	if len(candidates) == 0 {
		return 0
	}
	return candidates[0].Score
}

// openFile opens a file, or a sheet of a workbook, by its content.
func (a *app) openFile(path string, o input.Options, best fit) (validate.Input, error) {
	if sheet.Is(path) {
		return sheet.Open(path, o, best)
	}
	return input.Open(path, a.stdin, o)
}

// readText reads a table that is no workbook as it comes from r, which is
// closed in the end. shown is what reports call it.
func (a *app) readText(shown string, r io.ReadCloser, o input.Options) (validate.Input, error) {
	return input.Read(shown, r, o)
}

// isWorkbook says whether a name is that of a workbook.
func isWorkbook(name string) bool {
	return slices.Contains(sheet.Extensions(), strings.ToLower(path.Ext(name)))
}
