package template_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/template"
	"github.com/socle-commun/socle/schemas/text"
)

// A held is how a workbook holds the example of a field: what the cell shows,
// whether it is a text, and its number format.
type held struct {
	Shown  string
	Text   bool
	Format string
}

// TestCells holds what spreadsheets like to change: zeros in front, signs,
// formulas, dates.
func TestCells(t *testing.T) {
	asText := func(s string) held { return held{s, true, "@"} }
	for _, tt := range []struct {
		field, cell string
		want        held
	}{
		{`"type": "string"`, "01234567890123", asText("01234567890123")},
		{`"type": "string"`, "+33102030405", asText("+33102030405")},
		{`"type": "string"`, "=HYPERLINK(\"http://x\")", asText("=HYPERLINK(\"http://x\")")},
		{`"type": "string"`, "@SUM(1)", asText("@SUM(1)")},
		{`"type": "string"`, "-2+3", asText("-2+3")},
		{`"type": "string"`, "2024-01-31", asText("2024-01-31")},
		{`"type": "integer"`, "12", held{"12", false, "0"}},
		{`"type": "integer"`, "007", held{"007", true, "0"}},
		{`"type": "integer"`, "12345678901234567", held{"12345678901234567", true, "0"}},
		{`"type": "year"`, "2024", held{"2024", false, "0"}},
		{`"type": "yearmonth"`, "2024-03", asText("2024-03")},
		{`"type": "number"`, "-1.6778", held{"-1.6778", false, "General"}},
		{`"type": "number"`, "47800.20", held{"47800.2", false, "General"}},
		{`"type": "number"`, "NaN", held{"NaN", true, "General"}},
		{`"type": "number", "decimalChar": ","`, "12,50", asText("12,50")},
		{`"type": "date"`, "2024-01-31", held{"2024-01-31", false, "yyyy-mm-dd"}},
		{`"type": "date"`, "9999-12-31", held{"9999-12-31", false, "yyyy-mm-dd"}},
		{`"type": "date"`, "1875-06-01", held{"1875-06-01", true, "yyyy-mm-dd"}},
		{`"type": "date", "format": "%d/%m/%Y"`, "31/01/2024", held{"31/01/2024", false, `dd"/"mm"/"yyyy`}},
		{`"type": "date", "format": "%Y"`, "2024", held{"2024", false, "0"}},
		{`"type": "date", "format": "%Y%m%d"`, "20240131", asText("20240131")},
		{`"type": "date", "format": "%d %B %Y"`, "31 janvier 2024", asText("31 janvier 2024")},
		{`"type": "time"`, "08:30:00", held{"08:30:00", false, "hh:mm:ss"}},
		{`"type": "datetime"`, "2024-01-31T08:30:00", held{"2024-01-31T08:30:00", false, `yyyy-mm-dd"T"hh:mm:ss`}},
		{`"type": "datetime"`, "2024-01-31T08:30:00Z", held{"2024-01-31T08:30:00Z", true, `yyyy-mm-dd"T"hh:mm:ss`}},
		{`"type": "boolean"`, "true", asText("true")},
		{`"type": "geopoint"`, "2.35,48.85", asText("2.35,48.85")},
	} {
		s := parse(t, `{"name": "essai", "fields": [{"name": "champ", `+tt.field+`}]}`)
		f, _ := workbook(t, &template.Template{Schema: s, Row: []string{tt.cell}})
		kind, _ := f.GetCellType("essai", "A2")
		shown, _ := f.GetCellValue("essai", "A2")
		formula, _ := f.GetCellFormula("essai", "A2")
		got := held{shown, kind == excelize.CellTypeSharedString, formatOf(t, f, "A2")}
		if diff := cmp.Diff(tt.want, got); diff != "" || formula != "" {
			t.Errorf("%s %q, formula %q (-want +got):\n%s", tt.field, tt.cell, formula, diff)
		}
		if column := formatOf(t, f, "A9000"); column != tt.want.Format {
			t.Errorf("%s: the rest of the column has the format %q", tt.field, column)
		}
	}
}

// formatOf gives the number format of a cell.
func formatOf(t *testing.T, f *excelize.File, cell string) string {
	t.Helper()
	id, err := f.GetCellStyle(f.GetSheetName(0), cell)
	if err != nil {
		t.Fatal(err)
	}
	style, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	if style.CustomNumFmt != nil {
		return *style.CustomNumFmt
	}
	return map[int]string{0: "General", 1: "0", 49: "@"}[style.NumFmt]
}

