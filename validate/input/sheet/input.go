package sheet

import (
	"iter"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

// A sheetInput is a sheet that is read as CSV. Its rows have no lines besides
// their numbers, whatever line ends their cells hold.
type sheetInput struct{ validate.Input }

// Progress is how much of the sheet was read, from 0 to 1.
func (in *sheetInput) Progress() float64 {
	if p, ok := in.Input.(input.Progresser); ok {
		return p.Progress()
	}
	return 0
}

// Rows gives the records of a chunk. A Row is valid until the next one.
func (in *sheetInput) Rows(c validate.Chunk) iter.Seq[*validate.Row] {
	return func(yield func(*validate.Row) bool) {
		for r := range in.Input.Rows(c) {
			r.Pos.Line, r.Inner = r.Pos.Row, 0
			if !yield(r) {
				return
			}
		}
	}
}
