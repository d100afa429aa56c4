package checks_test

import (
	"bytes"
	"encoding/gob"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// The laws hold for every check on every example and every hostile file: the
// result is the same for one chunk and for chunks of a few bytes, for one
// worker and for eight, for any grouping of merges, and for partials that
// were encoded and decoded in between.
func TestLaws(t *testing.T) {
	files := exampleFiles(t)
	hostile, err := filepath.Glob("../../testdata/hostile/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range append(files, hostile...) {
		t.Run(filepath.Base(filepath.Dir(path))+"/"+filepath.Base(path), func(t *testing.T) {
			s := lawSchema(t, path)
			for _, o := range []validate.Options{{}, {MaxFindings: 3, Wrong: true}, {Strict: true, MaxFindings: 7, Cells: true, Wrong: true}} {
				afresh := o
				afresh.Afresh = true
				whole := judge(t, path, s, afresh, input.Options{ChunkSize: 2 << 20}, 1)
				if whole.Failure != nil {
					t.Fatal(whole.Failure)
				}
				for _, size := range []int{16, 64, 1000, 0} {
					for _, jobs := range []int{1, 8} {
						got := judge(t, path, s, o, input.Options{ChunkSize: size}, jobs)
						same(t, whole, got)
					}
				}
				for _, grouping := range []func(*validate.Job, []*validate.Partial) *validate.Partial{fromTheRight, inPairs} {
					same(t, whole, merged(t, path, s, o, grouping))
				}
			}
		})
	}
}

// Values that come again are not judged again, which changes nothing.
func TestRepeatedRows(t *testing.T) {
	for _, path := range exampleFiles(t) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		header := bytes.IndexByte(content, '\n') + 1
		if filepath.Ext(path) != ".csv" || !bytes.HasSuffix(content, []byte("\n")) || bytes.IndexByte(content, 0) >= 0 {
			continue
		}
		t.Run(filepath.Base(filepath.Dir(path))+"/"+filepath.Base(path), func(t *testing.T) {
			again := filepath.Join(t.TempDir(), filepath.Base(path))
			if err := os.WriteFile(again, append(content, bytes.Repeat(content[header:], 3)...), 0o600); err != nil {
				t.Fatal(err)
			}
			s := lawSchema(t, path)
			for _, o := range []validate.Options{{}, {Strict: true}} {
				afresh := o
				afresh.Afresh = true
				same(t, judge(t, again, s, afresh, input.Options{}, 1), judge(t, again, s, o, input.Options{}, 1))
			}
		})
	}
}

// lawSchema gives the schema that a file is judged by: its own for an
// example, a plain one for a hostile file.
func lawSchema(t *testing.T, path string) *schemas.Schema {
	t.Helper()
	if filepath.Base(filepath.Dir(path)) != "hostile" {
		return schemaOf(t, path)
	}
	s, err := schemas.Parse("hostile", []byte(`{"primaryKey": ["a"], "fields": [
		{"name": "a", "type": "integer", "constraints": {"required": true}},
		{"name": "b", "type": "string", "constraints": {"unique": true, "maxLength": 40}},
		{"name": "c", "type": "number"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func same(t *testing.T, want, got *validate.FileResult) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(validate.FileResult{}, "Schema"), cmpopts.IgnoreTypes((func() []validate.Note)(nil), (func() *validate.Document)(nil))); diff != "" {
		t.Fatalf("the result differs (-whole +got):\n%s", diff)
	}
}

// merged judges a file in small chunks, sends each partial through gob, and
// merges them in a grouping of its own.
func merged(t *testing.T, path string, s *schemas.Schema, o validate.Options, group func(*validate.Job, []*validate.Partial) *validate.Partial) *validate.FileResult {
	t.Helper()
	in, err := input.Open(path, nil, input.Options{ChunkSize: 200})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if in, ok := in.(interface{ Expect(*schemas.Schema) }); ok {
		in.Expect(s)
	}
	job := validate.Compile(s, checks.All(), o).For(in.File())
	var parts []*validate.Partial
	for chunk, err := range in.Chunks() {
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, sent(t, job.Check(in, chunk)))
	}
	whole := job.Begin()
	if len(parts) > 0 {
		job.Merge(whole, group(job, parts))
	}
	return job.Finish(whole)
}

func sent(t *testing.T, p *validate.Partial) *validate.Partial {
	t.Helper()
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(p); err != nil {
		t.Fatal(err)
	}
	var out validate.Partial
	if err := gob.NewDecoder(&b).Decode(&out); err != nil {
		t.Fatal(err)
	}
	return &out
}

func fromTheRight(job *validate.Job, parts []*validate.Partial) *validate.Partial {
	last := len(parts) - 1
	for i := last - 1; i >= 0; i-- {
		job.Merge(parts[i], parts[i+1])
	}
	return parts[0]
}

func inPairs(job *validate.Job, parts []*validate.Partial) *validate.Partial {
	for len(parts) > 1 {
		var next []*validate.Partial
		for i := 0; i < len(parts); i += 2 {
			if i+1 < len(parts) {
				job.Merge(parts[i], parts[i+1])
			}
			next = append(next, parts[i])
		}
		parts = next
	}
	return parts[0]
}

// A file of more faults than are kept counts them all.
func TestCountsAreExact(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("a,b,c\n")
	for range 5000 {
		b.WriteString("1,x,y\n")
	}
	path := filepath.Join(t.TempDir(), "hostile", "data.csv")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	r := judge(t, path, lawSchema(t, path), validate.Options{MaxFindings: 10}, input.Options{ChunkSize: 300}, 4)
	want := []validate.Count{
		{Code: "type-error", Severity: validate.Error, Field: "c", Count: 5000},
		{Code: "unique-error", Severity: validate.Error, Field: "b", Count: 4999},
		{Code: "primary-key", Severity: validate.Error, Field: "a", Count: 4999},
	}
	if diff := cmp.Diff(want, r.Counts); diff != "" {
		t.Error(diff)
	}
	if r.Errors != 14998 || !r.Truncated || len(r.Findings) < 10 || len(r.Findings) > 10+3*5 {
		t.Errorf("%d errors, %d findings, truncated %t", r.Errors, len(r.Findings), r.Truncated)
	}
}
