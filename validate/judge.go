package validate

import "bytes"

// Begin gives the partial of what is known before the first row: the findings
// on the file and its header. It is sealed: every other partial of the file
// merges into it, in the end.
func (j *Job) Begin() *Partial {
	p := j.newPartial(nil)
	pass := j.pass(p)
	if !j.File.Items {
		j.judgeFile(pass)
	}
	p.sealed = true
	p.States, _ = j.newStates()
	for i, s := range p.States {
		pass.check = j.stateChecks[i]
		s.Seal(pass)
	}
	return p
}

// judgeFile runs the rules of the file and its header: in the end where only
// the end shows which columns there are.
func (j *Job) judgeFile(pass *Pass) {
	for _, rule := range j.files {
		pass.check = rule.check
		rule.judge(pass, j.File)
	}
}

func (j *Job) newPartial(states []State) *Partial {
	p := &Partial{Filled: make([]int, len(j.Header.Columns)), Counts: map[Group]int{}, States: states}
	if j.File.Items {
		p.Seen = make([]int, len(j.Header.Columns))
	}
	return p
}

// Check judges the rows of one chunk. Any number of goroutines may call it.
func (j *Job) Check(in Input, c Chunk) *Partial {
	states, _ := j.newStates()
	part := j.newPartial(states)
	if enough := j.enough.Load(); enough != nil {
		part.enough = *enough
	}
	waking := make([]State, 0, len(states))
	for i, s := range states {
		if !j.rests[i] {
			waking = append(waking, s)
		}
	}
	pass := j.pass(part)
	space := j.workspace()
	defer j.spaces.Put(space)
	for row := range in.Rows(c) {
		row.columns, row.width = j.Header.Fields, len(j.Header.Columns)
		pass.begin(row)
		part.Rows++
		j.classify(part, row, space)
		if row.Blank {
			part.Blank++
		}
		judgeRow(pass, row, j.rows.of(len(row.Faults) > 0 || row.Inner > 0))
		if !row.Blank {
			if row.unsettled {
				j.judgeCells(pass, row, space)
			}
			judgeRow(pass, row, j.afters.of(row.stirred))
		}
		if row.Shape != nil {
			judgeRow(pass, row, j.shapes)
		}
		for _, s := range waking {
			s.Row(row)
		}
		if j.Options.Cells {
			pass.locate()
		}
		if j.Options.Cells && len(states) > 0 {
			part.keepCells(row)
		}
	}
	part.Bytes = int64(len(c.Bytes))
	return part
}

// classify sets the state, the field and, where it is needed, the key of each
// cell, and says of the row whether it is blank and what of it is to be looked at.
func (j *Job) classify(part *Partial, row *Row, space *workspace) {
	row.Blank = len(row.Faults) == 0 && !j.File.Items
	row.unsettled, row.stirred = false, len(row.Cells) > len(j.columns)
	if len(row.Cells) == 1 && len(j.columns) > 1 && len(row.Faults) == 0 && !j.Options.Strict && len(bytes.TrimSpace(row.Record)) == 0 {
		row.Cells = row.Cells[:0] // a line of spaces looks blank to everybody
	}
	space.scratch = space.scratch[:0]
	for c := range row.Cells {
		cell := &row.Cells[c]
		cell.settled, cell.place = true, notKept
		if c >= len(j.columns) {
			cell.Field, cell.Key, cell.State = nil, nil, Valid
			if len(cell.Raw) == 0 {
				cell.State = Missing
			} else {
				row.Blank = false
			}
			continue
		}
		r := &j.columns[c]
		if cell.Field != r.field {
			cell.Field = r.field
		}
		if r.needsKey {
			cell.Key = nil
		}
		if cell.JSON != TextCell {
			part.Seen[c]++
		}
		if len(cell.Raw) == 0 && (r.plain || r.field == nil) {
			cell.State = Missing
			cell.settled = len(r.missing) == 0
			row.unsettled = row.unsettled || !cell.settled
			continue
		}
		if memo := &space.memos[c]; memo.on && len(cell.Raw) <= longestKept && len(cell.Raw) > 0 && cell.JSON <= JSONString {
			state, place, known := memo.find(cell.Raw)
			if known {
				if cell.State = state; state == Valid {
					row.Blank = false
					part.Filled[c]++
				}
				continue
			}
			cell.place = place
		}
		j.settle(part, row, c, space)
	}
}

// settle sets the state and the key of the cell of a column that is not known.
func (j *Job) settle(part *Partial, row *Row, c int, space *workspace) {
	cell, r := &row.Cells[c], &j.columns[c]
	if r.field != nil && !r.plain && r.field.IsMissing(cell.Raw) {
		cell.State = Missing
		cell.settled = len(r.missing) == 0
	} else {
		row.Blank = false
		part.Filled[c]++
		space.scratch = r.classify(cell, space.scratch)
		cell.settled = cell.State == Valid && len(r.valid) == 0 || cell.State == Invalid && len(r.invalid) == 0
		if cell.State == Valid && !r.isCalm(cell.Raw) {
			row.stirred, cell.place = true, notKept
		}
	}
	switch {
	case !cell.settled:
		row.unsettled = true
	case cell.place != notKept && cell.State != Invalid:
		space.memos[c].keep(cell.place, cell.Raw, cell.State)
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

// judgeRow runs rules on a row.
func judgeRow(pass *Pass, row *Row, rules []rowRule) {
	for i := range rules {
		pass.check = rules[i].check
		rules[i].judge(pass, row)
	}
}

// judgeCells runs the rules of each cell, in the file's order, and remembers
// those that have nothing to say.
func (j *Job) judgeCells(pass *Pass, row *Row, space *workspace) {
	for c := range row.Cells[:min(len(row.Cells), len(j.columns))] {
		cell, r := &row.Cells[c], &j.columns[c]
		if cell.settled {
			continue
		}
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
			space.memos[c].keep(cell.place, cell.Raw, cell.State)
		}
	}
}

// Finish ends the judgement: whole is the sealed partial that all others have
// been merged into.
func (j *Job) Finish(whole *Partial) *FileResult {
	pass, file := j.pass(whole), *j.File
	pass.learned = &file
	for i, s := range whole.States {
		pass.check = j.stateChecks[i]
		s.Finish(pass)
	}
	if j.File.Items {
		j.forgetLate(whole)
		j.judgeFile(pass)
	}
	r := j.result(whole)
	r.File = &file
	return r
}
