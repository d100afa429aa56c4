package input

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/socle-commun/socle/validate"

	"github.com/socle-commun/socle/schemas/text"
)

// TestDialectDocument reads small files by dialect documents.
func TestDialectDocument(t *testing.T) {
	type table struct {
		Labels []string
		Rows   [][]string
		At     []int // the row of each
	}
	tests := []struct {
		name, document, content string
		want                    table
	}{
		{"escape outside quotes", `{"escapeChar": "\\"}`, "a,b\n1\\,2,x\n3,\"y\\\"z\"\n",
			table{[]string{"a", "b"}, [][]string{{"1,2", "x"}, {"3", `y"z`}}, []int{2, 3}}},
		{"an escaped line end", `{"escapeChar": "\\"}`, "a,b\n1\\\n2,x\n3,y\n",
			table{[]string{"a", "b"}, [][]string{{"1\n2", "x"}, {"3", "y"}}, []int{2, 3}}},
		{"quotes that are not doubled", `{"doubleQuote": false}`, "a,b\n\"1\",\"x\"\n\"\"2,y\n",
			table{[]string{"a", "b"}, [][]string{{"1", "x"}, {"2", "y"}}, []int{2, 3}}},
		{"spaces behind separators", `{"skipInitialSpace": true}`, "a, b\n1, \"x, y\"\n2,  z \n",
			table{[]string{"a", "b"}, [][]string{{"1", "x, y"}, {"2", "z "}}, []int{2, 3}}},
		{"single quotes, semicolons", `{"csv": {"quoteChar": "'", "delimiter": ";"}}`, "a;b\n'1;2';'l''an'\n",
			table{[]string{"a", "b"}, [][]string{{"1;2", "l'an"}}, []int{2}}},
		{"no quotes", `{"quoteChar": ""}`, "a,b\n\"1,2\"\n",
			table{[]string{"a", "b"}, [][]string{{`"1`, `2"`}}, []int{2}}},
		{"an unclosed quote ends with its line", `{"skipInitialSpace": true}`, "a,b\n\"1,x\n2,y\n",
			table{[]string{"a", "b"}, [][]string{{"1", "x"}, {"2", "y"}}, []int{2, 3}}},
		{"comments", `{"commentChar": "#"}`, "# by hand\na,b\n#1,x\n2,y\n",
			table{[]string{"a", "b"}, [][]string{{"2", "y"}}, []int{4}}},
		{"a comment row above the header", `{"commentRows": [1]}`, "by hand\na,b\n1,x\n",
			table{[]string{"a", "b"}, [][]string{{"1", "x"}}, []int{3}}},
		{"a blank line above the header", `{"delimiter": ";"}`, "\na;b\n1;x\n",
			table{[]string{"a", "b"}, [][]string{{"1", "x"}}, []int{3}}},
		{"comment rows", `{"commentRows": [3], "headerRows": [2]}`, "title\na,b\n(units)\n1,x\n",
			table{[]string{"a", "b"}, [][]string{{"1", "x"}}, []int{4}}},
		{"a null sequence", `{"nullSequence": "-"}`, "a,b\n-,x\n-1,-\n",
			table{[]string{"a", "b"}, [][]string{{"", "x"}, {"-1", ""}}, []int{2, 3}}},
		{"blank rows passed over", `{"skipBlankRows": true}`, "a,b\n,\n1,x\n\n2,y\n",
			table{[]string{"a", "b"}, [][]string{{"1", "x"}, {"2", "y"}}, []int{3, 5}}},
		{"a header of two rows", `{"headerRows": [1, 2], "headerJoin": "-"}`, "a,b\nx,y\n1,2\n",
			table{[]string{"a-x", "b-y"}, [][]string{{"1", "2"}}, []int{3}}},
		{"no header", `{"header": false}`, "1,x\n2,y\n",
			table{nil, [][]string{{"1", "x"}, {"2", "y"}}, []int{1, 2}}},
		{"tab", `{"delimiter": "\t"}`, "a\tb\n1,2\tx\n",
			table{[]string{"a", "b"}, [][]string{{"1,2", "x"}}, []int{2}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := ParseDialect([]byte(tt.document))
			if err != nil {
				t.Fatal(err)
			}
			for _, size := range []int{16, 1 << 20} {
				in := opened(t, tt.content, Options{Dialect: d, ChunkSize: size})
				got := table{Labels: in.File().Labels}
				for _, row := range rowsOf(t, in) {
					got.Rows = append(got.Rows, row.Cells)
					got.At = append(got.At, row.Pos.Row)
				}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Errorf("chunks of %d bytes (-want +got):\n%s", size, diff)
				}
			}
		})
	}
}

