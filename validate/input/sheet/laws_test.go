package sheet_test

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/sheet"
)

// A table is judged alike as CSV, as XLSX and as ODS, in chunks of any size.
func TestSameFindings(t *testing.T) {
	examples, err := filepath.Glob("../../../testdata/examples/scdl/*/*.csv")
	if err != nil || len(examples) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, path := range examples {
		name, _, _ := strings.Cut(filepath.Base(filepath.Dir(path)), "@")
		s, err := schemas.Find("scdl/" + name)
		must(t, err)
		table := readCSV(t, path)
		if table == nil {
			continue
		}
		plan := validate.Compile(s, checks.All(), validate.Options{})
		text := saved(t, "a.csv", []byte(asCSV(t, table)))
		in, err := input.Open(text, nil, input.Options{Dialect: &input.Dialect{Delimiter: ',', Quote: '"'}})
		must(t, err)
		want := told(validate.Run(context.Background(), in, plan, 1, nil))
		must(t, in.Close())
		for _, book := range []string{asXLSX(t, table), asODS(t, table)} {
			for _, size := range []int{64, 1000, 0} {
				in, err := sheet.Open(book, input.Options{ChunkSize: size}, nil)
				must(t, err)
				got := told(validate.Run(context.Background(), in, plan, 4, nil))
				must(t, in.Close())
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("%s as %s in chunks of %d: %s", path, filepath.Base(book), size, diff)
				}
			}
		}
	}
}

// A finding, without what only a file has that is written in lines.
type finding struct {
	Code, Reason, Field, Value, Fix string
	Row, Column                     int
}

func told(r *validate.FileResult) []finding {
	var all []finding
	for _, f := range r.Findings {
		if f.Code != "encoding" {
			all = append(all, finding{f.Code, f.Reason, f.Field, f.Value, f.Fix, f.Pos.Row, f.Column})
		}
	}
	return all
}

// readCSV reads a table whose rows are as wide as its header, and are in
// UTF-8; nil where it is none.
func readCSV(t *testing.T, path string) [][]string {
	data, err := os.ReadFile(path)
	must(t, err)
	table, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil || strings.ToValidUTF8(string(data), "") != string(data) || strings.HasPrefix(string(data), "\ufeff") || strings.Contains(string(data), "\n\n") {
		return nil
	}
	return table
}

func asCSV(t *testing.T, table [][]string) string {
	var b strings.Builder
	must(t, csv.NewWriter(&b).WriteAll(table))
	return b.String()
}

func asXLSX(t *testing.T, table [][]string) string {
	f := excelize.NewFile()
	for i, cells := range table {
		for c, value := range cells {
			at, err := excelize.CoordinatesToCellName(c+1, i+1)
			must(t, err)
			if value != "" {
				must(t, f.SetCellStr("Sheet1", at, value))
			}
		}
	}
	return written(t, f)
}

var markup = strings.NewReplacer("&", "&amp;", "<", "&lt;", "  ", ` <text:s/>`, "\n", "</text:p><text:p>")

func asODS(t *testing.T, table [][]string) string {
	var b strings.Builder
	for _, cells := range table {
		b.WriteString("<table:table-row>")
		for _, value := range cells {
			b.WriteString(odsText(strings.Replace(markup.Replace("|"+value), "|", "", 1)))
		}
		b.WriteString("</table:table-row>")
	}
	return saved(t, "a.ods", rawODS(t, `<table:table table:name="F">`+b.String()+`</table:table>`))
}

// What excelize reads of a workbook's texts and plain numbers, this reads too.
func TestAgainstExcelize(t *testing.T) {
	path := asXLSX(t, [][]string{{"nom", "a"}, {"été", "x,y"}, {"", "\"q\""}, {"l\nm", "_x000D_"}})
	f, err := excelize.OpenFile(path)
	must(t, err)
	want, err := f.GetRows("Sheet1")
	must(t, err, f.Close())
	_, rows, err := readAll(path, input.Options{})
	must(t, err)
	got := [][]string{want[0]}
	for _, r := range rows {
		got = append(got, r.Cells)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
