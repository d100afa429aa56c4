package checks

import (
	"encoding/gob"
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// emptyExtras counts the rows that have more cells than the header, all of
// them empty: separators at the end of rows, which are told once.
type emptyExtras struct {
	Rows  int
	First validate.Position // of the first such row
}

func init() { gob.Register(&emptyExtras{}) }

func newEmptyExtras(*schemas.Schema) validate.State { return &emptyExtras{} }

// onlyEmptyExtras says whether a row has more cells than there are columns,
// and nothing in them.
func onlyEmptyExtras(r *validate.Row, columns int) bool {
	for c := columns; c < len(r.Cells); c++ {
		if len(r.Cells[c].Raw) > 0 {
			return false
		}
	}
	return len(r.Cells) > columns
}

// Chooses says that a row of as many cells as the header has none too many.
func (s *emptyExtras) Chooses(*validate.File) validate.Rows { return validate.IrregularRows }

func (s *emptyExtras) Row(r *validate.Row) {
	if r.Blank || !onlyEmptyExtras(r, r.Columns()) {
		return
	}
	if s.Rows == 0 {
		s.First = r.Pos
	}
	s.Rows++
}

func (s *emptyExtras) Seal(*validate.Pass) {}

func (s *emptyExtras) Merge(_ *validate.Pass, next validate.State) {
	n := next.(*emptyExtras)
	if s.Rows == 0 {
		s.First = n.First
	}
	s.Rows += n.Rows
}

// Finish tells the rows together. A strict reading told each of them.
func (s *emptyExtras) Finish(p *validate.Pass) {
	if s.Rows == 0 || p.Strict() {
		return
	}
	finding := p.FileFault(validate.Warning, -1, -1)
	if finding != nil {
		finding.Pos = s.First
		finding.Because("separators").With("n", strconv.Itoa(s.Rows)).With("first", strconv.Itoa(s.First.Row))
	}
}
