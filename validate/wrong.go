package validate

import (
	"cmp"
	"slices"
)

// WrongRows says which rows have errors, and which: all of them, whatever
// findings are kept. By group it holds the rows as a spreadsheet counts them; a
// row 0 stands for the file as a whole. It takes one bit a row and group, in
// pages where there are any.
type WrongRows map[Group]map[int]*RowPage

// A RowPage has a bit for each of 4096 rows that follow one another.
type RowPage [64]uint64

const pageRows = 64 * 64

// add enters a row. It makes the map where there is none.
func (w WrongRows) add(row int, g Group) WrongRows {
	if w == nil {
		w = WrongRows{}
	}
	pages := w[g]
	if pages == nil {
		pages = map[int]*RowPage{}
		w[g] = pages
	}
	page := pages[row/pageRows]
	if page == nil {
		page = new(RowPage)
		pages[row/pageRows] = page
	}
	page[row%pageRows/64] |= 1 << (row % 64)
	return w
}

// join enters the rows of next, which is given away.
func (w WrongRows) join(next WrongRows) WrongRows {
	if w == nil {
		return next
	}
	for g, pages := range next {
		mine := w[g]
		if mine == nil {
			w[g] = pages
			continue
		}
		for n, page := range pages {
			if mine[n] == nil {
				mine[n] = page
				continue
			}
			for i, bits := range page {
				mine[n][i] |= bits
			}
		}
	}
	return w
}

// has says whether a row has an error of a group.
func (w WrongRows) has(row int, g Group) bool {
	page := w[g][row/pageRows]
	return page != nil && page[row%pageRows/64]&(1<<(row%64)) != 0
}

// Of lists the groups of which a row has errors, in the order of checks and
// fields.
func (w WrongRows) Of(row int) []Group {
	var groups []Group
	for g := range w {
		if w.has(row, g) {
			groups = append(groups, g)
		}
	}
	slices.SortFunc(groups, func(a, b Group) int {
		return cmp.Or(cmp.Compare(a.Check, b.Check), cmp.Compare(a.Field, b.Field))
	})
	return groups
}
