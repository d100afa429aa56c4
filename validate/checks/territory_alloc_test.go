//go:build !race

package checks_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/france/territory"
	"github.com/socle-commun/socle/validate/input"
)

// Rows that are of the territory cost no allocation.
func TestTerritoryRowsDoNotAllocate(t *testing.T) {
	s, err := schemas.Parse("rows", []byte(`{"fields": [{"name": "code_insee", "type": "string"}, {"name": "idAttribuant", "type": "string"},
		{"name": "longitude", "type": "number"}, {"name": "latitude", "type": "number"}, {"name": "lieu", "type": "geopoint"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	declared, err := territory.Parse("200093201")
	if err != nil {
		t.Fatal(err)
	}
	rules := checks.Within(territory.NewLand(declared, nil, nil))
	allocations := func(rows int) float64 {
		path := filepath.Join(t.TempDir(), "rows.csv")
		content := "code_insee,idAttribuant,longitude,latitude,lieu\n" + strings.Repeat("59350,21590350100017,3.0573,50.6292,\"3.0573,50.6292\"\n", rows)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		in, err := input.Open(path, nil, input.Options{ChunkSize: 4 << 20})
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		job := validate.Compile(s, rules, validate.Options{}).For(in.File())
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
	if few, many := allocations(20), allocations(5000); many > few+20 {
		t.Errorf("20 rows take %v allocations, 5000 rows %v", few, many)
	}
}
