package validate

import (
	"cmp"
	"maps"
	"slices"
)

// A Partial is what is known of some consecutive rows of a file. Partials of
// neighbouring rows merge, in any grouping, into the same whole. Its exported
// fields can be encoded with gob.
type Partial struct {
	Rows         int   // data rows, blank ones included
	Blank        int   // of these
	Bytes        int64 // judged
	Filled       []int // by column of the file: cells that are neither empty nor a missing value
	Seen         []int // by column of JSON: features that have the property, if only as null; nil for tables
	Findings     []Kept
	Total        int // findings, kept or not
	Counts       map[Group]int
	States       []State
	Faulty       RowSet           // rows with errors
	Warned       RowSet           // rows with warnings
	Doubtful     WrongRows        // rows with errors or warnings in columns that are late: not yet in Faulty and Warned
	FileWarnings int              // warnings on the file as a whole, and on none of its columns
	Spots        Spots            // where rows lie; where Options.Cells asks for it
	Wrong        WrongRows        // where Options.Wrong asks for it
	Cells        map[int][]string // by row: what Finding.Cells holds of it, for what states report late; where Options.Cells asks for it

	sealed bool           // no rows come before these: nothing is reported late of them any more
	all    bool           // every finding is kept: what states report late, before it is sorted
	enough map[Group]bool // nothing of these groups will be kept in the end
}

// A Kept is a finding with the group that it is counted in.
type Kept struct {
	Finding
	Group Group
}

// A Group is what findings are counted by.
type Group struct {
	Check    int // position in the plan's list
	Severity Severity
	Field    int // position in the schema, or -1
}

// keptPerGroup is how many findings of a group are kept in any case, so that a
// rare fault at the end of a file is shown even where a frequent one has
// filled the list.
const keptPerGroup = 5

// keeps says whether the finding that is the n-th of the file (from 0) and the
// m-th of its group is kept. Both are known whatever the chunks, once partials
// are merged, so the same findings remain.
func (o Options) keeps(n, m int) bool {
	return o.MaxFindings == 0 || n < o.MaxFindings || m < keptPerGroup
}

// add counts one finding and says whether it is to be kept.
func (p *Partial) add(g Group, o Options) bool {
	m := p.Counts[g]
	p.Counts[g] = m + 1
	p.Total++
	return p.all || !p.enough[g] && o.keeps(p.Total-1, m)
}

// Merge joins next, the partial of the rows that follow, to p. next is given
// away.
func (j *Job) Merge(p, next *Partial) {
	late := j.mergeStates(p, next)
	p.Rows += next.Rows
	p.Blank += next.Blank
	p.Bytes += next.Bytes
	for c, n := range next.Filled {
		p.Filled[c] += n
	}
	for c, n := range next.Seen {
		p.Seen[c] += n
	}
	j.appendFindings(p, next, late)
}

// noteEnough tells the workers which groups need no more findings: of whole,
// the rows from the file's first one on.
func (j *Job) noteEnough(whole *Partial) {
	if j.Options.MaxFindings == 0 || whole.Total < j.Options.MaxFindings {
		return
	}
	known := j.enough.Load()
	var next map[Group]bool
	for g, n := range whole.Counts {
		if n < keptPerGroup || known != nil && (*known)[g] {
			continue
		}
		if next == nil {
			next = map[Group]bool{}
			if known != nil {
				maps.Copy(next, *known)
			}
		}
		next[g] = true
	}
	if next != nil {
		j.enough.Store(&next)
	}
}

// mergeStates joins the states and gives what they reported of next's rows,
// by row.
func (j *Job) mergeStates(p, next *Partial) *Partial {
	late := j.newPartial(nil)
	late.all = true
	pass := j.pass(late)
	pass.cells = next.Cells
	for i, s := range p.States {
		pass.check = j.stateChecks[i]
		s.Merge(pass, next.States[i])
	}
	if next.Cells != nil && !p.sealed {
		if p.Cells == nil {
			p.Cells = next.Cells
		} else {
			maps.Copy(p.Cells, next.Cells)
		}
	}
	slices.SortStableFunc(late.Findings, func(a, b Kept) int { return cmp.Compare(a.Pos.Row, b.Pos.Row) })
	return late
}

// appendFindings adds to p the findings of next and those that its states
// gave late, by row. Both lists are in order; within a row the order of
// reporting holds.
func (j *Job) appendFindings(p, next, late *Partial) {
	groups := make(map[Group]int, len(next.Counts)+len(late.Counts))
	n := p.Total
	take := func(f Kept) {
		g := f.Group
		if j.Options.keeps(n, p.Counts[g]+groups[g]) {
			p.Findings = append(p.Findings, f)
		}
		groups[g]++
		n++
	}
	a, b := next.Findings, late.Findings
	for len(a) > 0 || len(b) > 0 {
		if len(b) == 0 || len(a) > 0 && a[0].Pos.Row <= b[0].Pos.Row {
			take(a[0])
			a = a[1:]
		} else {
			take(b[0])
			b = b[1:]
		}
	}
	for _, from := range []*Partial{next, late} {
		p.Wrong = p.Wrong.join(from.Wrong)
		p.Doubtful = p.Doubtful.join(from.Doubtful)
		p.FileWarnings += from.FileWarnings
		p.Spots.merge(&from.Spots)
		p.Faulty, p.Warned = p.Faulty.join(from.Faulty), p.Warned.join(from.Warned)
		p.Total += from.Total
		for g, count := range from.Counts {
			p.Counts[g] += count
		}
	}
}
