package input

import (
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func seeds(f *testing.F) []string {
	files, err := filepath.Glob("../../testdata/hostile/*.csv")
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	out := []string{"\"\n\",\""} // a record over two lines with a quote that is not closed
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		out = append(out, string(data))
	}
	return out
}

// A file read in small chunks gives the rows that it gives in one.
func FuzzChunks(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s, uint8(16), byte(','), byte('"'))
		f.Add(s, uint8(90), byte(';'), byte('\''))
		f.Add(s, uint8(40), byte(0), byte(0))
	}
	f.Fuzz(func(t *testing.T, content string, size uint8, delimiter, quote byte) {
		if !strings.ContainsRune(",;\t|:", rune(delimiter)) {
			delimiter = 0
		}
		if quote != '"' && quote != '\'' {
			quote = 0
		}
		in, err := read("x", io.NopCloser(strings.NewReader(content)), -1, Options{Delimiter: delimiter, Quote: quote, ChunkSize: 2 << 20})
		if err != nil {
			return
		}
		want := rowsOf(t, in)
		got := rowsOf(t, opened(t, content, Options{Delimiter: delimiter, Quote: quote, ChunkSize: int(size)}))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-one chunk +many)\n%s", diff)
		}
		for _, row := range want {
			for c, start := range row.Starts {
				if at := int(row.Pos.Byte) + start; at > len(content) || c > 0 && start <= row.Starts[c-1] {
					t.Fatalf("row %d: cell %d starts at %d", row.Pos.Row, c, start)
				}
			}
		}
	})
}

// Where encoding/csv finds a file well formed, it finds the same cells.
func FuzzAgainstEncodingCSV(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s)
	}
	f.Add("\"\f\",0") // a label of a sign that nobody sees keeps it
	f.Fuzz(func(t *testing.T, content string) {
		if strings.Contains(strings.ReplaceAll(content, "\r\n", "\n"), "\r") || strings.HasPrefix(content, string(bom)) {
			return // CR alone ends a record here, and a line holds it there
		}
		r := csv.NewReader(strings.NewReader(content))
		r.FieldsPerRecord = -1
		want, err := r.ReadAll()
		if err != nil {
			return
		}
		in, err := read("x", io.NopCloser(strings.NewReader(content)), -1, Options{Dialect: &Dialect{Delimiter: ',', Quote: '"'}, Encoding: UTF8, FirstRow: true})
		if err != nil {
			return
		}
		var got [][]string
		if labels := in.File().Labels; labels != nil {
			for i := range labels {
				labels[i] = strings.ReplaceAll(labels[i], "\r\n", "\n")
			}
			got = append(got, labels)
		}
		for _, row := range rowsOf(t, in) {
			if len(row.Cells) == 0 {
				continue // encoding/csv passes over blank lines
			}
			for i, c := range row.Cells {
				row.Cells[i] = strings.ReplaceAll(c, "\r\n", "\n")
			}
			got = append(got, row.Cells)
		}
		if len(want) > 0 && strings.TrimSpace(strings.Join(want[0], "")) == "" {
			return // whether that is a blank line or a header, encoding/csv does not tell
		}
		for i := range want {
			for k := range want[i] {
				if i == 0 {
					want[i][k] = trimmed(want[i][k])
				}
				want[i][k] = strings.ToValidUTF8(want[i][k], "?")
			}
		}
		if len(got) == 0 && len(want) == 0 || !validUTF8(content) {
			return
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-encoding/csv +socle)\n%s", diff)
		}
	})
}

func validUTF8(s string) bool { return strings.ToValidUTF8(s, "") == s }
