//go:build !race

package checks_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// A clean row costs the rules that remember nothing no allocation, and those
// that do no more than what they remember.
func TestBALRowsDoNotAllocate(t *testing.T) {
	s, err := schemas.Find("etalab/schema-bal@1.4.0")
	if err != nil {
		t.Fatal(err)
	}
	columns := make([]string, len(s.Fields))
	for i := range s.Fields {
		columns[i] = s.Fields[i].Name
	}
	allocations := func(rows int) float64 {
		path := filepath.Join(t.TempDir(), "bal.csv")
		address := change{"lieudit_complement_nom", "Le Bourg", "commune_deleguee_insee", "01340", "suffixe", "bis", "cle_interop", "01015_b012_00001_bis"}
		if err := os.WriteFile(path, []byte(balFile(columns, slices.Repeat([]change{address}, rows))), 0o600); err != nil {
			t.Fatal(err)
		}
		in, err := input.Open(path, nil, input.Options{ChunkSize: 4 << 20})
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		job := validate.Compile(s, checks.All(), validate.Options{}).For(in.File())
		for chunk, err := range in.Chunks() {
			if err != nil {
				t.Fatal(err)
			}
			if part := job.Check(in, chunk); part.Rows != rows || part.Total != 0 {
				t.Fatalf("%d rows, findings %+v", part.Rows, part.Findings)
			}
			return testing.AllocsPerRun(5, func() { job.Check(in, chunk) })
		}
		return 0
	}
	if few, many := allocations(20), allocations(5000); many > few+60 {
		t.Errorf("20 rows take %v allocations, 5000 rows %v", few, many)
	}
}
