package compare

import (
	"encoding/json"
	"errors"
	"io"
	"math"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// MaxReport is the largest report that is read, in bytes.
const MaxReport = 256 << 20

// version is that of the reports that are understood.
const version = 1

// A Report is a JSON report that was read.
type Report struct{ files []*file }

// A NotReport is the error for what is not a JSON report of socle.
type NotReport struct{ Say text.Text }

// Error says it in English.
func (e *NotReport) Error() string { return e.Say.EN }

var (
	errNotJSON = &NotReport{text.Text{
		FR: "ce n'est pas du JSON entier. Un rapport s'écrit ainsi : socle valider -f json -o rapport.json",
		EN: "it is not a whole JSON document. A report is written so: socle validate -f json -o report.json",
	}}
	errOther = &NotReport{text.Text{
		FR: "ce n'est pas un rapport JSON de socle. Il s'écrit ainsi : socle valider -f json -o rapport.json",
		EN: "it is not a JSON report of socle. One is written so: socle validate -f json -o report.json",
	}}
	errVersion = &NotReport{text.Text{
		FR: "ce rapport vient d'une version de socle que celle-ci ne sait pas lire",
		EN: "this report is of a version of socle that this one cannot read",
	}}
	errLarge = &NotReport{text.Text{
		FR: "ce rapport dépasse 256 Mio. Un rapport plus court s'écrit avec --max-findings",
		EN: "this report is larger than 256 MiB. A shorter one is written with --max-findings",
	}}
)

type document struct {
	Version *int `json:"version"`
	Tool    struct {
		Name string `json:"name"`
	} `json:"tool"`
	Files *[]*file `json:"files"`
}

type file struct {
	Path   *string `json:"path"`
	Schema *struct {
		Name    string `json:"name"`
		Version string `json:"version"`
	} `json:"schema"`
	Rows    int `json:"rows"`
	Failure *struct {
		Code    string `json:"code"`
		Message string `json:"message"`
	} `json:"failure"`
	Columns []struct {
		Name string `json:"name"`
	} `json:"columns"`
	Counts   []count   `json:"counts"`
	Findings []finding `json:"findings"`
}

type count struct {
	kind
	Count int `json:"count"`
}

type finding struct {
	kind
	Place
	Column int `json:"column"`
}

// A kind is what groups are counted by.
type kind struct {
	Code     string   `json:"code"`
	Severity severity `json:"severity"`
	Field    string   `json:"field"`
}

// A severity is read by its word.
type severity validate.Severity

// UnmarshalText takes the word of a severity.
func (s *severity) UnmarshalText(word []byte) error {
	for _, known := range []validate.Severity{validate.Notice, validate.Warning, validate.Error} {
		if known.String() == string(word) {
			*s = severity(known)
			return nil
		}
	}
	return errOther
}

// Read reads a JSON report, version 1, of UTF-8 or, with a byte order mark,
// UTF-16. The error is a *NotReport, or what reading gave.
func Read(r io.Reader) (*Report, error) { return readWithin(r, MaxReport) }

func readWithin(r io.Reader, most int64) (*Report, error) {
	limited := &io.LimitedReader{R: r, N: most + 1}
	decoder := json.NewDecoder(transform.NewReader(limited, unicode.BOMOverride(encoding.Nop.NewDecoder())))
	var doc document
	err := decoder.Decode(&doc)
	if err == nil {
		if _, end := decoder.Token(); end != io.EOF {
			err = errNotJSON
		}
	}
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	var other *NotReport
	switch {
	case limited.N <= 0:
		return nil, errLarge
	case err == nil:
		return doc.report()
	case errors.As(err, &other):
		return nil, other
	case errors.As(err, &kind):
		return nil, errOther
	case errors.As(err, &syntax), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), strings.HasPrefix(err.Error(), "json: "):
		return nil, errNotJSON
	}
	return nil, err
}

// report says whether the document is one.
func (d *document) report() (*Report, error) {
	switch {
	case d.Tool.Name != "socle" || d.Version == nil || d.Files == nil:
		return nil, errOther
	case *d.Version != version:
		return nil, errVersion
	}
	for _, f := range *d.Files {
		if f == nil || f.Path == nil || f.Rows < 0 {
			return nil, errOther
		}
		for _, c := range f.Counts {
			if c.Count < 1 || c.Count > math.MaxInt>>8 || c.Code == "" || c.Severity == 0 {
				return nil, errOther
			}
		}
		for _, found := range f.Findings {
			if found.Code == "" || found.Severity == 0 {
				return nil, errOther
			}
		}
	}
	return &Report{*d.Files}, nil
}

// side is what is told of the file, nil of none.
func (f *file) side() *Side {
	if f == nil {
		return nil
	}
	out := &Side{Path: *f.Path, Rows: f.Rows}
	if f.Schema != nil {
		out.Schema = f.Schema.Name
		if f.Schema.Version != "" {
			out.Schema += "@" + f.Schema.Version
		}
	}
	if f.Failure != nil {
		if out.Failure = f.Failure.Message; out.Failure == "" {
			out.Failure = f.Failure.Code
		}
	}
	return out
}

// label is what tells apart findings of no field: the name of their column.
func (f *file) label(found *finding) string {
	if found.Field == "" && found.Column > 0 && found.Column <= len(f.Columns) {
		return f.Columns[found.Column-1].Name
	}
	return ""
}
