package validate

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// A Pass is what a check reports to. It is lent for the time of a call.
type Pass struct {
	Job  *Job
	part *Partial

	check int   // of the rule that is running
	row   *Row  // the row that is judged; nil outside of rows
	told  []int // fields of the row that have findings
	found rowFound

	cells   map[int][]string // by row: those of the rows that are being merged, where they are kept
	learned *File            // what is known of the file at the end; nil before
}

func (j *Job) pass(part *Partial) *Pass { return &Pass{Job: j, part: part} }

// Encoding corrects the encoding of the file, where only its end shows it: a
// State may call it from Finish.
func (p *Pass) Encoding(name string) { p.learned.Encoding = name }

// NoItems says whether the file is a list of features or objects that is empty,
// so that nothing is known of their properties. It is known at the end only.
func (p *Pass) NoItems() bool { return p.Job.File.Items && p.part.Rows == 0 }

// Strict says whether Table Schema is read to the letter.
func (p *Pass) Strict() bool { return p.Job.Options.Strict }

// Fault reports a fault of a cell. The finding it gives is to be completed at
// once; it is nil where the fault is only counted.
func (p *Pass) Fault(c *Cell) *Finding { return p.FaultOf(p.severity(), c) }

// FaultOf is Fault for a finding that weighs what its check does not.
func (p *Pass) FaultOf(s Severity, c *Cell) *Finding {
	field := -1
	if c.Field != nil {
		field = c.Field.Index
	}
	f := p.report(s, field)
	if f == nil {
		return nil
	}
	f.Pos = p.row.Place(c)
	f.Column, f.Width = c.Column+1, p.row.span(c)
	f.Value = Clip(c.Raw)
	p.keepCells(f)
	return f
}

// Row gives the row that is judged, lent as it is to a check of rows; nil
// outside of rows.
func (p *Pass) Row() *Row { return p.row }

// Told says whether a finding on a field of the current row has been reported.
func (p *Pass) Told(field int) bool { return slices.Contains(p.told, field) }

// keepCells gives a finding the cells of the current row, where the options
// ask for them.
func (p *Pass) keepCells(f *Finding) {
	if p.Job.Options.Cells {
		f.Cells = p.row.texts()
	}
}

// keepCells keeps the cells of a row for what states may report of it.
func (p *Partial) keepCells(r *Row) {
	if p.Cells == nil {
		p.Cells = map[int][]string{}
	}
	p.Cells[r.Pos.Row] = r.texts()
}

// texts gives the cells of a row as findings keep them, nil for none.
func (r *Row) texts() []string {
	if len(r.Cells) == 0 {
		return nil
	}
	texts := make([]string, len(r.Cells))
	for i := range r.Cells {
		texts[i] = Clip(r.Cells[i].Raw)
	}
	return texts
}

// FaultAt reports a fault of the current row in a column (from 0; -1 for the
// row as a whole) and a field (-1 for none).
func (p *Pass) FaultAt(column, field int) *Finding {
	f := p.report(p.severity(), field)
	if f != nil {
		f.Pos, f.Column = p.row.Pos, column+1
		p.keepCells(f)
	}
	return f
}

// FileFault reports a fault of the file, or of a column of its header (from
// 0; -1 for none), with a field of the schema (-1 for none).
func (p *Pass) FileFault(s Severity, column, field int) *Finding {
	if s == None {
		s = p.severity()
	}
	f := p.report(s, field)
	if f == nil {
		return nil
	}
	f.Column = column + 1
	if column >= 0 {
		f.Pos, f.Value = p.Job.File.Header, Clip([]byte(p.Job.Header.Columns[column].Label))
	}
	return f
}

// LateFault reports a fault of a row that is no longer at hand, from a State.
// The finding is nil where the fault is only counted.
func (p *Pass) LateFault(pos Position, column, field int) *Finding {
	f := p.reportOn(pos.Row, p.severity(), field)
	if f != nil {
		f.Pos, f.Column = pos, column+1
		f.Cells = p.cells[pos.Row]
	}
	return f
}

