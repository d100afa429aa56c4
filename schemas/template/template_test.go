package template_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/template"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
)

// parse compiles a schema of the test's own.
func parse(t *testing.T, document string) *schemas.Schema {
	t.Helper()
	s, err := schemas.Parse("essai.json", []byte(document))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCSV(t *testing.T) {
	s := parse(t, `{"name": "essai", "fields": [{"name": "nom"}, {"name": "prix, en euros"}]}`)
	for _, tt := range []struct {
		name  string
		row   []string
		excel bool
		want  string
	}{
		{"header alone", nil, false, "nom,\"prix, en euros\"\n"},
		{"with an example", []string{"été; \"chaud\"", ""}, false, "nom,\"prix, en euros\"\n\"été; \"\"chaud\"\"\",\n"},
		{"for Excel", []string{"été; \"chaud\"", "1,5"}, true, "\ufeffnom;prix, en euros\r\n\"été; \"\"chaud\"\"\";1,5\r\n"},
	} {
		got := string(written(t, &template.Template{Schema: s, Row: tt.row}, tt.excel))
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestIsFormula(t *testing.T) {
	for cell, want := range map[string]bool{
		"": false, "texte": false, "1+1": false, "+33 1 02 03 04 05": false, "-1.6778": false, "-1,5": false, "-": false,
		"=1+1": true, "@SUM(1)": true, "+A1": true, "-2+3": true, "\t=1": true, "\r=1": true,
	} {
		if got := template.IsFormula(cell); got != want {
			t.Errorf("IsFormula(%q) = %t", cell, got)
		}
	}
}

// TestExample has the engine judge the rows that are made of fields with and
// without examples.
func TestExample(t *testing.T) {
	for _, tt := range []struct{ name, field, want string }{
		{"its example", `"example": "Rennes"`, "Rennes"},
		{"a number as example", `"type": "integer", "example": 12`, "12"},
		{"optional, without example", `"type": "integer"`, ""},
		{"optional, with an example that is wrong", `"type": "integer", "example": "douze"`, ""},
		{"a text marked as text", `"example": "'00123"`, "00123"},
		{"a sentence about examples", `"example": "'36' pour un numéro, '36 bis' sinon"`, "36"},
		{"the first of several examples", `"example": "1.1, 7.10", "constraints": {"pattern": "[0-9.]+"}`, "1.1"},
		{"the first value", `"constraints": {"required": true, "enum": ["rouge", "vert"]}`, "rouge"},
		{"what means yes", `"type": "boolean", "trueValues": ["oui"], "falseValues": ["non"], "constraints": {"required": true}`, "oui"},
		{"the minimum", `"type": "number", "constraints": {"required": true, "minimum": 12.5}`, "12.5"},
		{"the maximum", `"type": "number", "constraints": {"required": true, "maximum": -3}`, "-3"},
		{"below a limit that is not reached", `"type": "integer", "constraints": {"required": true, "exclusiveMaximum": 1}`, "0"},
		{"a date in its format", `"type": "date", "format": "%d/%m/%Y", "constraints": {"required": true}`, "31/01/2024"},
		{"a date no later than", `"type": "date", "constraints": {"required": true, "maximum": "1999-12-31"}`, "1999-12-31"},
		{"a point", `"type": "geopoint", "format": "array", "constraints": {"required": true}`, "[2.35,48.85]"},
		{"a list of the words that are foreseen", `"type": "array", "arrayItem": {"type": "string", "enum": ["lundi"]}, "constraints": {"required": true}`, `["lundi"]`},
		{"an item that was not written as a list", `"type": "array", "example": "69", "constraints": {"required": true}`, `["69"]`},
		{"a text that is long enough", `"constraints": {"required": true, "minLength": 10}`, "exempleexe"},
		{"a text that is short enough", `"constraints": {"required": true, "maxLength": 2}`, "ex"},
		{"a text like the pattern", `"constraints": {"required": true, "pattern": "^[A-Z]{2}-\\d{3}(-x)?$"}`, "AA-000"},
		{"an e-mail address", `"format": "email", "constraints": {"required": true}`, "contact@example.org"},
	} {
		s := parse(t, `{"name": "essai", "fields": [{"name": "champ", `+tt.field+`}, {"name": "autre", "example": "oui"}]}`)
		got := example(t, s, validate.Compile(s, checks.All(), validate.Options{})).Row
		if diff := cmp.Diff([]string{tt.want, "oui"}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// An example that no judge can be content with is given up, and told.
func TestImpossibleExample(t *testing.T) {
	s := parse(t, `{"name": "essai", "fields": [{"name": "a", "example": "x"}, {"name": "b", "constraints": {"required": true}}]}`)
	calls := 0
	row, wrong := template.Example(s, func([]string) []int {
		calls++
		return []int{1, 1}
	})
	if diff := cmp.Diff([]string{"x", ""}, row); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{1}, wrong); diff != "" {
		t.Error(diff)
	}
	if calls > 20 {
		t.Errorf("the judge was asked %d times", calls)
	}
}
