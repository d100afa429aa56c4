package checks_test

import (
	"path/filepath"
	"testing"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

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
						same(t, whole, judge(t, path, s, o, input.Options{ChunkSize: size}, jobs))
					}
				}
				for _, grouping := range []func(*validate.Job, []*validate.Partial) *validate.Partial{fromTheRight, inPairs} {
					same(t, whole, merged(t, path, s, o, grouping))
				}
			}
		})
	}
}
