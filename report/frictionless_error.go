package report

import (
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// A frictionlessError is one error. Which members it has depends on the family
// of its type, and a member that the family has is there even where it is
// empty: readers ask for it.
type frictionlessError struct {
	Type        string   `json:"type"`
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Message     string   `json:"message"`
	Tags        []string `json:"tags"`
	Note        string   `json:"note"`
	*errorHeader
	*errorRow
	*errorLabel
	*errorCell
	*errorPlace
	*errorReference
	Code string `json:"code"`
}

// The members of the families, in the order in which Frictionless has them.
type (
	errorHeader struct {
		Labels     []string `json:"labels"`
		RowNumbers []int    `json:"rowNumbers"`
	}
	errorRow struct {
		Cells     []string `json:"cells"`
		RowNumber int      `json:"rowNumber"`
	}
	errorLabel struct {
		Label string `json:"label"`
	}
	errorCell struct {
		Cell string `json:"cell"`
	}
	errorPlace struct {
		FieldName   string `json:"fieldName"`
		FieldNumber int    `json:"fieldNumber"`
	}
	errorReference struct {
		FieldNames          []string `json:"fieldNames"`
		FieldCells          []string `json:"fieldCells"`
		ReferenceName       string   `json:"referenceName"`
		ReferenceFieldNames []string `json:"referenceFieldNames"`
	}
)

// A family is what errors of some types share: their members and tags.
type family struct {
	base string // the type of its errors that Frictionless does not know
	tags []string
}

var (
	ofSource = &family{"error", []string{}}
	ofTable  = &family{"table-error", []string{"#table"}}
	ofHeader = &family{"header-error", []string{"#table", "#header"}}
	ofLabel  = &family{"label-error", []string{"#table", "#header", "#label"}}
	ofRow    = &family{"row-error", []string{"#table", "#row"}}
	ofCell   = &family{"cell-error", []string{"#table", "#row", "#cell"}}
)

// frictionlessTypes are the types that Frictionless has for faults that socle
// finds, by the codes of their checks. The families are those of the types.
var frictionlessTypes = map[string]struct {
	name string
	*family
}{
	"empty-file":        {"source-error", ofSource},
	"encoding-error":    {"encoding-error", ofSource},
	"unmatched-header":  {"unmatched-header", ofHeader},
	"missing-label":     {"missing-label", ofLabel},
	"extra-label":       {"extra-label", ofLabel},
	"duplicate-label":   {"duplicate-label", ofLabel},
	"blank-label":       {"blank-label", ofLabel},
	"incorrect-label":   {"incorrect-label", ofLabel},
	"blank-row":         {"blank-row", ofRow},
	"primary-key":       {"primary-key", ofRow},
	"foreign-key":       {"foreign-key", ofRow},
	"missing-cell":      {"missing-cell", ofCell},
	"extra-cell":        {"extra-cell", ofCell},
	"type-error":        {"type-error", ofCell},
	"unique-error":      {"unique-error", ofCell},
	"required":          {"constraint-error", ofCell},
	"pattern":           {"constraint-error", ofCell},
	"enum":              {"constraint-error", ofCell},
	"minimum":           {"constraint-error", ofCell},
	"maximum":           {"constraint-error", ofCell},
	"exclusive-minimum": {"constraint-error", ofCell},
	"exclusive-maximum": {"constraint-error", ofCell},
	"min-length":        {"constraint-error", ofCell},
	"max-length":        {"constraint-error", ofCell},
	"array-item":        {"constraint-error", ofCell},
	"json-schema":       {"constraint-error", ofCell},
}

// typeOf gives the type and the family of a finding.
func typeOf(file *validate.FileResult, f *validate.Finding) (string, *family) {
	header := 0
	if file.File != nil {
		header = file.File.HeaderRow
	}
	inHeader := f.Pos.Row <= header
	if known, ok := frictionlessTypes[f.Code]; ok && (known.family != ofCell && known.family != ofRow || !inHeader) {
		return known.name, known.family
	}
	of := ofCell
	switch {
	case f.Code == "foreign-key":
		return "resource-error", ofSource // another table is wanted
	case inHeader && f.Column > 0:
		of = ofLabel
	case inHeader:
		of = ofTable
	case f.Column == 0:
		of = ofRow
	}
	return of.base, of
}

// finding writes a finding as an error of its type.
func (f *frictionlessWriter) finding(r *validate.Result, file *validate.FileResult, finding *validate.Finding) frictionlessError {
	name, of := typeOf(file, finding)
	out := frictionlessError{Type: name, Tags: of.tags, Code: finding.Code, Message: said(r, file, finding, f.lang)}
	if of == ofSource {
		out.Message = placed(finding, out.Message, f.lang) // no other member names the place
	}
	if check := checkOf(r, finding.Code); check != nil {
		out.Title, out.Description = typeset(f.lang, check.Title.In(f.lang)), typeset(f.lang, check.Why.In(f.lang))
	} else {
		out.Title, out.Description = finding.Code, finding.Code
	}
	if out.Note = noteOf(file, finding); out.Note == "" && (name == of.base || of == ofSource) {
		out.Note = out.Message
	}
	of.fill(&out, file, finding)
	return out
}

// fill sets the members of the family.
func (of *family) fill(out *frictionlessError, file *validate.FileResult, f *validate.Finding) {
	switch of {
	case ofHeader, ofLabel:
		out.errorHeader = &errorHeader{[]string{}, []int{}}
		if file.File != nil {
			out.Labels = append(out.Labels, file.File.Labels...)
			out.RowNumbers = append(out.RowNumbers, headerRows(file.File)...)
		}
	case ofRow, ofCell:
		out.errorRow = &errorRow{f.Cells, f.Pos.Row}
		if out.Cells == nil {
			out.Cells = []string{}
		}
	}
	number := f.Column
	if field := fieldOf(file, f.Field); number == 0 && field != nil {
		number = field.Index + 1
	}
	switch of {
	case ofLabel:
		out.errorLabel, out.errorPlace = &errorLabel{f.Value}, &errorPlace{f.Field, number}
	case ofCell:
		out.errorCell, out.errorPlace = &errorCell{f.Value}, &errorPlace{f.Field, number}
	}
	if out.Type == "foreign-key" {
		out.errorReference = referenceOf(file, f)
	}
}

// headerRows are the rows that the header is made of, none where there is none.
func headerRows(f *validate.File) []int {
	if len(f.HeaderRows) == 0 && f.HeaderRow > 0 {
		return []int{f.HeaderRow}
	}
	return f.HeaderRows
}

// failureTypes are the types of the errors of a file that was not judged, by
// the codes of failures; others are of the family's base type.
var failureTypes = map[string]string{
	"not-found": "scheme-error", "forbidden": "scheme-error", "directory": "scheme-error", "unreadable": "scheme-error",
	"not-a-table": "format-error", "no-header": "source-error", "header-too-long": "source-error", "shrunk": "source-error",
	"no-schema": "schema-error",
}

var (
	failureTitle = text.Text{FR: "Fichier non jugé", EN: "File not judged"}
	schemaTitle  = text.Text{FR: "Schéma inutilisable", EN: "Schema that cannot be used"}
	schemaWhy    = text.Text{FR: "Le document qui est donné pour schéma ne peut pas servir : rien n'a été jugé.", EN: "The document that is given for a schema cannot be used: nothing was judged."}
)

// failure writes why a file was not judged, or not to its end: one error, or
// one for each problem of its schema.
func (f *frictionlessWriter) failure(failure *validate.Failure) []frictionlessError {
	say := Show(failure.Say.In(f.lang), 0)
	one := frictionlessError{
		Type: ofSource.base, Title: failureTitle.In(f.lang), Description: say, Message: say, Tags: ofSource.tags,
		Note: say, Code: failure.Code,
	}
	if name, ok := failureTypes[failure.Code]; ok {
		one.Type = name
	}
	if len(failure.Problems) == 0 {
		return []frictionlessError{one}
	}
	var out []frictionlessError
	for _, p := range failure.Problems {
		one.Type, one.Title, one.Description = "schema-error", schemaTitle.In(f.lang), typeset(f.lang, schemaWhy.In(f.lang))
		if strings.HasPrefix(p.Path, "fields[") && !strings.HasSuffix(p.Path, "].name") { // names are judged together
			one.Type = "field-error"
		}
		one.Note = Show(p.Say.In(f.lang), 0)
		if p.Path != "" {
			one.Note = Show(p.Path, argWidth) + speech{f.lang}.fill(sayColon) + one.Note
		}
		one.Message = one.Note
		out = append(out, one)
	}
	return out
}
