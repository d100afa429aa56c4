package checks_test

import (
	"context"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// judgeForm judges a text as a file without a schema, and gives how many features
// there are, and the findings as lines: the feature, the severity and the code.
func judgeForm(t *testing.T, name, text string) (rows int, found []string) {
	t.Helper()
	in, err := input.Read(name, io.NopCloser(strings.NewReader(text)), input.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	form := slices.DeleteFunc(checks.All(), func(c *validate.Check) bool {
		return slices.Contains([]string{"unmatched-header", "missing-label", "extra-label"}, c.Code)
	})
	r := validate.Run(context.Background(), in, validate.Compile(&schemas.Schema{}, form, validate.Options{}), 1, nil)
	for _, f := range r.Findings {
		found = append(found, fmt.Sprintf("%d %s %s", f.Pos.Row, f.Severity, strings.TrimSuffix(f.Code+"/"+f.Reason, "/")))
	}
	return r.Rows, found
}

func rfcExamples(t *testing.T) []txtar.File {
	t.Helper()
	archive, err := txtar.ParseFile("../../testdata/rfc/rfc7946.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return archive.Files
}

// The examples lie in the tropics or at the poles, which are not in France, and those of appendix
// A are geometries alone: beside that there is nothing to say of them.
func TestRFC7946(t *testing.T) {
	abroad, alone := " warning outside-territory/geometry", "1 warning not-a-feature/alone"
	all := []string{"1" + abroad, "2" + abroad, "3" + abroad}
	lone := []string{alone, "1" + abroad}
	want := map[string][]string{
		"1.5": all, "3.1.9-line": lone, "3.1.9-rectangle": lone, "5-feature": {"1" + abroad}, "5-collection": all, "5-depth": all,
		"5.2-fiji": {"1" + abroad, "2" + abroad}, "5.2-complement": {"2" + abroad}, "5.3-north": {"1" + abroad, "2" + abroad},
		"5.3-south": {"2" + abroad}, "5.3-slice": {"1" + abroad}, "6.1-title": {"1" + abroad}, "6.1-centerline": {"1" + abroad},
		"A.1-point": lone, "A.2-line": lone, "A.3-polygon": lone, "A.3-hole": lone, "A.4-points": lone, "A.5-lines": lone,
		"A.6-polygons": lone, "A.7-collection": lone,
	}
	examples := rfcExamples(t)
	if len(examples) != len(want) {
		t.Errorf("there are %d examples, want %d", len(examples), len(want))
	}
	for _, f := range examples {
		t.Run(f.Name, func(t *testing.T) {
			_, got := judgeForm(t, f.Name, string(f.Data))
			if diff := cmp.Diff(want[strings.TrimSuffix(f.Name, path.Ext(f.Name))], got); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

// RFC 8142 has texts of GeoJSON stand behind a sign RS each, of any kind. Those of
// which one holds a collection are told, for its features are not judged.
func TestRFC8142(t *testing.T) {
	var features, geometries, collections strings.Builder
	for _, f := range rfcExamples(t) {
		record := "\x1e" + string(f.Data)
		switch {
		case strings.Contains(record, `"FeatureCollection"`):
			collections.WriteString(record)
		case strings.HasPrefix(f.Name, "5") || strings.HasPrefix(f.Name, "6"):
			features.WriteString(record)
		default:
			geometries.WriteString(record)
		}
	}
	for _, tt := range []struct {
		name, text string
		rows       int
		want       map[string]int // how often each code and severity
	}{
		{"features", features.String(), 3, map[string]int{"warning outside-territory/geometry": 3}},
		{"no space", "\x1e{\"type\":\"Feature\",\"properties\":null,\"geometry\":null}", 1, map[string]int{
			"notice geometry-missing/null": 1, "notice missing-properties/null": 1,
		}},
		{"geometries and features", geometries.String() + features.String(), 13, map[string]int{
			"warning outside-territory/geometry": 13, "warning not-a-feature/alone": 10,
		}},
		{"collections", collections.String(), 8, map[string]int{"error not-a-feature/within": 8}},
		{"features and collections", features.String() + collections.String(), 11, map[string]int{
			"warning outside-territory/geometry": 3, "error not-a-feature/within": 8,
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rows, found := judgeForm(t, tt.name+".geojsons", tt.text)
			if rows != tt.rows {
				t.Errorf("%d features, want %d", rows, tt.rows)
			}
			got := map[string]int{}
			for _, f := range found {
				_, kind, _ := strings.Cut(f, " ")
				got[kind]++
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}
