package report

import (
	"cmp"
	"slices"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// A section is what was found in one column, in the rows as such, or in the
// file as a whole.
type section struct {
	place  int    // wholeFile, allRows, or the column in the file, from 1
	field  string // "" outside of columns
	groups []*group
}

// The places that are not columns.
const (
	wholeFile = -1
	allRows   = 0
)

// A group is a fault of one severity in one section.
type group struct {
	groupKey
	count int // exact
	kinds []*kind
}

type groupKey struct {
	code     string
	severity validate.Severity
	field    string
}

// A kind is the part of a group that has one reason, and so one sentence.
type kind struct {
	reason   string
	findings []*validate.Finding // as many as are kept
}

// kept is how many findings of the group are at hand.
func (g *group) kept() int {
	n := 0
	for _, k := range g.kinds {
		n += len(k.findings)
	}
	return n
}

func (g *group) add(f *validate.Finding) {
	for _, k := range g.kinds {
		if k.reason == f.Reason {
			k.findings = append(k.findings, f)
			return
		}
	}
	g.kinds = append(g.kinds, &kind{f.Reason, []*validate.Finding{f}})
}

// sections sorts what was found in a file, of the severities that are wanted:
// first the file, then the rows, then the columns in the file's order, and in
// each the most frequent fault first. The numbers are those of f.Counts.
func sections(f *validate.FileResult, wanted func(validate.Severity) bool) []*section {
	columns := make(map[string]int, len(f.Columns))
	for i := len(f.Columns) - 1; i >= 0; i-- {
		columns[f.Columns[i].Field] = i + 1
	}
	kept := map[groupKey][]*validate.Finding{}
	for i := range f.Findings {
		finding := &f.Findings[i]
		key := groupKey{finding.Code, finding.Severity, finding.Field}
		kept[key] = append(kept[key], finding)
	}
	byPlace := map[int]*section{}
	groups := map[int]map[groupKey]*group{}
	for _, c := range f.Counts {
		if !wanted(c.Severity) {
			continue
		}
		key := groupKey{c.Code, c.Severity, c.Field}
		findings := kept[key]
		place := placeOf(f, key, findings, columns)
		if byPlace[place] == nil {
			byPlace[place], groups[place] = &section{place: place}, map[groupKey]*group{}
		}
		s := byPlace[place]
		if place > 0 {
			s.field = c.Field
		} else {
			key.field = "" // the same fault of several fields is one group
		}
		g := groups[place][key]
		if g == nil {
			g = &group{groupKey: key}
			groups[place][key] = g
			s.groups = append(s.groups, g)
		}
		g.count += c.Count
		for _, finding := range findings {
			g.add(finding)
		}
	}
	return sorted(byPlace)
}

// placeOf says which section a group belongs to.
func placeOf(f *validate.FileResult, key groupKey, findings []*validate.Finding, columns map[string]int) int {
	if key.field != "" {
		if items(f) && f.Schema != nil && f.Schema.Kind == schemas.JSON {
			return 1 + slices.IndexFunc(f.Schema.Properties, func(p schemas.Property) bool { return p.Path == key.field })
		}
		if column, ok := columns[key.field]; ok {
			return column
		}
		return wholeFile
	}
	if len(findings) > 0 && f.File != nil && findings[0].Pos.Row > f.File.HeaderRow {
		return allRows
	}
	return wholeFile
}

func sorted(byPlace map[int]*section) []*section {
	out := make([]*section, 0, len(byPlace))
	for _, s := range byPlace {
		for _, g := range s.groups {
			slices.SortStableFunc(g.kinds, func(a, b *kind) int { return cmp.Compare(len(b.findings), len(a.findings)) })
		}
		slices.SortStableFunc(s.groups, func(a, b *group) int {
			return cmp.Or(cmp.Compare(b.severity, a.severity), cmp.Compare(b.count, a.count))
		})
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b *section) int { return cmp.Compare(a.place, b.place) })
	return out
}
