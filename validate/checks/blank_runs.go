package checks

import (
	"encoding/gob"
	"slices"
	"strconv"

	"github.com/socle-commun/socle/validate"
)

// blankRuns remembers blank rows until it is known whether a filled row
// follows: those at the end of a file, thousands where a spreadsheet wrote
// them, are told once. It is for tolerant reading.
type blankRuns struct {
	Lead   []blankRun // before the first filled row
	Inner  []blankRun // between filled rows
	Tail   []blankRun // after the last filled row; sealed: all that are not told
	Filled bool       // some row is filled
	sealed bool
}

// A blankRun is a run of blank rows of one length.
type blankRun struct {
	Pos    validate.Position // of the first
	N      int
	Stride int64 // bytes from one to the next
}

func init() { gob.Register(&blankRuns{}) }

// at is the position of a row of the run.
func (r blankRun) at(i int) validate.Position {
	return validate.Position{Byte: r.Pos.Byte + int64(i)*r.Stride, Line: r.Pos.Line + i, Row: r.Pos.Row + i}
}

// appendBlank adds a row to runs.
func appendBlank(runs []blankRun, pos validate.Position) []blankRun {
	if n := len(runs); n > 0 {
		last := &runs[n-1]
		if last.N == 1 {
			last.Stride = pos.Byte - last.Pos.Byte
		}
		if last.at(last.N) == pos {
			last.N++
			return runs
		}
		if last.N == 1 {
			last.Stride = 0
		}
	}
	return append(runs, blankRun{Pos: pos, N: 1})
}

// Chooses leaves out filled rows behind filled ones.
func (*blankRuns) Chooses(*validate.File) validate.Rows { return validate.BorderRows }

func (s *blankRuns) Row(r *validate.Row) {
	switch {
	case !r.Blank:
		if len(s.Tail) > 0 {
			s.Inner, s.Tail = append(s.Inner, s.Tail...), nil
		}
		s.Filled = true
	case !s.Filled:
		s.Lead = appendBlank(s.Lead, r.Pos)
	default:
		s.Tail = appendBlank(s.Tail, r.Pos)
	}
}

func (s *blankRuns) Seal(p *validate.Pass) {
	before := *s
	*s = blankRuns{sealed: true}
	s.take(p, &before)
}

func (s *blankRuns) Merge(p *validate.Pass, next validate.State) {
	n := next.(*blankRuns)
	switch {
	case s.sealed:
		s.take(p, n)
	case !n.Filled && !s.Filled:
		s.Lead = joinRuns(s.Lead, n.Lead)
	case !n.Filled:
		s.Tail = joinRuns(s.Tail, n.Lead)
	case !s.Filled:
		s.Lead, s.Inner, s.Tail, s.Filled = joinRuns(s.Lead, n.Lead), n.Inner, n.Tail, true
	default:
		s.Inner = slices.Concat(s.Inner, joinRuns(s.Tail, n.Lead), n.Inner)
		s.Tail = n.Tail
	}
}

// take tells the blank rows of next that a filled row follows.
func (s *blankRuns) take(p *validate.Pass, next *blankRuns) {
	if !next.Filled {
		s.Tail = joinRuns(s.Tail, next.Lead)
		return
	}
	if !p.Strict() {
		for _, run := range slices.Concat(s.Tail, next.Lead, next.Inner) {
			for i := range run.N {
				p.LateFault(run.at(i), -1, -1)
			}
		}
	}
	s.Tail = next.Tail
}

// joinRuns puts runs behind others.
func joinRuns(runs, more []blankRun) []blankRun {
	for _, m := range more {
		for i := range m.N {
			runs = appendBlank(runs, m.at(i))
		}
	}
	return runs
}

// Finish tells the blank rows at the end of the file, once.
func (s *blankRuns) Finish(p *validate.Pass) {
	n := 0
	for _, run := range s.Tail {
		n += run.N
	}
	if n == 0 || p.Strict() {
		return
	}
	finding := p.FileFault(validate.Warning, -1, -1)
	if finding != nil {
		finding.Pos = s.Tail[0].Pos
		finding.Because("at-end").With("n", strconv.Itoa(n)).With("first", strconv.Itoa(s.Tail[0].Pos.Row))
	}
}
