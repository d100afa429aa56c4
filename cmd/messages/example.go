package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// An example is a valid file of a schema.
type example struct {
	path   string
	schema *schemas.Schema
	plan   *validate.Plan
	table  [][]string // the header first
	comma  rune
}

// readExamples reads the valid tables below a folder OWNER/NAME. What is not
// UTF-8 is left out: it would be another fault.
func readExamples(folder string) ([]*example, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*", "*", "valide*.csv"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("there are no examples in %s", folder)
	}
	var all []*example
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		if strings.Contains(filepath.Base(path), "-excel") {
			continue
		}
		e := &example{path: path, comma: ','}
		if header, _, _ := bytes.Cut(data, []byte("\n")); bytes.Count(header, []byte(";")) > bytes.Count(header, []byte(",")) {
			e.comma = ';'
		}
		rel, err := filepath.Rel(folder, filepath.Dir(path))
		if err != nil {
			return nil, err
		}
		name := filepath.ToSlash(rel)
		if _, version, ok := strings.Cut(strings.TrimSuffix(filepath.Base(path), ".csv"), "@"); ok {
			name += "@" + version
		}
		if e.schema, err = schemas.Find(name); err != nil {
			return nil, err
		}
		e.plan = validate.Compile(e.schema, checks.All(), validate.Options{})
		r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
		r.Comma = e.comma
		if e.table, err = r.ReadAll(); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		all = append(all, e)
	}
	return all, nil
}

// clone copies the table of the example.
func (e *example) clone() [][]string {
	out := make([][]string, len(e.table))
	for i, row := range e.table {
		out[i] = append([]string(nil), row...)
	}
	return out
}

// judge judges a table in the manner of the example.
func (e *example) judge(table [][]string) (*validate.Result, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = e.comma
	if err := w.WriteAll(table); err != nil {
		return nil, err
	}
	in, err := input.Read(e.path, io.NopCloser(&b), input.Options{Delimiter: byte(e.comma)})
	if err != nil {
		return nil, err
	}
	defer in.Close()
	r := &validate.Result{Checks: checks.All()}
	r.Add(validate.Run(context.Background(), in, e.plan, 1, nil))
	if failure := r.Files[0].Failure; failure != nil {
		return nil, failure
	}
	return r, nil
}

// heavy says whether one of the findings keeps a cell from being right.
func heavy(found []*validate.Finding) bool {
	return slices.ContainsFunc(found, func(f *validate.Finding) bool { return f.Severity >= validate.Warning })
}

// at gives the findings of a cell, rows counted from 1.
func at(r *validate.Result, row, column int) []*validate.Finding {
	var found []*validate.Finding
	for i := range r.Files[0].Findings {
		f := &r.Files[0].Findings[i]
		if f.Pos.Row == row && f.Column == column {
			found = append(found, f)
		}
	}
	return found
}
