package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate/checks"
)

func TestNearCodes(t *testing.T) {
	for asked, want := range map[string][]string{
		"typ-error": {"type-error"}, "sirte": {"siret", "siren"}, "sirett": {"siret"}, "Ring_Not_Closed": {"ring-not-closed"},
		"zzzzzzzz": nil, "": nil, "arobase": nil, "accents": {"mojibake"}, strings.Repeat("a", 500): nil,
	} {
		if diff := cmp.Diff(want, nearCodes(asked)); diff != "" {
			t.Errorf("%.40q: %s", asked, diff)
		}
	}
}

// Every check is explained in both languages: what it is, why it matters, an
// example before and after where one can be shown, how to mend it; and --json
// says the same.
func TestExplainAll(t *testing.T) {
	for _, c := range checks.All() {
		for _, lang := range []text.Lang{text.French, text.English} {
			var stdout, stderr, asJSON bytes.Buffer
			if code := run([]string{"explain", c.Code, "--lang", string(lang)}, nil, &stdout, &stderr); code != 0 {
				t.Errorf("%s: exit code %d: %s", c.Code, code, &stderr)
			}
			words := strings.Join(strings.Fields(strings.NewReplacer("\u00a0", " ").Replace(stdout.String())), " ")
			said := []string{c.Code, c.Title.In(lang), c.Why.In(lang), c.Mend.In(lang)}
			for _, part := range said {
				if !strings.Contains(words, part) {
					t.Errorf("%s in %s does not say %q:\n%s", c.Code, lang, part, &stdout)
				}
			}
			prose, _, _ := strings.Cut(stdout.String(), map[text.Lang]string{text.French: "Fautif", text.English: "Wrong"}[lang])
			for line := range strings.Lines(prose) {
				if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > describedWidth+2 {
					t.Errorf("%s: a line of %d characters: %s", c.Code, n, line)
				}
			}
			run([]string{"explain", c.Code, "--json", "--lang", string(lang)}, nil, &asJSON, &stderr)
			var got struct{ Code, Title, Why, Mend, Bad, Good string }
			if err := json.Unmarshal(asJSON.Bytes(), &got); err != nil {
				t.Fatal(err)
			}
			want := []string{c.Code, c.Title.In(lang), c.Why.In(lang), c.Mend.In(lang), c.Bad, c.Good}
			if diff := cmp.Diff(want, []string{got.Code, got.Title, got.Why, got.Mend, got.Bad, got.Good}); diff != "" {
				t.Errorf("%s: %s", c.Code, diff)
			}
		}
	}
}
