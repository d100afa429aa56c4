package schemas

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"":                           "",
		" Nom_Bénéficiaire ":         "nombeneficiaire",
		norm.NFD.String("Prénom(s)"): "prenoms",
		"N° d'œuvre":                 "ndoeuvre",
		"ŒUVRE":                      "oeuvre",
		"STRASSE ß ﬁn ①²":            "strassessfin12",
		"\ufeffmontant":              "montant",
		"a\u200bb\u00a0c\td":         "abcd",
		"\xff\xfeé":                  "e",
		"…—!?":                       "",
		"Ελλάδα":                     "ελλαδα",
		"CAMELCase-and_snake.2024":   "camelcaseandsnake2024",
	} {
		if got := Fold(name); got != want {
			t.Errorf("Fold(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	fields := []string{"nomAttribuant", "idAttribuant", "montant", "objet", "nature"}
	for name, want := range map[string]string{
		"montant":                      "montant",
		"Montants":                     "montant",
		"mon tant":                     "montant",
		"mntant":                       "montant",
		"nom_attribuante":              "nomAttribuant",
		"objets":                       "objet",
		"obj":                          "",
		"x":                            "",
		"":                             "",
		"…":                            "",
		"bénéficiaire":                 "",
		strings.Repeat("montant", 100): "",
	} {
		if got := Nearest(name, fields); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", name, got, want)
		}
	}
	if got := Nearest("montant", []string{strings.Repeat(" ", 300) + "montant", "…", ""}); got != "" {
		t.Errorf("found %q", got)
	}
}

// TestNearestIsQuick looks for fields among labels that a stranger wrote.
func TestNearestIsQuick(t *testing.T) {
	huge := strings.Repeat("é", 1<<19)
	many := make([]string, 10_000)
	for i := range many {
		many[i] = fmt.Sprintf("Colonne n° %d", i)
	}
	start := time.Now()
	for i := range 50 {
		field := fmt.Sprintf("nom_beneficiaire_%d", i)
		if got := Nearest(field, many); got != "" {
			t.Errorf("%s is near %q", field, got)
		}
		if got := Nearest(huge, []string{huge + "e", field}) + Nearest(field, []string{huge}); got != "" {
			t.Error("a label of one million bytes is near to something")
		}
	}
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("took %s", took)
	}
}

func BenchmarkNearest(b *testing.B) {
	many := make([]string, 10_000)
	for i := range many {
		many[i] = fmt.Sprintf("Colonne n° %d", i)
	}
	b.ReportAllocs()
	for b.Loop() {
		Nearest("nom_beneficiaire", many)
	}
}
