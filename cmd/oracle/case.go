package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// A testCase is one folder: what a peer was given, and what it said.
type testCase struct {
	Name   string
	folder string

	Mode    string // "pinned": dialect and encoding are declared; "auto": nothing is
	Options struct {
		Dialect    string
		Encoding   string
		SchemaSync bool
		LimitRows  int
		Checklist  string // name of a document: checks that were asked for besides
		Package    string // name of a document: the tables that go together
	}
	Valid  *bool // nil where the peer crashed
	Crash  string
	Quirk  string
	Source string // of the expectation, where it is not the peer's own output
	Errors []fault
	Detail []struct{ Note, Cell string }
	Notes  []string // in the place of Detail
	Labels []string // of the header
}

// A fault is an error as both sides name it: its type and place, and what is
// said of it besides.
type fault struct {
	Type  string
	Row   int // 0 for none
	Field string
	Note  string
	Cell  string // the value
	Code  string // socle's own
}

// UnmarshalJSON reads [type, row, field], the last two of which may be null.
func (f *fault) UnmarshalJSON(data []byte) error {
	row, field := new(int), new(string)
	if err := json.Unmarshal(data, &[]any{&f.Type, &row, &field}); err != nil {
		return err
	}
	if row != nil {
		f.Row = *row
	}
	if field != nil {
		f.Field = *field
	}
	return nil
}

// same says whether two faults are one.
func (f fault) same(g fault) bool { return f.Type == g.Type && f.Row == g.Row && f.Field == g.Field }

func (f fault) String() string {
	s := f.Type
	if f.Row > 0 {
		s += fmt.Sprintf(" row %d", f.Row)
	}
	if f.Field != "" {
		s += fmt.Sprintf(" field %q", f.Field)
	}
	if f.Cell != "" {
		s += fmt.Sprintf(" cell %.60q", f.Cell)
	}
	if f.Note != "" {
		s += ": " + f.Note
	}
	return s
}

// readCases reads the cases of a folder in the order of their names.
func readCases(folder string) ([]*testCase, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*", "expected.json"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("%s holds no case (NAME/expected.json)", folder)
	}
	slices.Sort(paths)
	var cases []*testCase
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		c := &testCase{folder: filepath.Dir(path), Name: filepath.Base(filepath.Dir(path))}
		if err := json.Unmarshal(data, c); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for i := range c.Errors {
			switch {
			case i < len(c.Detail):
				c.Errors[i].Note, c.Errors[i].Cell = c.Detail[i].Note, c.Detail[i].Cell
			case i < len(c.Notes):
				c.Errors[i].Note = c.Notes[i]
			}
		}
		cases = append(cases, c)
	}
	return cases, nil
}

func (c *testCase) path(name string) string { return filepath.Join(c.folder, name) }

// custom says whether the peer is Validata, which reads tolerantly and has
// custom checks.
func (c *testCase) custom() bool { return c.Source != "" }
