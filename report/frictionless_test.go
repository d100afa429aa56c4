package report

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xeipuuv/gojsonschema"

	"github.com/socle-commun/socle/report/internal/golden"
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

func TestFrictionless(t *testing.T) {
	all := moreSamples(t)
	for _, name := range []string{"none", "clean", "faulty", "hostile", "truncated", "unopened", "interrupted", "bad-schema", "families"} {
		golden.Check(t, name+".frictionless.json", write(t, frictionlessFormat, all[name], Options{Lang: text.French}))
	}
	golden.Check(t, "families.en.frictionless.json", write(t, frictionlessFormat, all["families"], Options{Lang: text.English}))
}

func TestValidata(t *testing.T) {
	all := moreSamples(t)
	for _, name := range []string{"none", "clean", "hostile", "several", "interrupted", "bad-schema", "families"} {
		golden.Check(t, name+".validata.json", write(t, validataFormat, all[name], Options{Lang: text.French}))
	}
}

// What the two formats write keeps to what their readers rely on.
func TestPeersFormats(t *testing.T) {
	for _, f := range []Format{frictionlessFormat, validataFormat} {
		schema := profile(t, f)
		for name, r := range moreSamples(t) {
			for _, lang := range []text.Lang{text.French, text.English} {
				result, err := schema.Validate(gojsonschema.NewStringLoader(write(t, f, r, Options{Lang: lang})))
				if err != nil {
					t.Fatal(err)
				}
				for _, e := range result.Errors() {
					t.Errorf("%s of %s: %s", f.Name, name, e)
				}
			}
		}
	}
}

// The profiles are no rubber stamps.
func TestPeersProfilesRefuse(t *testing.T) {
	for _, c := range []struct {
		format   Format
		from, to string
	}{
		{frictionlessFormat, `"valid": false,`, `"valid": true,`},
		{frictionlessFormat, `"type": "type-error"`, `"type": "socle-error"`},
		{frictionlessFormat, `"rowNumber": 7`, `"rowNumber": "7"`},
		{frictionlessFormat, `"cells": [],`, ``},
		{frictionlessFormat, `"rows": 29`, `"rows": 0`},
		{frictionlessFormat, `"name": "subventions"`, `"name": "Subventions 2024"`},
		{frictionlessFormat, `constraint \"required\" is`, `the constraint is`},
		{validataFormat, `"rows_processed": 29`, `"rows_treated": 29`},
		{validataFormat, `"ignore_header_case": "true"`, `"ignore_header_case": true`},
		{validataFormat, `"message":`, `"sentence":`},
		{validataFormat, `"date": "",`, ``},
	} {
		good := write(t, c.format, samples()["faulty"], Options{})
		bad := strings.ReplaceAll(good, c.from, c.to)
		if bad == good {
			t.Errorf("%s: %s is not in the report", c.format.Name, c.from)
			continue
		}
		result, err := profile(t, c.format).Validate(gojsonschema.NewStringLoader(bad))
		if err != nil {
			t.Fatal(err)
		}
		if result.Valid() {
			t.Errorf("%s: the profile takes %s", c.format.Name, c.to)
		}
	}
}

