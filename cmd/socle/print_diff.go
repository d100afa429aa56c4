package main

import (
	"fmt"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/diff"
	"github.com/socle-commun/socle/schemas/text"
)

// A diffGroup is one part of a comparison as people read it.
type diffGroup struct {
	title text.Text
	has   func(c *diff.Change) bool
}

func ofKind(kinds ...diff.Kind) func(*diff.Change) bool {
	return func(c *diff.Change) bool {
		for _, k := range kinds {
			if c.Kind == k {
				return true
			}
		}
		return false
	}
}

func ofDirection(d diff.Direction) func(*diff.Change) bool {
	return func(c *diff.Change) bool { return c.Direction == d && !c.Kind.Text() }
}

// diffGroups are the parts in their order: each change stands in the first
// that has it.
var diffGroups = []diffGroup{
	{text.Text{FR: "Colonnes retirées", EN: "Columns removed"}, ofKind(diff.FieldRemoved)},
	{text.Text{FR: "Colonnes ajoutées", EN: "Columns added"}, ofKind(diff.FieldAdded)},
	{text.Text{FR: "Colonnes renommées", EN: "Columns renamed"}, ofKind(diff.FieldRenamed)},
	{text.Text{FR: "Colonnes déplacées", EN: "Columns moved"}, ofKind(diff.FieldMoved)},
	{text.Text{FR: "Fichiers", EN: "Files"}, ofKind(diff.ResourceAdded, diff.ResourceRemoved, diff.ResourceSchema)},
	{text.Text{FR: "Plus strict", EN: "Stricter"}, ofDirection(diff.Tightened)},
	{text.Text{FR: "Plus souple", EN: "Looser"}, ofDirection(diff.Loosened)},
	{text.Text{FR: "Différent", EN: "Different"}, ofDirection(diff.Changed)},
	{text.Text{FR: "Sans effet", EN: "Without effect"}, ofDirection(diff.Neutral)},
}

// properties are what a JSON Schema has for columns.
var properties = strings.NewReplacer("Colonnes", "Propriétés", "Columns", "Properties")

// printDiff writes a comparison for people.
func (a *app) printDiff(r *diff.Result) {
	if r.Before.Name == r.After.Name && r.Before.Version != r.After.Version {
		fmt.Fprintln(a.out, shown(r.Before.Name+a.colon()+r.Before.Version+" → "+r.After.Version))
	} else {
		fmt.Fprintln(a.out, shown(r.Before.ID()+" → "+r.After.ID()))
	}
	a.lines("", a.diffSummary(r))
	told := make([]bool, len(r.Changes))
	for _, g := range diffGroups {
		var changes []diff.Change
		for i := range r.Changes {
			if c := &r.Changes[i]; !told[i] && g.has(c) {
				told[i] = true
				changes = append(changes, *c)
			}
		}
		if len(changes) == 0 {
			continue
		}
		title := g.title.In(a.lang)
		if r.Kind == schemas.JSON {
			title = properties.Replace(title)
		}
		fmt.Fprintf(a.out, "\n%s (%s)\n", title, text.Number(a.lang, len(changes)))
		for _, line := range a.diffLines(r.Kind, changes) {
			a.bullet(line.say)
			a.expressions(line.first)
		}
	}
	if n := r.Texts(); n > 0 {
		fmt.Fprintln(a.out)
		a.lines("", a.count(n, "{n} {n|titre, description ou exemple change|titres, descriptions ou exemples changent} aussi ; --json les montre.",
			"{n} {n|title, description or example changes|titles, descriptions or examples change}, too; --json shows them."))
	}
}

// diffSummary counts the changes by what they mean.
func (a *app) diffSummary(r *diff.Result) string {
	total := len(r.Changes) - r.Texts()
	if total == 0 {
		return a.say("Rien ne change dans ce qui est exigé des fichiers.", "Nothing changes in what is asked of files.")
	}
	var parts []string
	for _, p := range []struct {
		n      int
		fr, en string
	}{
		{r.Count(diff.Tightened), "{n} plus {n|strict|stricts}", "{n} stricter"},
		{r.Count(diff.Loosened), "{n} plus {n|souple|souples}", "{n} looser"},
		{r.Count(diff.Changed), "{n} {n|différent|différents}", "{n} different"},
		{r.Count(diff.Neutral), "{n} sans effet sur un fichier correct", "{n} with no effect on a correct file"},
	} {
		if p.n > 0 {
			parts = append(parts, a.count(p.n, p.fr, p.en))
		}
	}
	return a.count(total, "{n} {n|changement|changements}", "{n} {n|change|changes}") + a.colon() + strings.Join(parts, ", ") + "."
}
