package checks_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

// Rows count as faulty by what is found of them in the end: what stood in a
// property that no feature has is told once, of the file.
func TestFaultyRowsOfAbsentProperties(t *testing.T) {
	s, err := schemas.Parse("late", []byte(`{"fields": [{"name": "nom", "type": "string"}, {"name": "tard", "type": "string", "constraints": {"required": true}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	collection := func(first, last string) string {
		feature := func(properties string) string {
			return `{"type": "Feature", "properties": {` + properties + `}, "geometry": null}`
		}
		return `{"type": "FeatureCollection", "features": [` + strings.Repeat(feature(first)+",\n", 20000) + feature(last) + "]}"
	}
	type rows struct{ Faulty, Errors int }
	tests := map[string]struct {
		first, last string
		want        rows
	}{
		"in no feature":          {`"nom": "a"`, `"nom": "a"`, rows{0, 1}},
		"in the last one":        {`"nom": "a"`, `"tard": "b"`, rows{20000, 20000}},
		"in the last one, empty": {`"nom": "a"`, `"tard": null`, rows{20001, 20001}},
		"in all but the last":    {`"tard": "a"`, `"nom": "b"`, rows{1, 1}},
	}
	for name, tt := range tests {
		r := judge(t, write(t, collection(tt.first, tt.last)), s, validate.Options{MaxFindings: 10}, input.Options{}, 2)
		if diff := cmp.Diff(tt.want, rows{r.FaultyRows, r.Errors}); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
