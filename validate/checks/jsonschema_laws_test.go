package checks_test

import (
	"path/filepath"
	"testing"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// sameItems is same, of files whose readers have notes: these cannot be
// compared.
func sameItems(t *testing.T, want, got *validate.FileResult) {
	t.Helper()
	want.File.Notes, got.File.Notes = nil, nil
	want.File.Beside, got.File.Beside = nil, nil
	same(t, want, got)
}

// mergedItems is merged, of data whose columns depend on the schema.
func mergedItems(t *testing.T, path string, s *schemas.Schema, o validate.Options, group func(*validate.Job, []*validate.Partial) *validate.Partial) *validate.FileResult {
	t.Helper()
	in, err := input.Open(path, nil, input.Options{ChunkSize: 200})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	in.(interface{ Expect(*schemas.Schema) }).Expect(s)
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

// The laws hold for JSON data judged by JSON Schemas too.
func TestJSONLaws(t *testing.T) {
	files, err := filepath.Glob(examples + "/*/*/*.*json")
	if err != nil || len(files) < 16 {
		t.Fatalf("%d examples: %v", len(files), err)
	}
	for _, path := range files {
		t.Run(filepath.Base(filepath.Dir(path))+"/"+filepath.Base(path), func(t *testing.T) {
			s := schemaOf(t, path)
			for _, o := range []validate.Options{{}, {MaxFindings: 3, Wrong: true}, {Strict: true, Cells: true, Wrong: true}} {
				whole := judge(t, path, s, o, input.Options{ChunkSize: 2 << 20}, 1)
				if whole.Failure != nil {
					t.Fatal(whole.Failure)
				}
				for _, size := range []int{16, 64, 1000, 0} {
					for _, jobs := range []int{1, 8} {
						sameItems(t, whole, judge(t, path, s, o, input.Options{ChunkSize: size}, jobs))
					}
				}
				for _, grouping := range []func(*validate.Job, []*validate.Partial) *validate.Partial{fromTheRight, inPairs} {
					sameItems(t, whole, mergedItems(t, path, s, o, grouping))
				}
			}
		})
	}
}
