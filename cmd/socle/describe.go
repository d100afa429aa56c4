package main

import (
	"fmt"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/plain"
)

// describedWidth is how many characters a line of a description has.
const describedWidth = 78

// describe writes a schema as a person reads it: each column, and what is to
// be written there.
func (a *app) describe(s *schemas.Schema) {
	fmt.Fprintln(a.out, shown(s.ID()))
	a.lines("", s.Title)
	if s.Proposal {
		a.lines("", a.say("Proposition de socle : il n'y a pas de schéma national pour ces données.", "A proposal of socle: there is no national schema for this data."))
	}
	a.lines("", s.Description)
	a.lines("", s.Homepage)
	if key := a.key(s); key != "" {
		a.lines("", a.say("Ne se répète pas d'une ligne à l'autre : %s.", "Is not repeated from one row to another: %s.", key))
	}
	for _, note := range s.Notes {
		a.lines("", a.say("Remarque : ", "Note: ")+note)
	}
	if s.Kind != schemas.Table {
		a.lines("", a.say("C'est un ", "It is a ")+s.Kind.Words().In(a.lang)+".")
		a.describeProperties(s)
		a.describeResources(s)
		return
	}
	for i := range s.Fields {
		f := &s.Fields[i]
		fmt.Fprintf(a.out, "\n%d. %s\n", i+1, shown(f.Name))
		a.lines("   ", f.Title)
		a.lines("   ", plain.Kind(a.lang, f)+" · "+plain.Duty(a.lang, f))
		a.lines("   ", f.Description)
		a.lines("   ", a.demands(f))
		if f.Example != "" {
			a.lines("   ", a.say("Exemple : ", "Example: ")+f.Example)
		}
	}
}

// lines writes a text, wrapped and indented.
func (a *app) lines(indent, s string) {
	for _, line := range wrap(s, describedWidth-len(indent)) {
		fmt.Fprintln(a.out, indent+shown(line))
	}
}

func (a *app) key(s *schemas.Schema) string {
	var names []string
	for _, i := range s.PrimaryKey {
		names = append(names, s.Fields[i].Name)
	}
	return strings.Join(names, " + ")
}

// demands says what values the field takes.
func (a *app) demands(f *schemas.Field) string {
	var out []string
	if values := plain.Values(f); len(values) > 0 {
		out = append(out, a.say("valeurs : ", "values: ")+strings.Join(values, " · "))
	}
	out = append(out, plain.Limits(a.lang, f)...)
	if len(out) == 0 {
		return ""
	}
	return a.say("À écrire : ", "To write: ") + strings.Join(out, " ; ")
}