// TestRules says what a spreadsheet asks for in a column of each kind.
func TestRules(t *testing.T) {
	for _, tt := range []struct{ field, want string }{
		{`"type": "string"`, ""},
		{`"type": "geopoint"`, ""},
		{`"constraints": {"maxLength": 5}`, "textLength between 0 5 warning: Attendu : texte ; au plus 5 caractères."},
		{`"constraints": {"minLength": 14, "maxLength": 14}`, "textLength between 14 14 warning: Attendu : texte ; au moins 14 caractères ; au plus 14 caractères."},
		{`"constraints": {"minLength": 3}`, "textLength between 3 32767 warning: Attendu : texte ; au moins 3 caractères."},
		{`"constraints": {"enum": ["a", "b"]}`, "list  Listes!$A$2:$A$3  stop: Attendu : une valeur de la liste : a · b."},
		{`"constraints": {"enum": ["a", "b"]}, "missingValues": ["", "NC"]`, "list  Listes!$A$2:$A$3  warning: Attendu : une valeur de la liste : a · b."},
		{`"type": "array", "arrayItem": {"enum": ["a", "b"]}`, ""},
		{`"type": "boolean"`, "list  Listes!$A$2:$A$5  stop: Attendu : une valeur de la liste : true · false · 1 · 0."},
		{`"type": "integer", "constraints": {"minimum": 0}`, "whole between 0 999999999999999 warning: Attendu : nombre entier ; au moins 0."},
		{`"type": "year"`, "whole between -999999999999999 999999999999999 warning: Attendu : année, quatre chiffres."},
		{`"type": "number", "constraints": {"minimum": -180, "maximum": 180}`, "decimal between -180 180 warning: Attendu : nombre, tapé comme d'habitude dans votre tableur ; au moins -180 ; au plus 180."},
		{`"type": "number", "constraints": {"exclusiveMinimum": 0}`, "decimal greaterThan 0 999999999999999 warning: Attendu : nombre, tapé comme d'habitude dans votre tableur ; plus que 0."},
		{`"type": "number", "constraints": {"exclusiveMaximum": 0.5}`, "decimal lessThan 0.5 0 warning: Attendu : nombre, tapé comme d'habitude dans votre tableur ; moins que 0.5."},
		{`"type": "date", "example": "2024-01-31", "constraints": {"minimum": "2020-01-01"}`, "date between 43831 2958465 warning: Attendu : date, année-mois-jour, tapée comme d'habitude dans votre tableur ; au moins 2020-01-01. Exemple : 2024-01-31"},
		{`"type": "date", "format": "%d/%m/%Y"`, "date between 0 2958465 warning: Attendu : date au format jj/mm/aaaa, tapée comme d'habitude dans votre tableur."},
		{`"type": "time", "constraints": {"maximum": "12:00:00"}`, "time between 0 0.5 warning: Attendu : heure, heures:minutes:secondes, tapée comme d'habitude dans votre tableur ; au plus 12:00:00."},
	} {
		s := parse(t, `{"name": "essai", "fields": [{"name": "champ", `+tt.field+`}]}`)
		f, _ := workbook(t, &template.Template{Schema: s})
		rules, err := f.GetDataValidations("essai")
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, r := range rules {
			got += fmt.Sprintf("%s %s %s %s %s: %s", r.Type, r.Operator, r.Formula1, r.Formula2, *r.ErrorStyle, *r.Error)
			if r.Sqref != "A2:A10001" || *r.ErrorTitle != "champ" || !r.AllowBlank {
				t.Errorf("%s: %s %s", tt.field, r.Sqref, *r.ErrorTitle)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.field, diff)
		}
	}
}

// TestLists: columns with the same values share a list, and numbers stay
// numbers in theirs.
func TestLists(t *testing.T) {
	long := strings.Repeat("x", 200)
	s := parse(t, `{"name": "essai", "fields": [
		{"name": "a", "constraints": {"enum": ["un", "`+long+`1", "`+long+`2"]}},
		{"name": "b", "type": "integer", "constraints": {"enum": [1, 2]}},
		{"name": "c", "constraints": {"enum": ["un", "`+long+`1", "`+long+`2"]}},
		{"name": "d", "constraints": {"enum": ["1", "2"]}}]}`)
	f, _ := workbook(t, &template.Template{Schema: s, Lang: text.English})
	columns, err := f.GetCols("Lists")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{"a, c", "un", long + "1", long + "2"}, {"b", "1", "2"}, {"d", "1", "2"}}, columns); diff != "" {
		t.Error(diff)
	}
	for cell, want := range map[string]excelize.CellType{"B2": excelize.CellTypeUnset, "C2": excelize.CellTypeSharedString} {
		if got, _ := f.GetCellType("Lists", cell); got != want {
			t.Errorf("%s has the type %d", cell, got)
		}
	}
	rules, _ := f.GetDataValidations("essai")
	var places []string
	for _, r := range rules {
		places = append(places, r.Formula1)
		if len(*r.Error) > 255+3 { // its ellipsis is three bytes
			t.Errorf("a message of %d bytes", len(*r.Error))
		}
	}
	if diff := cmp.Diff([]string{"Lists!$A$2:$A$4", "Lists!$B$2:$B$3", "Lists!$A$2:$A$4", "Lists!$C$2:$C$3"}, places); diff != "" {
		t.Error(diff)
	}
}

// The same template makes the same bytes, whatever the clock says.
func TestSameBytes(t *testing.T) {
	for _, name := range []string{"scdl/subventions", "etalab/schema-irve-statique"} {
		s, err := schemas.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		f, first := workbook(t, &template.Template{Schema: s})
		_, second := workbook(t, &template.Template{Schema: s})
		if !bytes.Equal(first, second) {
			t.Errorf("%s: two runs differ", name)
		}
		properties, err := f.GetDocProps()
		if err != nil {
			t.Fatal(err)
		}
		want := &excelize.DocProperties{Title: s.Title, Subject: name, Creator: "socle", LastModifiedBy: "socle", Language: "fr",
			Created: s.Modified + "T00:00:00Z", Modified: s.Modified + "T00:00:00Z"}
		if diff := cmp.Diff(want, properties); diff != "" {
			t.Error(diff)
		}
	}
}

func TestTooManyColumns(t *testing.T) {
	s := &schemas.Schema{Name: "large", Fields: make([]schemas.Field, template.MaxColumns+1)}
	if err := (&template.Template{Schema: s}).XLSX(&bytes.Buffer{}); err == nil {
		t.Error("a workbook was written")
	}
}
