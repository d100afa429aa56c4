package schemas

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestElder(t *testing.T) {
	// Newest first: the third column was renamed, a fourth came, one was given up.
	o := &outline{Versions: []versionOutline{
		{Version: "3", Required: []string{"a", "b"}, Optional: []string{"new", "fourth"}},
		{Version: "2", Required: []string{"a", "b"}, Optional: []string{"old"}},
		{Version: "1", Required: []string{"a", "b"}, Optional: []string{"old", "gone"}},
	}, Aliases: map[string][]string{"new": {"old"}}}
	for labels, want := range map[string]string{
		"a b new fourth":     "3",
		"a b new":            "3",
		"a b":                "3", // what is absent tells nothing
		"b other":            "3",
		"a b old":            "2",
		"a b old gone":       "1",
		"a gone":             "1",
		"a b old fourth":     "3", // one column that only the newest knows
		"a b new old gone":   "3",
		"a b old gone other": "1",
	} {
		h := newHeading(strings.Fields(labels), nil)
		if got := o.Versions[h.elder(o)].Version; got != want {
			t.Errorf("%q is of version %s, want %s", labels, got, want)
		}
	}
}

func TestBelongs(t *testing.T) {
	enum := func(values string) string {
		return `{"enum": ["` + strings.ReplaceAll(values, "|", `", "`) + `"]}`
	}
	const pattern = `{"pattern": "`
	for _, tt := range []struct {
		name, older, newer, values string
		want                       bool
	}{
		{"another vocabulary", enum("Zone A (1)|Zone B (2)"), enum("Zone A|Zone B"), "Zone A (1)|Zone B (2)", true},
		{"the new one", enum("Zone A (1)|Zone B (2)"), enum("Zone A|Zone B"), "Zone A|Zone B", false},
		{"both", enum("x1|both"), enum("x2|both"), "both|both", false},
		{"half of them tell", enum("x1|both"), enum("x2|both"), "both|x1", true},
		{"less than half", enum("x1|both"), enum("x2|both"), "both|both|x1", false},
		{"a value of neither", enum("x1"), enum("x2"), "x1|x1|x3", false},
		{"a mixture", enum("x1"), enum("x2"), "x1|x2", false},
		{"no values", enum("x1"), enum("x2"), "|", false},
		{"a narrower newer list", enum("a|b|c"), enum("a|b"), "c|c", false},
		{"another spelling", enum("Électrique|Gaz|Fuel"), enum("électrique|gaz"), "Électrique|Gaz", false},
		{"another pattern", pattern + `^\\d+;\\d+$"}`, pattern + `^\\d+\\|\\d+$"}`, "1;2|3;4", true},
		{"no rule before", `{}`, enum("a|b"), "c|c", false},
		{"no rule since", enum("a|b"), `{}`, "a|b", false},
		{"a length", `{"maxLength": 9}`, `{"maxLength": 2}`, "abc|abc", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var sample [][]string
			for _, value := range strings.Split(tt.values, "|") {
				sample = append(sample, []string{value})
			}
			if tt.name == "another pattern" {
				sample = [][]string{{"1;2"}, {"3;4"}}
			}
			h := newHeading([]string{"X"}, sample)
			if got := h.belongs(oneField(t, tt.older), oneField(t, tt.newer)); got != tt.want {
				t.Errorf("belongs to the older: %v", got)
			}
		})
	}
}

// oneField compiles a schema of one field with these constraints.
func oneField(t *testing.T, constraints string) *Schema {
	t.Helper()
	s, err := Parse("test", []byte(`{"fields": [{"name": "x", "type": "string", "constraints": `+constraints+`}]}`))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestContraryFieldsDecideNothing(t *testing.T) {
	const doc = `{"fields": [
		{"name": "x", "type": "string", "constraints": {"enum": ["x?"]}},
		{"name": "y", "type": "string", "constraints": {"enum": ["y?"]}}]}`
	versions := [2]*Schema{}
	for i, n := range []string{"1", "2"} {
		s, err := Parse("test", []byte(strings.ReplaceAll(doc, "?", n)))
		if err != nil {
			t.Fatal(err)
		}
		versions[i] = s
	}
	for values, want := range map[string]bool{"x1 y1": true, "x2 y2": false, "x1 y2": false} {
		h := newHeading([]string{"x", "y"}, [][]string{strings.Fields(values)})
		if got := h.belongs(versions[0], versions[1]); got != want {
			t.Errorf("%s belongs to the older: %v", values, got)
		}
	}
}

func TestRefuted(t *testing.T) {
	labels := []string{"COMMUNE_NOM", "COLL_INSEE", "ENFANT_SEXE", "ENFANT_PRENOM", "NOMBRE_OCCURRENCES", "ANNEE"}
	last := 2.0
	for _, tt := range []struct {
		rows    string
		refuted int
	}{
		{"Rennes,35238,F,Jeanne,12,2016", 0},
		{"Rennes,35238,fille,Jeanne,12,2016;Rennes,35238,F,Jeanne,12,2016;Rennes,35238,fille,,,", 0},
		{"Rennes,35238,fille,Jeanne,12,2016", 1},
		{"Rennes,35238,fille,Jeanne,une,2016", 2},
	} {
		var sample [][]string
		for _, row := range strings.Split(tt.rows, ";") {
			sample = append(sample, strings.Split(row, ","))
		}
		got := Detect("", labels, sample)[0]
		want := Candidate{Name: "scdl/prenoms", Version: "1.1.6", Score: got.Score, Matched: 6, Refuted: tt.refuted}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", tt.rows, diff)
		}
		if got.Score < Sure || got.Score > last || got.Score == last && tt.refuted > 0 {
			t.Errorf("%s scores %.3f after %.3f", tt.rows, got.Score, last)
		}
		last = got.Score
	}
}
