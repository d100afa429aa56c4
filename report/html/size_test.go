package html

import (
	"fmt"
	"strings"
	"testing"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// A long text that takes five bytes for each of its characters once escaped.
var long = strings.Repeat("'\"<>&", 200)

// crowded is a file with more of everything than a page shows.
func crowded(t testing.TB, path string, rows, columns int) *validate.FileResult {
	f := sampleFile(t, path)
	f.Rows = rows * 10
	for i := range columns {
		f.Columns = append(f.Columns, validate.ColumnResult{Name: fmt.Sprint(long, i), Filled: i})
	}
	cells := make([]string, len(f.Columns))
	for i := range cells {
		cells[i] = long
	}
	for i := range rows {
		value := fmt.Sprint(i, long)
		find(f, 10, validate.Finding{Code: "type-error", Reason: "comma", Severity: validate.Error, Field: "surface", Column: 2 + i%columns, Pos: at(i + 2),
			Value: value, Fix: value, Cells: cells})
	}
	return f
}

func TestSize(t *testing.T) {
	many := make([]*validate.FileResult, 1500)
	for i := range many {
		many[i] = faulty(t, fmt.Sprint("dossier/", long, i, ".csv"))
	}
	for _, c := range []struct {
		name  string
		r     *validate.Result
		least int
		want  string
	}{
		{"rows", sample(crowded(t, "lignes.csv", 30_000, 1)), 100_000, "lignes sont montrées sur 30 000 détaillées"},
		{"columns", sample(crowded(t, "colonnes.csv", 400, 5000)), 100_000, "colonnes sur 5 004 sont montrées"},
		{"files", sample(many...), 1_000_000, "fichiers n'ont pas de section détaillée"},
		{"both", sample(crowded(t, "a.csv", 3000, 300), crowded(t, "b.csv", 3000, 300), crowded(t, "c.csv", 3000, 300)), 200_000, "premières valeurs sur"},
	} {
		page := write(t, c.r, text.French)
		if len(page) > MaxSize || len(page) < c.least {
			t.Errorf("%s: %d bytes, want %d to %d", c.name, len(page), c.least, MaxSize)
		}
		if !strings.Contains(strings.NewReplacer(nb, " ", "\u202f", " ", "&#39;", "'").Replace(page), c.want) {
			t.Errorf("%s: the page does not say %q", c.name, c.want)
		}
		for _, problem := range check(page) {
			t.Errorf("%s: %s", c.name, problem)
		}
	}
}

func TestOrderOfRows(t *testing.T) {
	f := sampleFile(t, "ordre.csv")
	for row := 2; row < 302; row++ {
		severity := validate.Warning
		if row%10 == 0 {
			severity = validate.Error
		}
		find(f, 1, validate.Finding{Code: "required", Severity: severity, Field: "nom", Column: 1, Pos: at(row), Cells: []string{""}})
	}
	view := (&filer{voice: voice{text.French}, r: sample(f), f: f, id: 1, detail: details[0], names: newNames(voice{})}).view()
	seen := map[string]bool{}
	for _, row := range view.Grid.Rows {
		seen[row.ID] = true
	}
	if len(seen) != details[0].rows || !seen["f1r2"] || !seen["f1r300"] || seen["f1r299"] {
		t.Errorf("the grid has %d rows; those with errors are to go before the others", len(seen))
	}
}
