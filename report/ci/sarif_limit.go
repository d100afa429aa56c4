package ci

import (
	"cmp"
	"slices"
	"sort"

	"github.com/socle-commun/socle/validate"
)

// results adds the results of all files, s.most of them at most, and says how
// many findings stand in results that gather several.
func (s *sarifWriter) results(out []sarifResult) (all []sarifResult, gathered int) {
	var groups []*group
	for i := range s.Files {
		groups = append(groups, s.groups(i)...)
	}
	own, over := s.apart(groups)
	each := share(own, s.most-len(over))
	for _, g := range own {
		shown := g.findings[:min(each, len(g.findings))]
		for _, f := range shown {
			out = append(out, s.result(g, f))
		}
		if n := g.Count.Count - len(shown); n > 0 {
			var next *validate.Finding
			if len(shown) < len(g.findings) {
				next = g.findings[len(shown)]
			}
			out = append(out, s.rest(g, n, next))
			gathered += n
		}
	}
	for _, g := range over {
		rest := s.rest(g, g.Count.Count, nil)
		rest.Message = plainMessage(s.fill(sayAll, "n", s.number(g.Count.Count), "title", s.title(g.Code), "where", s.fill(sayAllFiles)))
		out = append(out, rest)
		gathered += g.Count.Count
	}
	return out, gathered
}

// apart divides groups into those that have results of their own and, where
// there are too many for that, the gravest first, what the others make
// together: one group for each rule and severity.
func (s *sarifWriter) apart(groups []*group) (own, over []*group) {
	if len(groups) <= s.most {
		return groups, nil
	}
	order := slices.Clone(groups)
	slices.SortStableFunc(order, func(a, b *group) int { return cmp.Compare(b.Severity, a.Severity) })
	kinds := map[groupKey]*group{}
	for _, g := range groups {
		kinds[groupKey{code: g.Code, severity: g.Severity}] = nil
	}
	kept := max(s.most-len(kinds), 0)
	for _, g := range order[kept:] {
		key := groupKey{code: g.Code, severity: g.Severity}
		if kinds[key] == nil {
			kinds[key] = &group{Count: validate.Count{Code: g.Code, Severity: g.Severity}, file: g.file, number: g.number}
			over = append(over, kinds[key])
		}
		kinds[key].Count.Count += g.Count.Count
	}
	own = order[:kept]
	slices.SortStableFunc(own, func(a, b *group) int { return cmp.Compare(a.number, b.number) })
	return own, over
}

// share gives how many findings of each group are shown, so that with one
// result for what is left of each there are room results at most.
func share(groups []*group, room int) int {
	most := 0
	for _, g := range groups {
		most = max(most, len(g.findings))
	}
	return sort.Search(most, func(each int) bool { // the first that does not leave room for one more
		each++
		n := 0
		for _, g := range groups {
			shown := min(each, len(g.findings))
			if n += shown; shown < g.Count.Count {
				n++
			}
		}
		return n > room
	})
}
