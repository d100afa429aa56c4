package main

import (
	"strings"

	"github.com/socle-commun/socle/validate"
)

// customChoices are about Validata's custom checks.
var customChoices = []choice{
	{"the peer breaks down over a value or a type, and socle judges on",
		func(e *evidence, d difference) bool { return e.peerNames("error", "encountered an unexpected error") }},
	{"a check that cannot be done as the schema asks for it is a warning on the schema, and no error of the data",
		func(e *evidence, d difference) bool {
			return !d.Ours && (d.Type == "check-error" || d.Type == "custom-check-error") && e.warns("unknown-custom-check", 0)
		}},
	{"a SIREN or SIRET is written in one piece and in plain digits; socle proposes it so",
		func(e *evidence, d difference) bool {
			return d.Ours && (d.Code == "siret" || d.Code == "siren") && strings.ContainsFunc(d.Cell, func(r rune) bool { return r < '0' || r > '9' })
		}},
	{"a number in a column of integers may be a SIRET",
		func(e *evidence, d difference) bool {
			return !d.Ours && d.Type == "custom-check-error" && e.typeName(d.fault) == "integer"
		}},
	{"columns that are absent from the file are told of the header, which has no row",
		func(e *evidence, d difference) bool {
			return d.Type == "cohesive-columns-value" && d.Row <= e.file.File.HeaderRow
		}},
}

// warns says whether socle has a finding of that code in a row, 0 for any row,
// that is no error.
func (e *evidence) warns(code string, row int) bool {
	for _, f := range e.file.Findings {
		if f.Code == code && f.Severity < validate.Error && (row == 0 || f.Pos.Row == row) {
			return true
		}
	}
	return false
}
