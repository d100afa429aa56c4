package checks_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/geojson"
)

var update = flag.Bool("update", false, "write what is found into testdata/checks, and CHECKS.fr.md and CHECKS.en.md")

// The case of each check, one file named after its code. Its comment says
// what it shows. It holds:
//
//	schema.json        the schema; schema-NAME.json for the data of that name
//	aliases.json       other names of its fields, as the catalogue has them
//	bad.csv            data with the fault, and others as bad-NAME.csv
//	good.csv           data without it, and others as good-NAME.csv
//	bad.geojson …      the same as GeoJSON, or as other JSON in bad.json
//	want, want-NAME    what is found in bad.csv, bad-NAME.csv: a line each
//	want-strict        the same under --strict, where it differs
//	notes, notes-NAME  what the reader of a workbook would note: kind, number, places
//	territory          the declared territory, if any, and its outlines (see rules)
//
// In data, ‹e9› is the byte of that hexadecimal number and ‹x×40› is x forty
// times, where № within x is the number of the time in four digits.
const cases = "../../testdata/checks"

// anySchema judges data whose case needs no schema of its own.
const anySchema = `{"fields": [{"name": "prenom", "type": "string"}, {"name": "nombre", "type": "integer"}]}`

// A checkCase is one file of cases.
type checkCase struct {
	t       *testing.T
	path    string
	check   *validate.Check
	archive *txtar.Archive
}

// eachCase runs a test on the case of each check.
func eachCase(t *testing.T, run func(t *testing.T, c *checkCase)) {
	for _, check := range checks.All() {
		t.Run(check.Code, func(t *testing.T) {
			path := filepath.Join(cases, check.Code+".txtar")
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatalf("every check has a case: %v", err)
			}
			run(t, &checkCase{t, path, check, archive})
		})
	}
}

func (c *checkCase) file(name string) (data string, ok bool) {
	for _, f := range c.archive.Files {
		if f.Name == name {
			return string(f.Data), true
		}
	}
	if base, table := strings.CutSuffix(name, ".csv"); table {
		if data, ok = c.file(base + ".geojson"); !ok {
			data, ok = c.file(base + ".json")
		}
	}
	return data, ok
}

// data lists the files of one kind, "bad" or "good", without ".csv", or ".json"
// or ".geojson".
func (c *checkCase) data(kind string) []string {
	var names []string
	for _, f := range c.archive.Files {
		name, extension, _ := strings.Cut(f.Name, ".")
		if ok := extension == "csv" || extension == "json" || extension == "geojson"; ok && (name == kind || strings.HasPrefix(name, kind+"-")) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		c.t.Fatalf("the case has no %s.csv", kind)
	}
	return names
}

// schema gives the schema of a data file: its own, or the case's.
func (c *checkCase) schema(name string) *schemas.Schema {
	document := anySchema
	for _, file := range []string{"schema.json", "schema-" + strings.TrimPrefix(strings.TrimPrefix(name, "bad-"), "good-") + ".json"} {
		if own, ok := c.file(file); ok {
			document = own
		}
	}
	s, err := schemas.Parse(c.check.Code, []byte(document))
	if err != nil {
		c.t.Fatal(err)
	}
	if own, ok := c.file("aliases.json"); ok {
		var aliases map[string][]string
		if err := json.Unmarshal([]byte(own), &aliases); err != nil {
			c.t.Fatal(err)
		}
		for field, names := range aliases {
			s.Field(field).Aliases = names
		}
	}
	return s
}

// judge judges a data file of the case, or other data under its schema.
func (c *checkCase) judge(name, data string, strict bool) *validate.Result {
	o := validate.Options{Strict: strict}
	r := &validate.Result{Checks: c.rules(name), Strict: strict}
	in := c.open(name, unfold(data), strict)
	defer in.Close()
	r.Add(validate.Run(context.Background(), in, validate.Compile(c.schema(name), c.rules(name), o), 1, nil))
	if failure := r.Files[0].Failure; failure != nil {
		c.t.Fatal(failure)
	}
	return r
}

// open opens data: as JSON where it begins so.
func (c *checkCase) open(name, data string, strict bool) validate.Input {
	if _, ok := geojson.Detect([]byte(data)); ok {
		in, err := geojson.New(geojson.Source{Path: name + ".json", Size: int64(len(data)), Begin: []byte(data), All: true, Encoding: "utf-8", Closer: io.NopCloser(nil)})
		if err != nil {
			c.t.Fatal(err)
		}
		return in
	}
	in, err := input.Open(write(c.t, data), nil, input.Options{FirstRow: strict})
	if err != nil {
		c.t.Fatal(err)
	}
	in.File().Notes = c.notes(name)
	return in
}

