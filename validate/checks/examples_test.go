package checks_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

// Every valid example has no finding but on how it is written; every invalid
// one has the findings that the list beside it names, and no others.
func TestExamples(t *testing.T) {
	for _, path := range exampleFiles(t) {
		t.Run(strings.TrimPrefix(path, examples+"/"), func(t *testing.T) {
			r := judge(t, path, schemaOf(t, path), validate.Options{}, input.Options{}, 2)
			if r.Failure != nil {
				t.Fatal(r.Failure)
			}
			got := findings(r)
			if strings.HasPrefix(filepath.Base(path), "valide") {
				if r.Errors > 0 {
					t.Errorf("a valid example has findings: %v", got)
				}
				return
			}
			want := expectations(t, strings.TrimSuffix(path, ".csv")+".attendu.txt")
			if diff := cmp.Diff(want, unspecified(got, want)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

// expectations reads lines of row, field and code, sorted.
func expectations(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	slices.Sort(lines)
	return lines
}

// unspecified gives the findings, sorted, with "-" for a field where the
// expectations leave it open.
func unspecified(got, want []string) []string {
	open := map[string]int{}
	for _, line := range want {
		if row, code, ok := strings.Cut(line, " - "); ok {
			open[row+" "+code]++
		}
	}
	out := slices.Clone(got)
	for i, line := range out {
		parts := strings.Split(line, " ")
		if key := parts[0] + " " + parts[2]; open[key] > 0 {
			open[key]--
			out[i] = parts[0] + " - " + parts[2]
		}
	}
	slices.Sort(out)
	return out
}
