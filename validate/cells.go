package validate

import "bytes"

// classify sets the state, the field and, where it is needed, the key of each
// cell, and says of the row whether it is blank and what of it is to be looked at.
func (j *Job) classify(part *Partial, row *Row, space *workspace) {
	row.Blank = len(row.Faults) == 0 && !j.File.Items
	row.stirred = len(row.Cells) > len(j.columns)
	if len(row.Cells) == 1 && len(j.columns) > 1 && len(row.Faults) == 0 && !j.Options.Strict && len(bytes.TrimSpace(row.Record)) == 0 {
		row.Cells = row.Cells[:0] // a line of spaces looks blank to everybody
	}
	space.scratch, space.unsettled = space.scratch[:0], space.unsettled[:0]
	cells := row.Cells[:min(len(row.Cells), len(space.columns))]
	columns := space.columns[:len(cells)]
	for c := range cells {
		cell, column := &cells[c], &columns[c]
		cell.place = notKept
		if cell.Field != column.field {
			cell.Field = column.field
		}
		if column.keyed {
			cell.Key = nil
		}
		if cell.JSON != TextCell {
			part.Seen[c]++
		}
		n := len(cell.Raw)
		if n == 0 && column.plain {
			if cell.State = Missing; !column.silent {
				space.unsettled = append(space.unsettled, c)
			}
			continue
		}
		if column.on && uint(n-1) < longestKept && cell.JSON <= JSONString {
			head, tail := ends(cell.Raw)
			cell.place = placeOf(head, tail, n)
			if k := &column.kept[cell.place%memoPlaces]; k.head == head && k.tail == tail && k.holds(cell.Raw) {
				column.hits++
				if cell.State = k.state; k.state == Valid {
					row.Blank = false
					column.filled++
				}
				continue
			}
			column.misses++
		}
		if !column.settle(cell, row, space) {
			space.unsettled = append(space.unsettled, c)
		}
	}
	for c := len(cells); c < len(row.Cells); c++ {
		cell := &row.Cells[c]
		cell.Field, cell.Key, cell.State = nil, nil, Valid
		if len(cell.Raw) == 0 {
			cell.State = Missing
		} else {
			row.Blank = false
		}
	}
}

// settle sets the state and the key of a cell that is not known, and says
// whether no check of cells wants to see it.
func (column *columnSpace) settle(cell *Cell, row *Row, space *workspace) bool {
	r := column.rules
	if !r.plain && r.field != nil && r.field.IsMissing(cell.Raw) {
		cell.State = Missing
		if len(r.missing) > 0 {
			return false
		}
	} else {
		row.Blank = false
		column.filled++
		if !r.anything || cell.JSON > JSONString {
			space.scratch = r.classify(cell, space.scratch)
		} else {
			cell.State = Valid
		}
		if cell.State == Invalid {
			return len(r.invalid) == 0
		}
		if !r.isCalm(cell.Raw) {
			row.stirred, cell.place = true, notKept
		}
		if len(r.valid) > 0 {
			return false
		}
	}
	if cell.place != notKept {
		column.keep(cell.place, cell.Raw, cell.State)
	}
	return true
}

// classify sets the state and, where it is needed, the key of a filled cell. It
// gives the scratch space back.
func (r *columnRules) classify(cell *Cell, scratch []byte) []byte {
	cell.State = Valid
	takes := true
	if r.field != nil && cell.JSON > JSONString {
		scratch, takes = r.fromJSON(cell, scratch)
	}
	switch {
	case r.field == nil:
	case !takes:
		cell.State = Invalid
	case r.needsKey:
		start, ok := len(scratch), false
		if scratch, ok = r.field.Type.Key(scratch, cell.Raw); !ok {
			cell.State = Invalid
		}
		cell.Key = scratch[start:len(scratch):len(scratch)]
	case !r.field.Type.Valid(cell.Raw):
		cell.State = Invalid
	}
	return scratch
}

// isCalm says whether no check that looks at cells one by one once they are
// judged has to see a valid one.
func (r *columnRules) isCalm(raw []byte) bool {
	for _, calm := range r.calm {
		if !calm(raw) {
			return false
		}
	}
	return true
}

// judgeCells runs the rules of the cells that are not settled, in the file's
// order, and remembers those that have nothing to say.
func (j *Job) judgeCells(pass *Pass, row *Row, space *workspace) {
	for _, c := range space.unsettled {
		cell, r := &row.Cells[c], &j.columns[c]
		rules := r.valid
		switch cell.State {
		case Invalid:
			rules = r.invalid
		case Missing:
			rules = r.missing
		}
		for i := range rules {
			pass.check = rules[i].check
			rules[i].judge(pass, cell)
		}
		if cell.place != notKept && !pass.Faulty() {
			space.columns[c].keep(cell.place, cell.Raw, cell.State)
		}
	}
}
