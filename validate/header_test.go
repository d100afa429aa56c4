package validate

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
)

// named makes a schema of texts.
func named(t testing.TB, names ...string) *schemas.Schema {
	t.Helper()
	document := `{"fields": [`
	for i, name := range names {
		if i > 0 {
			document += ","
		}
		document += `{"name": "` + name + `", "type": "string"}`
	}
	s, err := schemas.Parse("test", []byte(document+"]}"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestBind(t *testing.T) {
	type columns = []Column
	free := func(label string) Column { return Column{Label: label, Field: -1, Duplicate: -1} }
	bound := func(label string, field int, how Match) Column {
		return Column{Label: label, Field: field, Match: how, Duplicate: -1}
	}
	for _, tt := range []struct {
		name   string
		fields []string
		labels []string
		strict bool
		want   Header
	}{
		{"in any order", []string{"a", "b"}, []string{"b", "a"}, false,
			Header{columns{bound("b", 1, Exact), bound("a", 0, Exact)}, []int{1, 0}}},
		{"unknown and absent", []string{"a", "b"}, []string{"x", "a"}, false,
			Header{columns{free("x"), bound("a", 0, Exact)}, []int{1, -1}}},
		{"folded", []string{"nomBeneficiaire", "date"}, []string{"Nom bénéficiaire", "DATE"}, false,
			Header{columns{bound("Nom bénéficiaire", 0, Folded), bound("DATE", 1, Folded)}, []int{0, 1}}},
		{"the exact name wins, whatever the order", []string{"date"}, []string{"Date", "date"}, false,
			Header{columns{free("Date"), bound("date", 0, Exact)}, []int{1}}},
		{"the first of those that fold alike wins", []string{"date"}, []string{"DATE", "Date"}, false,
			Header{columns{bound("DATE", 0, Folded), free("Date")}, []int{0}}},
		{"fields that fold alike bind by their exact names only", []string{"a_b", "ab"}, []string{"A B", "ab"}, false,
			Header{columns{free("A B"), bound("ab", 1, Exact)}, []int{-1, 1}}},
		{"a duplicate binds nothing", []string{"a", "b"}, []string{"a", "a", "b"}, false,
			Header{columns{bound("a", 0, Exact), {Label: "a", Field: -1, Duplicate: 0}, bound("b", 1, Exact)}, []int{0, 2}}},
		{"duplicates that fold", []string{"a"}, []string{"A", "A"}, false,
			Header{columns{bound("A", 0, Folded), {Label: "A", Field: -1, Duplicate: 0}}, []int{0}}},
		{"blank labels are not duplicates", []string{"a"}, []string{"", "", "a"}, false,
			Header{columns{free(""), free(""), bound("a", 0, Exact)}, []int{2}}},
		{"punctuation folds to nothing and binds nothing", []string{"a"}, []string{"?"}, false,
			Header{columns{free("?")}, []int{-1}}},
		{"no labels", []string{"a"}, nil, false, Header{columns{}, []int{-1}}},
		{"strict: by place", []string{"a", "b"}, []string{"b", "A", "c"}, true,
			Header{columns{bound("b", 0, Positional), bound("A", 1, Positional), free("c")}, []int{0, 1}}},
		{"strict: fewer columns", []string{"a", "b"}, []string{"a"}, true,
			Header{columns{bound("a", 0, Exact)}, []int{0, -1}}},
		{"strict: duplicates keep their place", []string{"a", "b"}, []string{"a", "a"}, true,
			Header{columns{bound("a", 0, Exact), {Label: "a", Field: 1, Match: Positional, Duplicate: 0}}, []int{0, 1}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(&tt.want, Bind(named(t, tt.fields...), tt.labels, tt.strict)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