func TestBadDialectDocument(t *testing.T) {
	for document, want := range map[string]string{
		`{"delimiter": ";;"}`:                   "« delimiter » doit être un seul caractère ASCII, et non \";;\".",
		`{"delimiter": ""}`:                     "« delimiter » doit être un seul caractère ASCII, et non \"\".",
		`{"csv": {"quoteChar": "«"}}`:           "« quoteChar » doit être un seul caractère ASCII, et non \"«\".",
		`{"headerRows": [0]}`:                   "les lignes se comptent à partir de 1, et non de 0.",
		`{"delimiter": "\""}`:                   "le même signe sépare et entoure les cellules.",
		`null`:                                  "un dialecte s'écrit comme un objet JSON.",
		`{"delimiter": "\u0000"}`:               "« delimiter » doit être un seul caractère ASCII, et non \"\\x00\".",
		`{"delimiter": ";", "escapeChar": ";"}`: "le même signe sépare les cellules et ôte leur sens aux autres.",
		`{"delimiter": 1}`:                      "ce n'est pas un document de dialecte (json: cannot unmarshal number into Go struct field dialectDocument.delimiter of type string).",
		`[`:                                     "ce n'est pas un document de dialecte (unexpected end of JSON input).",
	} {
		_, err := ParseDialect([]byte(document))
		bad, ok := err.(*DialectError)
		if !ok {
			t.Errorf("%s: %v, want a *DialectError", document, err)
			continue
		}
		if diff := cmp.Diff(want, bad.Say.In(text.French)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", document, diff)
		}
	}
}

// An unusual dialect reads as the plain one does where nothing unusual is
// written, but for text behind a quote that is closed in the middle of a cell.
func FuzzUnusual(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s, byte(','), byte('"'))
		f.Add(s, byte(';'), byte('\''))
	}
	f.Fuzz(func(t *testing.T, content string, delimiter, quote byte) {
		if delimiter == quote || delimiter <= '\r' && delimiter != '\t' || quote <= '\r' {
			return
		}
		plain := Dialect{Delimiter: delimiter, Quote: quote}
		unusual := plain
		unusual.Escape = 1
		for i, c := range []byte(content) {
			behind := i+1 < len(content) && c == quote && content[i+1] != delimiter && content[i+1] != '\n' && content[i+1] != '\r'
			if c == 1 || behind {
				return
			}
		}
		for b := []byte(content); len(b) > 0; {
			end, next, found := plain.record(b, true)
			end2, next2, found2 := unusual.record(b, true)
			if end != end2 || next != next2 || found != found2 {
				t.Fatalf("%q: (%d, %d, %d), and (%d, %d, %d) by the unusual way", b, end, next, found, end2, next2, found2)
			}
			if found == tooLong {
				return
			}
			cells, _ := plain.split(b[:end], nil, nil)
			cells2, _ := unusual.split(b[:end], nil, nil)
			if diff := cmp.Diff(cells, cells2, cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(validate.Cell{})); diff != "" && found == complete {
				t.Fatalf("%q: (-plain +unusual)\n%s", b[:end], diff)
			}
			b = b[next:]
		}
	})
}
