package input

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/socle-commun/socle/validate"
)

func gzipped(t testing.TB, content string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zstandard(t testing.TB, content string) string {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(w.EncodeAll([]byte(content), nil))
}

// everything reads a file to its end, and gives its rows or what stopped it.
func everything(content string) (rows []string, err error) {
	in, err := Read("x", io.NopCloser(strings.NewReader(content)), Options{})
	if err != nil {
		return nil, err
	}
	defer in.Close()
	for chunk, err := range in.Chunks() {
		if err != nil {
			return rows, err
		}
		for row := range in.Rows(chunk) {
			var cells []string
			for _, c := range row.Cells {
				cells = append(cells, string(c.Raw))
			}
			rows = append(rows, strings.Join(cells, "|"))
		}
	}
	return rows, nil
}

func TestUnpack(t *testing.T) {
	const table = "nom,prénom\nAlfa,Zoé\nBravo,Noël\n"
	utf16 := "\xff\xfen\x00o\x00m\x00\n\x00\xe9\x00\n\x00"
	zeros := "nom\n" + strings.Repeat("0", freeBytes+(8<<20))
	tests := []struct {
		name, content string
		want          []string
		failure       string
	}{
		{"gzip", gzipped(t, table), []string{"Alfa|Zoé", "Bravo|Noël"}, ""},
		{"zstd", zstandard(t, table), []string{"Alfa|Zoé", "Bravo|Noël"}, ""},
		{"two gzip members in a row", gzipped(t, table) + gzipped(t, "Charlie,Éva\n"), []string{"Alfa|Zoé", "Bravo|Noël", "Charlie|Éva"}, ""},
		{"UTF-16 within gzip", gzipped(t, utf16), []string{"é"}, ""},
		{"an empty one", gzipped(t, ""), nil, ""},
		{"gzip within gzip", gzipped(t, gzipped(t, table)), nil, "nested-archive"},
		{"zstd within gzip", gzipped(t, zstandard(t, table)), nil, "nested-archive"},
		{"cut short", gzipped(t, table)[:40], nil, "damaged-archive"},
		{"a header alone", "\x1f\x8b\x08", nil, "damaged-archive"},
		{"zstd cut short", zstandard(t, table)[:12], nil, "damaged-archive"},
		{"a gzip bomb", gzipped(t, zeros), nil, "too-large-unpacked"},
		{"a zstd bomb", zstandard(t, zeros), nil, "too-large-unpacked"},
		{"an image within", gzipped(t, "\x89PNG\r\n\x1a\n"), nil, "not-a-table"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rows, err := everything(tt.content)
			if diff := cmp.Diff(tt.failure, codeOf(err)); diff != "" {
				t.Fatalf("failure (-want +got):\n%s\n%v", diff, err)
			}
			if tt.failure == "" {
				if diff := cmp.Diff(tt.want, rows); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

func codeOf(err error) string {
	if err == nil {
		return ""
	}
	if f, ok := err.(*validate.Failure); ok {
		return f.Code
	}
	return err.Error()
}
