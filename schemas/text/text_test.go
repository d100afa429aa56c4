package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFill(t *testing.T) {
	values := map[string]string{"n": "1", "many": "1\u202f000", "none": "0", "value": "{n}"}
	lookup := func(name string) (string, bool) { v, ok := values[name]; return v, ok }
	tests := []struct {
		lang           Lang
		template, want string
	}{
		{French, "sans accolade", "sans accolade"},
		{French, "{n} {n|ligne|lignes}", "1 ligne"},
		{French, "{none} {none|ligne|lignes}", "0 ligne"},
		{English, "{none} {none|row|rows}", "0 rows"},
		{French, "{many} {many|ligne|lignes}", "1\u202f000 lignes"},
		{French, "une valeur n'est pas un gabarit : {value}", "une valeur n'est pas un gabarit : {n}"},
		{French, "inconnu {x} et {x|a|b}, ouvert {n", "inconnu {x} et {x|a|b}, ouvert {n"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, Fill(tt.lang, tt.template, lookup)); diff != "" {
			t.Errorf("%s: %s", tt.template, diff)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, tt := range []struct {
		lang Lang
		n    int
		want string
	}{
		{French, 0, "0"}, {French, 999, "999"}, {French, 1000, "1\u202f000"},
		{English, 1234567, "1,234,567"}, {English, -1234, "-1,234"},
	} {
		if got := Number(tt.lang, tt.n); got != tt.want {
			t.Errorf("Number(%s, %d) = %q, want %q", tt.lang, tt.n, got, tt.want)
		}
	}
}

func TestParseLang(t *testing.T) {
	for name, want := range map[string]Lang{"fr_FR.UTF-8": French, "EN": English, "english": English, "": French, "de": French} {
		if got, ok := ParseLang(name); got != want || ok != (name != "" && name != "de") {
			t.Errorf("ParseLang(%q) = %s, %t", name, got, ok)
		}
	}
}
