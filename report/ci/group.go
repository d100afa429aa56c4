package ci

import (
	"strconv"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// A group is all that one check found of one severity in one field of a file.
type group struct {
	validate.Count // exact
	file           *validate.FileResult
	number         int // of the file among those of the run, from 0
	findings       []*validate.Finding
}

type groupKey struct {
	code     string
	severity validate.Severity
	field    string
}

// groups lists what was found in the file of that number, in the order of its
// counts.
func (r *run) groups(number int) []*group {
	file := r.Files[number]
	var out []*group
	at := make(map[groupKey]*group, len(file.Counts))
	add := func(c validate.Count) *group {
		g := &group{Count: c, file: file, number: number}
		at[groupKey{c.Code, c.Severity, c.Field}] = g
		out = append(out, g)
		return g
	}
	for _, c := range file.Counts {
		add(c)
	}
	for i := range file.Findings {
		f := &file.Findings[i]
		g := at[groupKey{f.Code, f.Severity, f.Field}]
		if g == nil {
			g = add(validate.Count{Code: f.Code, Severity: f.Severity, Field: f.Field})
		}
		g.findings = append(g.findings, f)
		g.Count.Count = max(g.Count.Count, len(g.findings))
	}
	return out
}

// unkept is how many findings of the group nothing but the number is known of.
func (g *group) unkept() int { return g.Count.Count - len(g.findings) }

// where says of which column the group is, or nothing.
func (r *run) where(g *group) string {
	if g.Field == "" {
		return ""
	}
	return r.fill(sayInColumn, "field", report.Show(g.Field, nameWidth))
}

// others says that there are n more findings of a group, or n in all.
func (r *run) others(g *group, n int) string {
	say := sayOthers
	if n == g.Count.Count {
		say = sayAll
	}
	return r.fill(say, "n", r.number(n), "title", r.title(g.Code), "where", r.where(g))
}

// placeOf names where a finding is: its cell, or its line, or nothing.
func (r *run) placeOf(file *validate.File, f *validate.Finding) string {
	if cell := report.CellName(f.Column, f.Pos.Row); cell != "" && !(file != nil && file.Items) {
		return cell
	}
	if f.Pos.Line > 0 {
		return r.fill(sayLine, "n", strconv.Itoa(f.Pos.Line))
	}
	return ""
}

// fill fills a sentence of this package with names and values in turn.
func (r *run) fill(t text.Text, pairs ...string) string {
	return text.Fill(r.lang, report.Typeset(r.lang, t.In(r.lang)), func(name string) (string, bool) {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1], true
			}
		}
		return "", false
	})
}

// number writes a number as the language does.
func (r *run) number(n int) string { return text.Number(r.lang, n) }
