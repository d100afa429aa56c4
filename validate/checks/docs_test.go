package checks_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
)

var (
	kebab       = regexp.MustCompile(`^[a-z]+(-[a-z]+[0-9]*)*$`)
	version     = regexp.MustCompile(`^[0-9]+\.[0-9]+\.[0-9]+$`)
	placeholder = regexp.MustCompile(`\{[a-z-]+(\|[^}]*)?\}`)
)

// unshown are the checks of which a few lines of text can show no example.
var unshown = []string{"empty-file", "encoding", "unknown-custom-check", "record-too-long", "encoding-error", "workbook", "geometry-undecided", "line-ends", "control-character", "territory-limit", "late-property", "record-list"}

// A check that is not documented does not exist: this is what each must say.
func TestChecksAreDocumented(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range checks.All() {
		t.Run(c.Code, func(t *testing.T) {
			if !kebab.MatchString(c.Code) || seen[c.Code] {
				t.Errorf("the code %q must be in kebab case and unique", c.Code)
			}
			seen[c.Code] = true
			if !version.MatchString(c.Since) {
				t.Errorf("Since %q is not a version", c.Since)
			}
			if c.Severity == validate.None {
				t.Error("the check has no severity")
			}
			if found := checks.Find(c.Code); found != c {
				t.Errorf("Find gives %v", found)
			}
			bothLanguages(t, "Title", c.Title)
			bothLanguages(t, "Why", c.Why)
			bothLanguages(t, "Mend", c.Mend)
			if _, ok := c.Messages[""]; !ok {
				t.Error(`Messages[""] is missing`)
			}
			for reason, m := range c.Messages {
				bothLanguages(t, "Say of "+reason, m.Say)
				if !m.Hint.Empty() {
					bothLanguages(t, "Hint of "+reason, m.Hint)
				}
			}
			if shown := c.Bad != "" && c.Good != "" && c.Bad != c.Good; shown == slices.Contains(unshown, c.Code) {
				t.Errorf("Bad %q and Good %q: both must be there, or the check be among unshown", c.Bad, c.Good)
			}
		})
	}
}

// bothLanguages wants a text in each language, and not the same: a sentence
// that was left in one language is the usual slip.
func bothLanguages(t *testing.T, what string, said text.Text) {
	t.Helper()
	if said.FR == "" || said.EN == "" || said.FR == said.EN {
		t.Errorf("%s must be said in French and in English: %q, %q", what, said.FR, said.EN)
	}
	if strings.Contains(said.FR, "’") || strings.ContainsAny(said.EN, "«»’") {
		t.Errorf("%s: apostrophes are straight, and English has no guillemets: %q, %q", what, said.FR, said.EN)
	}
}

// shownByScript names the script that shows a reason which takes more than one
// file.
var shownByScript = map[string]string{"foreign-key unreadable": "datapackage.txtar"}

// Every message of every check is shown by its case, in both languages and
// without a place left unfilled.
func TestMessagesAreShown(t *testing.T) {
	eachCase(t, func(t *testing.T, c *checkCase) {
		unshown := map[string]bool{}
		for reason := range c.check.Messages {
			unshown[reason] = true
		}
		for _, name := range c.data("bad") {
			data, _ := c.file(name + ".csv")
			for _, strict := range []bool{false, true} {
				r := c.judge(name, data, strict)
				for i := range r.Files[0].Findings {
					f := &r.Files[0].Findings[i]
					filled(t, r, f)
					if f.Code != c.check.Code {
						continue
					}
					if unshown[f.Reason] {
						delete(unshown, f.Reason)
					} else if _, said := c.check.Messages[f.Reason]; !said {
						delete(unshown, "")
					}
				}
			}
		}
		for reason := range unshown {
			if script := shownByScript[c.check.Code+" "+reason]; script != "" {
				if _, err := os.Stat("../../testdata/script/" + script); err != nil {
					t.Error(err)
				}
				continue
			}
			t.Errorf("no finding of the case has the reason %q: show it, or remove its message", reason)
		}
	})
}

// filled wants the words of a finding in both languages, with every place filled.
func filled(t *testing.T, r *validate.Result, f *validate.Finding) {
	t.Helper()
	for _, lang := range []text.Lang{text.French, text.English} {
		message, hint := report.Message(r, r.Files[0], f, lang)
		if message == "" || message == f.Code {
			t.Errorf("%s %q has no message in %s", f.Code, f.Reason, lang)
		}
		for _, said := range []string{message, hint} {
			if left := placeholder.FindString(said); left != "" {
				t.Errorf("%s %q in %s: %s is not filled: %s", f.Code, f.Reason, lang, left, said)
			}
		}
		if lang == text.English && strings.Contains(message+hint, "«") {
			t.Errorf("%s %q: an English message has guillemets: %s", f.Code, f.Reason, message)
		}
	}
}

// The examples of the documentation are true: Bad has a finding of the check
// under the case's schema, Good has none.
func TestExamplesOfDocs(t *testing.T) {
	eachCase(t, func(t *testing.T, c *checkCase) {
		if c.check.Bad == "" {
			return
		}
		if r := c.judge("bad", c.check.Bad+"\n", false); !has(r, c.check.Code, validate.Notice) {
			t.Errorf("Bad has no such finding:\n%s", told(r))
		}
		if r := c.judge("good", c.check.Good+"\n", false); has(r, c.check.Code, validate.Notice) {
			t.Errorf("Good has such a finding:\n%s", told(r))
		}
	})
}

// The pages made by Docs are those in the folder.
func TestDocsAreFresh(t *testing.T) {
	for lang, name := range map[text.Lang]string{text.French: "CHECKS.fr.md", text.English: "CHECKS.en.md"} {
		got := checks.Docs(lang)
		if left := placeholder.FindString(got); left != "" {
			t.Errorf("%s: %s has no words in slotWords", name, left)
		}
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(filepath.FromSlash(name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s is stale; renew it: go test ./validate/checks -update\n%s", name, diff)
		}
	}
}
