package checks_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

const examples = "../../testdata/examples"

// judge judges a file under a plan of all checks.
func judge(t testing.TB, path string, s *schemas.Schema, o validate.Options, in input.Options, jobs int) *validate.FileResult {
	t.Helper()
	opened, err := input.Open(path, nil, in)
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	return validate.Run(context.Background(), opened, validate.Compile(s, checks.All(), o), jobs, nil)
}

// schemaOf gives the schema that an example is about: its folder's, in the
// version after the @ of its name.
func schemaOf(t testing.TB, path string) *schemas.Schema {
	t.Helper()
	rel, err := filepath.Rel(examples, filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.ToSlash(rel)
	if _, version, ok := strings.Cut(strings.TrimSuffix(filepath.Base(path), ".csv"), "@"); ok {
		name += "@" + version
	}
	s, err := schemas.Find(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// exampleFiles lists the examples of all schemas.
func exampleFiles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(examples + "/*/*/*.csv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	return files
}

// findings writes findings as the expectations do: row, field, code.
func findings(r *validate.FileResult) []string {
	var lines []string
	for _, f := range r.Findings {
		field := f.Field
		if field == "" {
			field = "-"
		}
		lines = append(lines, fmt.Sprintf("%d %s %s", max(f.Pos.Row, 1), field, f.Code))
	}
	return lines
}

// write makes a file of the test's own.
func write(t testing.TB, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "data.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
