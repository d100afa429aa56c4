package ci

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// judge judges a text as a file of that name, by a schema document.
func judge(t *testing.T, name, document, content string) *validate.Result {
	t.Helper()
	schema, err := schemas.Parse("schema.json", []byte(document))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	in, err := input.Open(path, nil, input.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	all := checks.All()
	r := &validate.Result{Version: "0.1.0", Checks: all, FailOn: validate.Error}
	r.Add(validate.Run(context.Background(), in, validate.Compile(schema, all, validate.Options{}), 1, nil))
	r.Files[0].File.Path = name
	return r
}

// mended applies every fix of a log to a text, from the last to the first.
func mended(t *testing.T, run sarifRun, content string) string {
	t.Helper()
	lines := strings.Split(content, "\n")
	var all []sarifReplacement
	for _, r := range run.Results {
		for _, f := range r.Fixes {
			all = append(all, f.Changes[0].Replacements...)
		}
	}
	slices.SortFunc(all, func(a, b sarifReplacement) int { return b.Deleted.StartColumn - a.Deleted.StartColumn })
	for _, r := range all {
		at := r.Deleted
		line := []rune(lines[at.StartLine-1])
		lines[at.StartLine-1] = string(line[:at.StartColumn-1]) + r.Inserted.Text + string(line[at.EndColumn-1:])
	}
	return strings.Join(lines, "\n")
}

// What an editor makes of the fixes is what the findings say: the cells that
// are to change, and nothing else.
func TestFixesMend(t *testing.T) {
	const fields = `{"fields": [{"name": "nom"}, {"name": "jour", "type": "date"}, {"name": "montant", "type": "number"}]}`
	standard := document(t, "sarif-schema-2.1.0.json")
	for _, c := range []struct{ name, given, want string }{
		{"bare and quoted", "nom,jour,montant\nÉté 日本,12/03/2023,\"40 000,00\"\n\"a, b\",\"13/03/2023\",1.5\n",
			"nom,jour,montant\nÉté 日本,2023-03-12,\"40000.00\"\n\"a, b\",\"2023-03-13\",1.5\n"},
		{"behind a cell of two lines", "nom,jour,montant\n\"deux\nlignes\",12/03/2023,1.5\na,14/03/2023,2\n",
			"nom,jour,montant\n\"deux\nlignes\",2023-03-12,1.5\na,2023-03-14,2\n"},
		{"with semicolons", "nom;jour;montant\nGérard;12/03/2023;1,5\n", "nom;jour;montant\nGérard;2023-03-12;1.5\n"},
	} {
		r := judge(t, "a.csv", fields, c.given)
		written := write(t, sarifFormat, r, report.Options{})
		follows(t, standard, c.name, written)
		if diff := cmp.Diff(c.want, mended(t, log(t, written), c.given)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
