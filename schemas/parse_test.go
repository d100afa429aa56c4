package schemas

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas/text"
)

// said gives the problems of an error as "path | French | English".
func said(t *testing.T, err error) []string {
	t.Helper()
	var bad *DocumentError
	if !errors.As(err, &bad) {
		t.Fatalf("the error is %T: %v", err, err)
	}
	return lines(bad.Problems)
}

func lines(problems []Problem) []string {
	var out []string
	for _, p := range problems {
		out = append(out, p.Path+" | "+p.Say.FR+" | "+p.Say.EN)
	}
	return out
}

// one is a document with one field, of these members besides its name.
func one(members string) string { return `{"fields":[{"name":"a",` + members + `}]}` }

func TestParseSyntax(t *testing.T) {
	for document, want := range map[string]string{
		"":                                   " | le document est vide. | the document is empty.",
		"\ufeff \n":                          " | le document est vide. | the document is empty.",
		`{"fields": [`:                       " | ce n'est pas du JSON correct, ligne 1, colonne 12 : il s'arrête avant sa fin. | it is not valid JSON, line 1, column 12: it stops before its end.",
		"{\n  \"é\": 1,,\n}":                 " | ce n'est pas du JSON correct, ligne 2, colonne 10 : le caractère « , » n'y est pas attendu. | it is not valid JSON, line 2, column 10: the character ',' is not expected there.",
		"{\"a\": 1,\n \"é\": \"\xe9t\xe9\"}": " | le document n'est pas en UTF-8, ligne 2, colonne 8 : enregistrez-le en UTF-8. | the document is not in UTF-8, line 2, column 8: save it as UTF-8.",
		"\xff\xfe{\x00}\x00":                 " | le document n'est pas en UTF-8, ligne 1, colonne 1 : enregistrez-le en UTF-8. | the document is not in UTF-8, line 1, column 1: save it as UTF-8.",
		"{\"a\": \"\xc3":                     " | le document n'est pas en UTF-8, ligne 1, colonne 8 : enregistrez-le en UTF-8. | the document is not in UTF-8, line 1, column 8: save it as UTF-8.",
		"name: scdl":                         " | ce n'est pas du JSON correct, ligne 1, colonne 2 : le caractère « a » n'y est pas attendu. | it is not valid JSON, line 1, column 2: the character 'a' is not expected there.",
		"\ufeff<html>":                       " | ce n'est pas du JSON correct, ligne 1, colonne 1 : le caractère « < » n'y est pas attendu. | it is not valid JSON, line 1, column 1: the character '<' is not expected there.",
		"{}\n\x1b":                           ` | ce n'est pas du JSON correct, ligne 2, colonne 1 : le caractère « \x1b » n'y est pas attendu. | it is not valid JSON, line 2, column 1: the character '\x1b' is not expected there.`,
		strings.Repeat("[", 1e5):             " | ce n'est pas du JSON correct, ligne 1, colonne 10001 : trop de listes ou d'objets y sont l'un dans l'autre. | it is not valid JSON, line 1, column 10001: too many lists or objects hold one another.",
	} {
		_, err := Parse("x", []byte(document))
		if diff := cmp.Diff([]string{want}, said(t, err)); diff != "" {
			t.Errorf("%.20q:%s", document, diff)
		}
	}
}

