package validate

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
	var shown [NoRows][]State // by what they choose: the states that are shown the rows of its kind
	for i, s := range states {
		for kind := j.shown[i]; kind < NoRows; kind++ {
			shown[kind] = append(shown[kind], s)
		}
	}
	after := BorderRows // the kind of a regular row, behind the one before
	pass := j.pass(part)
	space := j.workspace()
	defer j.spaces.Leave(space)
	for row := range in.Rows(c) {
		row.columns, row.width = j.Header.Fields, len(j.Header.Columns)
		pass.begin(row)
		part.Rows++
		j.classify(part, row, space)
		if row.Blank {
			part.Blank++
		}
		irregular := j.isIrregular(row)
		judgeRow(pass, row, j.rows.of(irregular))
		if !row.Blank {
			j.judgeCells(pass, row, space)
			judgeRow(pass, row, j.afters.of(row.stirred))
		}
		if row.Shape != nil {
			judgeRow(pass, row, j.shapes)
		}
		kind := after
		if after = AllRows; irregular {
			kind, after = IrregularRows, BorderRows
		}
		for _, s := range shown[kind] {
			s.Row(row)
		}
		if j.Options.Cells {
			pass.locate()
		}
		if j.Options.Cells && len(states) > 0 {
			part.keepCells(row)
		}
	}
	for c := range space.columns {
		part.Filled[c] = space.columns[c].filled
	}
	part.Bytes = int64(len(c.Bytes))
	return part
}

// isIrregular says whether a row is irregular, as Check.Irregular has it.
func (j *Job) isIrregular(row *Row) bool {
	n := len(row.Cells)
	return len(row.Faults) > 0 || row.Inner > 0 || row.Blank || n != row.width || n != j.strict && j.strict >= 0
}

// judgeRow runs rules on a row.
func judgeRow(pass *Pass, row *Row, rules []rowRule) {
	for i := range rules {
		pass.check = rules[i].check
		rules[i].judge(pass, row)
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
