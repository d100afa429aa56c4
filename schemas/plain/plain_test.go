package plain

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/schemas/types"
)

// field compiles a schema of one field.
func field(t *testing.T, descriptor string) (*schemas.Schema, *schemas.Field) {
	t.Helper()
	s, err := schemas.Parse("essai.json", []byte(`{"fields": [{"name": "champ", `+descriptor+`}]}`))
	if err != nil {
		t.Fatal(err)
	}
	return s, &s.Fields[0]
}

func TestSaid(t *testing.T) {
	for _, tt := range []struct{ field, fr, en string }{
		{`"type": "string"`, "texte · facultatif", "text · optional"},
		{`"type": "string", "format": "email", "constraints": {"required": true, "unique": true}`,
			"adresse électronique · obligatoire · sans doublon", "e-mail address · required · no duplicates"},
		{`"type": "date"`, "date, année-mois-jour · facultatif", "date, year-month-day · optional"},
		{`"type": "date", "format": "%Y-%m-%d"`, "date, année-mois-jour · facultatif", "date, year-month-day · optional"},
		{`"type": "date", "format": "%d/%m/%Y"`, "date au format jj/mm/aaaa · facultatif", "date in the format dd/mm/yyyy · optional"},
		{`"type": "date", "format": "%d %B %Y"`, "date au format %d %B %Y · facultatif", "date in the format %d %B %Y · optional"},
		{`"type": "date", "format": "%Y"`, "année, quatre chiffres · facultatif", "year, four digits · optional"},
		{`"type": "number", "constraints": {"minimum": 0, "exclusiveMaximum": 1.5}`,
			"nombre, avec un point avant les décimales · facultatif ; au moins 0 ; moins que 1.5", "number, with a point before the decimals · optional ; at least 0 ; less than 1.5"},
		{`"type": "string", "constraints": {"minLength": 1, "maxLength": 1000}`,
			"texte · facultatif ; au moins 1 caractère ; au plus 1\u202f000 caractères", "text · optional ; at least 1 character ; at most 1,000 characters"},
		{`"type": "array", "constraints": {"maxLength": 2}`, "liste en JSON · facultatif ; au plus 2 éléments", "list in JSON · optional ; at most 2 items"},
	} {
		_, f := field(t, tt.field)
		for lang, want := range map[text.Lang]string{text.French: tt.fr, text.English: tt.en} {
			got := strings.Join(append([]string{Kind(lang, f) + " · " + Duty(lang, f)}, Limits(lang, f)...), " ; ")
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.field, diff)
			}
		}
	}
}

func TestValues(t *testing.T) {
	for _, tt := range []struct {
		field         string
		values, items []string
	}{
		{`"type": "string"`, nil, nil},
		{`"type": "boolean"`, []string{"true", "false", "1", "0"}, nil},
		{`"type": "boolean", "trueValues": ["oui", "o"], "falseValues": ["non"]`, []string{"oui", "non", "o"}, nil},
		{`"type": "integer", "constraints": {"enum": [2, 1]}`, []string{"2", "1"}, nil},
		{`"type": "array", "arrayItem": {"type": "string", "constraints": {"enum": ["a", "b"]}}`, nil, []string{"a", "b"}},
		{`"type": "array", "arrayItem": {"type": "string", "enum": ["a", "b"]}`, nil, []string{"a", "b"}},
	} {
		s, f := field(t, tt.field)
		if diff := cmp.Diff(tt.values, Values(f)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.field, diff)
		}
		if diff := cmp.Diff(tt.items, Items(s)["champ"]); diff != "" {
			t.Errorf("items of %s (-want +got):\n%s", tt.field, diff)
		}
	}
}

// Every type that there is can be said, in both languages.
func TestKinds(t *testing.T) {
	for _, name := range types.Names() {
		if kind := kinds[name]; kind.FR == "" || kind.EN == "" {
			t.Errorf("the type %s has no words", name)
		}
	}
}
