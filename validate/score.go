package validate

import "math"

// A Score sums up a file in a number that can be followed from one publication
// to the next. Its parts are shares from 0 to 1.
type Score struct {
	Total       int     // from 0 to 100, rounded down: 100 is for a file in which all parts are whole
	Rows        float64 // rows without error; none where the file as a whole has one
	Required    float64 // cells of the required columns that are filled; 1 where no column is required
	Recommended float64 // columns that are not required and are present with at least one filled cell; likewise
	Calm        float64 // rows without warning, less a tenth of that for each warning on the file as a whole
}

// The weights of the parts. They add up to 1.
const (
	weightRows        = 0.5
	weightRequired    = 0.2
	weightRecommended = 0.1
	weightCalm        = 0.2
)

// fileWarningCost is the part of Calm that a warning on the file takes.
const fileWarningCost = 0.1

// Score gives the score of a file. There is none for one that was not judged
// to its end, or not by any schema, or that has no rows or columns. Rows that
// are blank are none.
func (r *FileResult) Score() (Score, bool) {
	rows := r.Rows - r.Blank
	if r.Failure != nil || r.Schema == nil || rows == 0 || len(r.Schema.Fields) == 0 {
		return Score{}, false
	}
	s := Score{Rows: 1 - share(r.FaultyRows, rows), Calm: 1 - share(r.WarnedRows, rows)}
	if r.FileFaulty {
		s.Rows = 0
	}
	s.Calm *= max(0, 1-fileWarningCost*float64(r.FileWarnings))
	filled := map[string]int{}
	for _, c := range r.Columns {
		if c.Field != "" {
			filled[c.Field] = c.Filled
		}
	}
	required, cells, optional, present := 0, 0, 0, 0
	for i := range r.Schema.Fields {
		f := &r.Schema.Fields[i]
		switch {
		case f.Constraints.Required:
			required++
			cells += filled[f.Name]
		default:
			optional++
			if filled[f.Name] > 0 {
				present++
			}
		}
	}
	s.Required, s.Recommended = 1, 1
	if required > 0 {
		s.Required = share(cells, required*rows)
	}
	if optional > 0 {
		s.Recommended = share(present, optional)
	}
	total := weightRows*s.Rows + weightRequired*s.Required + weightRecommended*s.Recommended + weightCalm*s.Calm
	s.Total = int(math.Floor(100*total + 1e-9))
	return s, true
}

// FillRate is the share of filled cells in the columns of the schema, absent
// ones included. There is none where there are no cells.
func (r *FileResult) FillRate() (float64, bool) {
	rows := r.Rows - r.Blank
	if r.Schema == nil || rows == 0 || len(r.Schema.Fields) == 0 {
		return 0, false
	}
	filled := 0
	for _, c := range r.Columns {
		if c.Field != "" {
			filled += c.Filled
		}
	}
	return share(filled, rows*len(r.Schema.Fields)), true
}

func share(part, whole int) float64 { return min(1, float64(part)/float64(whole)) }
