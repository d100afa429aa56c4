package schemas

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestInspect(t *testing.T) {
	paths := func(problems []Problem) []string {
		var out []string
		for _, p := range problems {
			out = append(out, p.Path)
		}
		return out
	}
	for _, tt := range []struct {
		name, document             string
		profile, problems, remarks []string
	}{
		{"sound", `{"fields":[{"name":"a"}]}`, nil, nil, nil},
		{
			"faults of all kinds at once",
			`{"primaryKey":"z","fields":[{"name":"a","type":"date","constraints":{"required":"oui","minimum":"x","patern":"y"}},{"name":"a","type":"texte"},7]}`,
			[]string{"fields[0].constraints.required", "fields[1].type", "fields[2]"},
			[]string{"fields[0].constraints.minimum", "fields[1]", "fields[1].name", "primaryKey"},
			[]string{"fields[0].constraints.patern"},
		},
		{"no list of fields", `{"fields":{"a":1}}`, []string{"fields"}, nil, nil},
		{"JSON Schema", `{"type":"object","properties":{"a":{"type":7}}}`, nil, []string{""}, nil},
		{"Data Package", `{"resources":[7]}`, nil, []string{"resources[0]"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in, err := Inspect("x", []byte("\xef\xbb\xbf"+tt.document))
			if err != nil {
				t.Fatal(err)
			}
			got := [][]string{paths(in.Profile), paths(in.Problems), paths(in.Schema.Remarks)}
			slices.Sort(got[0])
			if diff := cmp.Diff([][]string{tt.profile, tt.problems, tt.remarks}, got); diff != "" {
				t.Error(diff)
			}
		})
	}
	for _, document := range []string{"", "{", "[]", `{"a":1}`, `{"fields":[{"name":"a","constraints":{"minimum":1e99999}}]}`} {
		_, err := Inspect("x", []byte(document))
		_, want := Parse("x", []byte(document))
		var bad *DocumentError
		if !errors.As(err, &bad) || err.Error() != want.Error() {
			t.Errorf("%s: %v, and Parse says %v", document, err, want)
		}
	}
}

// FuzzInspect wants every document that Parse takes to be inspected alike, and
// none to end in a panic.
func FuzzInspect(f *testing.F) {
	for _, document := range []string{
		`{"fields":[{"name":"a","type":"array","arrayItem":{"type":"number","constraints":{"enum":[1,"x"]}}}],"primaryKey":["b"]}`,
		`{"fields":[null,{"name":7,"constraints":[]}],"foreignKeys":[{"fields":"a"}],"uniqueKeys":[[1]],"custom_checks":[{"params":{"column":[1]}}]}`,
		`{"resources":[{"schema":{"fields":[]}}]}`, `{"properties":{"a":{"$ref":"#"}}}`,
	} {
		f.Add([]byte(document))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		in, err := Inspect("x", data)
		s, parsed := Parse("x", data)
		if parsed == nil && (err != nil || len(in.Profile)+len(in.Problems) > 0) {
			t.Fatalf("Parse takes what Inspect refuses: %v, %v", err, in)
		}
		if parsed == nil {
			if diff := cmp.Diff(s.Remarks, in.Schema.Remarks); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

func TestMembers(t *testing.T) {
	for of, name := range map[string]string{"": "missingValues", "field": "groupChar", "constraints": "pattern", "foreignKey": "reference", "customCheck": "params"} {
		if !slices.Contains(Members(of), name) {
			t.Errorf("Members(%q) lacks %s: %v", of, name, Members(of))
		}
	}
}
