package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/validate"
)

// readSheets reads all sheets of a workbook of any bytes. What is no workbook
// is a failure.
func readSheets(t *testing.T, data []byte) {
	book, _, err := parse(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		if damaged(err).Error() == "" {
			t.Fatal("a failure without a sentence")
		}
		return
	}
	if _, err := book.heads(); err != nil {
		return
	}
	for i := range book.sheets()[:min(len(book.sheets()), 3)] {
		if r, err := book.open(i, &notes{}); err == nil {
			readStream(t, r, len(data))
		}
	}
}

// readStream reads a sheet as CSV. It is bounded, what is told of it is a
// failure or CSV that the standard library reads, and its rows are as many as
// its numbers say.
func readStream(t *testing.T, r rows, packed int) {
	s := &stream{rows: r, closer: io.NopCloser(nil), notes: &notes{}, ration: ration{packed: int64(packed)}}
	defer s.Close()
	text, err := io.ReadAll(s)
	if len(text) > freeBytes+maxRatio*packed+4*validate.MaxRecord {
		t.Fatalf("%d bytes of CSV for %d bytes of workbook", len(text), packed)
	}
	var failed *validate.Failure
	if err != nil {
		if !errors.As(err, &failed) {
			t.Fatalf("%v is no failure", err)
		}
		return
	}
	all := csv.NewReader(bytes.NewReader(bytes.ReplaceAll(text, []byte("\n\n"), []byte("\n"))))
	all.FieldsPerRecord = -1
	if _, err := all.ReadAll(); err != nil && len(text) < validate.MaxRecord {
		t.Fatalf("%v in %q", err, text)
	}
	if s.last > maxRows || s.notes.width > maxColumns {
		t.Fatalf("%d rows, %d columns", s.last, s.notes.width)
	}
}

// packed makes a ZIP archive of names and contents in turn.
func packed(f *testing.F, files ...string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		member, err := w.CreateHeader(&zip.FileHeader{Name: files[i], Method: zip.Store})
		if err != nil {
			f.Fatal(err)
		}
		if _, err := member.Write([]byte(files[i+1])); err != nil {
			f.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		f.Fatal(err)
	}
	return b.Bytes()
}

// A fuzzed XLSX is its bytes, and the XML of a sheet and of the shared texts.
func FuzzXLSX(f *testing.F) {
	book := excelize.NewFile()
	if err := book.SetSheetRow("Sheet1", "A1", &[]any{"nom", 1.5, true}); err != nil {
		f.Fatal(err)
	}
	var whole bytes.Buffer
	if err := book.Write(&whole); err != nil {
		f.Fatal(err)
	}
	f.Add(whole.Bytes(), `<sheetData><row r="1"><c t="s"><v>0</v></c></row></sheetData>`, `<sst><si><r><t>a</t></r></si></sst>`)
	f.Add([]byte("\xd0\xcf\x11\xe0"), `<w><cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="2"><c r="B2" s="1"><f>A1</f><v>45322.5</v></c></row></sheetData><mergeCell ref="A1:B2"/></w>`, "")
	f.Add([]byte("PK\x03\x04"), `<sheetData><row><c t="inlineStr"><is><t>a_x000D_,"</t></is></c><c t="d"><v>2024-01-31</v></c><c t="b"><v>1</v></c><c><f/></c></row></sheetData>`, "<sst/>")
	f.Fuzz(func(t *testing.T, data []byte, sheet, texts string) {
		readSheets(t, data)
		s, err := newScanner(strings.NewReader(sheet))
		if err != nil {
			return
		}
		in, err := newScanner(strings.NewReader(texts))
		if err != nil {
			return
		}
		x := &xlsx{shapes: []shape{quantity, date, dateTime, timeOfDay, duration}, texts: &shared{in: in}}
		readStream(t, &xlsxRows{scanner: s, book: x, closer: io.NopCloser(nil), notes: &notes{}}, len(sheet))
	})
}

// A fuzzed ODS is its bytes, and the XML of its content.
func FuzzODS(f *testing.F) {
	const before, after = `<c><office:spreadsheet><table:table table:name="F">`, `</table:table></office:spreadsheet></c>`
	f.Add(packed(f, "content.xml", before+`<table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row>`+after), before+after)
	f.Add([]byte("PK\x03\x04"), before+`<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="4" office:value-type="date" office:date-value="2024-01-31"/></table:table-row>`+after)
	f.Add([]byte{}, before+`<table:table-column table:visibility="collapse"/><table:table-row><table:table-cell office:value-type="time" office:time-value="PT1H"><text:p>a<text:s text:c="3"/>"</text:p></table:table-cell><table:covered-table-cell/></table:table-row>`+after)
	f.Fuzz(func(t *testing.T, data []byte, content string) {
		readSheets(t, data)
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		if member, err := w.CreateHeader(&zip.FileHeader{Name: "content.xml", Method: zip.Store}); err == nil {
			io.WriteString(member, content)
		}
		w.Close()
		readSheets(t, b.Bytes())
	})
}
