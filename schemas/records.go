package schemas

import (
	"slices"
	"strings"
)

// recordNames lists the names that the items of a JSON Schema's data have at
// their top, each once, in the document's order, and which of them every item
// must have. What all of them stand below is where the items are.
func recordNames(properties []Property) (names []string, required map[string]bool) {
	paths := make([][]string, len(properties))
	for i := range properties {
		paths[i] = strings.Split(properties[i].Path, ".")
	}
	for nested(paths) {
		for i := range paths {
			paths[i] = paths[i][1:]
		}
	}
	required = map[string]bool{}
	for i, path := range paths {
		if !slices.Contains(names, path[0]) {
			names = append(names, path[0])
		}
		if properties[i].Required && len(path) == 1 {
			required[path[0]] = true
		}
	}
	return names, required
}

// nested says whether all paths go through the list that the items are in, or
// through two lists of two sorts of items: these have half of their names in
// common.
func nested(paths [][]string) bool {
	below := map[string]map[string]bool{}
	for _, path := range paths {
		if len(path) < 2 {
			return false
		}
		if below[path[0]] == nil {
			below[path[0]] = map[string]bool{}
		}
		below[path[0]][path[1]] = true
	}
	switch len(below) {
	case 1:
		return true
	case 2:
		var sorts []map[string]bool
		for _, names := range below {
			sorts = append(sorts, names)
		}
		common := 0
		for name := range sorts[0] {
			if sorts[1][name] {
				common++
			}
		}
		return 2*common >= min(len(sorts[0]), len(sorts[1]))
	}
	return false
}
