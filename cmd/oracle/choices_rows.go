package main

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/validate"
)

// rowChoices are about the header and the cells that rows have.
var rowChoices = []choice{
	{"socle names the column that is there twice, and judges the first",
		func(e *evidence, d difference) bool {
			return e.peerNames("error", "requires unique labels")
		}},
	{"a column without a name is an error in any reading: nobody can know what it holds",
		func(e *evidence, d difference) bool {
			return d.Ours && d.Code == "blank-label" ||
				!d.Ours && d.Type == "extra-label" && d.Field == "" && e.names("blank-label", 0)
		}},
	{"a name that differs by case or accents alone is the field's, with a warning, unless the reading is strict",
		func(e *evidence, d difference) bool {
			return !e.options().Strict && ((d.Type == "missing-label" || d.Row > 0) && e.folded(d.Field) ||
				!d.Ours && d.Type == "unmatched-header" && e.anyFolded())
		}},
	{"where columns are found by name, socle says once where a row ends",
		func(e *evidence, d difference) bool {
			return !d.Ours && (!e.options().Strict || e.schema().FieldsMatch.ByName()) && d.Row > 0 && e.names("missing-cell", d.Row) &&
				(d.Type == "missing-cell" || strings.Contains(d.Note, `"required"`))
		}},
	{"a quote that is never closed ends with its line, and is told; the peer takes the rest of the file for one cell",
		func(e *evidence, d difference) bool { return e.names("unclosed-quote", 0) }},
	{"a row whose only filled cells are beyond the schema's columns is not blank",
		func(e *evidence, d difference) bool {
			return e.peerBlank(d.Row) && e.names("extra-cell", d.Row)
		}},
	{"outside of strict reading, a line of nothing but blanks is blank",
		func(e *evidence, d difference) bool {
			return d.Row > 0 && !e.options().Strict && (e.names("blank-row", d.Row) || e.warns("blank-row", d.Row))
		}},
	{"outside of strict reading, what does not forbid publication is a warning or a remark",
		func(e *evidence, d difference) bool { return !d.Ours && !e.options().Strict && e.warns(d.Type, 0) }},
	{"outside of strict reading, a column that the schema does not know is a remark",
		func(e *evidence, d difference) bool {
			return !d.Ours && !e.options().Strict && d.Type == "incorrect-label"
		}},
	{"the peer does not do custom checks",
		func(e *evidence, d difference) bool {
			return d.Ours && !e.custom() && len(e.schema().Checks) > 0 && (d.Type == "cell-error" || d.Type == "row-error")
		}},
	{"a custom check says more than the pattern that it implies, which is not told besides",
		func(e *evidence, d difference) bool {
			return !d.Ours && strings.Contains(d.Note, `constraint "pattern"`) && e.cellError(d.Row, d.Field)
		}},
	{"a primary key that is empty because the row is blank is told by the blank row",
		func(e *evidence, d difference) bool {
			return !d.Ours && d.Type == "primary-key" && e.names("blank-row", d.Row)
		}},
	{"a key with a cell that is not of its type is told by that cell",
		func(e *evidence, d difference) bool {
			return !d.Ours && (d.Type == "primary-key" || d.Type == "foreign-key") && e.names("type-error", d.Row)
		}},
}

// folded says whether a column found the field by a name that is not its own.
func (e *evidence) folded(field string) bool {
	for _, c := range e.file.Columns {
		if c.Field == field && c.Name != field {
			return true
		}
	}
	return false
}

// anyFolded says whether a column found its field by a name that is not its own.
func (e *evidence) anyFolded() bool {
	return slices.ContainsFunc(e.file.Columns, func(c validate.ColumnResult) bool { return c.Field != "" && c.Name != c.Field })
}

// peerBlank says whether the peer takes a row for blank.
func (e *evidence) peerBlank(row int) bool {
	for _, f := range e.Errors {
		if f.Type == "blank-row" && f.Row == row {
			return true
		}
	}
	return false
}

// cellError says whether socle names a fault of its own in a cell.
func (e *evidence) cellError(row int, field string) bool {
	for _, f := range e.ours {
		if f.Row == row && f.Field == field && (f.Type == "cell-error" || f.Type == "custom-check-error") {
			return true
		}
	}
	return false
}
