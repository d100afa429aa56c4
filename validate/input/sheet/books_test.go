package sheet_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/sheet"
)

// written makes an XLSX of the test's own.
func written(t testing.TB, f *excelize.File) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "classeur.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// must fails a test that cannot make its workbook.
func must(t testing.TB, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// zipped makes a ZIP archive of names and contents in turn.
func zipped(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		must(t, err)
		_, err = f.Write([]byte(files[i+1]))
		must(t, err)
	}
	must(t, w.Close())
	return b.Bytes()
}

// saved writes bytes to a file of that name.
func saved(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	must(t, os.WriteFile(path, data, 0o600))
	return path
}

const (
	xlsxTypes    = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
	xlsxRels     = `<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	xlsxBookRels = `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="rId2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/>` +
		`<Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>`
	xlsxBook    = `<workbook xmlns:r="http://r"><workbookPr/><sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`
	xlsxStyles  = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy\ hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="21"/><xf numFmtId="46"/></cellXfs></styleSheet>`
	xlsxStrings = `<sst><si><t>nom</t></si><si><t>montant</t></si><si><r><t>Al</t></r><r><t>fa</t></r></si></sst>`
)

// rawXLSX makes a workbook of one sheet from what stands in its sheetData, and
// what follows it.
func rawXLSX(t testing.TB, data, after string) []byte {
	t.Helper()
	return zipped(t, "[Content_Types].xml", xlsxTypes, "_rels/.rels", xlsxRels, "xl/workbook.xml", xlsxBook,
		"xl/_rels/workbook.xml.rels", xlsxBookRels, "xl/styles.xml", xlsxStyles, "xl/sharedStrings.xml", xlsxStrings,
		"xl/worksheets/sheet1.xml", `<?xml version="1.0"?><worksheet><sheetData>`+data+`</sheetData>`+after+`</worksheet>`)
}

// rawODS makes a workbook from what stands in its spreadsheet.
func rawODS(t testing.TB, tables string) []byte {
	t.Helper()
	return zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
		`<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:automatic-styles>`+
			`<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>`+
			`<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>`+
			`</office:automatic-styles><office:body><office:spreadsheet>`+tables+`</office:spreadsheet></office:body></office:document-content>`)
}

// odsText writes a cell of text.
func odsText(s string) string {
	return `<table:table-cell office:value-type="string"><text:p>` + s + `</text:p></table:table-cell>`
}

// A readRow is a row as it was read: its number, and its cells.
type readRow struct {
	Row   int
	Cells []string
}

// readAll opens a workbook and reads its rows; the error is that of either.
func readAll(path string, o input.Options) (*validate.File, []readRow, error) {
	in, err := sheet.Open(path, o, nil)
	if err != nil {
		return nil, nil, err
	}
	defer in.Close()
	var all []readRow
	for chunk, err := range in.Chunks() {
		if err != nil {
			return in.File(), all, err
		}
		for r := range in.Rows(chunk) {
			read := readRow{Row: r.Pos.Row}
			for _, c := range r.Cells {
				read.Cells = append(read.Cells, string(c.Raw))
			}
			all = append(all, read)
		}
	}
	return in.File(), all, nil
}

// line joins the cells of a row for tables of tests.
func line(cells []string) string { return strings.Join(cells, "|") }
