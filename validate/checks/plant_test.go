package checks_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

// One fault planted into a valid example is found at its cell, and nothing
// else is.
func TestPlantedFaults(t *testing.T) {
	for _, path := range exampleFiles(t) {
		if filepath.Base(path) != "valide.csv" {
			continue
		}
		s, table := schemaOf(t, path), readTable(t, path)
		t.Run(s.Name, func(t *testing.T) {
			const row = 2 // the third data row
			for c, name := range table[0] {
				field := s.Field(name)
				for _, fault := range faultsFor(field) {
					planted := clone(table)
					planted[row][c] = fault.value
					got := errorsOf(judge(t, writeTable(t, planted, ',', "\n"), s, validate.Options{}, input.Options{}, 1))
					want := []string{fmt.Sprintf("row %d column %d %s %s", row+1, c+1, name, fault.code)}
					if diff := cmp.Diff(want, got); diff != "" {
						t.Errorf("%q in %s: %s", fault.value, name, diff)
					}
				}
			}
		})
	}
}

type fault struct{ value, code string }

// faultsFor lists values that break one rule of a field each.
func faultsFor(f *schemas.Field) []fault {
	var faults []fault
	k := f.Constraints
	identifier := f.HasCheck("siret", "french-siret-value") || f.HasCheck("siren", "french-siren-value")
	if k.Required {
		faults = append(faults, fault{"", "required"})
	}
	switch f.Type.Name {
	case "number", "integer", "boolean", "date", "year":
		faults = append(faults, fault{"n'importe quoi", "type-error"})
	}
	if f.Type.Name == "date" {
		faults = append(faults, fault{"12/03/2023", "type-error"}, fault{"2023-02-30", "type-error"})
	}
	if f.Type.Name == "number" {
		faults = append(faults, fault{"12,5", "type-error"}, fault{"1 000", "type-error"})
	}
	if f.Type.Format == "email" {
		faults = append(faults, fault{"mairie(at)exemple.fr", "type-error"})
	}
	if k.Minimum != nil {
		faults = append(faults, fault{"-9999", "minimum"})
	}
	if k.Maximum != nil {
		faults = append(faults, fault{"9999999", "maximum"})
	}
	if k.Enum != nil && f.Type.Text {
		faults = append(faults, fault{"hors liste", "enum"})
	}
	if k.MaxLength >= 0 && k.Pattern == nil {
		faults = append(faults, fault{strings.Repeat("a", k.MaxLength+1), "max-length"})
	}
	if f.HasCheck("siret", "french-siret-value") {
		for _, value := range []string{"21350238800018", "213502388", "21350238800019.0", "2,13502E+13", "2135023880001", "SIRET"} {
			faults = append(faults, fault{value, "siret"})
		}
	}
	if f.HasCheck("siren", "french-siren-value") {
		for _, value := range []string{"213502389", "21350238800019", "21350238"} {
			faults = append(faults, fault{value, "siren"})
		}
	}
	if k.Pattern != nil && k.MinLength < 0 && !identifier && f.Type.Format == "default" {
		faults = append(faults, fault{"?!", "pattern"})
	}
	return faults
}

// A change that harms nothing brings no error.
func TestHarmlessChanges(t *testing.T) {
	for _, path := range exampleFiles(t) {
		if filepath.Base(path) != "valide.csv" {
			continue
		}
		s, table := schemaOf(t, path), readTable(t, path)
		reversed, extra, upper := clone(table), clone(table), clone(table)
		for r := range table {
			for c := range table[r] {
				reversed[r][len(table[r])-1-c] = table[r][c]
			}
			extra[r] = append(extra[r], "remarque")
		}
		for c := range upper[0] {
			upper[0][c] = " " + strings.ToUpper(upper[0][c])
		}
		excel, err := os.ReadFile(writeTable(t, table, ';', "\r\n"))
		if err != nil {
			t.Fatal(err)
		}
		for name, file := range map[string]string{
			"another order":          writeTable(t, reversed, ',', "\n"),
			"an unknown column":      writeTable(t, extra, ',', "\n"),
			"header in capitals":     writeTable(t, upper, ',', "\n"),
			"semicolons and CRLF":    writeTable(t, table, ';', "\r\n"),
			"tabs":                   writeTable(t, table, '\t', "\n"),
			"a byte order mark":      write(t, "\xef\xbb\xbf"+string(read(t, path))),
			"Windows-1252 and Excel": write(t, to1252(t, string(excel))),
			"no line end at the end": write(t, strings.TrimSuffix(string(read(t, path)), "\n")),
		} {
			if got := errorsOf(judge(t, file, s, validate.Options{}, input.Options{}, 1)); got != nil {
				t.Errorf("%s, %s: %v", s.Name, name, got)
			}
		}
	}
}

// errorsOf writes the errors with their cells.
func errorsOf(r *validate.FileResult) []string {
	var lines []string
	for _, f := range r.Findings {
		if f.Severity == validate.Error {
			lines = append(lines, fmt.Sprintf("row %d column %d %s %s", f.Pos.Row, f.Column, f.Field, f.Code))
		}
	}
	return lines
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func readTable(t *testing.T, path string) [][]string {
	t.Helper()
	table, err := csv.NewReader(bytes.NewReader(read(t, path))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func clone(table [][]string) [][]string {
	out := make([][]string, len(table))
	for i, row := range table {
		out[i] = append([]string(nil), row...)
	}
	return out
}

func writeTable(t *testing.T, table [][]string, delimiter rune, end string) string {
	t.Helper()
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = delimiter, end == "\r\n"
	if err := w.WriteAll(table); err != nil {
		t.Fatal(err)
	}
	return write(t, b.String())
}

// to1252 encodes a text as Excel does in France; characters that the encoding
// lacks become question marks.
func to1252(t *testing.T, s string) string {
	t.Helper()
	out, err := encoding.ReplaceUnsupported(charmap.Windows1252.NewEncoder()).String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
