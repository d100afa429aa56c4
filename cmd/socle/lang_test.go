package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas/text"
)

func TestLanguage(t *testing.T) {
	for _, tt := range []struct {
		args, env string
		want      text.Lang
	}{
		{"", "", text.French},
		{"", "en_GB.UTF-8", text.English},
		{"", "de", text.French},
		{"validate --lang en x.csv", "fr", text.English},
		{"--lang=fr validate", "en", text.French},
		{"validate --lang", "en", text.English},
		{"validate --lang de", "en", text.English},
		{"validate -- --lang en", "", text.French},
	} {
		if got := language(strings.Fields(tt.args), tt.env); got != tt.want {
			t.Errorf("language(%q, %q) = %s, want %s", tt.args, tt.env, got, tt.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"un  deux\ntrois", []string{"un deux", "trois"}},
		{"anticonstitutionnel oui", []string{"anticonstitutionnel", "oui"}},
		{"le « mot » est : 3", []string{"le «\u00a0mot\u00a0»", "est\u00a0: 3"}},
	} {
		if diff := cmp.Diff(tt.want, wrap(tt.text, 12)); diff != "" {
			t.Errorf("%q: %s", tt.text, diff)
		}
	}
}

func TestShown(t *testing.T) {
	for text, want := range map[string]string{
		"Évry « a »\u00a0!": "Évry « a »\u00a0!",
		"\x1b[31mrouge":     `\x1b[31mrouge`,
		"a\u202eb\n":        `a\u202eb\n`,
		"\xff":              `\xff`,
	} {
		if got := shown(text); got != want {
			t.Errorf("shown(%q) = %q, want %q", text, got, want)
		}
	}
}
