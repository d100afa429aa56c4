package validate

import (
	"sync/atomic"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate/shelf"
)

// Options say how a file is judged.
type Options struct {
	Strict      bool // Table Schema to the letter
	MaxFindings int  // findings kept for a file, 0 for all; counts are exact in any case
	Cells       bool // findings hold the cells of their row
	Wrong       bool // the result says which rows have errors
	Afresh      bool // every value and row is shown to every check, however plainly there is nothing to find: slower, with the same result, which tests compare
	// Stream is given findings as they are found, in the order of the rows, by
	// Run's own goroutine. The result has what is known of the file before its
	// first row; both are lent. nil for nobody.
	Stream func(*FileResult, []Finding)
	// Streamed says that findings need not be kept for the result once they were
	// given to Stream.
	Streamed bool
}

// A Plan is a schema and its checks, compiled together. It never changes and
// is shared by all files and goroutines.
type Plan struct {
	Schema  *schemas.Schema
	Checks  []*Check
	Options Options

	locator     locator
	names       []string     // by field: what findings call it
	cells       [][]cellRule // by field
	rows        rowRules
	afters      rowRules
	calms       []calmRule // of those whose After is among afters
	shapes      []rowRule
	files       []fileRule
	stateChecks []int  // the check of each state, in the order of newStates
	keyed       []bool // by field: states compare its values
}

type cellRule struct {
	check  int
	on     CellState
	judge  func(*Pass, *Cell)
	right  func([]byte) bool // Check.Right; nil where there is none
	glance *Glance           // likewise
}

type calmRule struct {
	calm   func(*schemas.Field) func([]byte) bool
	glance func(*schemas.Field) *Glance // nil for none
}

type rowRule struct {
	check int
	judge func(*Pass, *Row)
}

// rowRules are rules in the order of their checks, and those of them that look
// at every row, whether there is something odd about it or not.
type rowRules struct{ all, always []rowRule }

// of gives the rules for a row that is odd, or for another.
func (r *rowRules) of(odd bool) []rowRule {
	if odd {
		return r.all
	}
	return r.always
}

func (r *rowRules) add(rule rowRule, always bool) {
	r.all = append(r.all, rule)
	if always {
		r.always = append(r.always, rule)
	}
}

type fileRule struct {
	check int
	judge func(*Pass, *File)
}

// Compile makes the plan of a schema. Rules that the schema does not ask for
// cost nothing afterwards.
func Compile(s *schemas.Schema, checks []*Check, o Options) *Plan {
	p := &Plan{Schema: s, Checks: checks, Options: o, cells: make([][]cellRule, len(s.Fields)), keyed: make([]bool, len(s.Fields))}
	p.names, p.locator = fieldNames(s), newLocator(s)
	for id, check := range checks {
		if check.Keys != nil {
			for _, i := range check.Keys(s) {
				p.keyed[i] = true
			}
		}
		if check.File != nil {
			if judge := check.File(s); judge != nil {
				p.files = append(p.files, fileRule{id, judge})
			}
		}
		if check.Row != nil {
			if judge := check.Row(s); judge != nil {
				p.rows.add(rowRule{id, judge}, !check.Irregular || o.Afresh)
			}
		}
		if check.After != nil {
			if judge := check.After(s); judge != nil {
				p.afters.add(rowRule{id, judge}, check.Calm == nil || o.Afresh)
				if check.Calm != nil {
					rule := calmRule{calm: check.Calm(s)}
					if check.Glance != nil {
						rule.glance = check.Glance(s)
					}
					p.calms = append(p.calms, rule)
				}
			}
		}
		if check.Shape != nil {
			if judge := check.Shape(s); judge != nil {
				p.shapes = append(p.shapes, rowRule{id, judge})
			}
		}
		if check.Cell != nil {
			p.addCells(id, check)
		}
	}
	_, p.stateChecks = p.newStates()
	return p
}

// addCells adds the rules of a check for cells.
func (p *Plan) addCells(id int, check *Check) {
	for i := range p.Schema.Fields {
		f := &p.Schema.Fields[i]
		rule := cellRule{check: id, on: check.On, judge: check.Cell(f)}
		if rule.judge == nil {
			continue
		}
		if check.Right != nil {
			rule.right = check.Right(f)
		}
		if check.Glance != nil {
			rule.glance = check.Glance(p.Schema)(f)
		}
		p.cells[i] = append(p.cells[i], rule)
	}
}

// fieldNames lists what findings call the fields of a schema: of JSON, the
// paths of its properties.
func fieldNames(s *schemas.Schema) []string {
	var names []string
	for i := range s.Fields {
		names = append(names, s.Fields[i].Name)
	}
	if s.Kind == schemas.JSON {
		for i := range s.Properties {
			names = append(names, s.Properties[i].Path)
		}
	}
	return names
}

// FieldName is what findings call a field by its position in the schema, as
// Group.Field has it: of a JSON Schema, the path of its property.
func (p *Plan) FieldName(field int) string { return p.names[field] }

// severity is what a finding of the check weighs under the plan's options.
func (p *Plan) severity(c *Check) Severity {
	if p.Options.Strict && c.Strict != None {
		return c.Strict
	}
	return c.Severity
}

// A Job is a plan bound to one file's header.
type Job struct {
	*Plan
	File    *File
	Header  *Header
	columns []columnRules

	// enough is what the rows merged so far leave nothing to keep of. It
	// spares workers the words that would be thrown away.
	enough atomic.Pointer[map[Group]bool]

	spaces shelf.Shelf[workspace]
	shown  []Rows // by state: the rows that it is shown
	strict int    // cells of a regular row, besides those of the header; -1 in tolerant reading
}

// For binds the plan to a file.
func (p *Plan) For(f *File) *Job {
	if f.NoHeader {
		f = f.named(p.Schema)
	}
	j := &Job{Plan: p, spaces: shelf.New[workspace](), File: f, Header: bindLabels(p.Schema, f.Labels, p.Options.Strict, f.AnyCase, f.Items)}
	j.columns = make([]columnRules, len(j.Header.Columns))
	memos := 0
	for c, column := range j.Header.Columns {
		j.columns[c] = p.columnRules(column.Field, f.Items)
		if j.columns[c].remembers {
			memos++
			j.columns[c].remembers = memos <= mostMemos
		}
	}
	states, _ := p.newStates()
	for _, s := range states {
		shown := AllRows
		if chooser, ok := s.(Chooser); ok && !p.Options.Afresh {
			shown = chooser.Chooses(f)
		}
		j.shown = append(j.shown, shown)
	}
	if j.strict = -1; p.Options.Strict {
		j.strict = len(p.Schema.Fields)
	}
	return j
}

// newStates makes the states of the plan's Table checks, and names the check
// of each.
func (p *Plan) newStates() (states []State, stateChecks []int) {
	for id, check := range p.Checks {
		if check.Table == nil {
			continue
		}
		if s := check.Table(p.Schema); s != nil {
			states = append(states, s)
			stateChecks = append(stateChecks, id)
		}
	}
	return states, stateChecks
}
