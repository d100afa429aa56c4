package main

import (
	"fmt"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/diff"
)

// A diffLine is one line about one change, or about several that are alike.
type diffLine struct {
	say   string
	first *diff.Change // the change, nil where there are several
}

// mostColumns is how many columns a line names, and fewestAlike how many must
// have changed alike to share one.
const (
	mostColumns = 6
	fewestAlike = 3
)

// diffLines says changes, those that are alike in one line.
func (a *app) diffLines(kind schemas.Kind, changes []diff.Change) []diffLine {
	alike := map[string][]string{}
	key := func(c *diff.Change) string {
		if c.Item || c.Field == "" || ofKind(diff.FieldAdded, diff.FieldRemoved, diff.FieldRenamed, diff.FieldMoved)(c) {
			return ""
		}
		return string(c.Kind) + " " + c.What(a.lang)
	}
	for i := range changes {
		if k := key(&changes[i]); k != "" {
			alike[k] = append(alike[k], changes[i].Subject(a.lang))
		}
	}
	var out []diffLine
	for i := range changes {
		c := &changes[i]
		k := key(c)
		columns := alike[k]
		switch {
		case len(columns) < fewestAlike:
			out = append(out, diffLine{c.Say(a.lang), c})
		case columns[0] == c.Subject(a.lang):
			out = append(out, diffLine{say: a.several(kind, c.What(a.lang), columns)})
		}
	}
	return out
}

// several says what became of several columns, or properties.
func (a *app) several(kind schemas.Kind, what string, columns []string) string {
	size := a.count(len(columns), " ({n} colonnes)", " ({n} columns)")
	if kind == schemas.JSON {
		size = a.count(len(columns), " ({n} propriétés)", " ({n} properties)")
	}
	named := strings.Join(columns[:min(len(columns), mostColumns)], ", ")
	if more := len(columns) - mostColumns; more > 0 {
		named += a.count(more, " et {n} {n|autre|autres}", " and {n} more")
	}
	return what + size + a.colon() + named
}

// bullet writes a sentence of a list.
func (a *app) bullet(s string) { a.nested("  - ", "    ", s) }

// expressions shows the regular expressions of a change below its line.
func (a *app) expressions(c *diff.Change) {
	if c == nil || c.Kind != diff.Pattern {
		return
	}
	for _, side := range []struct {
		fr, en string
		expr   any
	}{{"avant ", "before", c.Before}, {"après ", "after ", c.After}} {
		if expr, ok := side.expr.(string); ok {
			line := []rune("      " + a.say(side.fr, side.en) + "  " + shown(expr))
			if len(line) > describedWidth {
				line = append(line[:describedWidth-1], '…')
			}
			fmt.Fprintln(a.out, string(line))
		}
	}
}

// mostChanges is how many lines a schema's description has about its changes.
const mostChanges = 10

// changes tells, below the description of a schema of the catalogue, what
// changed since the version before it.
func (a *app) changes(s *schemas.Schema) {
	e, ok := a.entryOf(s)
	previous := previousVersion(e, s.Version)
	if !ok || previous == "" {
		return
	}
	before, err := e.Load(previous)
	if err != nil {
		return // a document of the user's that cannot be used
	}
	r, err := diff.Compare(before, s)
	if err != nil {
		return
	}
	fmt.Fprintf(a.out, "\n%s\n", a.say("Ce qui a changé depuis la version %s", "What changed since version %s", shown(previous)))
	var rules []diff.Change
	for _, c := range r.Changes {
		if !c.Kind.Text() {
			rules = append(rules, c)
		}
	}
	if len(rules) == 0 {
		a.bullet(a.say("rien dans ce qui est exigé des fichiers", "nothing in what is asked of files"))
		return
	}
	lines := a.diffLines(r.Kind, rules)
	for _, line := range lines[:min(len(lines), mostChanges)] {
		a.bullet(line.say)
	}
	if more := len(lines) - mostChanges; more > 0 {
		a.bullet(a.count(more, "… et {n} {n|autre|autres}", "… and {n} more") + a.colon() + "socle schemas diff " + before.ID() + " " + s.ID())
	}
}
