package diff

import (
	"slices"
	"sort"
)

// columns tells which columns came, went, were renamed and moved. pairs holds,
// for each column now, its place before, or -1.
func (r *Result) columns(old, now []column, pairs []int) {
	kept := make([]bool, len(old))
	for _, from := range pairs {
		if from >= 0 {
			kept[from] = true
		}
	}
	for i := range old {
		if c := &old[i]; !kept[i] {
			r.add(Change{Kind: FieldRemoved, Field: c.name, Before: i + 1, Direction: whenRequired(c, Loosened), Label: c.title})
		}
	}
	for i, from := range pairs {
		if c := &now[i]; from < 0 {
			r.add(Change{Kind: FieldAdded, Field: c.name, After: i + 1, Direction: whenRequired(c, Tightened), Label: c.title})
		}
	}
	for i, from := range pairs {
		if from >= 0 && old[from].name != now[i].name {
			r.add(Change{Kind: FieldRenamed, Field: now[i].name, Before: old[from].name, After: now[i].name, Direction: Changed, Label: now[i].title})
		}
	}
	for _, i := range moved(pairs) {
		r.add(Change{Kind: FieldMoved, Field: now[i].name, Before: pairs[i] + 1, After: i + 1, Direction: Neutral})
	}
}

// whenRequired gives d for a column that must be filled: that a column which
// may stay empty comes or goes refuses no file.
func whenRequired(c *column, d Direction) Direction {
	if c.required {
		return d
	}
	return Neutral
}

// moved lists the columns that changed places among those of both versions:
// the fewest whose leaving would put the others in order.
func moved(pairs []int) []int {
	var tails, at []int // of increasing runs by length: the last place before, and which column that is
	previous := make([]int, len(pairs))
	for i, from := range pairs {
		if from < 0 {
			continue
		}
		n := sort.SearchInts(tails, from)
		if n == len(tails) {
			tails, at = append(tails, from), append(at, i)
		} else {
			tails[n], at[n] = from, i
		}
		previous[i] = -1
		if n > 0 {
			previous[i] = at[n-1]
		}
	}
	var still []int
	if len(at) > 0 {
		for i := at[len(at)-1]; i >= 0; i = previous[i] {
			still = append(still, i)
		}
	}
	slices.Reverse(still)
	var out []int
	for i, from := range pairs {
		if _, found := slices.BinarySearch(still, i); from >= 0 && !found {
			out = append(out, i)
		}
	}
	return out
}
