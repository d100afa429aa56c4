package main

import (
	"fmt"
	"strings"

	"github.com/socle-commun/socle/report"
	comparison "github.com/socle-commun/socle/report/compare"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
)

// How many places of a fault the comparison names, and how much of each value.
const (
	comparedPlaces = 5
	comparedWidth  = 40
)

// changes names what became of findings, as titles.
var changes = map[comparison.Change]text.Text{
	comparison.New:  {FR: "Nouveau", EN: "New"},
	comparison.Gone: {FR: "Disparu", EN: "Gone"},
	comparison.Left: {FR: "Reste", EN: "Left"},
}

// bounds say how a number that is a bound is to be taken.
var bounds = map[comparison.Change]text.Text{
	comparison.New:  {FR: "au moins ", EN: "at least "},
	comparison.Gone: {FR: "au moins ", EN: "at least "},
	comparison.Left: {FR: "au plus ", EN: "at most "},
}

func (a *app) printComparison(before, after string, r *comparison.Result) {
	titles := map[string]string{}
	for _, c := range checks.All() {
		titles[c.Code] = c.Title.In(a.lang)
	}
	fmt.Fprintf(a.out, "%s → %s\n", shown(before), shown(after))
	for _, c := range []struct {
		change comparison.Change
		totals comparison.Totals
	}{{comparison.New, r.New}, {comparison.Gone, r.Gone}, {comparison.Left, r.Left}} {
		bound := ""
		if !r.Exact && c.totals.Sum() > 0 {
			bound = bounds[c.change].In(a.lang)
		}
		fmt.Fprintln(a.out, changes[c.change].In(a.lang)+a.colon()+bound+a.totals(c.totals))
	}
	for _, f := range r.Files {
		a.printCompared(f, titles)
	}
	if !r.Exact {
		fmt.Fprintln(a.out)
		for _, line := range wrap(a.say("Un rapport ne garde pas toutes les fautes de chaque sorte : là où il est dit « au moins » ou « au plus », ce sont leurs nombres qui sont comparés. Pour tout garder : socle valider -f json --max-findings 0",
			"A report does not keep all faults of every kind: where \"at least\" or \"at most\" is said, their numbers are compared. To keep all: socle validate -f json --max-findings 0"), describedWidth) {
			fmt.Fprintln(a.out, line)
		}
	}
}

// totals says "3 erreurs, 1 avertissement", or that there is nothing.
func (a *app) totals(t comparison.Totals) string {
	var parts []string
	for _, c := range []struct {
		severity validate.Severity
		n        int
	}{{validate.Error, t.Errors}, {validate.Warning, t.Warnings}, {validate.Notice, t.Notices}} {
		if c.n > 0 {
			parts = append(parts, report.Tally(c.severity, c.n, a.lang))
		}
	}
	if len(parts) == 0 {
		return a.say("rien", "nothing")
	}
	return strings.Join(parts, ", ")
}

// printCompared writes what became of a file, unless nothing is to be told.
func (a *app) printCompared(f comparison.File, titles map[string]string) {
	notes := a.comparedNotes(f)
	if len(notes)+len(f.Faults) == 0 {
		return
	}
	name := f.After
	if name == nil {
		name = f.Before
	}
	fmt.Fprintln(a.out, "\n"+shown(name.Path))
	for _, note := range notes {
		fmt.Fprintln(a.out, "  "+note)
	}
	for i, fault := range f.Faults {
		if i == 0 || f.Faults[i-1].Change != fault.Change {
			fmt.Fprintln(a.out, "  "+changes[fault.Change].In(a.lang)+strings.TrimRight(a.colon(), " "))
		}
		a.printFault(fault, titles)
	}
}

// comparedNotes says what else differs between the two sides of a file.
func (a *app) comparedNotes(f comparison.File) []string {
	var notes []string
	add := func(fr, en string, args ...any) { notes = append(notes, a.say(fr, en, args...)) }
	switch {
	case f.After == nil:
		add("Ce fichier n'est pas dans le second rapport : ses fautes ne sont pas comptées comme disparues.",
			"This file is not in the second report: its faults are not counted as gone.")
		return notes
	case f.Before == nil:
		add("Ce fichier n'était pas dans le premier rapport.", "This file was not in the first report.")
	default:
		if f.Before.Path != f.After.Path {
			add("Comparé à %s", "Compared with %s", shown(f.Before.Path))
		}
		if f.Before.Schema != f.After.Schema {
			add("Schéma : %s, puis %s", "Schema: %s, then %s", a.schemaOrNone(f.Before), a.schemaOrNone(f.After))
		}
		if f.Before.Failure != "" {
			add("Le premier rapport ne l'a pas jugé jusqu'au bout : %s", "The first report did not judge it to its end: %s", shown(f.Before.Failure))
		}
	}
	if f.After.Failure != "" {
		add("Le second rapport ne l'a pas jugé jusqu'au bout : %s", "The second report did not judge it to its end: %s", shown(f.After.Failure))
	}
	return notes
}

func (a *app) schemaOrNone(s *comparison.Side) string {
	if s.Schema == "" {
		return a.say("aucun", "none")
	}
	return shown(s.Schema)
}

// printFault writes one line: how many, what, in which column, and where.
func (a *app) printFault(f comparison.Fault, titles map[string]string) {
	line := "    - "
	if f.Bound {
		line += bounds[f.Change].In(a.lang)
	}
	line += report.Tally(f.Severity, f.Count, a.lang) + a.colon()
	if title := titles[f.Code]; title != "" {
		line += title + " "
	}
	line += "[" + report.Show(f.Code, comparedWidth) + "]"
	if f.Field != "" {
		line += a.say(", colonne « %s »", ", column \"%s\"", report.Show(f.Field, 2*comparedWidth))
	}
	var places []string
	for _, p := range f.Places[:min(comparedPlaces, len(f.Places))] {
		if place := a.comparedPlace(p); place != "" {
			places = append(places, place)
		}
	}
	if len(places) > 0 {
		line += a.colon() + strings.Join(places, ", ")
		if more := f.Count - len(places); more > 0 {
			line += a.count(more, " et {n} {n|autre|autres}", " and {n} {n|other|others}")
		}
	}
	fmt.Fprintln(a.out, line)
}

// comparedPlace names a place: its cell and value, or its row.
func (a *app) comparedPlace(p comparison.Place) string {
	place := report.Show(p.Cell, comparedWidth)
	if place == "" && p.Row > 0 {
		place = a.say("ligne %d", "row %d", p.Row)
	}
	if p.Value != "" {
		place = strings.TrimLeft(place+a.say(" « %s »", " \"%s\"", report.Show(p.Value, comparedWidth)), " ")
	}
	return place
}
