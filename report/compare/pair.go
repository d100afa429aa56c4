package compare

import (
	"path"
	"strings"
)

// A pair is one file in both reports; one side may be nil.
type pair struct{ before, after *file }

// pairs finds the files of the earlier report in the later one. Two files of
// one path are told apart by their order.
func pairs(before, after []*file) []pair {
	out := make([]pair, len(after))
	for i, f := range after {
		out[i].after = f
	}
	left := match(before, out, func(f *file) string { return *f.Path }, false)
	left = match(left, out, func(f *file) string { return path.Base(strings.ReplaceAll(*f.Path, `\`, "/")) }, true)
	if len(before) == 1 && len(after) == 1 && len(left) == 1 {
		out[0].before, left = left[0], nil
	}
	for _, f := range left {
		out = append(out, pair{before: f})
	}
	return out
}

// match puts files beside those of the same name that have none yet, and gives
// the files that found none. Where names must be unique, those that two files
// of a side have count for nothing.
func match(files []*file, among []pair, name func(*file) string, unique bool) []*file {
	free := map[string][]*pair{}
	for i := range among {
		if p := &among[i]; p.before == nil {
			free[name(p.after)] = append(free[name(p.after)], p)
		}
	}
	wanted := map[string]int{}
	for _, f := range files {
		wanted[name(f)]++
	}
	var left []*file
	for _, f := range files {
		n := name(f)
		if len(free[n]) == 0 || unique && (len(free[n]) > 1 || wanted[n] > 1) {
			left = append(left, f)
			continue
		}
		free[n][0].before = f
		free[n] = free[n][1:]
	}
	return left
}