// severity is what a finding of the running check weighs.
func (p *Pass) severity() Severity { return p.Job.severity(p.Job.Checks[p.check]) }

// report reports a fault of the current row, or of the file outside of rows.
func (p *Pass) report(s Severity, field int) *Finding {
	row := 0
	if p.row != nil {
		row = p.row.Pos.Row
	}
	return p.reportOn(row, s, field)
}

// reportOn reports a fault of a row, or of the file as row 0.
func (p *Pass) reportOn(row int, s Severity, field int) *Finding {
	if p.row != nil && field >= 0 {
		p.told = append(p.told, field)
	}
	g := Group{p.check, s, field}
	if p.row != nil {
		p.found.groups = append(p.found.groups, g)
	}
	later := row > 0 && p.Job.Late(field)
	if later && s > Notice {
		p.part.Doubtful = p.part.Doubtful.add(row, g)
	}
	switch s {
	case Error:
		if !later {
			p.part.Faulty = p.part.Faulty.add(row)
		}
		if p.Job.Options.Wrong {
			p.part.Wrong = p.part.Wrong.add(row, g)
		}
	case Warning:
		if !later {
			p.part.Warned = p.part.Warned.add(row)
		}
		if row == 0 && field < 0 {
			p.part.FileWarnings++
		}
	}
	if !p.part.add(g, p.Job.Options) {
		return nil
	}
	f := Kept{Group: g, Finding: Finding{Code: p.Job.Checks[p.check].Code, Severity: s}}
	if field >= 0 {
		f.Field = p.Job.names[field]
	}
	p.part.Findings = append(p.part.Findings, f)
	return &p.part.Findings[len(p.part.Findings)-1].Finding
}

// FaultIn reports a fault of the current row at an offset within its record,
// and of a field (-1 for none).
func (p *Pass) FaultIn(offset, field int) *Finding {
	f := p.report(p.severity(), field)
	if f != nil {
		f.Pos = p.row.At(offset)
		p.keepCells(f)
	}
	return f
}

// Place gives the position of a cell of the row: its own line where the
// record spans several.
func (r *Row) Place(c *Cell) Position { return r.At(c.Start) }

// At gives the position of an offset within the row's record. It goes on from
// the last place that was asked for, so that the faults of a long record do not
// cost its length each.
func (r *Row) At(offset int) Position {
	offset = max(min(offset, len(r.Record)), 0)
	pos, from := r.Pos, 0
	if last := &r.last; last.of == r.Pos && last.offset <= offset && last.offset > 0 {
		pos, from = last.pos, last.offset
	}
	before := r.Record[from:offset]
	pos.Byte += int64(len(before))
	if r.Inner > 0 {
		if n := Lines(before); n > 0 {
			pos.Line += n
			pos.Char = 1
			before = before[bytes.LastIndexAny(before, "\r\n")+1:]
		}
	}
	switch {
	case pos.Char == 0:
	case r.Single:
		pos.Char += len(before)
	default:
		pos.Char += utf8.RuneCount(before)
	}
	if offset < len(r.Record) && r.Record[offset] < utf8.RuneSelf && r.Record[offset] != '\n' { // between two characters
		r.last = place{r.Pos, pos, offset}
	}
	return pos
}

// A place is the position of an offset within the record that starts at one.
type place struct {
	of, pos Position
	offset  int
}

// Lines counts the line ends in b: LF, CRLF or CR alone.
func Lines(b []byte) int {
	n := bytes.Count(b, []byte{'\n'})
	for {
		i := bytes.IndexByte(b, '\r')
		if i < 0 {
			return n
		}
		if i+1 == len(b) || b[i+1] != '\n' {
			n++
		}
		b = b[i+1:]
	}
}

// Clip gives a cell's text as a finding keeps it: at most MaxValue bytes, and
// whole characters.
func Clip(raw []byte) string {
	if len(raw) <= MaxValue {
		return string(raw)
	}
	end := MaxValue
	for end > MaxValue-utf8.UTFMax && !utf8.RuneStart(raw[end]) {
		end--
	}
	return string(raw[:end]) + "…"
}
