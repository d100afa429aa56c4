package lint

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/pattern"
	"github.com/socle-commun/socle/schemas/text"
)

var customs = []Custom{
	{[]string{"siret", "french-siret-value"}, []string{"column"}},
	{[]string{"one-of-required"}, []string{"column1", "column2"}},
}

// field is a document of one field that has all it should, and more members.
func field(kind, members string) string {
	return head(`[{"name":"a","title":"A","description":"D","type":"` + kind + `"` + members + `}]`)
}

func head(fields string) string {
	return `{"name":"n","title":"T","description":"D","version":"1","fields":` + fields + `}`
}

// tests are documents in which § stands before each problem; it is followed,
// in order, by their codes.
var tests = []struct{ document, want string }{
	{`§`, "json-syntax"},
	{"{\n \"a\": §}", "json-syntax"},
	{`§[]`, "not-a-schema"},
	{`{"fields":[{"name":"a","constraints":{"minimum":§1e99999}}]}`, "huge-number"},
	{"\ufeff§" + head(`[{"name":"a","title":"A","description":"D","type":"string"}]`), "byte-order-mark"},
	{head(`[{"name":"a","title":"A","description":"D","type":"string",§"type":"string"}]`), "duplicate-member"},
	{head(`§[]`), "profile"},
	{field("string", `,"constraints":{"required":§"true","unique":§"1"}`), "profile profile"},
	{head(`[{"name":"a","title":"A","description":"D","type":§"texte"}]`), "profile"},
	{`{"name":"n","title":"T","description":"D","version":"1",§"missing_values":[],§"licences":[],"fields":[{"name":"a","title":"A","description":"D","tpye":"x","type":"string",§"exemple":"u",§"fromat":"","importance":3}]}`, "unknown-member unknown-member unknown-member unknown-member"},
	{`§{"fields":[{"name":"a","title":"A","description":"D","type":"string"}]}`, "missing-name missing-version missing-description missing-title"},
	{`§{"name":"n","title":" ","description":"D","version":"1","fields":[{"name":"a","title":"A","description":"D","type":"string"}]}`, "missing-title"},
	{`{"name":"n","title":"T","description":"D","version":"1","primaryKey":§"z","uniqueKeys":[["a"],§["y"]],"foreignKeys":[§{"fields":"a","reference":{"resource":"","fields":["a","a"]}},{"fields":"a","reference":{"resource":"","fields":§"b"}}],"fields":[{"name":"a","title":"A","description":"D","type":"string"}]}`, "key key key key"},
	{`{"name":"n","title":"T","description":"D","version":"1","custom_checks":[
		§{"name":"siret","params":{"column":"z"}}, {"name":§"siretz","params":{}}, {"name":§"quelconque"}, {"name":"siret","params":§{"colum":"a"}},
		{"name":"one-of-required","params":§{"column1":"a"}}, {"name":"siret","params":{"column":"a"}}, §{"name":"siret","params":{"column":"a"}}, §{"name":"siret"}
		],"fields":[{"name":"a","title":"A","description":"D","type":"string"}]}`,
		"check-column unknown-check unknown-check check-parameter check-parameter duplicate-check check-parameter"},

	{field("string", `,"format":§"libre"`), "unknown-format"},
	{field("array", `,"arrayItem":{"type":§"texte"}`), "unknown-type"},
	{field("geopoint", `,"format":§"wkt"`), "bad-format"},
	{field("date", `,"format":§"jj/mm/aaaa"`), "literal-format"},
	{field("boolean", `,"trueValues":§["x"],"falseValues":["x"]`), "boolean-words"},
	{field("number", `,"decimalChar":§",","groupChar":","`), "number-signs"},
	{field("number", `,"constraints":{"maxLength":§3}`), "constraint-type"},
	{field("string", `,"constraints":{"minimum":§3}`), "constraint-type"},
	{field("array", `,"arrayItem":{"type":"string","constraints":{"minimum":§3}}`), "constraint-type"},
	{field("date", `,"constraints":{"minimum":§"hier"}`), "constraint-value"},
	{field("integer", `,"constraints":{"enum":[1,§"x",§2.5]}`), "enum-value enum-value"},
	{field("string", `,"constraints":{"pattern":§"("}`), "pattern-syntax"},
	{field("integer", `,"constraints":{§"pattern":"1"}`), "pattern-type"},
	{field("string", `,"constraints":{"jsonSchema":§{}}`), "json-schema"},
	{field("string", `,"constraints":{§"requierd":true,§"zz":1,§"format":"x",§"minlength":2,§"pattren":"x"}`), "unknown-constraint unknown-constraint unknown-constraint unknown-constraint unknown-constraint"},
	{field("string", `,§"required":true`), "stray-member"},
	{field("array", `,"arrayItem":{"type":"string",§"enum":["x"]}`), "stray-member"},
	{field("string", `,§"contraints":{}`), "misspelt-constraints"},
	{field("string", `,§"decimalChar":",",§"bareNumber":false,§"trueValues":["x"],§"arrayItem":{},§"delimiter":";"`), "misplaced-member misplaced-member misplaced-member misplaced-member misplaced-member"},
	{field("integer", `,"groupChar":" ","bareNumber":false`), ""},
	{field("date", `,"format":§"%d/%m/%Y"`), "date-format"},
	{field("date", `,"format":§"any"`), "date-format"},
	{field("date", `,"format":§"%d/%m/%y"`), "date-format"},
	{field("date", `,"format":§"%Y"`), "date-format"},
	{field("datetime", `,"format":"%Y-%m-%dT%H:%M"`), ""},

	{head(`[{"name":"a","title":"A","description":"D","type":"string"},{"name":§"a","title":"A","description":"D","type":"string"}]`), "duplicate-field"},
	{head(`[{"name":§"nom_élu","title":"A","description":"D","type":"string"},{"name":§"nom_elu","title":"A","description":"D","type":"string"}]`), "field-name similar-field"},
	{head(`[{"name":§"a ","title":"A","description":"D","type":"string"},{"name":§"b c","title":"A","description":"D","type":"string"},{"name":§"é","title":"A","description":"D","type":"string"},{"name":§"d-e","title":"A","description":"D","type":"string"},{"name":§"idRAE","title":"A","description":"D","type":"string"}]`), "field-name field-name field-name field-name field-name"},
	{head(`[§{"name":"a"}]`), "missing-field-description missing-field-title missing-type"},

	{field("string", `,"constraints":{"minLength":3,"maxLength":§2}`), "empty-range"},
	{field("number", `,"constraints":{"minimum":3,"maximum":§"2.9"}`), "empty-range"},
	{field("number", `,"constraints":{"exclusiveMinimum":3,"maximum":§3}`), "empty-range"},
	{field("number", `,"constraints":{"minimum":3,"maximum":3}`), ""},
	{field("string", `,"constraints":{"enum":["x",§"x",§"X","y",§"y ",§" z"]}`), "enum-duplicate enum-duplicate enum-duplicate enum-space"},
	{field("number", `,"constraints":{"enum":[1,§1.0]}`), "enum-duplicate"},
	{field("array", `,"arrayItem":{"type":"string","constraints":{"enum":["x",§"x"]}}`), "enum-duplicate"},
	{field("string", `,"constraints":{"enum":["aa",§"b",§"cccc"],"pattern":"[a-c]{2,}","maxLength":3}`), "enum-refused enum-refused"},
	{field("integer", `,"example":§"1,5"`), "example-type"},
	{field("date", `,"example":§"12/03/2024"`), "example-type"},
	{field("date", `,"examples":["2024-03-12",§"demain"]`), "example-type"},
	{field("number", `,"decimalChar":",","example":1.5`), ""},
	{field("boolean", `,"trueValues":["oui"],"falseValues":["non"],"example":true`), ""},
	{field("boolean", `,"trueValues":["oui"],"falseValues":["non"],"example":§"true"`), "example-type"},
	{field("string", `,"example":§"12a","constraints":{"pattern":"^\\d+$"}`), "example-pattern"},
	{field("string", `,"example":§"x","constraints":{"enum":["Y"]}`), "example-enum"},
	{field("string", `,"example":§"Rouge","constraints":{"enum":["rouge"]}`), "example-enum"},
	{field("string", `,"example":§"abc","constraints":{"maxLength":2}`), "example-limit"},
	{field("integer", `,"example":§0,"constraints":{"minimum":1}`), "example-limit"},
	{field("array", `,"example":["x"],"arrayItem":{"type":"string","constraints":{"enum":["x"]}}`), ""},
	{field("array", `,"examples":["x","y"],"arrayItem":{"type":"string","constraints":{"enum":["x","y"]}}`), ""},
	{field("array", `,"example":§"[\"z\"]","arrayItem":{"type":"string","constraints":{"enum":["x"]}}`), "example-item"},
	{field("string", `,"example":"`+strings.Repeat("Une explication. ", 8)+`","constraints":{"maxLength":2}`), ""},
	{field("string", `,"example":"","constraints":{"minLength":2}`), ""},

	{`{"name":"p","resources":[{"name":"r","path":"r.csv","schema":{"fields":[{"name":"a","title":"A","description":"D","type":"date","constraints":{"minimum":§"x"}}]}},§{"name":§"r"},{"name":"t","data":[],"schema":§7}]}`, "constraint-value resource resource resource"},
	{`§{"type":"object","properties":{"a":{"type":7}}}`, "unusable"},
	{`{"type":"object","properties":{"a":{"type":"string"}}}`, ""},
}

