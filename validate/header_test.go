package validate

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
)

// named makes a schema of texts. A name may be followed by its aliases:
// NAME=ALIAS|ALIAS.
func named(t testing.TB, names ...string) *schemas.Schema {
	t.Helper()
	document := `{"fields": [`
	for i, name := range names {
		if i > 0 {
			document += ","
		}
		name, _, _ = strings.Cut(name, "=")
		document += `{"name": "` + name + `", "type": "string"}`
	}
	s, err := schemas.Parse("test", []byte(document+"]}"))
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range names {
		if _, aliases, ok := strings.Cut(name, "="); ok {
			s.Fields[i].Aliases = strings.Split(aliases, "|")
		}
	}
	return s
}

func TestBind(t *testing.T) {
	type columns = []Column
	free := func(label string) Column { return Column{Label: label, Field: -1, Duplicate: -1, Second: -1} }
	bound := func(label string, field int, how Match) Column {
		return Column{Label: label, Field: field, Match: how, Duplicate: -1, Second: -1}
	}
	second := func(label string, field int) Column {
		return Column{Label: label, Field: -1, Duplicate: -1, Second: field}
	}
	double := func(label string, of int) Column {
		return Column{Label: label, Field: -1, Duplicate: of, Second: -1}
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
			Header{columns{second("Date", 0), bound("date", 0, Exact)}, []int{1}}},
		{"the first of those that fold alike wins", []string{"date"}, []string{"DATE", "Date"}, false,
			Header{columns{bound("DATE", 0, Folded), second("Date", 0)}, []int{0}}},
		{"fields that fold alike bind by their exact names only", []string{"a_b", "ab"}, []string{"A B", "ab"}, false,
			Header{columns{free("A B"), bound("ab", 1, Exact)}, []int{-1, 1}}},
		{"a duplicate binds nothing", []string{"a", "b"}, []string{"a", "a", "b"}, false,
			Header{columns{bound("a", 0, Exact), double("a", 0), bound("b", 1, Exact)}, []int{0, 2}}},
		{"duplicates that fold", []string{"a"}, []string{"A", "A"}, false,
			Header{columns{bound("A", 0, Folded), double("A", 0)}, []int{0}}},
		{"blank labels are not duplicates", []string{"a"}, []string{"", "", "a"}, false,
			Header{columns{free(""), free(""), bound("a", 0, Exact)}, []int{2}}},
		{"an alias, however it is spelt", []string{"montant=somme|prix payé", "date"}, []string{"PRIX_PAYE", "date"}, false,
			Header{columns{bound("PRIX_PAYE", 0, Alias), bound("date", 1, Exact)}, []int{0, 1}}},
		{"the name wins over its alias, wherever it stands", []string{"montant=somme"}, []string{"somme", "Montant"}, false,
			Header{columns{second("somme", 0), bound("Montant", 0, Folded)}, []int{1}}},
		{"the first of two aliases wins", []string{"montant=somme|prix"}, []string{"prix", "somme"}, false,
			Header{columns{bound("prix", 0, Alias), second("somme", 0)}, []int{0}}},
		{"an alias that is another field's name leads to that field", []string{"montant=prix", "PRIX"}, []string{"prix"}, false,
			Header{columns{bound("prix", 1, Folded)}, []int{-1, 0}}},
		{"an alias of two fields leads to neither", []string{"montant=somme", "total=somme"}, []string{"somme"}, false,
			Header{columns{free("somme")}, []int{-1, -1}}},
		{"a slip of the pen", []string{"nomBeneficiaire", "montant"}, []string{"Nom bénéficaire", "montatn"}, false,
			Header{columns{bound("Nom bénéficaire", 0, Near), bound("montatn", 1, Near)}, []int{0, 1}}},
		{"an alias wins over a slip of the pen", []string{"montant=somme"}, []string{"montants", "somme"}, false,
			Header{columns{free("montants"), bound("somme", 0, Alias)}, []int{1}}},
		{"two columns near one field: neither", []string{"montant"}, []string{"montants", "montnat"}, false,
			Header{columns{free("montants"), free("montnat")}, []int{-1}}},
		{"a column near two fields: neither", []string{"donnees", "donneex"}, []string{"donnee"}, false,
			Header{columns{free("donnee")}, []int{-1, -1}}},
		{"near a field that is there: not its neighbour", []string{"label", "labels"}, []string{"label", "labell"}, false,
			Header{columns{bound("label", 0, Exact), free("labell")}, []int{0, -1}}},
		{"strict: an alias is another label", []string{"montant=somme"}, []string{"somme"}, true,
			Header{columns{bound("somme", 0, Positional)}, []int{0}}},
		{"punctuation folds to nothing and binds nothing", []string{"a"}, []string{"?"}, false,
			Header{columns{free("?")}, []int{-1}}},
		{"no labels", []string{"a"}, nil, false, Header{columns{}, []int{-1}}},
		{"strict: by place", []string{"a", "b"}, []string{"b", "A", "c"}, true,
			Header{columns{bound("b", 0, Positional), bound("A", 1, Positional), free("c")}, []int{0, 1}}},
		{"strict: fewer columns", []string{"a", "b"}, []string{"a"}, true,
			Header{columns{bound("a", 0, Exact)}, []int{0, -1}}},
		{"strict: duplicates keep their place", []string{"a", "b"}, []string{"a", "a"}, true,
			Header{columns{bound("a", 0, Exact), {Label: "a", Field: 1, Match: Positional, Duplicate: 0, Second: -1}}, []int{0, 1}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(&tt.want, Bind(named(t, tt.fields...), tt.labels, tt.strict)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The case of labels counts in a strict reading by name, unless the file's
// dialect says that it does not. A name that two fields then bear is nobody's.
func TestBindAnyCase(t *testing.T) {
	for _, tt := range []struct {
		name    string
		fields  []string
		labels  []string
		anyCase bool
		want    []int
	}{
		{"case counts", []string{"a", "É"}, []string{"é", "A"}, false, []int{-1, -1}},
		{"any case", []string{"a", "É"}, []string{"é", "A"}, true, []int{1, 0}},
		{"the very name goes first", []string{"a", "A"}, []string{"A", "a"}, true, []int{1, 0}},
		{"two fields", []string{"ab", "AB"}, []string{"Ab"}, true, []int{-1, -1}},
		{"two labels", []string{"a"}, []string{"A", "a"}, true, []int{1}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := named(t, tt.fields...)
			s.FieldsMatch = schemas.MatchEqual
			if diff := cmp.Diff(tt.want, bindLabels(s, tt.labels, true, tt.anyCase, false).Fields); diff != "" {
				t.Error(diff)
			}
		})
	}
}
