package checks

import "iter"

// Customs lists the custom checks of schema documents that are done here: the
// names of each, the present one first, and its parameters that each name a
// column or a list of columns. The lists are not to be changed.
func Customs() iter.Seq2[[]string, []string] {
	return func(yield func(names, columns []string) bool) {
		for i := range customs {
			if !yield(customs[i].names, customs[i].columns) {
				return
			}
		}
	}
}
