package input

import (
	"strings"
	"testing"
)

func TestNamed(t *testing.T) {
	for name, want := range map[string]Naming{
		"a.csv": IsDataset, "A.CSV": IsDataset, "a.tsv.gz": IsDataset, "a.csv.zst": IsDataset, "a.zip": IsDataset,
		"a.xlsx": IsDataset, "a.xlsm": IsDataset, "a.ODS": IsDataset, "a.xls": IsDataset, "a.xlsx.gz": NoDataset, "~$a.xlsx": NoDataset,
		"a.geojson": IsDataset, "a.geojson.gz": IsDataset, "a.geojsonl": IsDataset, "a.geojsons": IsDataset,
		"a.json": AskContent, "a.ndjson": AskContent, "a.jsonl": AskContent, "a.json.gz": NoDataset,
		"datapackage.json": NoDataset, "DataPackage.JSON": NoDataset, "package.json": NoDataset, "ecoles.schema.json": NoDataset,
		"schema.json": NoDataset, "lisez-moi.txt": NoDataset, "a.pdf": NoDataset, "csv": NoDataset, ".csv": NoDataset, ".a.csv": NoDataset,
		`dossier\a.csv`: IsDataset, `\\serveur\partage\.a.csv`: NoDataset, `C:\donnees\b.geojson`: IsDataset, "": NoDataset,
	} {
		if got := Named(name); got != want {
			t.Errorf("%q: %d, want %d", name, got, want)
		}
	}
}

func TestRecordsBegin(t *testing.T) {
	long := strings.Repeat(`{"nom": "a", "liste": [1, {"x": []}]},`, 4000)
	for _, tt := range []struct {
		name, text string
		want       bool
	}{
		{"features", `{"type": "FeatureCollection", "features": []}`, true},
		{"a feature", `{"type":"Feature","geometry":null}`, true},
		{"features told late", `{"name": "x", "crs": {"type": "name"}, "type" : "FeatureCollection"`, true},
		{"features cut in the first list", `{"features": [{"type":"Feature", "geometry": {"coordinates": [1, 2`, true},
		{"features with a schema beside", `{"type": "FeatureCollection", "$schema": "x", "features": []}`, true},
		{"a list of objects", `[{"a": 1}]`, true},
		{"a list of objects, behind a mark and spaces", "\xef\xbb\xbf \n [ {\"a\"", true},
		{"a long list", "[" + long, true},
		{"an object that holds a list", `{"total": 2, "records": [{"a": 1}, {"a": 2}]}`, true},
		{"a list behind others", `{"meta": {"x": [1, [2]]}, "n": [1], "e": [], "ll": [[1], [2]], "results": [{"a": 1`, true},
		{"a long list in an object", `{"records": [` + long, true},
		{"one object a line", "{\"a\": 1}\n{\"a\": 2}\n", true},
		{"one object a line, a sequence", "\x1e{\"a\": 1}\n\x1e{\"a\": 2}\n", true},
		{"a Table Schema", `{"name": "x", "fields": [{"name": "a"}]}`, false},
		{"a Table Schema that begins with a list", `{"contributors": [{"title": "x"}], "fields": [{"name": "a"}]}`, false},
		{"a Data Package", `{"resources": [{"path": "a.csv"}]}`, false},
		{"a JSON Schema", `{"$schema": "https://json-schema.org/", "anyOf": [{"type": "object"}]}`, false},
		{"a report", `{"version": 1, "tool": {"name": "socle"}, "valid": true, "files": [{}]}`, false},
		{"settings", `{"a": {"b": 1}, "c": [1, 2], "d": "x"}`, false},
		{"lists of lists", `[[1, 2]]`, false},
		{"numbers", `[1]`, false},
		{"empty", ``, false},
		{"an empty list", `[]`, false},
		{"an empty object", `{}`, false},
		{"two objects on a line", `{} {}`, false},
		{"a text", `nom,montant`, false},
		{"a broken object", `{"a" 1}`, false},
		{"a brace alone", `{`, false},
		{"a member without a value", `{"a":`, false},
	} {
		if got := RecordsBegin([]byte(tt.text)[:min(len(tt.text), BeginSize)]); got != tt.want {
			t.Errorf("%s: %t", tt.name, got)
		}
	}
}

// FuzzRecordsBegin wants an answer for any bytes.
func FuzzRecordsBegin(f *testing.F) {
	f.Add([]byte(`{"a": [{"b": 1}], "type": "Feature"}`))
	f.Add([]byte("{}\n{}"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if RecordsBegin(b) && len(b) < 2 {
			t.Errorf("%q", b)
		}
	})
}
