package validate

import (
	"bytes"
	"slices"

	"github.com/socle-commun/socle/schemas"
)

// An expecter is an Input whose columns depend on the schema: those of JSON,
// where a property may first come late.
type expecter interface {
	// Expect adds columns for the fields of s that no column is bound to yet.
	Expect(s *schemas.Schema)
}

// Expect tells an input, or one that wraps it, which schema its columns are read by.
// Run does it before it binds them.
func Expect(in Input, s *schemas.Schema) {
	if in, ok := in.(expecter); ok {
		in.Expect(s)
	}
}

// jsonKinds says which kinds of JSON values a field takes as they are. A text
// is read as a table's cell is, whatever the field.
func jsonKinds(f *schemas.Field) (takes [JSONNull + 1]bool) {
	takes[JSONString] = true
	switch f.Type.Name {
	case "any":
		takes = [...]bool{false, true, true, true, true, true, false}
	case "number", "integer", "year":
		takes[JSONNumber] = true
	case "boolean":
		takes[JSONBool] = true
	case "array":
		takes[JSONArray] = true
	case "object", "geojson":
		takes[JSONObject] = true
	case "geopoint":
		takes[JSONArray], takes[JSONObject] = f.Type.Format == "array", f.Type.Format == "object"
	}
	return takes
}

// fromJSON says whether the column takes a property's value as it is, and makes
// its text what a cell of a table would hold: in scratch, which it gives back,
// where it is another than the file has.
func (r *columnRules) fromJSON(cell *Cell, scratch []byte) ([]byte, bool) {
	if !r.json[cell.JSON] {
		return scratch, false
	}
	switch f := r.field; {
	case cell.JSON == JSONBool && f.Type.Name == "boolean":
		values := r.falsity
		if cell.Raw[0] == 't' {
			values = r.truth
		}
		if values != nil {
			cell.Raw = values
		}
	case cell.JSON == JSONNumber && f.Type.Name != "number":
		cell.Raw = wholeNumber(cell.Raw)
	case cell.JSON == JSONNumber && r.decimal != 0:
		if i := bytes.IndexByte(cell.Raw, '.'); i >= 0 {
			start := len(scratch)
			scratch = append(scratch, cell.Raw...)
			cell.Raw = scratch[start:len(scratch):len(scratch)]
			cell.Raw[i] = r.decimal
		}
	}
	return scratch, true
}

// firstBytes gives the first of a list of texts, nil for an empty list.
func firstBytes(list []string) []byte {
	if len(list) == 0 {
		return nil
	}
	return []byte(list[0])
}

// forgetLate takes the columns that no feature had a property for out of the
// header, and what was found in them, which is that they are empty: the checks
// of the file say that they are absent.
func (j *Job) forgetLate(whole *Partial) {
	gone := map[int]bool{} // fields
	place := make([]int, len(j.Header.Columns))
	var columns []Column
	var filled []int
	for c, column := range j.Header.Columns {
		place[c] = len(columns)
		if c < len(j.File.Late) && j.File.Late[c] && whole.Seen[c] == 0 {
			gone[column.Field] = true
			continue
		}
		columns, filled = append(columns, column), append(filled, whole.Filled[c])
	}
	whole.settle(gone)
	if len(gone) == 0 {
		return
	}
	for f, c := range j.Header.Fields {
		switch {
		case gone[f]:
			j.Header.Fields[f] = -1
		case c >= 0:
			j.Header.Fields[f] = place[c]
		}
	}
	j.Header.Columns, whole.Filled = columns, filled
	whole.forget(gone)
	for i := range whole.Findings {
		if c := &whole.Findings[i].Column; *c > 0 && *c <= len(place) {
			*c = place[*c-1] + 1
		}
	}
}

// Late says whether a field has a column, but no feature of the sample has it.
func (j *Job) Late(field int) bool {
	if len(j.File.Late) == 0 || field < 0 || field >= len(j.Header.Fields) {
		return false
	}
	column := j.Header.Fields[field]
	return column >= 0 && column < len(j.File.Late) && j.File.Late[column]
}

// settle counts the rows whose faults stand in late columns, but for those in
// the fields that are gone.
func (p *Partial) settle(gone map[int]bool) {
	for g, rows := range p.Doubtful {
		switch {
		case gone[g.Field]:
		case g.Severity == Error:
			p.Faulty = p.Faulty.join(rows)
		default:
			p.Warned = p.Warned.join(rows)
		}
	}
	p.Doubtful = nil
}

// forget drops what was found in some fields.
func (p *Partial) forget(fields map[int]bool) {
	for g, n := range p.Counts {
		if fields[g.Field] {
			delete(p.Counts, g)
			delete(p.Wrong, g)
			p.Total -= n
		}
	}
	p.Findings = slices.DeleteFunc(p.Findings, func(f Kept) bool { return fields[f.Group.Field] })
}
