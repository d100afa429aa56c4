package sheet_test

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/sheet"
)

// everyKind makes a workbook with values of every kind, as a spreadsheet
// program would.
func everyKind(t *testing.T, since1904 bool) *excelize.File {
	f := excelize.NewFile()
	must(t, f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &since1904}))
	day := time.Date(2024, 1, 31, 0, 0, 0, 0, time.UTC)
	french := "dd/mm/yyyy"
	both := `dd/mm/yyyy\ hh:mm`
	euros := `#,##0.00\ "€"`
	for cell, style := range map[string]*excelize.Style{"C2": {CustomNumFmt: &french}, "C3": {CustomNumFmt: &both}, "C4": {NumFmt: 20}, "B2": {CustomNumFmt: &euros}, "B3": {NumFmt: 1}} {
		id, err := f.NewStyle(style)
		must(t, err, f.SetCellStyle("Sheet1", cell, cell, id))
	}
	must(t,
		f.SetSheetRow("Sheet1", "A1", &[]any{"code", "valeur", "moment"}),
		f.SetSheetRow("Sheet1", "A2", &[]any{"01004", 1234.5, day}),
		f.SetSheetRow("Sheet1", "A3", &[]any{21350238800019, 0.7, day.Add(8*time.Hour + 30*time.Minute)}),
		f.SetSheetRow("Sheet1", "A4", &[]any{"deux\nlignes", true, 0.5}),
		f.SetCellRichText("Sheet1", "A5", []excelize.RichTextRun{{Text: "gras"}, {Text: " et maigre, \"dit\""}}),
		f.SetCellValue("Sheet1", "B5", 1e-7),
		f.SetCellValue("Sheet1", "A8", "après deux lignes vides"),
	)
	return f
}

func TestXLSXValues(t *testing.T) {
	want := []readRow{
		{2, []string{"01004", "1234.5", "2024-01-31"}},
		{3, []string{"21350238800019", "0.7", "2024-01-31T08:30:00"}},
		{4, []string{"deux\nlignes", "true", "12:00:00"}},
		{5, []string{`gras et maigre, "dit"`, "0.0000001", ""}},
		{6, nil}, {7, nil},
		{8, []string{"après deux lignes vides", "", ""}},
	}
	for _, since1904 := range []bool{false, true} {
		file, got, err := readAll(written(t, everyKind(t, since1904)), input.Options{})
		must(t, err)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("since 1904 %v: %s", since1904, diff)
		}
		told := []any{file.Format, file.Sheet, file.Encoding, file.Delimiter, file.HeaderRow, file.Labels}
		if diff := cmp.Diff([]any{"xlsx", "Sheet1", "", "", 1, []string{"code", "valeur", "moment"}}, told); diff != "" {
			t.Error(diff)
		}
	}
}

