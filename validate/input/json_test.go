package input

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"

	"github.com/socle-commun/socle/validate"
)

const collection = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"pr\u00e9nom":"Adèle"},"geometry":null}]}`

// JSON is known by its content, however it is packed and encoded.
func TestJSON(t *testing.T) {
	encoded := func(text string, e unicode.Endianness, mark unicode.BOMPolicy) string {
		out, err := unicode.UTF16(e, mark).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := io.WriteString(w, collection); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, content string
		want          validate.File
	}{
		{"UTF-8", " \n" + collection, validate.File{Encoding: UTF8}},
		{"a mark", "\xef\xbb\xbf" + collection, validate.File{Encoding: UTF8, BOM: true}},
		{"UTF-16", encoded(collection, unicode.LittleEndian, unicode.UseBOM), validate.File{Encoding: UTF16LE, BOM: true}},
		{"UTF-16 without a mark", encoded(collection, unicode.BigEndian, unicode.IgnoreBOM), validate.File{Encoding: UTF16BE}},
		{"Windows-1252", strings.ReplaceAll(collection, "è", "\xe8"), validate.File{Encoding: Windows1252}},
		{"gzip", packed.String(), validate.File{Encoding: UTF8, Packed: "gzip"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := openedJSON(t, tt.content, Options{})
			got := in.File()
			tt.want.Format, tt.want.Layout, tt.want.Labels = "geojson", "collection", []string{"prénom"}
			same := validate.File{Format: got.Format, Encoding: got.Encoding, BOM: got.BOM, Packed: got.Packed, Labels: got.Labels}
			same.Layout = got.Layout
			if diff := cmp.Diff(tt.want, same); diff != "" {
				t.Error(diff)
			}
			for c, err := range in.Chunks() {
				if err != nil {
					t.Fatal(err)
				}
				for row := range in.Rows(c) {
					if diff := cmp.Diff("Adèle", string(row.Cells[0].Raw)); diff != "" || len(row.Faults) > 0 {
						t.Error(diff, row.Faults)
					}
				}
			}
		})
	}
}

func openedJSON(t *testing.T, content string, o Options) validate.Input {
	t.Helper()
	in, err := read("x", io.NopCloser(strings.NewReader(content)), -1, o)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// What is asked to be read as a table, and what only looks like JSON, is a table.
func TestNoJSON(t *testing.T) {
	for _, tt := range []struct {
		content string
		o       Options
		want    string
	}{
		{"[a],b\n1,2\n", Options{}, "csv"},
		{"{a},b\n1,2\n", Options{}, "csv"},
		{`[{"a":1}]`, Options{}, "json"},
	} {
		got, err := read("x", io.NopCloser(strings.NewReader(tt.content)), -1, tt.o)
		if err != nil {
			t.Fatalf("%s: %v", tt.content, err)
		}
		if diff := cmp.Diff(tt.want, got.File().Format); diff != "" {
			t.Errorf("%s: %s", tt.content, diff)
		}
	}
}
