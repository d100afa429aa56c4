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
	left := match(before, out, func(f *file) string { return *f.Path }, nil)
	for n := mostNames; n > 0; n-- {
		ending := func(f *file) string { return ending(*f.Path, n) }
		left = match(left, out, ending, shared(ending, before, after))
	}
	if len(before) == 1 && len(after) == 1 && len(left) == 1 {
		out[0].before, left = left[0], nil
	}
	for _, f := range left {
		out = append(out, pair{before: f})
	}
	return out
}

// mostNames is how many names at the end of two paths are compared.
const mostNames = 8

// ending gives the last n names of a path, or the whole path.
func ending(p string, n int) string {
	p = path.Clean(strings.ReplaceAll(p, `\`, "/"))
	for i := len(p) - 1; i > 0; i-- {
		if p[i] != '/' {
			continue
		}
		if n--; n == 0 {
			return p[i+1:]
		}
	}
	return p
}

// shared lists the names that two files of a side have.
func shared(name func(*file) string, sides ...[]*file) map[string]bool {
	out := map[string]bool{}
	for _, files := range sides {
		seen := make(map[string]bool, len(files))
		for _, f := range files {
			n := name(f)
			out[n] = out[n] || seen[n]
			seen[n] = true
		}
	}
	return out
}

// match puts files beside those of the same name that have none yet, and gives
// the files that found none. Names that several files have count for nothing.
func match(files []*file, among []pair, name func(*file) string, several map[string]bool) []*file {
	free := map[string][]*pair{}
	for i := range among {
		if p := &among[i]; p.before == nil {
			free[name(p.after)] = append(free[name(p.after)], p)
		}
	}
	var left []*file
	for _, f := range files {
		n := name(f)
		if len(free[n]) == 0 || several[n] {
			left = append(left, f)
			continue
		}
		free[n][0].before = f
		free[n] = free[n][1:]
	}
	return left
}
