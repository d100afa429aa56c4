package validate

import "bytes"

// Begin gives the partial of what is known before the first row: the findings
// on the file and its header. It is sealed: every other partial of the file
// merges into it, in the end.
func (j *Job) Begin() *Partial {
	p := j.newPartial(nil)
	pass := j.pass(p)
	for _, rule := range j.files {
		pass.check = rule.check
		rule.judge(pass, j.File)
	}
	p.sealed = true
	p.States, _ = j.newStates()
	for i, s := range p.States {
		pass.check = j.stateChecks[i]
		s.Seal(pass)
	}
	return p
}

func (j *Job) newPartial(states []State) *Partial {
	return &Partial{Filled: make([]int, len(j.Header.Columns)), Counts: map[Group]int{}, States: states}
}

// Check judges the rows of one chunk. Any number of goroutines may call it.
func (j *Job) Check(in Input, c Chunk) *Partial {
	states, _ := j.newStates()
	part := j.newPartial(states)
	if enough := j.enough.Load(); enough != nil {
		part.enough = *enough
	}
	pass := j.pass(part)
	var scratch []byte // of the keys of one row
	for row := range in.Rows(c) {
		row.columns, row.width = j.Header.Fields, len(j.Header.Columns)
		pass.row, pass.told = row, pass.told[:0]
		part.Rows++
		scratch = j.classify(part, row, scratch[:0])
		for _, rule := range j.rows {
			pass.check = rule.check
			rule.judge(pass, row)
		}
		if !row.Blank {
			j.judgeCells(pass, row)
			for _, rule := range j.afters {
				pass.check = rule.check
				rule.judge(pass, row)
			}
		}
		for _, s := range states {
			s.Row(row)
		}
		if j.Options.Cells && len(states) > 0 {
			part.keepCells(row)
		}
	}
	part.Bytes = int64(len(c.Bytes))
	return part
}

// classify sets the state, the field and, where it is needed, the key of each
// cell, and says whether the row is blank. It gives the scratch space back.
func (j *Job) classify(part *Partial, row *Row, scratch []byte) []byte {
	row.Blank = len(row.Faults) == 0
	if len(row.Cells) == 1 && len(j.columns) > 1 && !j.Options.Strict && len(bytes.TrimSpace(row.Record)) == 0 {
		row.Cells = row.Cells[:0] // a line of spaces looks blank to everybody
	}
	for c := range row.Cells {
		cell := &row.Cells[c]
		if c >= len(j.columns) {
			cell.Field, cell.State = nil, Valid
			if len(cell.Raw) == 0 {
				cell.State = Missing
			} else {
				row.Blank = false
			}
			continue
		}
		r := &j.columns[c]
		cell.Field, cell.Key = r.field, nil
		if len(cell.Raw) == 0 && (r.plain || r.field == nil) || r.field != nil && !r.plain && r.field.IsMissing(cell.Raw) {
			cell.State = Missing
			continue
		}
		row.Blank = false
		part.Filled[c]++
		cell.State = Valid
		switch {
		case r.field == nil:
		case r.needsKey:
			start, ok := len(scratch), false
			if scratch, ok = r.field.Type.Key(scratch, cell.Raw); !ok {
				cell.State = Invalid
			}
			cell.Key = scratch[start:len(scratch):len(scratch)]
		case !r.field.Type.Valid(cell.Raw):
			cell.State = Invalid
		}
	}
	return scratch
}

// judgeCells runs the rules of each cell, in the file's order.
func (j *Job) judgeCells(pass *Pass, row *Row) {
	for c := range row.Cells[:min(len(row.Cells), len(j.columns))] {
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
	r := j.result(whole)
	r.File = &file
	return r
}
