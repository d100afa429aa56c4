package schemas

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// whole gives every schema of the catalogue.
func whole(t *testing.T) []*Schema {
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

// otherVersions lists the documents whose version is not the one under which
// they are published.
var otherVersions = map[string]string{
	"scdl/subventions@2.1.0": "2.0.2", // the official document was not renumbered
}

func TestCatalogueParses(t *testing.T) {
	for _, s := range whole(t) {
		if diff := cmp.Diff([]Problem(nil), s.Remarks); diff != "" {
			t.Errorf("%s has remarks:%s", s.ID(), diff)
		}
		var doc struct{ Version string }
		if err := json.Unmarshal(s.Document, &doc); err != nil {
			t.Error(err)
		}
		want := s.Version
		if other, ok := otherVersions[s.ID()]; ok {
			want = other
		}
		if CompareVersions(strings.TrimPrefix(doc.Version, "v"), want) != 0 {
			t.Errorf("%s says that its version is %q", s.ID(), doc.Version)
		}
		if s.Title == "" || s.Homepage == "" {
			t.Errorf("%s lacks a title or a home page", s.ID())
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
		if len(s.Keywords) == 0 {
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

func TestCatalogueSpeaksFrench(t *testing.T) {
	for _, s := range whole(t) {
		sentences := append([]string{s.Title, s.Description}, s.Notes...)
		for _, f := range s.Fields {
			if f.Title == "" {
				t.Errorf("%s: %s has no title", s.ID(), f.Name)
			}
			if !french.MatchString(f.Description) {
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

// badExamples lists the examples of official documents that break the rules of
// their own field. Facts are kept, even these.
var badExamples = map[string]string{
	"scdl/subventions@1.1.0 conditionsVersement":   "the official example is empty, and the field required",
	"scdl/subventions@2.0.0 datesPeriodeVersement": "the official example is a sentence that names two examples",
	"scdl/subventions@2.0.1 datesPeriodeVersement": "the official example is a sentence that names two examples",
}

func TestCatalogueExamples(t *testing.T) {
	bad := map[string]string{}
	for _, s := range whole(t) {
		for i := range s.Fields {
			f := &s.Fields[i]
			if fault := exampleFault(f); fault != "" {
				id := s.ID() + " " + f.Name
				if bad[id] = badExamples[id]; bad[id] == "" {
					t.Errorf("%s: the example %q %s", id, f.Example, fault)
				}
			}
		}
	}
	if diff := cmp.Diff(badExamples, bad); diff != "" {
		t.Errorf("bad examples (-listed +found):\n%s", diff)
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
