package html

import (
	"html/template"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/report/internal/golden"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// pageGolden holds a page against a file of testdata, but for style and script.
func pageGolden(t *testing.T, name, got string) {
	t.Helper()
	got = strings.NewReplacer(styleSource, "…", scriptSource, "…").Replace(got)
	got = strings.ReplaceAll(got, template.HTMLEscapeString(policy()), "…")
	got = strings.ReplaceAll(got, strings.ReplaceAll(template.HTMLEscapeString(policy()), "+", "&#43;"), "…")
	golden.Check(t, name, got)
}

func TestPage(t *testing.T) {
	all := samples(t)
	pageGolden(t, "faulty.fr.html", write(t, all["faulty"], text.French))
	pageGolden(t, "faulty.en.html", write(t, all["faulty"], text.English))
	pageGolden(t, "several.fr.html", write(t, all["several"], text.French))
	pageGolden(t, "items.fr.html", write(t, all["items"], text.French))
	pageGolden(t, "clean.en.html", write(t, all["clean"], text.English))
}

func TestSameResultSamePage(t *testing.T) {
	for name := range samples(t) {
		if diff := cmp.Diff(write(t, samples(t)[name], text.French), write(t, samples(t)[name], text.French)); diff != "" {
			t.Errorf("%s (-once +again):\n%s", name, diff)
		}
	}
}

func TestPageSays(t *testing.T) {
	all := samples(t)
	for _, c := range []struct {
		sample string
		lang   text.Lang
		want   []string
	}{
		{"none", text.French, []string{"Aucun fichier n'a été vérifié"}},
		{"clean", text.French, []string{"Conforme", "Rien à redire", "scdl/equipements"}},
		{"unjudged", text.English, []string{"Not judged", "This file does not exist", "Nothing was judged."}},
		{"interrupted", text.French, []string{"Jugé en partie", "Interrompu.", "40 lignes ont été jugées"}},
		{"threshold", text.French, []string{"1 avertissement est à traiter", "À corriger"}},
		{"unkept", text.French, []string{"14 erreurs à corriger", "Aucune n'est détaillée ici."}},
		{"faulty", text.French, []string{"Non conforme", "12 remarques", "À écrire : « 12.5 »", "Une version plus récente existe : 1.1.0",
			"1 position est hors du cadre", "1 position illisible n'est pas sur la carte"}},
		{"items", text.French, []string{"Propriété surface", "entité 3", "Entités en cause", "Propriétés"}},
		{"several", text.English, []string{"1 of 5 files is not valid", "could not be judged to the end"}},
	} {
		got := strings.NewReplacer(nb, " ", "\u202f", " ", "&#39;", "'").Replace(write(t, all[c.sample], c.lang))
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: the page does not say %q", c.sample, want)
			}
		}
	}
}

func TestSentencesAreUsed(t *testing.T) {
	source := pageSource
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if file == "sentences.go" || strings.HasSuffix(file, "_test.go") {
			continue
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		source += string(b)
	}
	for name, s := range sentences {
		if s.FR == "" || s.EN == "" {
			t.Errorf("%q is not said in both languages", name)
		}
		if !strings.Contains(source, `"`+name+`"`) {
			t.Errorf("%q is said nowhere", name)
		}
		slots := regexp.MustCompile(`\{\w+`)
		if diff := cmp.Diff(unique(slots.FindAllString(strings.ReplaceAll(s.FR, "{nb", ""), -1)), unique(slots.FindAllString(strings.ReplaceAll(s.EN, "{nb", ""), -1))); diff != "" {
			t.Errorf("%q tells other things in French and in English:\n%s", name, diff)
		}
	}
	for _, said := range regexp.MustCompile(`say "([\w-]+)"`).FindAllStringSubmatch(pageSource, -1) {
		if _, ok := sentences[said[1]]; !ok {
			t.Errorf("page.gohtml says %q, which is no sentence", said[1])
		}
	}
}

func unique(all []string) map[string]bool {
	out := map[string]bool{}
	for _, s := range all {
		out[s] = true
	}
	return out
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestWriteErrorIsTold(t *testing.T) {
	if err := Format.New(brokenPipe{}, report.Options{}).Write(samples(t)["faulty"]); err != os.ErrClosed {
		t.Errorf("error %v, want %v", err, os.ErrClosed)
	}
}

func TestEverythingIsTold(t *testing.T) {
	f := faulty(t, "equipements.csv")
	page := write(t, sample(f), text.French)
	for _, finding := range f.Findings {
		message, _ := report.Words(sample(f), f, &finding, text.French)
		place := report.CellName(finding.Column, finding.Pos.Row)
		if finding.Column > 0 && (!strings.Contains(page, ">"+place+"<") || finding.Fix != "" && !strings.Contains(page, ">"+finding.Fix+"<")) {
			t.Errorf("%s: the page says neither where nor what to write: %s", place, message)
		}
	}
	elements, _, _ := parse(page)
	for _, e := range elements {
		if _, hidden := e.attributes["hidden"]; hidden != (e.attributes["id"] == "filter") {
			t.Errorf("%s is hidden without JavaScript: %t", e.name, hidden)
		}
	}
}

func TestSeverities(t *testing.T) {
	for _, s := range []validate.Severity{validate.Notice, validate.Warning, validate.Error} {
		if severityOne[s].Empty() || severityAll[s].Empty() {
			t.Errorf("%s has no word", s)
		}
	}
}
