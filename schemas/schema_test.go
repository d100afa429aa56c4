package schemas

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBounds(t *testing.T) {
	s, err := Parse("x", []byte(one(`"type":"number","constraints":{"minimum":"1.50","enum":[1.5,"2"]}`)))
	if err != nil {
		t.Fatal(err)
	}
	f := &s.Fields[0]
	b := f.Constraints.Minimum
	type sides struct{ below, above, atMost, atLeast, inEnum bool }
	for value, want := range map[string]sides{
		"1":    {below: true, atMost: true},
		"1.5":  {atMost: true, atLeast: true, inEnum: true},
		"2.00": {above: true, atLeast: true, inEnum: true},
		"NaN":  {below: true, above: true, atMost: true, atLeast: true},
	} {
		key, ok := f.Type.Key(nil, []byte(value))
		if !ok {
			t.Errorf("%s is no number", value)
		}
		got := sides{b.Below(f.Type, key), b.Above(f.Type, key), b.AtMost(f.Type, key), b.AtLeast(f.Type, key), f.Constraints.Enum.Has(key)}
		if got != want {
			t.Errorf("%s: %+v, want %+v", value, got, want)
		}
	}
	var none *Bound
	if none.Below(f.Type, nil) || none.Above(f.Type, nil) || none.AtMost(f.Type, nil) || none.AtLeast(f.Type, nil) {
		t.Error("a bound that is not there fails a value")
	}
	if b.Text != "1.50" {
		t.Errorf("the bound is shown as %q", b.Text)
	}
	if diff := cmp.Diff([]string{"1.5", "2"}, f.Constraints.Enum.Values); diff != "" {
		t.Error(diff)
	}
}

func TestSchemaMethods(t *testing.T) {
	s, err := Parse("x", []byte(`{"name":"n","version":"v1.2","primaryKey":["b","a"],
		"fields":[{"name":" a ","constraints":{"required":true}},{"name":"a","constraints":{"unique":true}},{"name":"b","constraints":{"enum":["x"]}}],
		"custom_checks":[{"name":"Siret","params":{"column":"b"}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if s.ID() != "n@1.2" || s.Required() != 1 || s.Field(" a ") != &s.Fields[0] || s.Field("A") != nil {
		t.Errorf("%s, %d required, %v, %v", s.ID(), s.Required(), s.Field(" a "), s.Field("A"))
	}
	if diff := cmp.Diff([]int{2, 1}, s.PrimaryKey); diff != "" {
		t.Error(diff)
	}
	if b := s.Field("b"); !b.HasCheck("french-siret-value", "siret") || b.HasCheck("siren") || s.Fields[0].HasCheck("siret") {
		t.Error("the check stands on the wrong field")
	}
	if !s.Fields[2].Constraints.NeedsKey() || s.Fields[0].Constraints.NeedsKey() {
		t.Error("an enumeration needs a key, required does not")
	}
	if !s.Fields[0].IsMissing(nil) || s.Fields[0].IsMissing([]byte(" ")) {
		t.Error("an empty cell is missing, a space is not")
	}
}

// FuzzParse wants a schema whose methods answer, or a reason.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		``, `{}`, `[]`, `{"fields":[{"name":"a","type":"array","arrayItem":{"type":"date","constraints":{"enum":["2020-01-01"]}}}],"primaryKey":["a"]}`,
		one(`"type":"number","groupChar":" ","decimalChar":",","bareNumber":false,"constraints":{"minimum":"1 000,5","maximum":1e400,"minLength":1}`),
		one(`"type":"date","format":"%d/%m/%Y","missingValues":[{"value":"-"}],"constraints":{"minimum":"01/02/2020","pattern":"^(a|b)\\1$"}`),
		one(`"type":"boolean","trueValues":["oui"],"required":true,"contraints":{},"constraints":{"enum":[true]}`),
		`{"fields":[{"name":"a"},{"name":"a"}],"custom_checks":[{"name":"siret","params":{"column":"a","columns":["b"]}}],"keywords":["a"]}`,
		`{"$schema":"http://json-schema.org/draft-07/schema#","properties":{"a":{"type":"string"}}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Parse("x", data)
		if err != nil {
			bad, ok := err.(*DocumentError)
			if !ok || s != nil || len(bad.Problems) == 0 || bad.Error() == "" {
				t.Fatalf("%T: %v", err, err)
			}
			for _, p := range bad.Problems {
				if p.Say.FR == "" || p.Say.EN == "" {
					t.Errorf("a problem without a sentence at %q", p.Path)
				}
			}
			return
		}
		s.ID()
		s.Required()
		for i := range s.Fields {
			field := &s.Fields[i]
			if s.Field(field.Name) != field {
				t.Errorf("field %q is not found by its name", field.Name)
			}
			field.HasCheck("siret")
			for _, raw := range [][]byte{nil, []byte(field.Example), []byte("1"), []byte("2020-01-01"), []byte("[1]"), []byte("\xff")} {
				if field.IsMissing(raw) || len(raw) == 0 || !field.Type.Valid(raw) {
					continue
				}
				if key, ok := field.Type.Key(nil, raw); ok {
					field.Constraints.holds(field.Type, raw, key)
				}
			}
		}
	})
}