// marked takes the marks out of a document, and gives their lines and columns.
func marked(document string) (data []byte, places []string) {
	line, column := 1, 1
	for _, r := range document {
		switch r {
		case '§':
			places = append(places, fmt.Sprintf("%d:%d", line, column))
			continue
		case '\n':
			line, column = line+1, 0
		case '\ufeff':
			column--
		}
		column++
		data = append(data, string(r)...)
	}
	return data, places
}

func TestDocument(t *testing.T) {
	told := map[string]bool{}
	for _, tt := range tests {
		t.Run(tt.document[:min(len(tt.document), 30)], func(t *testing.T) {
			data, places := marked(tt.document)
			r := Document(data, customs)
			var codes, got []string
			for _, p := range r.Problems {
				told[p.Code] = true
				for _, sentence := range []text.Text{p.Say, p.Hint} {
					if sentence.FR != "" && sentence.EN == "" || strings.Contains(sentence.FR, "{") || strings.Contains(sentence.EN, "{") {
						t.Errorf("%s: %q, %q", p.Code, sentence.FR, sentence.EN)
					}
				}
				if p.Say.Empty() {
					t.Errorf("%s says nothing", p.Code)
				}
				at := fmt.Sprintf("%d:%d", p.Line, p.Column)
				if codes = append(codes, p.Code); len(got) == 0 || got[len(got)-1] != at {
					got = append(got, at)
				}
			}
			if diff := cmp.Diff(tt.want, strings.Join(codes, " ")); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(places, got); diff != "" {
				t.Error(diff)
			}
		})
	}
	for code := range rules {
		if !told[code] {
			t.Errorf("no document has a %s", code)
		}
	}
}

