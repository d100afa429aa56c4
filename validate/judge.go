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
	pass := j.pass(part)
	var scratch []byte // of the keys of one row
	for row := range in.Rows(c) {
		row.columns, row.width = j.Header.Fields, len(j.Header.Columns)
		pass.begin(row)
		part.Rows++
		scratch = j.classify(part, row, scratch[:0])
		if row.Blank {
			part.Blank++
		}
		judgeRow(pass, row, j.rows)
		if !row.Blank {
			j.judgeCells(pass, row)
			judgeRow(pass, row, j.afters)
		}
		if row.Shape != nil {
			judgeRow(pass, row, j.shapes)
		}
		for _, s := range states {
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
// cell, and says whether the row is blank. It gives the scratch space back.
func (j *Job) classify(part *Partial, row *Row, scratch []byte) []byte {
	row.Blank = len(row.Faults) == 0 && !j.File.Items
	if len(row.Cells) == 1 && len(j.columns) > 1 && len(row.Faults) == 0 && !j.Options.Strict && len(bytes.TrimSpace(row.Record)) == 0 {
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
		if cell.JSON != TextCell {
			part.Seen[c]++
		}
		if len(cell.Raw) == 0 && (r.plain || r.field == nil) || r.field != nil && !r.plain && r.field.IsMissing(cell.Raw) {
			cell.State = Missing
			continue
		}
		row.Blank = false
		part.Filled[c]++
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
	}
	return scratch
}

// judgeRow runs rules on a row.
func judgeRow(pass *Pass, row *Row, rules []rowRule) {
	for i := range rules {
		pass.check = rules[i].check
		rules[i].judge(pass, row)
	}
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
	if j.File.Items {
		j.forgetLate(whole)
		j.judgeFile(pass)
	}
	r := j.result(whole)
	r.File = &file
	return r
}
