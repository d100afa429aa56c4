package compare

import (
	"slices"

	"github.com/socle-commun/socle/validate"
)

// A group is what one report says of a kind.
type group struct {
	count    int // exact
	findings []*finding
}

// whole says whether every finding of the group is at hand. It is so of none.
func (g *group) whole() bool { return g.count == len(g.findings) }

// groups sorts the findings of a file by kind. The kinds stand in the order of
// its counts.
func (f *file) groups() (kinds []kind, by map[kind]*group) {
	by = map[kind]*group{}
	if f == nil {
		return nil, by
	}
	of := func(k kind) *group {
		if by[k] == nil {
			by[k] = &group{}
			kinds = append(kinds, k)
		}
		return by[k]
	}
	for _, c := range f.Counts {
		of(c.kind).count += c.Count
	}
	for i := range f.Findings {
		g := of(f.Findings[i].kind)
		g.findings = append(g.findings, &f.Findings[i])
		g.count = max(g.count, len(g.findings))
	}
	return kinds, by
}

// faults compares a file. before may be nil.
func faults(before, after *file) []Fault {
	kinds, later := after.groups()
	more, earlier := before.groups()
	for _, k := range more {
		if later[k] == nil {
			kinds = append(kinds, k)
		}
	}
	var by [3][]Fault // by change
	for _, k := range kinds {
		for _, f := range compared(before, after, k, orNone(earlier[k]), orNone(later[k])) {
			by[f.Change] = append(by[f.Change], f)
		}
	}
	return slices.Concat(by[:]...)
}

func orNone(g *group) *group {
	if g == nil {
		return &group{}
	}
	return g
}

// compared says what became of the findings of a kind. Where both groups are
// whole that is exact. Else the numbers decide, and the whole one of them, if
// there is one: what the other has and it has not is surely new, or gone.
func compared(before, after *file, k kind, earlier, later *group) []Fault {
	fresh, left := divide(before, after, earlier.findings, later.findings)
	gone, _ := divide(after, before, later.findings, earlier.findings)
	if !earlier.whole() {
		fresh, left = nil, nil
	}
	if !later.whole() {
		gone, left = nil, nil
	}
	same := min(earlier.count-len(gone), later.count-len(fresh))
	bound := earlier.count > 0 && later.count > 0 && !(earlier.whole() && later.whole())
	var out []Fault
	add := func(change Change, n int, places []*finding) {
		if n == 0 {
			return
		}
		f := Fault{Change: change, Code: k.Code, Severity: validate.Severity(k.Severity), Field: k.Field, Count: n, Bound: bound, Places: []Place{}}
		for _, p := range places[:min(MaxPlaces, len(places))] {
			f.Places = append(f.Places, p.Place)
		}
		out = append(out, f)
	}
	add(New, later.count-same, fresh)
	add(Gone, earlier.count-same, gone)
	add(Left, same, left)
	return out
}

// divide parts findings into those that others have not, and those that they
// have: of alike ones, as many as others have, the first.
func divide(ofOthers, of *file, others, findings []*finding) (alone, both []*finding) {
	type about struct{ label, value string }
	stock := make(map[about]int, len(others))
	for _, f := range others {
		stock[about{ofOthers.label(f), f.Value}]++
	}
	for _, f := range findings {
		key := about{of.label(f), f.Value}
		if stock[key] > 0 {
			stock[key]--
			both = append(both, f)
		} else {
			alone = append(alone, f)
		}
	}
	return alone, both
}
