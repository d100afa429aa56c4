package validate

import (
	"bytes"
	"unicode/utf8"
)

// A Pass is what a check reports to. It is lent for the time of a call.
type Pass struct {
	Job  *Job
	part *Partial

	check int  // of the rule that is running
	row   *Row // the row that is judged; nil outside of rows

	learned *File // what is known of the file at the end; nil before
}

func (j *Job) pass(part *Partial) *Pass { return &Pass{Job: j, part: part} }

// Encoding corrects the encoding of the file, where only its end shows it: a
// State may call it from Finish.
func (p *Pass) Encoding(name string) { p.learned.Encoding = name }

// Strict says whether Table Schema is read to the letter.
func (p *Pass) Strict() bool { return p.Job.Options.Strict }

// Fault reports a fault of a cell. The finding it gives is to be completed at
// once; it is nil where the fault is only counted.
func (p *Pass) Fault(c *Cell) *Finding {
	field := -1
	if c.Field != nil {
		field = c.Field.Index
	}
	f := p.report(p.severity(), field)
	if f == nil {
		return nil
	}
	f.Pos = p.row.Place(c)
	f.Column = c.Column + 1
	f.Value = Clip(c.Raw)
	return f
}

// FaultAt reports a fault of the current row in a column (from 0; -1 for the
// row as a whole) and a field (-1 for none).
func (p *Pass) FaultAt(column, field int) *Finding {
	f := p.report(p.severity(), field)
	if f != nil {
		f.Pos, f.Column = p.row.Pos, column+1
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
	f := p.report(p.severity(), field)
	if f != nil {
		f.Pos, f.Column = pos, column+1
	}
	return f
}

// severity is what a finding of the running check weighs.
func (p *Pass) severity() Severity { return p.Job.severity(p.Job.Checks[p.check]) }

func (p *Pass) report(s Severity, field int) *Finding {
	g := Group{p.check, s, field}
	if !p.part.add(g, p.Job.Options) {
		return nil
	}
	f := Kept{Group: g, Finding: Finding{Code: p.Job.Checks[p.check].Code, Severity: s}}
	if field >= 0 {
		f.Field = p.Job.Schema.Fields[field].Name
	}
	p.part.Findings = append(p.part.Findings, f)
	return &p.part.Findings[len(p.part.Findings)-1].Finding
}

// Place gives the position of a cell of the row: its own line where the
// record spans several.
func (r *Row) Place(c *Cell) Position {
	pos := r.Pos
	before := r.Record[:min(c.Start, len(r.Record))]
	pos.Byte += int64(len(before))
	if r.Inner > 0 {
		pos.Line += Lines(before)
	}
	return pos
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