func TestParseForeign(t *testing.T) {
	for document, want := range map[string]text.Text{
		`{"path":"a.csv","schema":{"fields":[]}}`:    {FR: "ce document est la description d'une ressource, dont le membre « schema » est le schéma", EN: `this document is the description of a resource, whose member "schema" is the schema`},
		`{"type":"FeatureCollection","features":[]}`: {FR: "ce document est un fichier de données GeoJSON", EN: "this document is a GeoJSON data file"},
		`{"version":1,"schemas":[]}`:                 {FR: "ce document est un catalogue de schémas", EN: "this document is a catalogue of schemas"},
		`[{"name":"a"}]`:                             {FR: "ce document est une liste, et non un objet", EN: "this document is a list, not an object"},
		`"fields"`:                                   {FR: "ce document n'est qu'une valeur (fields)", EN: "this document is a mere value (fields)"},
		`12e3`:                                       {FR: "ce document n'est qu'une valeur (12e3)", EN: "this document is a mere value (12e3)"},
		`null`:                                       {FR: "ce document n'est qu'une valeur (null)", EN: "this document is a mere value (null)"},
		`{}`:                                         {FR: "ce document n'a pas de liste « fields »", EN: `this document has no list "fields"`},
		`{"Fields":[{"name":"a"}]}`:                  {FR: "ce document n'a pas de liste « fields »", EN: `this document has no list "fields"`},
		`{"resources":5,"type":["Feature"]}`:         {FR: "ce document n'a pas de liste « fields »", EN: `this document has no list "fields"`},
	} {
		_, err := Parse("x", []byte(document))
		end := " | " + want.FR + " ; socle attend un schéma : un Table Schema (avec une liste « fields »), un JSON Schema ou un Data Package. | " +
			want.EN + `; socle expects a schema: a Table Schema (with a list "fields"), a JSON Schema or a Data Package.`
		if diff := cmp.Diff([]string{end}, said(t, err)); diff != "" {
			t.Errorf("%s:%s", document, diff)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for document, want := range map[string][]string{
		`{"fields":[{"name":"a"},{"name":"b"},{"name":"a"}]}`: {`fields[2].name | le nom « a » est déjà celui du champ 1. | the name "a" is already that of field 1.`},
		`{"fields":[{"name":"a"}],"primaryKey":["a","b"]}`:    {`primaryKey | la clé nomme « b », qui n'est pas un champ du schéma. | the key names "b", which is not a field of the schema.`},
		one(`"type":"number","decimalChar":"1"`):              {`fields[0] | « decimalChar » (1) et « groupChar » () ne permettent pas d'écrire un nombre. | no number can be written with "decimalChar" (1) and "groupChar" ().`},
		one(`"type":"array","arrayItem":{"type":"entier"}`):   {`fields[0].arrayItem | le type « entier » est inconnu. Les types sont : string, number, integer, boolean, object, array, list, date, time, datetime, year, yearmonth, duration, geopoint, geojson, any. | the type "entier" is unknown. The types are: string, number, integer, boolean, object, array, list, date, time, datetime, year, yearmonth, duration, geopoint, geojson, any.`},
		one(`"type":"number","constraints":{"minimum":"x"}`):  {`fields[0].constraints.minimum | x n'est pas une valeur de type number. | x is not a value of type number.`},
		one(`"constraints":{"maximum":3}`):                    {`fields[0].constraints.maximum | une valeur de type string n'a ni minimum ni maximum. | a value of type string has neither minimum nor maximum.`},
		one(`"type":"integer","constraints":{"maxLength":3}`): {`fields[0].constraints.maxLength | une valeur de type integer n'a pas de longueur. | a value of type integer has no length.`},
		one(`"constraints":{"maxLength":1e400}`):              {`fields[0].constraints.maxLength | 1e400 n'est pas une longueur. | 1e400 is not a length.`},
		one(`"constraints":{"minLength":1e99999}`):            {`fields[0].constraints.minLength | le nombre 1e99999 est démesuré. | the number 1e99999 is out of all measure.`},
		one(`"x":{"y":[1,-2E-999999999999]}`):                 {`fields[0].x.y[1] | le nombre -2E-999999999999 est démesuré. | the number -2E-999999999999 is out of all measure.`},
		one(`"type":"date","constraints":{"enum":["2020-01-01","2020-13-01",null]}`): {
			`fields[0].constraints.enum[1] | 2020-13-01 n'est pas une valeur de type date. | 2020-13-01 is not a value of type date.`,
			`fields[0].constraints.enum[2] | null n'est pas une valeur de type date. | null is not a value of type date.`,
		},
		"{\"fields\":[{\"name\":\"a\"}],\"primaryKey\":\"\\u001b[31m\"}": {`primaryKey | la clé nomme « \x1b[31m », qui n'est pas un champ du schéma. | the key names "\x1b[31m", which is not a field of the schema.`},
	} {
		_, err := Parse("x", []byte(document))
		if err == nil {
			t.Errorf("%s parses", document)
			continue
		}
		if diff := cmp.Diff(want, said(t, err)); diff != "" {
			t.Errorf("%s:%s", document, diff)
		}
	}
}

// TestParseQuotes holds the sentences that end with the words of the packages
// below, which are English and their own.
func TestParseQuotes(t *testing.T) {
	long := strings.Repeat("(a|", 5000)
	for document, want := range map[string]string{
		one(`"type":"date","format":"%Q"`):              `fields[0] | le format « %Q » n'est pas un format du type date (en anglais : `,
		one(`"type":"geopoint","format":"x"`):           `fields[0] | le format « x » n'est pas un format du type geopoint (en anglais : `,
		one(`"type":"geojson","format":"` + long + `"`): `fields[0] | le format « (a|(a|`,
		one(`"constraints":{"pattern":"a("}`):           `fields[0].constraints.pattern | l'expression régulière est incorrecte au caractère 2 (en anglais : `,
		one(`"constraints":{"pattern":"[z-a]"}`):        `fields[0].constraints.pattern | l'expression régulière est incorrecte au caractère 2 (en anglais : `,
		one(`"constraints":{"pattern":"` + long + `"}`): `fields[0].constraints.pattern | l'expression régulière `,
	} {
		_, err := Parse("x", []byte(document))
		if got := said(t, err); len(got) != 1 || !strings.HasPrefix(got[0], want) || len(got[0]) > 1500 {
			t.Errorf("%.80s: %q", document, got)
		}
	}
}

func TestParseRemarks(t *testing.T) {
	for document, want := range map[string][]string{
		one(`"constraints":{"patter":"x"}`):                            {`fields[0].constraints.patter | la contrainte « patter » est inconnue : elle est ignorée. | the constraint "patter" is unknown: it is ignored.`},
		one(`"format":"courriel"`):                                     {`fields[0] | le format « courriel » n'existe pas pour le type string : il est ignoré. | the format "courriel" does not exist for the type string: it is ignored.`},
		one(`"type":"integer","format":"x"`):                           {`fields[0] | le format « x » n'existe pas pour le type integer : il est ignoré. | the format "x" does not exist for the type integer: it is ignored.`},
		one(`"type":"date","format":"AAAA"`):                           {`fields[0] | le format « AAAA » ne contient rien qui se lise comme une date ou une heure (%Y, %m, %H…) : seul ce texte même est admis. | the format "AAAA" holds nothing that is read as a date or a time (%Y, %m, %H…): only that very text is allowed.`},
		one(`"type":"boolean","trueValues":["x"],"falseValues":["x"]`): {`fields[0] | une même écriture y est à la fois vraie et fausse : elle est lue comme vraie. | one text is both a true and a false value there: it is read as true.`},
		one(`"type":"year","constraints":{"pattern":"20.."}`):          {`fields[0].constraints.pattern | une expression régulière n'est prévue que pour le type string : elle juge ici le texte de la cellule, de type year. | a regular expression is meant for the type string only: here it judges the text of the cell, of type year.`},
		`{"fields":[{"name":"a","contraints":{}},{"name":"b","required":true,"contraints":{}}]}`: {
			`fields[0].contraints | « contraints » n'est pas écrit dans « constraints » et reste sans effet (champs concernés : 2). | "contraints" is not written inside "constraints" and has no effect (fields concerned: 2).`,
			`fields[1].required | « required » n'est pas écrit dans « constraints » et reste sans effet (champs concernés : 1). | "required" is not written inside "constraints" and has no effect (fields concerned: 1).`,
		},
		`{"fields":[{"name":"a"}],"custom_checks":[{"name":"siret","params":{"column":"b"}},{"name":"somme","params":{"column":"a","columns":["a","c"]}},{"name":"vide"}]}`: {
			`custom_checks[0] | le contrôle « siret » nomme « b », qui n'est pas un champ du schéma. | the check "siret" names "b", which is not a field of the schema.`,
			`custom_checks[1] | le contrôle « somme » nomme « c », qui n'est pas un champ du schéma. | the check "somme" names "c", which is not a field of the schema.`,
		},
		one(`"nullable":true,"importance":3,"profiles":null,"items":{"type":5}`): nil,
	} {
		s, err := Parse("x", []byte(document))
		if err != nil {
			t.Errorf("%s: %v", document, err)
			continue
		}
		if diff := cmp.Diff(want, lines(s.Remarks)); diff != "" {
			t.Errorf("%s:%s", document, diff)
		}
	}
}

// TestParseTolerates reads what published schemas do beside the standard.
func TestParseTolerates(t *testing.T) {
	for _, document := range []string{
		"\ufeff" + one(`"type":"string"`),
		one(`"type":"number","constraints":{"minimum":"0","maximum":"1.5"}`),
		one(`"type":"number","constraints":{"enum":["1",2,"3.0"]}`),
		one(`"type":"integer","constraints":{"pattern":"\\d+"}`),
		one(`"type":"array","arrayItem":{"type":"string","constraints":{"enum":["sans porc ","b"]}}`),
		one(`"type":"array","items":{"type":"string"}`),
		one(`"type":"string","constraints":{"enum":[1,"x"]}`),
		one(`"example":null,"examples":[],"exemple":{}`),
		one(`"missingValues":[{"value":"-","label":"rien"},"NA"]`),
		`{"fields":[{"name":"a"}],"version":"v1.1.6","statut":null,"input rules":[]}`,
		`{"fields":[{"name":"a"}],"primaryKey":"a","missingValues":[]}`,
	} {
		if _, err := Parse("x", []byte(document)); err != nil {
			t.Errorf("%s: %v", document, err)
		}
	}
}

func TestParseMembers(t *testing.T) {
	for document, want := range map[string][]string{
		`{"fields":[{"name":"a"}]}`:                                               {""},
		`{"fields":[{"name":"a"}],"missingValues":[]}`:                            nil,
		`{"fields":[{"name":"a"}],"missingValues":["","NC"]}`:                     {"", "NC"},
		`{"fields":[{"name":"a"}],"missingValues":[{"value":"-99","label":"x"}]}`: {"-99"},
		`{"fields":[{"name":"a","missingValues":["NA"]}],"missingValues":["NC"]}`: {"NA"},
		`{"fields":[{"name":"a"}],"MissingValues":["NC"]}`:                        {""},
		`{"fields":[{"name":"a","missingValues":["x"]}],"fields":[{"name":"a"}]}`: {""},
	} {
		s, err := Parse("x", []byte(document))
		if err != nil {
			t.Errorf("%s: %v", document, err)
			continue
		}
		if diff := cmp.Diff(want, s.Fields[0].Missing); diff != "" {
			t.Errorf("%s:%s", document, diff)
		}
	}
}

// TestParseBig reads 10,000 fields, and 10,000 faults of which 50 are said.
func TestParseBig(t *testing.T) {
	var good, bad strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&good, `,{"name":"champ %d","type":"integer","constraints":{"minimum":0}}`, i)
		fmt.Fprintf(&bad, `,{"name":%d}`, i)
	}
	s, err := Parse("x", []byte(`{"fields":[`+good.String()[1:]+`]}`))
	if err != nil || len(s.Fields) != 10_000 {
		t.Fatal(err)
	}
	_, err = Parse("x", []byte(`{"fields":[`+bad.String()[1:]+`]}`))
	all := strings.Split(err.Error(), "\n")
	if len(all) != 52 || all[51] != "  - and 9,950 more." {
		t.Errorf("%d lines, the last is %q", len(all), all[len(all)-1])
	}
	deep := strings.Repeat(`{"type":"array","arrayItem":`, 2000) + "{}" + strings.Repeat("}", 2000)
	if _, err := Parse("x", []byte(one(`"type":"array","arrayItem":`+deep))); err == nil {
		t.Error("2,000 arrays in one another parse")
	}
}

