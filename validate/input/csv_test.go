package input

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate"
)

// A plainRow is a Row that can be kept and compared.
type plainRow struct {
	Pos    validate.Position
	Cells  []string
	Starts []int
	Faults []validate.Fault
}

// opened reads content as a file would be.
func opened(t testing.TB, content string, o Options) validate.Input {
	t.Helper()
	in, err := read("data.csv", io.NopCloser(strings.NewReader(content)), int64(len(content)), o)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// rowsOf reads all rows.
func rowsOf(t testing.TB, in validate.Input) []plainRow {
	t.Helper()
	var rows []plainRow
	for chunk, err := range in.Chunks() {
		if err != nil {
			t.Fatal(err)
		}
		for row := range in.Rows(chunk) {
			if row.Pos.Char != 1 {
				t.Errorf("row %d begins at character %d of its line", row.Pos.Row, row.Pos.Char)
			}
			p := plainRow{Pos: row.Pos, Faults: append([]validate.Fault(nil), row.Faults...)}
			p.Pos.Char = 0
			for _, c := range row.Cells {
				p.Cells = append(p.Cells, string(c.Raw))
				p.Starts = append(p.Starts, c.Start)
			}
			rows = append(rows, p)
		}
		if chunk.Free != nil {
			chunk.Free()
		}
	}
	return rows
}

// The input of each case has marks in it: § where a cell starts, ¶ where a
// record does. Nobody has to count bytes by eye.
func TestPositions(t *testing.T) {
	tests := []struct{ name, marked string }{
		{"plain", "a,b\n¶§1,§x\n¶§2,§y\n"},
		{"no line end at the end", "a,b\n¶§1,§x\n¶§2,§y"},
		{"CRLF", "a,b\r\n¶§1,§x\r\n¶§2,§y\r\n"},
		{"CR", "a,b\r¶§1,§x\r¶§2,§y\r"},
		{"CR CR LF", "a,b\r\n¶§1,§x\r¶\r\n¶§2,§y\r\n"},
		{"blank rows", "a,b\n¶\n¶§1,§x\n¶\n¶§2,§y\n"},
		{"quotes", "a,b\n¶§\"1\",§\"x, \"\"y\"\"\nz\"\n¶§2,§\"\"\n"},
		{"a quote within a cell", "a,b\n¶§5\" pipe,§x\n¶§2,§y\n"},
		{"text after a quote", "a,b\n¶§\"1\"0,§x\n¶§2,§y\n"},
		{"a quote that is not closed", "a,b\n¶§\"1,§x\n¶§2,§y\n"},
		{"a quote that another row's closes", "a,b\n¶§\"1,§x\n¶§2,§\"y, z\"\n¶§3,§z\n"},
		{"empty cells", "a,b\n¶§,§\n¶§,§\n"},
		{"a mark in front", "\xef\xbb\xbfa,b\n¶§1,§x\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			content := strings.NewReplacer("§", "", "¶", "").Replace(tt.marked)
			for _, size := range []int{16, 1 << 20} {
				var marked bytes.Buffer
				in := opened(t, content, Options{ChunkSize: size, Delimiter: ','})
				at := 0
				for _, row := range rowsOf(t, in) {
					marked.WriteString(content[at:row.Pos.Byte] + "¶")
					at = int(row.Pos.Byte)
					for _, start := range row.Starts {
						cell := int(row.Pos.Byte) + start
						marked.WriteString(content[at:cell] + "§")
						at = cell
					}
				}
				marked.WriteString(content[at:])
				if diff := cmp.Diff(tt.marked, marked.String()); diff != "" {
					t.Errorf("chunks of %d: %s", size, diff)
				}
			}
		})
	}
}

