package html

import (
	"strconv"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/validate"
)

// A partView is what is to be corrected, or what is to be known.
type partView struct {
	ID, Title, Class string
	Level            int
	Sections         []sectionView
	More             string // how many faults are not told
}

// A sectionView is what was found in one column, in rows, or in the file.
type sectionView struct {
	ID, Title, Label string
	Level            int
	Groups           []groupView
}

// A groupView is a fault of one severity in one section.
type groupView struct {
	ID, Title, Tally, Class, Code string
	Level, Column                 int
	Kinds                         []kindView
	Kept                          string
}

// startShown is how many faults the summary names.
const startShown = 5

// parts gives what was found, and the most frequent faults to correct.
func (f *filer) parts() (parts []partView, start []startView) {
	blocking := func(s validate.Severity) bool { return report.Blocking(f.r, s) }
	groups := 0
	for _, p := range []struct {
		name, class string
		wanted      func(validate.Severity) bool
	}{
		{"to-correct", "correct", blocking},
		{"to-know", "know", func(s validate.Severity) bool { return !blocking(s) }},
	} {
		found := report.Sections(f.f, p.wanted)
		if len(found) == 0 {
			continue
		}
		part := partView{ID: fileID(f.id) + p.class, Title: f.say(p.name), Class: p.class, Level: f.level(2)}
		left, more := f.detail.groups, 0
		for i := range found {
			s := &found[i]
			if left <= 0 {
				more += len(s.Groups)
				continue
			}
			view := f.section(s, part.ID+strconv.Itoa(i))
			for j := range s.Groups {
				if left--; left < 0 {
					more++
					continue
				}
				groups++
				view.Groups = append(view.Groups, f.group(s, &s.Groups[j], fileID(f.id)+"g"+strconv.Itoa(groups), view.Title))
			}
			part.Sections = append(part.Sections, view)
		}
		if more > 0 {
			part.More = f.say("more-groups", "n", more)
		}
		if p.class == "correct" {
			start = f.start(&part, found)
		}
		parts = append(parts, part)
	}
	return parts, start
}

// level gives the level of a heading: of several files each is under one.
func (f *filer) level(n int) int {
	if f.several {
		return n + 1
	}
	return n
}

// section names where the findings are.
func (f *filer) section(s *report.Section, id string) sectionView {
	v := sectionView{ID: id, Level: f.level(3)}
	switch {
	case s.Column == report.WholeFile:
		v.Title = f.say("whole")
	case s.Column == 0:
		v.Title = f.say("all-rows")
	default:
		v.Title = f.columnTitle(s.Column, s.Field)
		if label := f.f.Columns[s.Column-1].Name; label != s.Field {
			v.Label = f.say("label", "label", clipped(label, nameWidth))
		}
	}
	return v
}

// columnTitle names a column by its letters and the schema's word for it.
func (f *filer) columnTitle(column int, field string) string {
	field = clipped(field, nameWidth)
	if f.items() {
		return f.say("property", "field", field)
	}
	return f.say("column", "letters", report.ColumnName(column), "field", field)
}

// group tells a fault of a section that has that title.
func (f *filer) group(s *report.Section, g *report.Group, id, place string) groupView {
	if s.Column > 0 {
		place = clipped(s.Field, nameWidth)
	}
	v := groupView{ID: id, Title: f.title(g.Code), Tally: report.Tally(g.Severity, g.Count, f.lang), Class: g.Severity.String(),
		Code: clipped(g.Code, nameWidth), Level: f.level(4), Column: f.names.column(place)}
	f.names.severities[g.Severity] = true
	f.names.checks[v.Code] = v.Title
	for _, k := range g.Kinds {
		v.Kinds = append(v.Kinds, f.kind(k))
	}
	switch kept := g.Kept(); {
	case kept == 0:
		v.Kept = f.say("kept-none")
	case kept < g.Count:
		v.Kept = f.say("kept", "kept", kept, "n", g.Count)
	}
	return v
}

// title is a check's short label, or its code.
func (f *filer) title(code string) string {
	if c := report.CheckOf(f.r, code); c != nil && !c.Title.Empty() {
		return report.Typeset(f.lang, c.Title.In(f.lang))
	}
	return clipped(code, nameWidth)
}

// start names the most frequent of the faults that are to be corrected. The
// groups of part are the first of those of found.
func (f *filer) start(part *partView, found []report.Section) []startView {
	type counted struct {
		startView
		n int
	}
	var all []counted
	for i, s := range part.Sections {
		for j, g := range s.Groups {
			c := counted{startView{"#" + g.ID, g.Tally, s.Title, g.Title}, found[i].Groups[j].Count}
			at := len(all)
			for at > 0 && all[at-1].n < c.n {
				at--
			}
			all = append(all, counted{})
			copy(all[at+1:], all[at:])
			all[at] = c
			all = all[:min(len(all), startShown)]
		}
	}
	var out []startView
	for _, c := range all {
		out = append(out, c.startView)
	}
	return out
}
