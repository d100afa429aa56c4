package proof_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/schemas/text/proof"
)

func TestFaults(t *testing.T) {
	for _, tt := range []struct {
		lang text.Lang
		said string
		want []string
	}{
		{text.French, "La date « 12/03/2023 » doit s'écrire année-mois-jour : 2023-03-12.", nil},
		{text.French, "« The value of the cell » n'est pas permis ; voir https://exemple.fr/the_file et --strict.", nil},
		{text.French, "Le header est vide.", []string{"a word of programmers: header"}},
		{text.French, "Le nom of the colonne.", []string{"a word of the other language: of, the"}},
		{text.French, "Il faut ^[0-9]{14}$ ici.", []string{"a regular expression: ^[0-9]{14}$"}},
		{text.French, "Il faut \\d.", []string{"a regular expression: \\d"}},
		{text.French, "Valeurs : ['a', 'b'] ou True.", []string{"the writing of a program: 'a', '"}},
		{text.French, "Trouvé : %!s(MISSING)", []string{"the writing of a program: %!"}},
		{text.French, "L’en-tête: «vide» !", []string{"a curly apostrophe: L’en-tête:", "no space before a high sign or inside guillemets: e: "}},
		{text.French, "La  date est {cell}.", []string{"two spaces: a  d", "an unfilled slot: {cell}", "a word of the other language: cell"}},
		{text.French, "À 09:30, l'heure est juste ; \"a: b\" aussi.", nil},
		{text.English, `The column "nom de la commune" is absent.`, nil},
		{text.English, "The ligne is empty : fill it.", []string{"a space before a sign: empty : ", "a word of the other language: ligne"}},
		{text.French, "Le schéma dit : Sept chiffres..", []string{"two full stops: s.."}},
		{text.English, "A « regex ».", []string{"guillemets: «"}},
	} {
		if diff := cmp.Diff(tt.want, proof.Faults(tt.lang, tt.said)); diff != "" {
			t.Errorf("%q: %s", tt.said, diff)
		}
	}
}

func TestSentence(t *testing.T) {
	for said, want := range map[string][]string{
		"La cellule est vide.": nil,
		"La cellule est vide":  {"no full stop"},
		"la cellule est vide.": {"no capital"},
		" ":                    {"no sentence"},
	} {
		if diff := cmp.Diff(want, proof.Sentence(said)); diff != "" {
			t.Errorf("%q: %s", said, diff)
		}
	}
}

func TestTemplate(t *testing.T) {
	for _, tt := range []struct {
		lang     text.Lang
		template string
		want     []string
	}{
		{text.French, "{n} {n|ligne est vide|lignes sont vides}, à partir de la ligne {row}.", nil},
		{text.French, "{n} {n|ligne|lignes} sont vides.", []string{"a wrong number: ligne … sont"}},
		{text.French, "Il y a {n} lignes.", []string{"a wrong number: 0 lignes", "a wrong number: 1 lignes"}},
		{text.English, "{n} {n|row is|rows are} empty.", nil},
		{text.English, "{n} {n|row|rows} is empty.", []string{"a wrong number: rows … is"}},
		{text.English, "{n} blank row.", []string{"a wrong number: 0 blank row", "a wrong number: 1,000 blank row", "a wrong number: 2 blank row"}},
	} {
		got := proof.Template(tt.lang, tt.template, func(string) string { return "X" })
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q: %s", tt.template, diff)
		}
	}
	if diff := cmp.Diff([]string{"a wrong number: 0 row of X", "a wrong number: 1000 row of X", "a wrong number: 2 row of X"}, proof.Format(text.English, "%d row of %s")); diff != "" {
		t.Error(diff)
	}
}
