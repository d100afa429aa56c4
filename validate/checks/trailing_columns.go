package checks

import (
	"encoding/gob"
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// trailingColumns remembers whether the columns without a name at the right
// edge of a table hold anything. Where they do not, they come from separators
// at the end of each row, and are told once.
type trailingColumns struct{ Filled []bool } // by column of the file, as far as one was met

func init() { gob.Register(&trailingColumns{}) }

func newTrailingColumns(*schemas.Schema) validate.State { return &trailingColumns{} }

// firstTrailing is the first of the columns at the right edge that have no
// name, from 0: their number of columns where there is none.
func firstTrailing(columns []validate.Column) int {
	n := len(columns)
	for n > 0 && columns[n-1].Label == "" && columns[n-1].Field < 0 {
		n--
	}
	return n
}

// Chooses says that nothing is to be learned where the last column has a name.
func (s *trailingColumns) Chooses(f *validate.File) validate.Rows {
	if n := len(f.Labels); n > 0 && f.Labels[n-1] != "" {
		return validate.IrregularRows
	}
	return validate.AllRows
}

func (s *trailingColumns) Row(r *validate.Row) {
	for c := len(r.Cells) - 1; c >= 0 && r.Cells[c].Field == nil; c-- {
		if len(r.Cells[c].Raw) > 0 {
			s.mark(c)
		}
	}
}

func (s *trailingColumns) mark(c int) {
	for len(s.Filled) <= c {
		s.Filled = append(s.Filled, false)
	}
	s.Filled[c] = true
}

func (s *trailingColumns) Seal(*validate.Pass) {}

func (s *trailingColumns) Merge(_ *validate.Pass, next validate.State) {
	for c, filled := range next.(*trailingColumns).Filled {
		if filled {
			s.mark(c)
		}
	}
}

// Finish tells each column that holds something, and the others together.
func (s *trailingColumns) Finish(p *validate.Pass) {
	if p.Strict() || p.Job.File.Items {
		return
	}
	columns := p.Job.Header.Columns
	first, empty := -1, 0
	for c := firstTrailing(columns); c < len(columns); c++ {
		if c < len(s.Filled) && s.Filled[c] {
			p.FileFault(validate.None, c, -1)
			continue
		}
		if empty++; first < 0 {
			first = c
		}
	}
	if empty > 0 {
		p.FileFault(validate.Warning, first, -1).Because("at-edge").With("n", strconv.Itoa(empty))
	}
}
