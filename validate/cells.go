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
	cells := row.Cells[:min(len(row.Cells), len(space.columns))]
	if j.File.Items {
		for c := range cells {
			if cells[c].JSON != TextCell {
				part.Seen[c]++
			}
		}
	}
	unknown, missing := recognise(cells, space.columns, space.unknown)
	row.Blank = row.Blank && missing == len(cells)-len(unknown)
	j.settle(row, space, unknown)
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

// settle sets the states and the keys of the cells that are not known, and notes
// those that some check of cells wants to see.
func (j *Job) settle(row *Row, space *workspace, unknown []int) {
	space.scratch, space.unsettled = space.scratch[:0], space.unsettled[:0]
	for _, c := range unknown {
		if cell, column := &row.Cells[c], &space.columns[c]; column.isSure(cell) {
			row.Blank = false
		} else {
			column.settle(c, cell, row, space)
		}
	}
}

// isSure says that a cell is filled and valid, and that no check of cells has
// anything to say of it. Inlined, each call would cost the caller its registers.
//
//go:noinline
func (column *columnSpace) isSure(cell *Cell) bool {
	r, raw := column.rules, cell.Raw
	if r.right == nil || column.mode&recalling != 0 || len(raw) == 0 || cell.JSON > JSONString {
		return false
	}
	for _, right := range r.right {
		if !right(raw) {
			return false
		}
	}
	if !r.calmly.holds(raw) && !r.isCalm(raw) {
		return false
	}
	cell.State = Valid
	column.filled++
	return true
}

// settle sets the state and the key of a cell of column c.
func (column *columnSpace) settle(c int, cell *Cell, row *Row, space *workspace) {
	r, rules, remember := column.rules, column.rules.valid, column.mode&recalling != 0 && cell.JSON <= JSONString
	if r.needsKey {
		cell.Key = nil
	}
	if remember {
		if cell.State = column.recall(cell.Raw); cell.State != 0 {
			if cell.State == Valid {
				row.Blank = false
				column.filled++
			}
			return
		}
	}
	if len(cell.Raw) == 0 && r.plain || !r.plain && r.field.IsMissing(cell.Raw) {
		cell.State, rules = Missing, r.missing
	} else {
		row.Blank = false
		column.filled++
		if cell.State = Valid; !r.anything || cell.JSON > JSONString {
			space.scratch = r.classify(cell, space.scratch)
		}
		if cell.State == Invalid {
			rules, remember = r.invalid, false
		} else if !r.isCalm(cell.Raw) {
			row.stirred, remember = true, false
		}
	}
	if len(rules) > 0 {
		space.unsettled = append(space.unsettled, unsettled{c, remember})
		return
	}
	if remember {
		column.keep(cell.Raw, cell.State)
	}
	r.takeKey(cell)
}

// takeKey takes the key from a cell that is judged, unless states look at it:
// that of the next row may be one that is known, and gets none.
func (r *columnRules) takeKey(cell *Cell) {
	if r.needsKey && !r.lendsKey {
		cell.Key = nil
	}
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
	for _, u := range space.unsettled {
		cell, r := &row.Cells[u.column], &j.columns[u.column]
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
		r.takeKey(cell)
		if u.remember && !pass.Faulty() {
			space.columns[u.column].keep(cell.Raw, cell.State)
		}
	}
}
