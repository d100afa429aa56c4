package validate

import "github.com/socle-commun/socle/schemas"

// mostStrays is how many columns without a field are held against the names of
// the fields: a file with more of them is not one with slips of the pen.
const mostStrays = 500

// bindNear binds the columns that are left to the fields that are left, where a
// label differs from a name by a slip of the pen. A column that is near two
// fields is bound to neither, nor is one of two columns that are near one field.
func (h *Header) bindNear(s *schemas.Schema) {
	var strays []int
	for c := range h.Columns {
		column := &h.Columns[c]
		if column.Field < 0 && column.Duplicate < 0 && column.Second < 0 && column.Label != "" {
			strays = append(strays, c)
		}
	}
	if len(strays) == 0 || len(strays) > mostStrays {
		return
	}
	fields := make([]spelling, len(s.Fields))
	for i := range s.Fields {
		fields[i] = spell(s.Fields[i].Name)
	}
	claims := map[int][]int{} // by field: the columns that are near it
	for _, c := range strays {
		label, field := spell(schemas.Bare(h.Columns[c].Label)), -1
		for i := range fields {
			if !near(&label, &fields[i]) {
				continue
			}
			if field >= 0 {
				field = -1
				break
			}
			field = i
		}
		if field >= 0 && h.Fields[field] < 0 {
			claims[field] = append(claims[field], c)
		}
	}
	for field, columns := range claims {
		if len(columns) == 1 && !h.boundNear(&fields[field]) {
			h.bind(columns[0], field, Near)
		}
	}
}

// boundNear says whether a column that has its field is near this name too.
func (h *Header) boundNear(name *spelling) bool {
	for c := range h.Columns {
		if h.Columns[c].Field < 0 || h.Columns[c].Match == Near {
			continue
		}
		if label := spell(schemas.Bare(h.Columns[c].Label)); near(&label, name) {
			return true
		}
	}
	return false
}
