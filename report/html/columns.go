package html

import (
	"fmt"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/validate"
)

// A columnsView is the table of columns: how far each is filled, and how many
// faults its cells have.
type columnsView struct {
	ID, Title, Name string
	Level           int
	Columns         []columnView
	More            string
}

// A columnView is one column of the file.
type columnView struct {
	Letters, Field, Label, Title string
	Unknown                      bool
	Share, Filled, FilledBar     string // bars are widths out of 100
	Faults, FaultShare, FaultBar string
	Class                        string // of the worst fault
}

// columns draws up the table of columns, nil where nothing is known of them.
func (f *filer) columns() *columnsView {
	if len(f.f.Columns) == 0 || f.f.Rows == 0 {
		return nil
	}
	v := &columnsView{ID: fileID(f.id) + "columns", Title: f.say("column-table"), Name: f.say("column-name"), Level: f.level(2)}
	faults := f.faults()
	for i, c := range f.f.Columns[:min(len(f.f.Columns), f.detail.columns)] {
		v.Columns = append(v.Columns, f.column(i, c, faults))
	}
	if len(v.Columns) < len(f.f.Columns) {
		v.More = f.say("columns-more", "n", len(v.Columns), "total", len(f.f.Columns))
	}
	return v
}

// A tally counts the faults of a field's cells by severity.
type tally [validate.Error + 1]int

// faults adds up the faults of cells by field. Those of the header are not of
// cells.
func (f *filer) faults() map[string]tally {
	out := map[string]tally{}
	for _, c := range f.f.Counts {
		check := report.CheckOf(f.r, c.Code)
		if c.Field == "" || check != nil && check.File != nil && check.Cell == nil && check.Row == nil && check.Table == nil {
			continue
		}
		t := out[c.Field]
		t[c.Severity] += c.Count
		out[c.Field] = t
	}
	return out
}

// column tells of the column at that position of the file.
func (f *filer) column(i int, c validate.ColumnResult, faults map[string]tally) columnView {
	rows := f.f.Rows
	v := columnView{Letters: report.ColumnName(i + 1), Field: clipped(c.Field, nameWidth),
		Share: f.share(c.Filled, rows), Filled: f.say("filled-of", "n", c.Filled, "total", rows), FilledBar: bar(c.Filled, rows)}
	if f.items() {
		v.Letters = ""
	}
	if c.Field == "" {
		v.Unknown, v.Field = true, clipped(c.Name, nameWidth)
		return v
	}
	if c.Name != c.Field {
		v.Label = f.say("label", "label", clipped(c.Name, nameWidth))
	}
	if f.f.Schema != nil {
		if field := f.f.Schema.Field(c.Field); field != nil && field.Title != c.Field {
			v.Title = clipped(field.Title, nameWidth)
		}
	}
	t := faults[c.Field]
	bad := 0
	for s := validate.Error; s >= validate.Notice; s-- {
		if t[s] == 0 {
			continue
		}
		if v.Class == "" {
			v.Class = s.String()
		} else {
			v.Faults += ", "
		}
		v.Faults += report.Tally(s, t[s], f.lang)
		bad += t[s]
	}
	if bad > 0 {
		bad = min(bad, rows) // a cell may have two faults
		v.FaultShare, v.FaultBar = f.share(bad, rows), bar(bad, rows)
	}
	return v
}

// bar gives a width out of 100. What there is of it can be seen.
func bar(part, whole int) string {
	width := 100 * float64(part) / float64(max(whole, 1))
	if part > 0 {
		width = max(width, 1)
	}
	return fmt.Sprintf("%.4g", min(width, 100))
}