func TestDocumentErrorIn(t *testing.T) {
	_, err := Parse("mien.json", []byte(`{"fields":[{"name":5}]}`))
	var bad *DocumentError
	if !errors.As(err, &bad) {
		t.Fatal(err)
	}
	want := "le schéma mien.json n'est pas utilisable :\n  - fields[0].name : on attend un texte, et non un nombre entier."
	if diff := cmp.Diff(want, bad.In(text.French)); diff != "" {
		t.Error(diff)
	}
	want = "the schema mien.json cannot be used:\n  - fields[0].name: expected a text, not a whole number."
	if diff := cmp.Diff(want, bad.Error()); diff != "" {
		t.Error(diff)
	}
}

func TestParseFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.json")
	if _, err := ParseFile(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	if err := os.WriteFile(path, []byte(`{"fields":[{"name":"a"}]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := ParseFile(path); err != nil || s.Source != path {
		t.Errorf("%v, %v", s, err)
	}
	if err := os.Truncate(path, maxDocument+1); err != nil {
		t.Fatal(err)
	}
	_, err := ParseFile(path)
	if diff := cmp.Diff([]string{" | le document dépasse 16 Mo. | the document is larger than 16 MB."}, said(t, err)); diff != "" {
		t.Error(diff)
	}
}