// What the sheet's XML says of a cell decides, whoever wrote it.
func TestXLSXCells(t *testing.T) {
	for _, tt := range []struct{ name, cells, want string }{
		{"a shared text of runs", `<c t="s"><v>2</v></c>`, "Alfa"},
		{"a text in the cell", `<c t="inlineStr"><is><r><t>Al</t></r><r><t xml:space="preserve"> fa</t></r><rPh><t>x</t></rPh></is></c>`, "Al fa"},
		{"a formula's text", `<c t="str"><f>A1&amp;B1</f><v>a&amp;b</v></c>`, "a&b"},
		{"a formula's number", `<c><f>1+1</f><v>2</v></c>`, "2"},
		{"a formula's empty text", `<c t="str"><f>A1</f><v></v></c><c><v>1</v></c>`, "|1"},
		{"an error", `<c t="e"><f>1/0</f><v>#DIV/0!</v></c>`, "#DIV/0!"},
		{"a boolean", `<c t="b"><v>0</v></c><c t="b"><v>1</v></c>`, "false|true"},
		{"an ISO date", `<c t="d"><v>2024-01-31T00:00:00.000Z</v></c><c t="d"><v>2024-01-31T08:30:00</v></c>`, "2024-01-31|2024-01-31T08:30:00"},
		{"a date of a built-in format", `<c s="1"><v>45322</v></c>`, "2024-01-31"},
		{"a date of a custom format", `<c s="2"><v>45322.354166666664</v></c>`, "2024-01-31T08:30:00"},
		{"hours beyond a day", `<c s="4"><v>1.5</v></c>`, "36:00:00"},
		{"a style that is not there", `<c s="99"><v>45322</v></c>`, "45322"},
		{"an identifier as a number", `<c><v>2.1350238800019E+13</v></c>`, "21350238800019"},
		{"cells that say where they are", `<c r="C2"><v>3</v></c><c r="A2"><v>1</v></c>`, "1||3"},
		{"an escaped line end", `<c t="str"><v>a_x000D_b</v></c>`, "a\rb"},
		{"prefixes", `<x:c t="b"><x:v>1</x:v></x:c>`, "true"},
		{"empty cells behind", `<c><v>1</v></c><c s="1"/><c s="1"/>`, "1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := saved(t, "a.xlsx", rawXLSX(t, `<row r="1"><c t="s"><v>0</v></c></row><row r="2">`+tt.cells+`</row>`, ""))
			_, got, err := readAll(path, input.Options{})
			must(t, err)
			if len(got) != 1 {
				t.Fatalf("%v", got)
			}
			if diff := cmp.Diff(tt.want, line(got[0].Cells)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestODSCells(t *testing.T) {
	for _, tt := range []struct{ name, cells, want string }{
		{"text", odsText("01004"), "01004"},
		{"paragraphs and spans", odsText(`a<text:s text:c="2"/>b<text:span>c</text:span><text:tab/>d</text:p><text:p>e<text:line-break/>f`), "a  bc\td\ne\nf"},
		{"spaces of the document", odsText("\n  a\n  b"), "a b"},
		{"a number", `<table:table-cell office:value-type="float" office:value="12.50"><text:p>12,50</text:p></table:table-cell>`, "12.5"},
		{"a currency and a percentage", `<table:table-cell office:value-type="currency" office:value="1200"><text:p>1 200 €</text:p></table:table-cell>` +
			`<table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50 %</text:p></table:table-cell>`, "1200|0.5"},
		{"dates", `<table:table-cell office:value-type="date" office:date-value="2024-01-31"><text:p>31/01/24</text:p></table:table-cell>` +
			`<table:table-cell office:value-type="date" office:date-value="2024-01-31T08:30:00.000000000"><text:p>x</text:p></table:table-cell>`, "2024-01-31|2024-01-31T08:30:00"},
		{"a time", `<table:table-cell office:value-type="time" office:time-value="PT08H30M00S"><text:p>8 h 30</text:p></table:table-cell>`, "08:30:00"},
		{"a boolean", `<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VRAI</text:p></table:table-cell>`, "true"},
		{"an error", `<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>`, "#DIV/0!"},
		{"a comment and a drawing", `<table:table-cell office:value-type="string"><office:annotation><text:p>non</text:p></office:annotation><text:p>oui</text:p><draw:frame><text:p>non</text:p></draw:frame></table:table-cell>`, "oui"},
		{"repeated", `<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/>` + `<table:table-cell table:number-columns-repeated="16382"/>`, "1|1"},
		{"covered", `<table:table-cell table:number-columns-spanned="2" office:value-type="float" office:value="1"/><table:covered-table-cell office:value-type="float" office:value="2"/>` + odsText("c"), "1||c"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := saved(t, "a.ods", rawODS(t, `<table:table table:name="F"><table:table-column/><table:table-header-rows><table:table-row>`+odsText("nom")+`</table:table-row></table:table-header-rows>`+
				`<table:table-row>`+tt.cells+`</table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`))
			_, got, err := readAll(path, input.Options{})
			must(t, err)
			if len(got) != 1 {
				t.Fatalf("%v", got)
			}
			if diff := cmp.Diff(tt.want, line(got[0].Cells)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Rows that repeat stand as often, and those that are missing are counted.
func TestODSRows(t *testing.T) {
	path := saved(t, "a.ods", rawODS(t, `<table:table table:name="F"><table:table-row>`+odsText("nom")+odsText("b")+`</table:table-row>`+
		`<table:table-row table:number-rows-repeated="2">`+odsText("x")+`</table:table-row><table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>`+
		`<table:table-row>`+odsText("y")+odsText("z")+`</table:table-row></table:table>`))
	_, got, err := readAll(path, input.Options{})
	must(t, err)
	want := []readRow{{2, []string{"x", ""}}, {3, []string{"x", ""}}, {4, nil}, {5, nil}, {6, nil}, {7, []string{"y", "z"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Rows above the header, as wide as they like, are passed over.
func TestTitles(t *testing.T) {
	f := excelize.NewFile()
	must(t,
		f.SetCellValue("Sheet1", "A1", "Subventions de 2024"), f.MergeCell("Sheet1", "A1", "C1"),
		f.SetCellValue("Sheet1", "B3", "en euros"),
		f.SetSheetRow("Sheet1", "A4", &[]any{"nom", "montant", "date"}),
		f.SetSheetRow("Sheet1", "A5", &[]any{"Alfa", 12, "2024-01-01"}),
		f.SetSheetRow("Sheet1", "A6", &[]any{"Bravo"}),
	)
	file, got, err := readAll(written(t, f), input.Options{})
	must(t, err)
	if diff := cmp.Diff([]readRow{{5, []string{"Alfa", "12", "2024-01-01"}}, {6, []string{"Bravo", "", ""}}}, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]any{4, []string{"Subventions de 2024", "en euros"}, []validate.Note(nil)}, []any{file.HeaderRow, file.Above, file.Notes()}); diff != "" {
		t.Error(diff)
	}
}

func TestNotes(t *testing.T) {
	f := excelize.NewFile()
	must(t,
		f.SetSheetRow("Sheet1", "A1", &[]any{"a", "b", "c", "d"}), f.SetSheetRow("Sheet1", "A2", &[]any{1, 2, 3, 4}),
		f.SetSheetRow("Sheet1", "A3", &[]any{1, 2}), f.SetSheetRow("Sheet1", "A5", &[]any{1}),
		f.MergeCell("Sheet1", "C2", "D3"), f.SetRowVisible("Sheet1", 2, false), f.SetRowVisible("Sheet1", 3, false),
		f.SetRowVisible("Sheet1", 5, false), f.SetRowVisible("Sheet1", 9, false),
		f.SetColVisible("Sheet1", "B:C", false), f.SetColVisible("Sheet1", "X", false), f.SetCellFormula("Sheet1", "D5", "1+1"),
	)
	for _, name := range []string{"Lisez-moi", "Vide", "Cachée"} {
		_, err := f.NewSheet(name)
		must(t, err)
	}
	must(t, f.SetCellValue("Lisez-moi", "A1", "x"), f.SetCellValue("Cachée", "A1", "x"), f.SetSheetVisible("Cachée", false))
	file, _, err := readAll(written(t, f), input.Options{})
	must(t, err)
	want := []validate.Note{
		{Kind: "other-sheets", N: 2, Text: "Lisez-moi, Cachée"}, {Kind: "merged-cells", N: 1, Text: "C2:D3"},
		{Kind: "hidden-rows", N: 3, Text: "2-3, 5"}, {Kind: "hidden-columns", N: 2, Text: "B-C"}, {Kind: "formulas-without-value", N: 1, Text: "D5"},
	}
	if diff := cmp.Diff(want, file.Notes()); diff != "" {
		t.Error(diff)
	}
}

func TestODSNotes(t *testing.T) {
	path := saved(t, "a.ods", rawODS(t, `<table:table table:name="F" table:style-name="ta1"><table:table-column/><table:table-column table:visibility="collapse"/>`+
		`<table:table-row>`+odsText("a")+odsText("b")+`</table:table-row><table:table-row table:visibility="filter">`+
		`<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" office:value-type="float" office:value="1"/></table:table-row>`+
		`<table:table-row><table:table-cell table:formula="of:=1"/>`+odsText("x")+`</table:table-row></table:table>`+
		`<table:table table:name="G" table:style-name="ta2"><table:table-row>`+odsText("a")+`</table:table-row></table:table>`))
	file, _, err := readAll(path, input.Options{})
	must(t, err)
	want := []validate.Note{
		{Kind: "other-sheets", N: 1, Text: "G"}, {Kind: "merged-cells", N: 1, Text: "A2:B2"},
		{Kind: "hidden-rows", N: 1, Text: "2"}, {Kind: "hidden-columns", N: 1, Text: "B"}, {Kind: "formulas-without-value", N: 1, Text: "A3"},
	}
	if diff := cmp.Diff(want, file.Notes()); diff != "" {
		t.Error(diff)
	}
	infos, err := sheet.Sheets(path)
	must(t, err)
	if diff := cmp.Diff([]sheet.Info{{Name: "F", Rows: 3, Columns: 2}, {Name: "G", Hidden: true, Rows: 1, Columns: 1}}, infos); diff != "" {
		t.Error(diff)
	}
}

// The sheet is the one that is asked for, else the visible one that fits best.
func TestChoice(t *testing.T) {
	f := excelize.NewFile()
	for i, name := range []string{"Été 2023", "Données", "Cachée"} {
		_, err := f.NewSheet(name)
		must(t, err, f.SetCellValue(name, "A1", name), f.SetCellValue(name, "A2", i))
	}
	must(t, f.SetSheetVisible("Cachée", false))
	path := written(t, f)
	wide := func(f *validate.File) float64 {
		return map[string]float64{"Données": 2, "Cachée": 9}[f.Sheet]
	}
	for _, tt := range []struct {
		asked string
		fit   func(*validate.File) float64
		want  string
	}{
		{"", nil, "Été 2023"}, // Sheet1 is empty
		{"", wide, "Données"},
		{"", func(*validate.File) float64 { return math.Inf(-1) }, "Été 2023"},
		{"Cachée", wide, "Cachée"}, {"ete 2023", wide, "Été 2023"}, {"4", wide, "Cachée"}, {"1", wide, "Sheet1"},
		{"5", wide, "This workbook has no sheet \"5\". There are: Sheet1, Été 2023, Données, Cachée."},
	} {
		in, err := sheet.Open(path, input.Options{Sheet: tt.asked}, tt.fit)
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = in.File().Sheet
			must(t, in.Close())
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q: %s", tt.asked, diff)
		}
	}
}

// TestProgress reads sheets to their ends: what was read grows to 1.
func TestProgress(t *testing.T) {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	must(t, err)
	for i := range 20_000 {
		must(t, w.SetRow("A"+strconv.Itoa(i+1), []any{i, "ligne " + strconv.Itoa(i)}))
	}
	must(t, w.Flush())
	table := strings.Repeat("<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>", 20_000)
	for name, path := range map[string]string{
		"xlsx": written(t, f),
		"ods":  saved(t, "a.ods", rawODS(t, `<table:table table:name="a">`+table+`</table:table>`)),
	} {
		in, err := sheet.Open(path, input.Options{ChunkSize: 4096}, nil)
		must(t, err)
		now := 0.0
		for _, err := range in.Chunks() {
			must(t, err)
			next := in.(input.Progresser).Progress()
			if next < now || next == 0 {
				t.Errorf("%s: from %g to %g", name, now, next)
			}
			now = next
		}
		if now < 0.99 {
			t.Errorf("%s: %g is read at the end", name, now)
		}
		must(t, in.Close())
	}
}
