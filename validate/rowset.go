package validate

import "math/bits"

// A RowSet is a set of rows, as a spreadsheet counts them; row 0 stands for
// the file as a whole. It takes one bit a row, in pages where there are any.
type RowSet map[int]*RowPage

// A RowPage has a bit for each of 4096 rows that follow one another.
type RowPage [64]uint64

const pageRows = 64 * 64

// add enters a row. It makes the map where there is none.
func (s RowSet) add(row int) RowSet {
	if s == nil {
		s = RowSet{}
	}
	page := s[row/pageRows]
	if page == nil {
		page = new(RowPage)
		s[row/pageRows] = page
	}
	page[row%pageRows/64] |= 1 << (row % 64)
	return s
}

// remove takes a row out again.
func (s RowSet) remove(row int) {
	if page := s[row/pageRows]; page != nil {
		page[row%pageRows/64] &^= 1 << (row % 64)
	}
}

// has says whether a row is in the set.
func (s RowSet) has(row int) bool {
	page := s[row/pageRows]
	return page != nil && page[row%pageRows/64]&(1<<(row%64)) != 0
}

// join enters the rows of next, which is given away.
func (s RowSet) join(next RowSet) RowSet {
	if s == nil {
		return next
	}
	for n, page := range next {
		mine := s[n]
		if mine == nil {
			s[n] = page
			continue
		}
		for i, b := range page {
			mine[i] |= b
		}
	}
	return s
}

// count is how many rows there are, but for row 0.
func (s RowSet) count() int {
	n := 0
	for _, page := range s {
		for _, b := range page {
			n += bits.OnesCount64(b)
		}
	}
	if s.has(0) {
		n--
	}
	return n
}
