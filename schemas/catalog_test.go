package schemas

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// whole gives every Table Schema of the catalogue.
func whole(t *testing.T) []*Schema {
	t.Helper()
	var tables []*Schema
	for _, s := range everyKind(t) {
		if s.Kind == Table {
			tables = append(tables, s)
		}
	}
	return tables
}

// everyKind gives every schema of the catalogue.
func everyKind(t *testing.T) []*Schema {
	t.Helper()
	var all []*Schema
	for _, e := range Entries() {
		for _, version := range e.Versions {
			s, err := Find(e.Name + "@" + version)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, s)
		}
	}
	return all
}

// oddities is where what official documents get wrong is listed, and kept: a
// version that is not the one under which they are published, what the loader
// remarks, examples that break the rules of their own field.
const oddities = "testdata/oddities.txt"

func TestCatalogueOddities(t *testing.T) {
	var found []string
	for _, s := range whole(t) {
		var doc struct{ Version string }
		if err := json.Unmarshal(s.Document, &doc); err != nil {
			t.Error(err)
		}
		if CompareVersions(strings.TrimPrefix(doc.Version, "v"), s.Version) != 0 {
			found = append(found, fmt.Sprintf("%s says that its version is %q", s.ID(), doc.Version))
		}
		for _, r := range s.Remarks {
			found = append(found, fmt.Sprintf("%s, %s: %s", s.ID(), r.Path, r.Say.EN))
		}
		for i := range s.Fields {
			if fault := exampleFault(&s.Fields[i]); fault != "" {
				found = append(found, fmt.Sprintf("%s, %s: the example %.80q %s", s.ID(), s.Fields[i].Name, s.Fields[i].Example, fault))
			}
		}
	}
	text := strings.Join(found, "\n") + "\n"
	if *update {
		if err := os.WriteFile(oddities, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(oddities)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(text, "\n")); diff != "" {
		t.Errorf("%s (-listed +found), list them anew with -update:\n%s", oddities, diff)
	}
}

func TestCatalogueParses(t *testing.T) {
	for _, s := range everyKind(t) {
		if s.Title == "" || s.Homepage == "" {
			t.Errorf("%s lacks a title or a home page", s.ID())
		}
	}
	for _, s := range whole(t) {
		if _, err := Parse(s.ID(), s.Document); err != nil { // loading it takes the profile for granted
			t.Error(err)
		}
		if len(s.PrimaryKey) == 0 != !strings.Contains(string(s.Document), `"primaryKey"`) {
			t.Errorf("%s lost its primary key", s.ID())
		}
		for _, check := range s.Checks {
			for _, column := range check.Columns() {
				if s.Field(column) == nil {
					t.Errorf("%s: the check %s names the unknown field %q", s.ID(), check.Name, column)
				}
			}
		}
	}
}

// TestKeywords holds the newest version of each dataset to what detection
// reads: folded, in the singular, and of this dataset alone.
func TestKeywords(t *testing.T) {
	owner := map[string]string{}
	for _, e := range Entries() {
		s, err := Find(e.Name)
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Keywords) == 0 && s.Kind != Package {
			t.Errorf("%s has no keywords", e.Name)
		}
		for _, k := range s.Keywords {
			if k != Fold(k) || strings.HasSuffix(k, "s") {
				t.Errorf("%s: write the keyword %q in small letters, without accents, in the singular", e.Name, k)
			}
			if other, taken := owner[k]; taken {
				t.Errorf("the keyword %q speaks for %s and %s", k, other, e.Name)
			}
			owner[k] = e.Name
		}
	}
}

var (
	address = regexp.MustCompile(`[\w.+-]+@[\w-]+\.\w+`)
	french  = regexp.MustCompile(`(?i)[éèêàçù]|\b(le|la|les|un|une|des|de|du|en|et|ou|si)\b|[ld]'`)
)

// describedInFull says whether each field of the schema is described: those of
// the SCDL and ours are, for agents read them.
func describedInFull(s *Schema) bool {
	owner, _, _ := strings.Cut(s.Name, "/")
	return owner == "scdl" || owner == "socle" || owner == "atlasante" || strings.HasPrefix(s.Name, "etalab/schema-irve-")
}

func TestCatalogueSpeaksFrench(t *testing.T) {
	for _, s := range whole(t) {
		sentences := append([]string{s.Title, s.Description}, s.Notes...)
		for _, f := range s.Fields {
			if f.Title == "" {
				t.Errorf("%s: %s has no title", s.ID(), f.Name)
			}
			if (describedInFull(s) || f.Description != "") && !french.MatchString(f.Description) {
				t.Errorf("%s: %s has no description in French: %q", s.ID(), f.Name, f.Description)
			}
			sentences = append(sentences, f.Title, f.Description)
		}
		for _, sentence := range sentences {
			if found := address.FindString(sentence); found != "" {
				t.Errorf("%s gives the address %s", s.ID(), found)
			}
		}
	}
}

// exampleFault says what is wrong with a field's example, or "".
func exampleFault(f *Field) string {
	raw := []byte(f.Example)
	if f.IsMissing(raw) {
		if f.Constraints.Required {
			return "is empty"
		}
		return ""
	}
	key, ok := f.Type.Key(nil, raw)
	switch {
	case !ok || !f.Type.Valid(raw):
		return "is not of the type " + f.Type.Name
	case !f.Constraints.holds(f.Type, raw, key):
		return "breaks a constraint"
	}
	return ""
}
