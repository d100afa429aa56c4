package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// A checkColumn is a column that a custom check names. Validata goes by the
// labels of the file, whatever the schema describes: so does a check whose
// column is no field of the schema.
type checkColumn struct {
	name  string
	field int // position in the schema, or -1
}

// columnOf finds a column that a custom check names.
func columnOf(s *schemas.Schema, name string) checkColumn {
	if field := s.Field(name); field != nil {
		return checkColumn{name, field.Index}
	}
	return checkColumn{name, -1}
}

// columnsOf gives the columns that a custom check's parameters name, in order;
// none where a parameter names none, which another check tells.
func columnsOf(s *schemas.Schema, check *schemas.CustomCheck, params ...string) []checkColumn {
	var columns []checkColumn
	for _, param := range params {
		for _, name := range check.List(param) {
			if name == "" {
				return nil
			}
			columns = append(columns, columnOf(s, name))
		}
	}
	return columns
}

// in gives the column's place in the file, from 0, or -1.
func (c checkColumn) in(p *validate.Pass) int {
	if c.field >= 0 {
		return p.Job.Header.Fields[c.field]
	}
	for i := range p.Job.Header.Columns {
		if p.Job.Header.Columns[i].Label == c.name {
			return i
		}
	}
	return -1
}

// lacking says whether a feature has no property for a field that no feature of
// the sample has: in the end the column may turn out to be absent, and what
// stands on it is forgotten.
func lacking(p *validate.Pass, r *validate.Row, field int) bool {
	return field >= 0 && late(p, field) && r.Of(field).JSON == validate.TextCell
}

// late says whether a field has a column, but no feature of the sample has it.
func late(p *validate.Pass, field int) bool {
	return p.Job.Late(field)
}

// standing gives the field that a fault of several stands on: the first, or one
// that is late, with which the fault goes if no feature has it.
func standing(p *validate.Pass, fields []int) int {
	for _, field := range fields {
		if late(p, field) {
			return field
		}
	}
	return fields[0]
}

var noCell = validate.Cell{Column: -1, State: validate.Absent}

// of gives the column's cell of a row; its State is Absent where the file or
// the row has none.
func (c checkColumn) of(p *validate.Pass, r *validate.Row) *validate.Cell {
	if at := c.in(p); at >= 0 && at < len(r.Cells) {
		return &r.Cells[at]
	}
	return &noCell
}

// fieldsOf gives the fields that a custom check's parameters name, in order;
// none where one of them is not a field of the schema, which another check
// tells.
func fieldsOf(s *schemas.Schema, check *schemas.CustomCheck, params ...string) []*schemas.Field {
	var fields []*schemas.Field
	for _, param := range params {
		for _, name := range check.List(param) {
			field := s.Field(name)
			if field == nil {
				return nil
			}
			fields = append(fields, field)
		}
	}
	return fields
}
