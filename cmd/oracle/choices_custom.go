package main

import (
	"regexp"
	"slices"
	"strings"

	"github.com/socle-commun/socle/validate"
)

// customChoices are about Validata's custom checks.
var customChoices = []choice{
	{"the peer breaks down over a value or a type, and socle judges on",
		func(e *evidence, d difference) bool {
			return e.peerNames("error", brokeDown) && (!d.Ours && d.Type == "error" || d.Ours && d.Row > lastRow(e.Errors))
		}},
	{"a check that cannot be done as the schema asks for it is a warning on the schema, and no error of the data",
		func(e *evidence, d difference) bool {
			return !d.Ours && slices.Contains([]string{"check-error", "custom-check-error", "one-of-required"}, d.Type) && e.warns("unknown-custom-check", 0)
		}},
	{"an operator that socle does not know is a warning, and no error of the data",
		func(e *evidence, d difference) bool {
			return !d.Ours && d.Type == "check-error" && strings.Contains(d.Note, "compare-columns") && e.warns("compare-columns", 0)
		}},
	{"a check that the schema asks for twice is done once",
		func(e *evidence, d difference) bool {
			return !d.Ours && d.Type == "custom-check-error" && slices.ContainsFunc(e.ours, d.fault.same)
		}},
	{"a check takes true for its parameter, and not the text alone",
		func(e *evidence, d difference) bool {
			return e.peerNames("check-error", "has type bool, expected str") && (d.Type == "check-error" || d.Ours && d.Code == "year-interval")
		}},
	{"a sum with INF or NaN cannot be reckoned, which socle tells",
		func(e *evidence, d difference) bool {
			return d.Ours && d.Code == "sum-columns" && regexp.MustCompile(`^-?(INF|NaN)$`).MatchString(d.Cell)
		}},
	{"socle reckons sums to the last digit; Python's decimals have twenty-eight",
		func(e *evidence, d difference) bool {
			return !d.Ours && d.Type == "sum-columns-value" && len(e.cell(d.Row, d.Field)) > 28
		}},
	{"a SIREN or SIRET is written in one piece and in plain digits; socle proposes it so",
		func(e *evidence, d difference) bool {
			return d.Ours && (d.Code == "siret" || d.Code == "siren") && strings.ContainsFunc(d.Cell, func(r rune) bool { return r < '0' || r > '9' })
		}},
	{"a number in a column of integers may be a SIRET",
		func(e *evidence, d difference) bool {
			return !d.Ours && d.Type == "custom-check-error" && e.typeName(d.fault) == "integer" &&
				e.field(d.fault).HasCheck("siret", "siren", "french-siret-value", "french-siren-value")
		}},
	{"columns that are absent from the file are told of the header, which has no row",
		func(e *evidence, d difference) bool {
			return (d.Type == "cohesive-columns-value" || d.Type == "one-of-required") && d.Row <= e.file.File.HeaderRow
		}},
}

// brokeDown is in the note of an error of the peer's own. What it found before
// it broke down may be lost.
const brokeDown = "encountered an unexpected error"

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
