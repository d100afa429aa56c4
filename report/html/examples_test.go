package html

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// judge judges an example with the schema of its folder.
func judge(t *testing.T, path string) *validate.FileResult {
	t.Helper()
	parts := strings.Split(filepath.ToSlash(path), "/")
	s, err := schemas.Find(parts[len(parts)-3] + "/" + parts[len(parts)-2])
	if err != nil {
		t.Fatal(err)
	}
	in, err := input.Open(path, nil, input.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	f := validate.Run(context.Background(), in, validate.Compile(s, checks.All(), validate.Options{MaxFindings: 1000, Cells: true}), 1, nil)
	f.File.Path = filepath.Base(path)
	return f
}

func TestExamples(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/examples/*/*/invalide*.csv")
	if err != nil || len(paths) == 0 {
		t.Fatal("no examples", err)
	}
	all := &validate.Result{Version: "0.1.0", Checks: checks.All(), FailOn: validate.Error}
	rows, marked := 0, 0
	for _, path := range paths {
		r := &validate.Result{Version: "0.1.0", Checks: all.Checks, FailOn: validate.Error}
		r.Add(judge(t, path))
		all.Add(r.Files[0])
		page := write(t, r, text.English)
		for _, problem := range check(page) {
			t.Errorf("%s: %s", path, problem)
		}
		rows += strings.Count(page, `<tr id="f1r`)
		marked += strings.Count(page, `role="tooltip"`)
	}
	for _, problem := range check(write(t, all, text.French)) {
		t.Errorf("all examples: %s", problem)
	}
	if rows == 0 || marked < rows {
		t.Errorf("%d rows with %d marks", rows, marked)
	}
}
