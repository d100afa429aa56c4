package checks_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// References to another table, whose keys are given. Values are compared where
// both fields are of one type, or are numbers; texts otherwise.
func TestForeignKeysOfOtherTables(t *testing.T) {
	const theirs = "code,nom,depuis\n025056,Rennes,2019-01-01\n2,Lille,2020-01-01\n,Brest,\nx,Nantes,x\n"
	for _, tt := range []struct {
		name, theirs, ours string // schemas
		data               string
		want               []string
	}{
		{"texts", `{"fields": [{"name": "code"}, {"name": "nom"}, {"name": "depuis"}]}`,
			`{"fields": [{"name": "c"}], "foreignKeys": [{"fields": "c", "reference": {"resource": "r", "fields": "code"}}]}`,
			"c\n025056\n25056\n2\n\nx\n", []string{"3 c foreign-key", "5 - blank-row"}},
		{"numbers", `{"fields": [{"name": "code", "type": "integer"}, {"name": "nom"}, {"name": "depuis"}]}`,
			`{"fields": [{"name": "c", "type": "number"}], "foreignKeys": [{"fields": "c", "reference": {"resource": "r", "fields": "code"}}]}`,
			"c\n25056\n2.0\n3\nx\n", []string{"4 c foreign-key", "5 c type-error"}},
		{"a text for a number", `{"fields": [{"name": "code", "type": "integer"}, {"name": "nom"}, {"name": "depuis"}]}`,
			`{"fields": [{"name": "c"}], "foreignKeys": [{"fields": "c", "reference": {"resource": "r", "fields": "code"}}]}`,
			"c\n025056\n25056\n2\n", []string{"3 c foreign-key"}},
		{"dates in two forms", `{"fields": [{"name": "code"}, {"name": "nom"}, {"name": "depuis", "type": "date"}]}`,
			`{"fields": [{"name": "d", "type": "date", "format": "%d/%m/%Y"}], "foreignKeys": [{"fields": "d", "reference": {"resource": "r", "fields": "depuis"}}]}`,
			"d\n01/01/2019\n02/01/2019\n", []string{"3 d foreign-key"}},
		{"two columns", `{"fields": [{"name": "code"}, {"name": "nom"}, {"name": "depuis"}]}`,
			`{"fields": [{"name": "n"}, {"name": "c"}], "foreignKeys": [{"fields": ["c", "n"], "reference": {"resource": "r", "fields": ["code", "nom"]}}]}`,
			"n,c\nLille,2\nRennes,2\nBrest,\n,2\n", []string{"3 c foreign-key", "5 c foreign-key"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			their, our := parsed(t, tt.theirs), parsed(t, tt.ours)
			set, err := keysOf(t, theirs, their, our)
			if err != nil {
				t.Fatal(err)
			}
			check := checks.ForeignKeys(func(schemas.ForeignKey) (*checks.KeySet, error) { return set, nil })
			all := checks.All()
			for i := range all {
				if all[i].Code == check.Code {
					all[i] = check
				}
			}
			in, err := input.Open(write(t, tt.data), nil, input.Options{ChunkSize: 16})
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			plan := validate.Compile(our, all, validate.Options{Strict: true})
			if diff := cmp.Diff(tt.want, findings(validate.Run(context.Background(), in, plan, 2, nil))); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestKeysForUnknownField(t *testing.T) {
	their := parsed(t, `{"fields": [{"name": "code"}]}`)
	our := parsed(t, `{"fields": [{"name": "c"}], "foreignKeys": [{"fields": "c", "reference": {"resource": "r", "fields": "insee"}}]}`)
	if set, err := keysOf(t, "code\n1\n", their, our); err == nil || set != nil {
		t.Errorf("the keys are %v, the error %v", set, err)
	}
}

// keysOf reads a table to which the only foreign key of a schema refers.
func keysOf(t *testing.T, data string, theirs, ours *schemas.Schema) (*checks.KeySet, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "r.csv")
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := input.Open(path, nil, input.Options{ChunkSize: 16})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	return checks.KeysFor(in, theirs, ours, ours.ForeignKeys[0], false)
}

func parsed(t *testing.T, document string) *schemas.Schema {
	t.Helper()
	s, err := schemas.Parse("schema", []byte(document))
	if err != nil {
		t.Fatal(err)
	}
	return s
}
