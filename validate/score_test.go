package validate

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
)

// TestScore computes scores by hand: 50 rows without error, 20 required cells,
// 10 other columns, 20 rows without warning.
func TestScore(t *testing.T) {
	schema := &schemas.Schema{Fields: []schemas.Field{
		{Name: "a", Constraints: schemas.Constraints{Required: true}},
		{Name: "b", Constraints: schemas.Constraints{Required: true}},
		{Name: "c"}, {Name: "d"},
	}}
	column := func(name string, filled int) ColumnResult {
		return ColumnResult{Name: name, Field: name, Filled: filled}
	}
	whole := []ColumnResult{column("a", 10), column("b", 10), column("c", 1), column("d", 10)}
	for _, tt := range []struct {
		name string
		file FileResult
		want Score
		ok   bool
	}{
		{"all right", FileResult{Rows: 10, Columns: whole}, Score{100, 1, 1, 1, 1}, true},
		{"rows with errors", FileResult{Rows: 10, Columns: whole, FaultyRows: 3}, Score{85, 0.7, 1, 1, 1}, true},
		{"one row of many", FileResult{Rows: 1e6, Columns: []ColumnResult{column("a", 1e6), column("b", 1e6), column("c", 1), column("d", 1)}, FaultyRows: 1},
			Score{99, 1 - 1e-6, 1, 1, 1}, true},
		{"the file has an error", FileResult{Rows: 10, Columns: whole, FileFaulty: true}, Score{50, 0, 1, 1, 1}, true},
		{"a column is absent", FileResult{Rows: 10, Columns: []ColumnResult{column("a", 5), {Name: "x", Filled: 10}, column("c", 0)}},
			Score{75, 1, 0.25, 0, 1}, true},
		{"warnings", FileResult{Rows: 10, Columns: whole, WarnedRows: 5, FileWarnings: 2}, Score{88, 1, 1, 1, 0.4}, true},
		{"many warnings on the file", FileResult{Rows: 10, Columns: whole, FileWarnings: 30}, Score{80, 1, 1, 1, 0}, true},
		{"blank rows", FileResult{Rows: 30, Blank: 20, Columns: whole, WarnedRows: 1}, Score{98, 1, 1, 1, 0.9}, true},
		{"blank rows only", FileResult{Rows: 20, Blank: 20, Columns: whole}, Score{}, false},
		{"no rows", FileResult{Columns: whole}, Score{}, false},
		{"not judged to its end", FileResult{Rows: 10, Columns: whole, Failure: &Failure{Code: "interrupted"}}, Score{}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.file.Schema = schema
			got, ok := tt.file.Score()
			if diff := cmp.Diff(tt.want, got); diff != "" || ok != tt.ok {
				t.Errorf("ok is %t, want %t (-want +got):\n%s", ok, tt.ok, diff)
			}
		})
	}
}

// A row set holds rows of any page, and counts them without row 0.
func TestRowSet(t *testing.T) {
	var s RowSet
	for _, row := range []int{0, 1, 63, 64, 4095, 4096, 100000, 1} {
		s = s.add(row)
	}
	s = s.join(RowSet(nil).add(2).add(64))
	s.remove(63)
	s.remove(1 << 40)
	got := []bool{s.has(0), s.has(1), s.has(2), s.has(63), s.has(64), s.has(4095), s.has(4096), s.has(5000), s.has(100000)}
	if diff := cmp.Diff([]bool{true, true, true, false, true, true, true, false, true}, got); diff != "" || s.count() != 6 {
		t.Errorf("%d rows (-want +got):\n%s", s.count(), diff)
	}
}
