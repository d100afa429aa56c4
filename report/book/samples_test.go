package book

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// A judged run is a result with the places of its files.
type judged struct {
	*validate.Result
	paths map[*validate.FileResult]string
}

// open opens a file anew, as the command does.
func (j *judged) open(f *validate.FileResult) (validate.Input, error) {
	return input.Open(j.paths[f], nil, input.Options{})
}

// judge judges files by one schema document; the empty one is any schema of no fields.
func judge(t *testing.T, document string, paths ...string) *judged {
	t.Helper()
	schema, err := schemas.Parse("schema.json", []byte(document))
	if err != nil {
		t.Fatal(err)
	}
	all := checks.All()
	j := &judged{&validate.Result{Version: "0.1.0", Checks: all, FailOn: validate.Error}, map[*validate.FileResult]string{}}
	for _, path := range paths {
		in, err := input.Open(path, nil, input.Options{})
		if err != nil {
			t.Fatal(err)
		}
		result := validate.Run(context.Background(), in, validate.Compile(schema, all, validate.Options{Cells: true}), 1, nil)
		in.Close()
		result.File.Path = filepath.Base(path)
		j.Add(result)
		j.paths[result] = path
	}
	return j
}

// file makes a file of that name.
func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// write gives the bytes of a workbook.
func write(t *testing.T, r *validate.Result, lang text.Lang, open func(*validate.FileResult) (validate.Input, error), l limits) []byte {
	t.Helper()
	var b bytes.Buffer
	w := &writer{w: &b, voice: voice{lang}, open: open}
	if err := errors.Join(w.write(r, l), w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// reread opens a workbook, all of whose parts must be XML without a formula.
func reread(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range archive.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(part.Name, err)
		}
		for d := xml.NewDecoder(bytes.NewReader(content)); ; {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", part.Name, err)
			}
			if e, ok := token.(xml.StartElement); ok && e.Name.Local == "f" && strings.HasPrefix(part.Name, "xl/worksheets/") {
				t.Fatalf("%s holds a formula", part.Name)
			}
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// cells are those of a sheet.
func cells(t *testing.T, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// all is what the cells of a sheet say, a row a line.
func all(t *testing.T, f *excelize.File, sheet string) string {
	t.Helper()
	var b strings.Builder
	for _, row := range cells(t, f, sheet) {
		b.WriteString(strings.Join(row, "|") + "\n")
	}
	return spaces.ReplaceAllString(b.String(), " ")
}

var spaces = regexp.MustCompile("[\u00a0\u202f]")

// color is the colour that fills a cell, "" for none.
func color(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	style, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(style.Fill.Color, "")
}

// notes are those of a sheet, by cell.
func notes(t *testing.T, f *excelize.File, sheet string) map[string]string {
	t.Helper()
	comments, err := f.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, c := range comments {
		out[c.Cell] = spaces.ReplaceAllString(c.Text, " ")
	}
	return out
}
