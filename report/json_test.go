package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xeipuuv/gojsonschema"

	"github.com/socle-commun/socle/report/internal/golden"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

func TestJSON(t *testing.T) {
	all := samples()
	for _, name := range []string{"none", "clean", "faulty", "hostile", "unopened", "interrupted"} {
		golden.Check(t, name+".json", write(t, jsonFormat, all[name], Options{Lang: text.French}))
	}
	golden.Check(t, "single.en.json", write(t, jsonFormat, all["single"], Options{Lang: text.English}))
}

func compiled(t *testing.T) *gojsonschema.Schema {
	t.Helper()
	s, err := gojsonschema.NewSchema(gojsonschema.NewBytesLoader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestReportsFollowSchema(t *testing.T) {
	schema := compiled(t)
	for name, r := range samples() {
		for _, lang := range []text.Lang{text.French, text.English} {
			report := write(t, jsonFormat, r, Options{Lang: lang})
			result, err := schema.Validate(gojsonschema.NewStringLoader(report))
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range result.Errors() {
				t.Errorf("%s: %s", name, e)
			}
		}
	}
}

func TestSchemaRefusesOtherReports(t *testing.T) {
	schema := compiled(t)
	good := write(t, jsonFormat, samples()["faulty"], Options{Lang: text.French})
	for _, c := range []struct{ name, from, to string }{
		{"another version", `"version": 1,`, `"version": 2,`},
		{"another program", `"name": "socle"`, `"name": "other"`},
		{"no verdict", `"valid": false,`, ``},
		{"a member of its own", `"truncated": false`, `"truncated": false, "host": "x"`},
		{"a top member of its own", `"version": 1,`, `"version": 1, "date": "2026-01-01",`},
		{"a count that is text", `"rows": 29`, `"rows": "29"`},
		{"a count below zero", `"rows": 29`, `"rows": -1`},
		{"a fault that was never found", `"count": 3`, `"count": 0`},
		{"an unknown severity", `"severity": "notice"`, `"severity": "none"`},
		{"a code with spaces", `"code": "blank-row"`, `"code": "Blank row"`},
		{"a cell that is none", `"cell": "B7"`, `"cell": "7B"`},
		{"column zero", `"column": 2`, `"column": 0`},
		{"an empty hint", `"hint": "Ajoutez-la, même vide."`, `"hint": ""`},
		{"no message", `"message":`, `"sentence":`},
		{"a failure that is valid", `"valid": false,
      "rows"`, `"valid": true, "failure": {"code": "unreadable", "message": "x"}, "rows"`},
		{"a failure without a sentence", `"valid": false,
      "rows"`, `"valid": false, "failure": {"code": "unreadable"}, "rows"`},
	} {
		bad := strings.Replace(good, c.from, c.to, 1)
		if bad == good {
			t.Errorf("%s: %s is not in the report", c.name, c.from)
			continue
		}
		result, err := schema.Validate(gojsonschema.NewStringLoader(bad))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if result.Valid() {
			t.Errorf("%s: the schema accepts it", c.name)
		}
	}
}

// Every member has a description that is a sentence.
func TestSchemaIsDescribed(t *testing.T) {
	var document any
	if err := json.Unmarshal(Schema(), &document); err != nil {
		t.Fatal(err)
	}
	described := 0
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			members, _ := v["properties"].(map[string]any)
			for name, member := range members {
				if strings.HasSuffix(path, "/then") {
					continue
				}
				said, _ := member.(map[string]any)["description"].(string)
				if !strings.HasSuffix(said, ".") {
					t.Errorf("%s/%s has no description", path, name)
				}
				described++
			}
			for name, inside := range v {
				walk(path+"/"+name, inside)
			}
		case []any:
			for _, inside := range v {
				walk(path, inside)
			}
		}
	}
	walk("", document)
	if described < 40 {
		t.Errorf("%d members, want 40 at least", described)
	}
}

func TestJSONKeepsValues(t *testing.T) {
	value := "a<b>&\x1b\u009b\u202e\U000e0041 é\n\"\\"
	file := sampleFile("a.csv")
	find(file, 1, validate.Finding{Code: "required", Severity: validate.Error, Column: 1, Pos: at(2)}, value)
	report := write(t, jsonFormat, sample(file), Options{})
	for _, want := range []string{"a<b>&", `\u001b\u009b\u202e\udb40\udc41 é\n\"\\`} {
		if !strings.Contains(report, want) {
			t.Errorf("%s is not in the report", want)
		}
	}
	var back struct {
		Files []struct {
			Findings []struct{ Value string }
		}
	}
	if err := json.Unmarshal([]byte(report), &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(value, back.Files[0].Findings[0].Value); diff != "" {
		t.Errorf("value (-want +got):\n%s", diff)
	}
}

func TestFormats(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Formats() {
		if found, ok := Find(f.Name); !ok || found.Title != f.Title || seen[f.Name] {
			t.Errorf("format %q is not found, or twice", f.Name)
		}
		seen[f.Name] = true
		if f.Title.FR == "" || f.Title.EN == "" {
			t.Errorf("format %q has no title", f.Name)
		}
	}
	if _, ok := Find("smoke-signals"); ok {
		t.Error("an unknown format is found")
	}
}
