package template_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/template"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// contradictions are the errors that the example of a schema cannot be without,
// as schema, field and code, each with what makes the document impossible.
var contradictions = map[string]string{}

// TestCatalogue has the engine judge the templates of the catalogue: the CSV of
// every version and, of the latest, what the cells of the workbook show.
func TestCatalogue(t *testing.T) {
	met := map[string]bool{}
	for _, e := range schemas.Entries() {
		for _, version := range e.Versions {
			s, err := schemas.Find(e.Name + "@" + version)
			if err != nil {
				t.Fatal(err)
			}
			if len(s.Fields) == 0 {
				continue
			}
			plan := validate.Compile(s, checks.All(), validate.Options{})
			made := example(t, s, plan)
			files := [][]byte{written(t, made, false)}
			if version == e.Latest() {
				files = append(files, written(t, made, true), shown(t, made))
			}
			for _, data := range files {
				for _, f := range errors(t, plan, data) {
					id := s.ID() + " " + f.Field + " " + f.Code
					met[id] = true
					if contradictions[id] == "" {
						t.Errorf("%s %s: %q %v in\n%s", id, f.Reason, f.Value, f.Args, data)
					}
				}
			}
		}
	}
	for id, why := range contradictions {
		if !met[id] {
			t.Errorf("%s is no longer impossible (%s)", id, why)
		}
	}
}

// errors gives the faults that the engine's checks find in a file.
func errors(t *testing.T, plan *validate.Plan, data []byte) []validate.Finding {
	t.Helper()
	in, err := input.Open("-", bytes.NewReader(data), input.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	result := validate.Run(context.Background(), in, plan, 1, nil)
	if result.Failure != nil || result.Rows != 1 {
		t.Fatalf("%d rows, %v", result.Rows, result.Failure)
	}
	var out []validate.Finding
	for _, f := range result.Findings {
		if f.Severity == validate.Error {
			out = append(out, f)
		}
	}
	return out
}

// example makes the template of a schema with the engine as its judge.
func example(t *testing.T, s *schemas.Schema, plan *validate.Plan) *template.Template {
	t.Helper()
	out := &template.Template{Schema: s, Delimiter: ','}
	if strings.HasPrefix(s.Name, "etalab/schema-bal") {
		out.Delimiter = ';' // which the Base Adresse Locale asks for
	}
	out.Row, _ = template.Example(s, func(row []string) []int {
		var wrong []int
		for _, f := range errors(t, plan, written(t, &template.Template{Schema: s, Row: row, Delimiter: out.Delimiter}, false)) {
			if field := s.Field(f.Field); field != nil {
				wrong = append(wrong, field.Index)
			}
		}
		return wrong
	})
	return out
}

// written gives the template as CSV.
func written(t *testing.T, made *template.Template, excel bool) []byte {
	t.Helper()
	var data bytes.Buffer
	if err := made.CSV(&data, excel); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

// workbook gives the template as XLSX, and opens it.
func workbook(t *testing.T, made *template.Template) (*excelize.File, []byte) {
	t.Helper()
	var data bytes.Buffer
	if err := made.XLSX(&data); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, data.Bytes()
}

// shown gives as CSV what the cells of the workbook's first sheet show.
func shown(t *testing.T, made *template.Template) []byte {
	t.Helper()
	f, _ := workbook(t, made)
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	var data bytes.Buffer
	w := csv.NewWriter(&data)
	w.Comma = made.Delimiter
	for _, row := range rows {
		w.Write(append(row, make([]string, len(rows[0])-len(row))...))
	}
	w.Flush()
	return data.Bytes()
}