func profile(t *testing.T, f Format) *gojsonschema.Schema {
	t.Helper()
	document, err := os.ReadFile(filepath.Join("testdata", f.Name+".schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	schema, err := gojsonschema.NewSchema(gojsonschema.NewBytesLoader(document))
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// moreSamples are samples and what these formats have a word of their own for:
// a schema that cannot be used, and a file with an error of each family.
func moreSamples(t *testing.T) map[string]*validate.Result {
	t.Helper()
	all := samples()
	_, err := schemas.Parse("schéma.json", []byte(`{"fields": [{"name": "a", "type": "date"}, {"name": "a", "type": 5}], "primaryKey": 1}`))
	bad, ok := err.(*schemas.DocumentError)
	if !ok {
		t.Fatalf("the document is taken: %v", err)
	}
	all["bad-schema"] = sample(&validate.FileResult{File: &validate.File{Path: "données.csv", Size: -1}, Failure: validate.BadSchema(bad)})
	all["families"] = sample(families(t))
	return all
}

// families is a file with an error of each family of Frictionless.
func families(t *testing.T) *validate.FileResult {
	t.Helper()
	s, err := schemas.Parse("familles", []byte(`{"fields": [
		{"name": "id", "type": "integer", "constraints": {"required": true, "unique": true, "minimum": 2, "exclusiveMaximum": 9}},
		{"name": "nature", "constraints": {"enum": ["a", "l'autre", "\"\\é\n"], "pattern": "[a-z]+", "maxLength": 3}},
		{"name": "liste", "type": "array", "arrayItem": {"constraints": {"enum": [1, 2.5, "x"]}}},
		{"name": "objet", "type": "object", "constraints": {"jsonSchema": {"type": "object"}}}],
		"primaryKey": ["id", "nature"], "foreignKeys": [{"fields": ["id", "nature"], "reference": {"resource": "autre", "fields": ["n", "m"]}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	f := &validate.FileResult{Schema: s, Rows: 3, File: &validate.File{Path: `dossier\Été 2024.v2.CSV`, Size: 120, HeaderRow: 2, HeaderRows: []int{1, 2}, Labels: []string{"id", "nature", "nature", ""}}}
	for _, label := range f.File.Labels {
		f.Columns = append(f.Columns, validate.ColumnResult{Name: label})
	}
	add := func(code, field, value string, column, row int, args ...string) {
		finding := validate.Finding{Code: code, Severity: validate.Error, Field: field, Value: value, Column: column, Pos: at(row), Args: args}
		if row > 2 && column > 0 {
			finding.Cells = []string{"1", "x\ny"}
		}
		f.Findings = append(f.Findings, finding)
		f.Errors++
	}
	add("empty-file", "", "", 0, 0)
	add("encoding", "", "", 0, 0)
	add("unmatched-header", "", "", 0, 0)
	add("foreign-key", "", "", 0, 0)
	add("missing-label", "objet", "", 0, 0)
	add("duplicate-label", "", "nature", 3, 2)
	add("encoding-error", "nature", "Ã©", 2, 2)
	add("damaged-text", "nature", "nature", 2, 2)
	add("blank-row", "", "", 0, 3)
	add("unclosed-quote", "", "", 0, 4)
	add("primary-key", "id", "1 | a", 1, 4, "first", "3")
	add("primary-key", "id", "", 1, 5)
	add("foreign-key", "id", "1 | ", 1, 5, "foreign-key", "0", "values", `["1",""]`)
	add("type-error", "id", "x", 1, 5)
	for _, code := range []string{"required", "minimum", "exclusive-maximum"} {
		add(code, "id", "1", 1, 5)
	}
	for _, code := range []string{"enum", "pattern", "max-length"} {
		add(code, "nature", "é", 2, 5)
	}
	add("array-item", "liste", "[3]", 3, 5, "constraint", "enum")
	add("json-schema", "objet", "[]", 4, 5)
	add("unique-error", "id", "1", 1, 5, "first", "4")
	add("extra-cell", "", "z", 5, 5)
	add("siret", "id", "123", 1, 5)
	add("french-gps-coordinates", "nature", "48.85,2.35", 2, 5)
	f.Findings[len(f.Findings)-1].Because("swapped")
	f.Findings = append(f.Findings, validate.Finding{Code: "type-error", Severity: validate.Warning, Field: "id", Value: "1 000", Column: 1, Pos: at(6)})
	f.Warnings++
	return f
}

// Python's repr, of what schemas hold.
func TestInPython(t *testing.T) {
	for document, want := range map[string]string{
		`null`: "None", `true`: "True", `false`: "False", `1.50`: "1.50", `"a"`: `'a'`, `"l'un"`: `"l'un"`,
		`"l'un \"x\""`: `'l\'un "x"'`, `"a\n\r\t\\"`: `'a\n\r\t\\'`, `"\u0007\u200b\udb40\udc41"`: `'\x07\u200b\U000e0041'`,
		`[]`: "[]", `["a", [1, null]]`: "['a', [1, None]]", `{"b": {}, "a": "é"}`: "{'a': 'é', 'b': {}}",
	} {
		var v any
		d := json.NewDecoder(strings.NewReader(document))
		d.UseNumber()
		if err := d.Decode(&v); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, inPython(v)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", document, diff)
		}
	}
}

func TestTaskName(t *testing.T) {
	for path, want := range map[string]string{
		"-": "memory", "": "name", "données/Été à Lille.csv": "ete-a-lille", `c:\a_b.v2.CSV`: "a_b.v2", ".csv": ".csv", "日本.csv": "name", "--a--b--": "a-b",
	} {
		if got := taskName(&validate.File{Path: path}); got != want {
			t.Errorf("%q is named %q, want %q", path, got, want)
		}
	}
	for resource, want := range map[string]string{"": "a", "communes.v2": "communes.v2", "a/-b": "a/-b", "Été 1": "ete-1"} {
		if got := taskName(&validate.File{Path: "a.csv", Resource: resource}); got != want {
			t.Errorf("the resource %q is named %q, want %q", resource, got, want)
		}
	}
}
