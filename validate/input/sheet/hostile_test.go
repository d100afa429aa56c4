package sheet_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/sheet"
)

const headRow = `<row r="1"><c t="s"><v>0</v></c></row>`

// Every workbook that cannot be read to its end is a failure with a sentence.
func TestRefused(t *testing.T) {
	good := rawXLSX(t, headRow, "")
	long := strings.Repeat("x", 30000)
	encrypted := "\xd0\xcf\x11\xe0" + strings.Repeat("\x00", 70000) + string(utf16le("EncryptedPackage"))
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"an old workbook", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)), "old-workbook"},
		{"a password", []byte(encrypted), "password"},
		{"a binary workbook", zipped(t, "[Content_Types].xml", xlsxTypes, "xl/workbook.bin", "x"), "old-workbook"},
		{"a letter", zipped(t, "[Content_Types].xml", xlsxTypes, "word/document.xml", "<a/>"), "not-a-table"},
		{"an OpenDocument letter", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<a/>"), "not-a-table"},
		{"an ODS without spreadsheet", zipped(t, "content.xml", "<a/>"), "not-a-table"},
		{"a locked ODS", zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml", "<m><encryption-data/></m>", "content.xml", "\x00\x01"), "password"},
		{"cut short", good[:len(good)/2], "damaged-workbook"},
		{"a byte changed", bytes.Replace(good, []byte("\x00\x00\x00"), []byte("\x00\x09\x00"), 40), "damaged-workbook"},
		{"no sheet part", zipped(t, "_rels/.rels", xlsxRels, "xl/workbook.xml", xlsxBook, "xl/_rels/workbook.xml.rels", xlsxBookRels), "damaged-workbook"},
		{"no sheet", zipped(t, "xl/workbook.xml", "<workbook/>"), "no-sheet"},
		{"no ODS sheet", rawODS(t, ""), "no-sheet"},
		{"a shared text that is not there", rawXLSX(t, `<row><c t="s"><v>9</v></c></row>`, ""), "damaged-workbook"},
		{"a shared text of no number", rawXLSX(t, `<row><c t="s"><v>-1</v></c></row>`, ""), "damaged-workbook"},
		{"entities", rawXLSX(t, `<row><c t="str"><v>&lol9;</v></c></row>`, ""), "damaged-workbook"},
		{"an XML that is cut short", rawXLSX(t, `<row><c><v>1</v>`, ""), "damaged-workbook"},
		{"rows in disorder", rawXLSX(t, `<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>`, ""), "damaged-workbook"},
		{"a row beyond all", rawXLSX(t, headRow+`<row r="1048577"><c><v>1</v></c></row>`, ""), "too-many-cells"},
		{"a column beyond all", rawXLSX(t, `<row r="1"><c r="XFE1"><v>1</v></c></row>`, ""), "too-many-cells"},
		{"a bomb", rawXLSX(t, headRow+strings.Repeat(`<row/>`, 20<<20), ""), "too-large-unpacked"},
		{"ten million columns", rawODS(t, `<table:table><table:table-row><table:table-cell table:number-columns-repeated="10000000" office:value-type="float" office:value="1"/></table:table-row></table:table>`), "too-many-cells"},
		{"rows that repeat beyond all", rawODS(t, `<table:table><table:table-row table:number-rows-repeated="1000000000">`+odsText("x")+`</table:table-row></table:table>`), "too-many-cells"},
		{"a long row that repeats", rawODS(t, `<table:table><table:table-row table:number-rows-repeated="1000000">`+odsText(long)+`</table:table-row></table:table>`), "too-large-unpacked"},
		{"an ODS that is cut short", rawODS(t, `<table:table><table:table-row>`), "damaged-workbook"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := readAll(saved(t, "a.xlsx", tt.data), input.Options{})
			code := fmt.Sprint(err)
			var failure *validate.Failure
			if errors.As(err, &failure) {
				code = failure.Code
			}
			if diff := cmp.Diff(tt.want, code); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func utf16le(s string) []byte {
	var b []byte
	for _, c := range []byte(s) {
		b = append(b, c, 0)
	}
	return b
}

// A sheet that is a million rows long and holds little costs little.
func TestMostlyEmpty(t *testing.T) {
	var rows strings.Builder
	for i := 2; i <= 1<<20; i++ {
		fmt.Fprintf(&rows, `<row r="%d"><c s="1"/></row>`, i)
	}
	for name, data := range map[string][]byte{
		"XLSX": rawXLSX(t, headRow+rows.String(), ""),
		"ODS": rawODS(t, `<table:table><table:table-row>`+odsText("nom")+`</table:table-row>`+
			`<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`),
	} {
		file, got, err := readAll(saved(t, "a", data), input.Options{})
		must(t, err)
		if len(got) != 0 || file.HeaderRow != 1 {
			t.Errorf("%s: header in row %d, %d rows", name, file.HeaderRow, len(got))
		}
	}
}

// A row of more text than a record may have is told, and the next is read.
func TestTooLongRow(t *testing.T) {
	long := `<c t="str"><v>` + strings.Repeat("a\"\n", 10000) + `</v></c>`
	path := saved(t, "a.xlsx", rawXLSX(t, headRow+`<row r="2">`+strings.Repeat(long, 40)+`</row><row r="3"><c><v>1</v></c></row>`, ""))
	in, err := sheet.Open(path, input.Options{}, nil)
	must(t, err)
	defer in.Close()
	var got []string
	for chunk, err := range in.Chunks() {
		must(t, err)
		for r := range in.Rows(chunk) {
			got = append(got, fmt.Sprint(r.Pos.Row, " ", r.Pos.Line, " ", len(r.Cells), " ", r.Faults))
		}
	}
	if diff := cmp.Diff([]string{"2 2 0 [{2 0 0 }]", "3 3 1 []"}, got); diff != "" {
		t.Error(diff)
	}
}

// The content decides what is a workbook, not the name.
func TestIs(t *testing.T) {
	xlsx, ods := rawXLSX(t, headRow, ""), rawODS(t, "")
	for _, tt := range []struct {
		name string
		data []byte
		want bool
	}{
		{"a.csv", xlsx, true}, {"a.zip", ods, true}, {"a.xlsx", []byte("nom,montant\n"), false}, {"a.xlsx", []byte("<html>"), false},
		{"a.zip", zipped(t, "a.csv", "a,b"), false}, {"a.xlsx", xlsx[:100], true}, {"a.zip", xlsx[:100], false}, {"a.csv", []byte("\xd0\xcf\x11\xe0"), true}, {"a.csv", nil, false},
	} {
		if got := sheet.Is(saved(t, tt.name, tt.data)); got != tt.want {
			t.Errorf("%s of %d bytes: %v", tt.name, len(tt.data), got)
		}
	}
	if sheet.Is("nulle/part") {
		t.Error("what is not there is no workbook")
	}
	if !sheet.Begins(xlsx[:4]) || sheet.Begins([]byte("nom,")) {
		t.Error("the first bytes say whether it may be a workbook")
	}
}
