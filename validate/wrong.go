package validate

import (
	"cmp"
	"slices"
)

// WrongRows says which rows have errors, and which: all of them by group,
// whatever findings are kept.
type WrongRows map[Group]RowSet

// add enters a row. It makes the map where there is none.
func (w WrongRows) add(row int, g Group) WrongRows {
	if w == nil {
		w = WrongRows{}
	}
	w[g] = w[g].add(row)
	return w
}

// join enters the rows of next, which is given away.
func (w WrongRows) join(next WrongRows) WrongRows {
	if w == nil {
		return next
	}
	for g, rows := range next {
		w[g] = w[g].join(rows)
	}
	return w
}

// Of lists the groups of which a row has errors, in the order of checks and
// fields.
func (w WrongRows) Of(row int) []Group {
	var groups []Group
	for g := range w {
		if w[g].has(row) {
			groups = append(groups, g)
		}
	}
	slices.SortFunc(groups, func(a, b Group) int {
		return cmp.Or(cmp.Compare(a.Check, b.Check), cmp.Compare(a.Field, b.Field))
	})
	return groups
}
