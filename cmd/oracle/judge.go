package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/datapackage"
	"github.com/socle-commun/socle/validate/input"
)

// judge has socle judge a case and holds the two verdicts together.
func (c *testCase) judge() (verdict, error) {
	file, err := c.result()
	if err != nil {
		return verdict{}, err
	}
	format := "frictionless"
	if c.custom() {
		format = "validata"
	}
	result := &validate.Result{Checks: checks.All(), Strict: c.options().Strict}
	result.Add(file)
	found, err := faultsOf(format, result)
	if err != nil {
		return verdict{}, err
	}
	return compare(c, found, file), nil
}

// options say how socle reads the case: to the letter, unless the peer was
// asked to find columns by their names.
func (c *testCase) options() validate.Options {
	return validate.Options{Strict: !c.Options.SchemaSync && !c.custom(), MaxFindings: 1000}
}

// notOfTables is what is wrong with a schema of another kind.
var notOfTables = &schemas.DocumentError{Source: "schema.json", Problems: []schemas.Problem{
	{Say: text.Text{FR: "ce schéma n'est pas celui d'un tableau.", EN: "this is not the schema of a table."}},
}}

func (c *testCase) input() (input.Options, error) {
	o := input.Options{FirstRow: c.options().Strict}
	switch c.Options.Encoding {
	case "utf-8":
		o.Encoding = input.UTF8
	case "iso-8859-1", "windows-1252":
		o.Encoding = input.Windows1252
	}
	if c.Options.Dialect == "" {
		return o, nil
	}
	data, err := os.ReadFile(c.path(c.Options.Dialect))
	if err == nil {
		o.Dialect, err = input.ParseDialect(data)
	}
	return o, err
}

// result judges the data of the case.
func (c *testCase) result() (*validate.FileResult, error) {
	path := c.path("data.csv")
	none := &validate.File{Path: path, Size: -1}
	s, err := schemas.ParseFile(c.path("schema.json"))
	if bad := (*schemas.DocumentError)(nil); errors.As(err, &bad) {
		return &validate.FileResult{File: none, Failure: validate.BadSchema(bad)}, nil
	} else if err != nil {
		return nil, err
	}
	if s.Kind != schemas.Table {
		return &validate.FileResult{File: none, Failure: validate.BadSchema(notOfTables)}, nil
	}
	o, err := c.input()
	if bad := (*input.DialectError)(nil); errors.As(err, &bad) {
		return &validate.FileResult{File: none, Schema: s, Failure: &validate.Failure{Code: "bad-dialect", Say: bad.Say}}, nil
	} else if err != nil {
		return nil, err
	}
	in, err := input.Open(path, nil, o)
	if failure := (*validate.Failure)(nil); errors.As(err, &failure) {
		return &validate.FileResult{File: none, Schema: s, Failure: failure}, nil
	} else if err != nil {
		return nil, err
	}
	defer in.Close()
	return validate.Run(context.Background(), in, validate.Compile(s, c.checks(s), c.options()), 1, nil), nil
}

// checks are those of socle; foreign keys know the other tables of a package.
func (c *testCase) checks(s *schemas.Schema) []*validate.Check {
	all := checks.All()
	if c.Options.Package == "" {
		return all
	}
	known := checks.ForeignKeys(func(k schemas.ForeignKey) (*checks.KeySet, error) { return c.keys(s, k) })
	for i, check := range all {
		if check.Code == known.Code {
			all[i] = known
		}
	}
	return all
}

// keys reads the table to which a foreign key refers: NAME.csv, with its
// schema in NAME.schema.json.
func (c *testCase) keys(s *schemas.Schema, k schemas.ForeignKey) (*checks.KeySet, error) {
	theirs, err := schemas.ParseFile(c.path(k.Resource + ".schema.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, datapackage.ErrNoResource
	} else if err != nil {
		return nil, err
	}
	o, err := c.input()
	if err != nil {
		return nil, err
	}
	in, err := input.Open(c.path(k.Resource+".csv"), nil, o)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return checks.KeysFor(in, theirs, s, k, true)
}

// faultsOf writes a result in a format, as the command line does, and reads
// the errors back.
func faultsOf(format string, result *validate.Result) ([]fault, error) {
	f, ok := report.Find(format)
	if !ok {
		return nil, fmt.Errorf("there is no format %q", format)
	}
	var b bytes.Buffer
	w := f.New(&b, report.Options{Lang: text.English})
	if err := errors.Join(w.Write(result), w.Close()); err != nil {
		return nil, err
	}
	type item struct {
		Type      string
		RowNumber int
		FieldName string
		Note      string
		Cell      string
		Code      string
		Message   string
	}
	type list struct{ Errors []item }
	var out struct {
		Tasks  []list // of Frictionless
		Report list   // of Validata
	}
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		return nil, err
	}
	var faults []fault
	for _, l := range append(out.Tasks, out.Report) {
		for _, e := range l.Errors {
			if e.Note == "" {
				e.Note = e.Message
			}
			faults = append(faults, fault{e.Type, e.RowNumber, e.FieldName, e.Note, e.Cell, e.Code})
		}
	}
	return faults, nil
}