// TestReasons wants each rule to have words for each of its reasons, in both
// languages.
func TestReasons(t *testing.T) {
	for code, r := range rules {
		for reason, w := range r.say {
			for _, sentence := range []text.Text{w.say, w.hint} {
				if (sentence.FR == "") != (sentence.EN == "") || strings.Count(sentence.FR, "{") != strings.Count(sentence.EN, "{") {
					t.Errorf("%s %q: %q, %q", code, reason, sentence.FR, sentence.EN)
				}
			}
		}
	}
}

// TestWords shows sentences as people read them.
func TestWords(t *testing.T) {
	for _, tt := range []struct{ document, want string }{
		{"{\n \"fields\": [1,]}", "error json-syntax 2:15: ce n'est pas du JSON correct, ligne 2, colonne 15 : le caractère « ] » n'y est pas attendu."},
		{"{\n \"fields\": [{\"name\": \"ann\xe9e\"}]}", "error json-syntax 2:26: le document n'est pas en UTF-8, ligne 2, colonne 26 : enregistrez-le en UTF-8."},
		{field("string", `,"constraints":{"requierd":true}`), "warning unknown-constraint /fields/0/constraints/requierd a: la contrainte « requierd » est inconnue : elle est ignorée. Écrivez « required », si c'est ce que vous voulez dire."},
		{field("string", `,"constraints":{"required":"oui"}`), "error profile /fields/0/constraints/required a: on attend un booléen (true ou false), et non un texte. Écrivez true ou false, sans guillemets."},
		{field("string", `,"constraints":{"enum":["sans porc "]}`), "warning enum-space /fields/0/constraints/enum/0 a: la valeur « sans porc␣ » commence ou finit par un espace (␣) : sans lui, une cellule sera refusée. Écrivez « sans porc »."},
		{field("date", `,"example":"12/03/2024"`), "warning example-type /fields/0/example a: l'exemple « 12/03/2024 » n'est pas une valeur de type date. Écrivez « 2024-03-12 », ou changez le type ou le format du champ."},
		{field("string", `,"a/b~c":1,"format":"jour"`), "warning unknown-format /fields/0/format a: le format « jour » n'existe pas pour le type string : il est ignoré. Retirez « format », ou écrivez-en un de ce type ; une forme libre se décrit dans « constraints » par « pattern »."},
		{head(`[{"name":"idRAE","title":"A","description":"D","type":"string"}]`), "notice field-name /fields/0/name idRAE: le nom « idRAE » contient des majuscules, que l'on recopie souvent mal. Écrivez plutôt « id_rae »."},
	} {
		r := Document([]byte(tt.document), nil)
		if len(r.Problems) != 1 {
			t.Errorf("%s: %d problems", tt.document, len(r.Problems))
			continue
		}
		p := r.Problems[0]
		got := fmt.Sprintf("%s %s %s %s: %s %s", p.Severity, p.Code, p.Path, p.Field, p.Say.FR, p.Hint.FR)
		if p.Code == "json-syntax" {
			got = fmt.Sprintf("%s %s %d:%d: %s", p.Severity, p.Code, p.Line, p.Column, p.Say.FR)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Error(diff)
		}
	}
}

