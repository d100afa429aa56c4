package main

import (
	"regexp"
	"slices"
	"strings"
)

// territoryChoices are about checks of places in France.
var territoryChoices = []choice{
	{"the peer wants a year of the geographical code, and one that it has: socle judges by its own edition",
		func(e *evidence, d difference) bool { return e.peerDeclines(d, "cog") }},
	{"socle does checks that schemas ask for by names which this peer does not have",
		func(e *evidence, d difference) bool { return e.peerDeclines(d, "qui n'est pas défini") }},
	{"Monaco has the postal code 98000",
		func(e *evidence, d difference) bool {
			return e.refusesAlone(d, "code-postal", regexp.MustCompile(`^980\d\d$`))
		}},
	{"the overseas collectivities have communes, with codes of their own",
		func(e *evidence, d difference) bool {
			return e.refusesAlone(d, "code-commune-insee", regexp.MustCompile(`^9[78]\d{3}$`))
		}},
	{"all of France counts, the overseas collectivities and the borders too: a place that would be there the other way round is swapped",
		func(e *evidence, d difference) bool {
			const swapped, outside = "reversed-french-gps-coordinates", "french-gps-coordinates"
			other, there := outside, e.Errors
			if !d.Ours {
				other, there = swapped, e.ours
			}
			return (d.Type == swapped || d.Type == outside) && d.Type != other &&
				slices.ContainsFunc(there, fault{Type: other, Row: d.Row, Field: d.Field}.same)
		}},
	{"a typographic apostrophe in a name is an apostrophe",
		func(e *evidence, d difference) bool {
			return e.refusesAlone(d, "region", regexp.MustCompile(`’`)) || e.refusesAlone(d, "departement", regexp.MustCompile(`’`))
		}},
}

// peerDeclines says whether the difference is that the peer does not do a
// check, for a reason that has this in its note: its own error, or a fault that
// this check of socle's finds.
func (e *evidence) peerDeclines(d difference, why string) bool {
	declines := func(f fault) bool { return f.Type == "check-error" && strings.Contains(f.Note, why) }
	if !d.Ours {
		return declines(d.fault)
	}
	for _, f := range e.Errors {
		if declines(f) && strings.Contains(strings.ReplaceAll(f.Note, "_", "-"), "custom check "+d.Code) {
			return true
		}
	}
	return false
}

// refusesAlone says whether the peer alone refuses a cell of that form in a
// field with that check.
func (e *evidence) refusesAlone(d difference, check string, form *regexp.Regexp) bool {
	field := e.field(d.fault)
	return !d.Ours && d.Type == "custom-check-error" && field != nil && field.HasCheck(check) && form.MatchString(e.cell(d.Row, d.Field))
}
