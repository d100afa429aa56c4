package report

import (
	"strconv"
	"strings"

	"github.com/fatih/color"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// How many places of a fault are named, and how much of each value is shown,
// in runes. Columns that are absent are named one by one, so there are more.
const (
	placesShown = 5
	namesShown  = 20
	placeWidth  = 40
)

// part writes the findings of the wanted severities under a title, if any.
func (t *textWriter) part(title text.Text, paint []color.Attribute, f *validate.FileResult, wanted func(validate.Severity) bool) {
	found := sections(f, wanted)
	if len(found) == 0 {
		return
	}
	t.line("")
	t.line("  " + t.in(paint, t.fill(title)))
	for _, s := range found {
		t.line("")
		name := t.section(f, s)
		for _, line := range t.wrap(name, t.width-4) {
			t.line("    " + t.in(bold, line))
		}
		for _, g := range s.groups {
			t.group(f, g)
		}
	}
}

// section names where the findings are: a column by its letters and its name.
func (t *textWriter) section(f *validate.FileResult, s *section) string {
	switch s.place {
	case wholeFile:
		return t.fill(sayWhole)
	case allRows:
		return t.fill(t.of(f, sayAllRows))
	}
	if items(f) {
		return t.fill(sayMember, "field", Show(s.field, valueWidth)) + t.label(f, s)
	}
	name := t.fill(sayColumn, "letters", columnName(s.place), "field", Show(s.field, valueWidth))
	return name + t.label(f, s)
}

// label says what the file calls the column, where that is another name.
func (t *textWriter) label(f *validate.FileResult, s *section) string {
	if s.place > len(f.Columns) || f.Schema != nil && f.Schema.Kind == schemas.JSON || f.Columns[s.place-1].Name == s.field {
		return ""
	}
	return t.fill(sayLabel, "label", Show(f.Columns[s.place-1].Name, valueWidth))
}

// group writes a fault: each of its sentences with how often and where.
func (t *textWriter) group(f *validate.FileResult, g *group) {
	left := g.count - g.kept()
	indent := "    "
	if len(g.kinds) != 1 && left > 0 {
		count := t.count(g.severity, g.count)
		s := t.fill(sayKinds, "count", count)
		if len(g.kinds) == 0 {
			s = count + t.fill(sayColon) + t.title(f, g.code)
		}
		t.para(indent+"- ", s, paintOf(g.severity), count)
		indent += "  "
	}
	for _, k := range g.kinds {
		t.kind(f, g, k, indent, left)
	}
}

// title is a check's short label in the words of the file's format, or its code.
func (t *textWriter) title(f *validate.FileResult, code string) string {
	if c := checkOf(t.r, code); c != nil && !c.Title.Empty() {
		return t.of(f, c.Title).In(t.lang)
	}
	return Show(code, valueWidth)
}

// kind writes one sentence, how often it is true and where, and what to do.
// left is how many findings of the group are not kept.
func (t *textWriter) kind(f *validate.FileResult, g *group, k *kind, indent string, left int) {
	first := k.findings[0]
	message, hint := words(t.r, f, first, t.lang)
	n := len(k.findings)
	if len(g.kinds) == 1 {
		n = g.count
	}
	count := t.count(g.severity, n)
	uncertain := len(g.kinds) > 1 && left > 0
	if t.o.Verbose {
		t.every(f, g, k, indent, n, uncertain)
	} else {
		t.para(indent+"- ", message, nil, "")
		places := t.places(f, k, n, uncertain, message)
		if uncertain {
			count = "" // it is not known how the group's count divides
		} else if places != "" {
			places = t.fill(sayColon) + places
		}
		t.para(indent+"  ", count+places, paintOf(g.severity), count)
	}
	t.mend(f, first, indent+"  → ", hint)
}

// mend writes how to mend the finding: its check's hint, then what to write
// instead, unless the sentences have said so, or else the field's example.
func (t *textWriter) mend(f *validate.FileResult, first *validate.Finding, indent, hint string) {
	if hint != "" {
		t.para(indent, hint, nil, "")
	}
	switch {
	case first.Fix != "" && (t.o.Verbose || t.says(first, "{fix}")):
	case first.Fix != "":
		t.para(indent, t.fix(t.fixPlace(f, first), first.Fix), nil, "")
	case hint == "":
		if s := example(t.r, f, first, t.lang); s != "" && !t.says(first, "{example}") {
			t.para(indent, s, nil, "")
		}
	}
}

// fixPlace names the cell that a fix is for, "" in JSON, whose cells have no
// names.
func (t *textWriter) fixPlace(file *validate.FileResult, f *validate.Finding) string {
	if items(file) {
		return ""
	}
	return CellName(f.Column, f.Pos.Row)
}

// says whether the finding's message or hint uses a slot.
func (t *textWriter) says(f *validate.Finding, slot string) bool {
	c := checkOf(t.r, f.Code)
	if c == nil {
		return false
	}
	m := c.Message(f.Reason)
	return strings.Contains(m.Say.In(t.lang), slot) || strings.Contains(m.Hint.In(t.lang), slot)
}

// places names the first places of a fault that was found n times, and how
// many more there are. A single value is not repeated where the message has it.
func (t *textWriter) places(file *validate.FileResult, k *kind, n int, uncertain bool, message string) string {
	limit := placesShown
	if k.findings[0].Pos.Row == 0 {
		limit = namesShown
	}
	var names []string
	for _, f := range k.findings[:min(limit, len(k.findings))] {
		name := t.place(file, f)
		if name == "" {
			break
		}
		if len(names) > 0 && items(file) && (f.Value == "" || f.Column == 0) && names[len(names)-1] == name {
			n-- // the same fault twice in one feature
			continue
		}
		shown := t.quoted(f.Value, placeWidth)
		if f.Value != "" && name != t.quoted(f.Value, valueWidth) && f.Column > 0 && (n > 1 || !strings.Contains(message, Show(f.Value, valueWidth))) {
			name += nb + shown
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return ""
	}
	s := ""
	if first := k.findings[0]; first.Pos.Row > 0 && (first.Column == 0 || items(file)) {
		s = t.number(t.of(file, sayAtRow), len(names)) + nb
	}
	if more := n - len(names); more > 0 {
		return s + strings.Join(names, ", ") + " " + t.more(more, uncertain)
	}
	last := len(names) - 1
	if last > 0 {
		s += strings.Join(names[:last], ", ") + t.fill(sayAnd)
	}
	return s + names[last]
}

// more says how many places are not named, at least where it is uncertain.
func (t *textWriter) more(n int, uncertain bool) string {
	if uncertain {
		return t.number(sayAtLeast, n)
	}
	return t.number(sayMore, n)
}

// place names where a finding is: its cell, its row, or its field where the
// file has no such column.
func (t *textWriter) place(file *validate.FileResult, f *validate.Finding) string {
	switch {
	case f.Column > 0 && f.Pos.Row > 0 && !items(file):
		return CellName(f.Column, f.Pos.Row)
	case f.Pos.Row > 0:
		return strconv.Itoa(f.Pos.Row)
	case f.Field != "":
		return t.quoted(f.Field, valueWidth)
	case items(file) && f.Column > 0:
		return t.quoted(f.Value, valueWidth)
	}
	return ""
}