// TestHostile reads documents that would take long, or fill the memory, if
// nothing were bounded.
func TestHostile(t *testing.T) {
	var names strings.Builder
	for i := range 4000 {
		fmt.Fprintf(&names, `,"requiere%d":1`, i)
	}
	for _, document := range []string{
		strings.Repeat("[", 9000) + strings.Repeat("]", 9000),
		field("string", `,"constraints":{"a":1`+names.String()+`}`),
		field("string", names.String()),
		`{"fields":[{"name":"a"}` + strings.Repeat(`,7`, 4000) + `]}`,
		`{"fields":[{"name":"\ud800","example":"\u0000","constraints":{"enum":["\ufffe"]}}]}`,
	} {
		r := Document([]byte(document), customs)
		total := 0
		for _, n := range r.Counts {
			total += n
		}
		if total != r.Errors+r.Warnings+r.Notices || len(r.Problems) > 10*mostKept || r.Truncated != (total > len(r.Problems)) {
			t.Errorf("%.40s: %d problems, %d counted", document, len(r.Problems), total)
		}
	}
}

// TestSlowPatterns wants few values to be held against expressions that need
// back-tracking.
func TestSlowPatterns(t *testing.T) {
	p, err := pattern.Compile(`(a)\1`)
	if err != nil {
		t.Fatal(err)
	}
	l := &linter{slow: 2}
	got := []bool{l.matches(p, []byte("aa")), l.matches(p, []byte("b")), l.matches(p, []byte("b"))}
	if diff := cmp.Diff([]bool{true, false, true}, got); diff != "" {
		t.Error(diff)
	}
}

// FuzzDocument wants every document to be read to its end, each problem with a
// place in it.
func FuzzDocument(f *testing.F) {
	for _, tt := range tests {
		data, _ := marked(tt.document)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		lines := 1 + strings.Count(string(data), "\n")
		for _, p := range Document(data, customs).Problems {
			if p.Line < 1 || p.Line > lines || p.Column < 1 || p.Column > len(data)+1 || p.Say.Empty() {
				t.Fatalf("%+v", p)
			}
		}
	})
}

// TestCatalogue wants no error in the catalogue, and nothing without effect in
// the schemas that are ours.
func TestCatalogue(t *testing.T) {
	for _, e := range schemas.Entries() {
		for _, version := range e.Versions {
			s, err := e.Load(version)
			if err != nil {
				t.Fatal(err)
			}
			r := Document(s.Document, nil)
			if r.Worst() == Error || strings.HasPrefix(e.Name, "socle/") && r.Worst() == Warning {
				for _, p := range r.Problems {
					if p.Severity >= Warning {
						t.Errorf("%s: %s %s: %s", s.ID(), p.Code, p.Path, p.Say.EN)
					}
				}
			}
		}
	}
}