func TestRowAndLineNumbers(t *testing.T) {
	in := opened(t, "\n\na;b\r\n1;\"x\r\ny\"\r\n\r\n2;y\r\n", Options{ChunkSize: 16})
	var got []string
	for _, row := range rowsOf(t, in) {
		got = append(got, fmt.Sprintf("row %d line %d %q", row.Pos.Row, row.Pos.Line, row.Cells))
	}
	want := []string{
		`row 4 line 4 ["1" "x\r\ny"]`,
		`row 5 line 6 []`,
		`row 6 line 7 ["2" "y"]`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if header := in.File().HeaderRow; header != 3 {
		t.Errorf("header row %d, want 3", header)
	}
}

func TestDetection(t *testing.T) {
	tests := []struct {
		name, content string
		want          validate.File
	}{
		{"comma", "a,b\n1,2\n", validate.File{Encoding: UTF8, Delimiter: ",", HeaderRow: 1, Labels: []string{"a", "b"}, Doubtful: true}},
		{"semicolon with decimal commas", "a;b\n1,5;2,5\n3,5;4,5\n", validate.File{Encoding: UTF8, Delimiter: ";", HeaderRow: 1, Labels: []string{"a", "b"}, Doubtful: true}},
		{"semicolons within cells", "a,b,c\n1,x;y,2\n3,x;y,4\n", validate.File{Encoding: UTF8, Delimiter: ",", HeaderRow: 1, Labels: []string{"a", "b", "c"}, Doubtful: true}},
		{"semicolons within quotes", "a,b\n\"x;y;z\",1\n\"x;y;z\",2\n", validate.File{Encoding: UTF8, Delimiter: ",", HeaderRow: 1, Labels: []string{"a", "b"}, Doubtful: true}},
		{"tab", "a\tb\n1\t2\n", validate.File{Encoding: UTF8, Delimiter: "\t", HeaderRow: 1, Labels: []string{"a", "b"}, Doubtful: true}},
		{"pipe", "a|b\n1|2,3\n", validate.File{Encoding: UTF8, Delimiter: "|", HeaderRow: 1, Labels: []string{"a", "b"}, Doubtful: true}},
		{"one column", "a\n1\n2\n", validate.File{Encoding: UTF8, Delimiter: ",", HeaderRow: 1, Labels: []string{"a"}, Doubtful: true}},
		{"header alone", "a;b;c\n", validate.File{Encoding: UTF8, Delimiter: ";", HeaderRow: 1, Labels: []string{"a", "b", "c"}, Doubtful: true}},
		{"UTF-8", "é,b\n1,2\n", validate.File{Encoding: UTF8, Delimiter: ",", HeaderRow: 1, Labels: []string{"é", "b"}}},
		{"a mark", "\xef\xbb\xbfa, b \n1,2\n", validate.File{Encoding: UTF8, BOM: true, Delimiter: ",", HeaderRow: 1, Labels: []string{"a", "b"}, Doubtful: true}},
		{"Windows-1252", "pr\xe9nom;co\xfbt en \x80\nx;1\n", validate.File{Encoding: Windows1252, Delimiter: ";", HeaderRow: 1, Labels: []string{"prénom", "coût en €"}}},
		{"UTF-8 with a wrong byte", "é,à\nè,ù\ncaf\xe9,b\n", validate.File{Encoding: UTF8, Delimiter: ",", HeaderRow: 1, Labels: []string{"é", "à"}}},
		{"empty", "", validate.File{Encoding: UTF8, Doubtful: true}},
		{"blank lines alone", "\n\r\n  \n", validate.File{Encoding: UTF8, Doubtful: true}},
	}
	for _, tt := range tests {
		got := *opened(t, tt.content, Options{}).File()
		got.Path, got.Format, got.Size, got.Header, got.Padded, got.Sample = "", "", 0, validate.Position{}, nil, nil
		got.Quote, got.Reasons = "", nil
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestNotText(t *testing.T) {
	for name, content := range map[string]string{
		"workbook": "PK\x03\x04rest", "binary": "\x00\x01\x02\x03\x04\x05", "a page": "<!DOCTYPE html><p>", "bzip2": "BZh91AY",
	} {
		_, err := read("x", io.NopCloser(strings.NewReader(content)), -1, Options{})
		f, ok := err.(*validate.Failure)
		if !ok || f.Code != "not-a-table" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestShrunk(t *testing.T) {
	in, err := read("x", io.NopCloser(strings.NewReader("a,b\n"+strings.Repeat("1,2\n", 1<<19))), 3<<20, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var last error
	for _, err := range in.Chunks() {
		last = err
	}
	if f, ok := last.(*validate.Failure); !ok || f.Code != "shrunk" {
		t.Errorf("got %v", last)
	}
}
