package main

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// evidence is all that is known of a case when a difference is to be explained.
type evidence struct {
	*testCase
	ours []fault // all that socle names
	file *validate.FileResult
}

// reason gives why socle differs by choice, "" where it does not.
func (e *evidence) reason(d difference) string {
	for _, list := range allChoices() {
		for _, c := range list {
			if c.holds(e, d) {
				return c.why
			}
		}
	}
	return ""
}

// allChoices are the lists of reasons in the order in which they are tried.
func allChoices() [][]choice {
	return [][]choice{caseChoices, dialectChoices, keyChoices, schemaChoices, rowChoices, cellChoices, customChoices, territoryChoices}
}

// A choice is a way in which socle differs, with its reason.
type choice struct {
	why   string
	holds func(e *evidence, d difference) bool
}

// field gives the schema's field of a fault, nil without one.
func (e *evidence) field(f fault) *schemas.Field {
	return e.schema().Field(f.Field)
}

// schema gives the schema that judged, an empty one where socle refuses it.
func (e *evidence) schema() *schemas.Schema {
	if e.file.Schema == nil {
		return &schemas.Schema{}
	}
	return e.file.Schema
}

// typeName names the type of a fault's field, "" without one.
func (e *evidence) typeName(f fault) string {
	if field := e.field(f); field != nil && field.Type != nil {
		return field.Type.Name
	}
	return ""
}

// format names the format of a fault's field, "" without one.
func (e *evidence) format(f fault) string {
	if field := e.field(f); field != nil && field.Type != nil {
		return field.Type.Format
	}
	return ""
}

// ofSchema says whether a fault is of the schema.
func ofSchema(f fault) bool { return f.Type == "schema-error" || f.Type == "field-error" }

// peerRefuses says whether the peer refuses the schema and judges no data.
func (e *evidence) peerRefuses() bool { return slices.ContainsFunc(e.Errors, ofSchema) }

// weRefuse says whether socle does.
func (e *evidence) weRefuse() bool { return e.file.Failure != nil && e.file.Failure.Problems != nil }

// names says whether socle names a fault of that code in a row, 0 for any row.
func (e *evidence) names(code string, row int) bool {
	return slices.ContainsFunc(e.ours, func(f fault) bool { return f.Code == code && (row == 0 || f.Row == row) })
}

// peerNames says whether the peer has an error of that type with that in its note.
func (e *evidence) peerNames(name, note string) bool {
	return slices.ContainsFunc(e.Errors, func(f fault) bool { return f.Type == name && strings.Contains(f.Note, note) })
}

// cell reads a cell of the data, "" where there is none. Its row is that of
// the line, so that it knows nothing of files with line ends in cells.
func (e *evidence) cell(row int, field string) string {
	at := slices.Index(e.file.File.Labels, field)
	data, err := os.ReadFile(e.path("data.csv"))
	if at < 0 || err != nil {
		return ""
	}
	lines := strings.Split(string(data), "\n")
	if row < 1 || row > len(lines) {
		return ""
	}
	r := csv.NewReader(strings.NewReader(lines[row-1]))
	r.LazyQuotes = true
	cells, err := r.Read()
	if err != nil || at >= len(cells) {
		return ""
	}
	return strings.TrimSuffix(cells[at], "\r")
}

// lastRow gives the last row in which there is a fault.
func lastRow(faults []fault) int {
	last := 0
	for _, f := range faults {
		last = max(last, f.Row)
	}
	return last
}