// notes gives what a reader would note of a data file, nil where it is none
// of a workbook.
func (c *checkCase) notes(name string) func() []validate.Note {
	lines, ok := c.file("notes" + strings.TrimPrefix(name, "bad"))
	if !ok {
		return nil
	}
	var notes []validate.Note
	for line := range strings.Lines(lines) {
		word := strings.SplitN(strings.TrimSpace(line), " ", 3)
		n, err := strconv.Atoi(word[1])
		if err != nil {
			c.t.Fatal(err)
		}
		notes = append(notes, validate.Note{Kind: word[0], N: n, Text: word[2]})
	}
	return func() []validate.Note { return notes }
}

var (
	hexByte  = regexp.MustCompile(`‹([0-9a-f]{2})›`)
	repeated = regexp.MustCompile(`‹([^‹›]+)×([0-9]+)›`)
)

// unfold writes out the bytes and the repetitions of a data file.
func unfold(data string) string {
	data = repeated.ReplaceAllStringFunc(data, func(s string) string {
		m := repeated.FindStringSubmatch(s)
		n, _ := strconv.Atoi(m[2])
		if !strings.Contains(m[1], "№") {
			return strings.Repeat(m[1], n)
		}
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.ReplaceAll(m[1], "№", fmt.Sprintf("%04d", i)))
		}
		return b.String()
	})
	return hexByte.ReplaceAllStringFunc(data, func(s string) string {
		n, _ := strconv.ParseUint(hexByte.FindStringSubmatch(s)[1], 16, 8)
		return string([]byte{byte(n)})
	})
}

// told writes the findings as want has them: row, cell, field, severity, code
// and reason, then the words in French.
func told(r *validate.Result) string {
	var b strings.Builder
	dash := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	file := r.Files[0]
	for i := range file.Findings {
		f := &file.Findings[i]
		message, hint := report.Message(r, file, f, text.French)
		fmt.Fprintf(&b, "%d %s %s %s %s %s | %s | %s\n", f.Pos.Row, dash(report.CellName(f.Column, f.Pos.Row)), dash(f.Field),
			f.Severity, f.Code, dash(f.Reason), message, dash(hint))
	}
	return b.String()
}

// Each bad file of a case has exactly the findings that want lists, among them
// one of the check, if only in a strict reading; each good file has none of it.
func TestCases(t *testing.T) {
	eachCase(t, func(t *testing.T, c *checkCase) {
		if strings.TrimSpace(string(c.archive.Comment)) == "" {
			t.Error("the comment must say what the case shows")
		}
		c.forget()
		for _, name := range c.data("bad") {
			data, _ := c.file(name + ".csv")
			r := c.judge(name, data, false)
			strictly := c.judge(name, data, true)
			if !has(r, c.check.Code, validate.Notice) && !has(strictly, c.check.Code, validate.Notice) {
				t.Errorf("%s.csv has no %s", name, c.check.Code)
			}
			want := "want" + strings.TrimPrefix(name, "bad")
			c.compare(want, told(r))
			if strict := told(strictly); strict != told(r) {
				c.compare(want+"-strict", strict)
			} else if _, ok := c.file(want + "-strict"); ok && !*update {
				t.Errorf("%s-strict says what %s does: remove it", want, want)
			}
		}
		for _, name := range c.data("good") {
			data, _ := c.file(name + ".csv")
			if r := c.judge(name, data, false); has(r, c.check.Code, validate.Warning) {
				t.Errorf("%s.csv has findings of the check:\n%s", name, told(r))
			}
		}
		if *update {
			if err := os.WriteFile(c.path, txtar.Format(c.archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// forget leaves out, under -update, what was wanted before.
func (c *checkCase) forget() {
	if *update {
		c.archive.Files = slices.DeleteFunc(c.archive.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, "want") })
	}
}

// compare holds what is told against a file of the case, or writes it there.
func (c *checkCase) compare(name, got string) {
	if *update {
		c.archive.Files = append(c.archive.Files, txtar.File{Name: name, Data: []byte(got)})
		return
	}
	want, _ := c.file(name)
	if diff := cmp.Diff(want, got); diff != "" {
		c.t.Errorf("%s (-want +got); if it is right: go test ./validate/checks -update\n%s", name, diff)
	}
}

// has says whether there is a finding of a check of that severity or a higher one.
func has(r *validate.Result, code string, least validate.Severity) bool {
	return slices.ContainsFunc(r.Files[0].Findings, func(f validate.Finding) bool {
		return f.Code == code && f.Severity >= least
	})
}

// No case is left of a check that is gone.
func TestCasesHaveChecks(t *testing.T) {
	files, err := filepath.Glob(cases + "/*")
	if err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for _, path := range files {
		got = append(got, filepath.Base(path))
	}
	for _, check := range checks.All() {
		want = append(want, check.Code+".txtar")
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cases (-checks +files):\n%s", diff)
	}
}
