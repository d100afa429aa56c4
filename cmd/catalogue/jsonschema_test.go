package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCarryJSON(t *testing.T) {
	s := &sentences{
		Title: "Travaux", Description: "Les chantiers.", Keywords: []string{"chantier"}, Notes: []string{"Une faute."}, Homepage: "https://example.org",
		Fields: map[string]sentence{"nom": {Title: "Nom"}, "media.nom": {Title: "Nom du média", Description: "En entier."}, "media": {Title: "Médias"}},
	}
	for _, c := range []struct {
		name, document, want string
		untold               []string
	}{
		{
			name:     "sentences are ours, facts are theirs and keep their order",
			document: `{"$schema": "x", "title": "T", "type": "object", "required": ["title"], "properties": {"nom": {"title": "N", "description": "D", "pattern": "<a>", "examples": ["title"]}}}`,
			want:     `{"$schema":"x","title":"Travaux","description":"Les chantiers.","keywords":["chantier"],"notes":["Une faute."],"homepage":"https://example.org","type":"object","required":["title"],"properties":{"nom":{"title":"Nom","pattern":"<a>","examples":["title"]}}}`,
		},
		{
			name:     "a property is known by its parent's name first",
			document: `{"homepage": "https://theirs.example", "properties": {"media": {"items": {"properties": {"nom": {}, "vu": {"type": "boolean"}}}}, "type": {"enum": ["Feature"]}}}`,
			want:     `{"title":"Travaux","description":"Les chantiers.","keywords":["chantier"],"notes":["Une faute."],"homepage":"https://theirs.example","properties":{"media":{"title":"Médias","items":{"properties":{"nom":{"title":"Nom du média","description":"En entier."},"vu":{"type":"boolean"}}}},"type":{"enum":["Feature"]}}}`,
			untold:   []string{"media.vu"},
		},
		{
			name:     "sentences are dropped wherever they stand, data is not looked into",
			document: `{"homepage": "h", "$defs": {"a": {"title": "A", "const": {"title":"kept"}}}, "allOf": [{"description": "D", "if": {"title": "I"}}, true], "lost": {"title": "L", "type": "string"}}`,
			want:     `{"title":"Travaux","description":"Les chantiers.","keywords":["chantier"],"notes":["Une faute."],"homepage":"h","$defs":{"a":{"const":{"title":"kept"}}},"allOf":[{"if":{}},true],"lost":{"type":"string"}}`,
		},
	} {
		got, untold, err := carryJSON([]byte(c.document), s)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if diff := cmp.Diff([]any{c.want, c.untold}, []any{string(got), untold}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestLearn reads sentences from documents: that of the version first, then
// the newest.
func TestLearn(t *testing.T) {
	catalogue := t.TempDir()
	for version, document := range map[string]string{
		"1.0.0": `{"title": "Old", "properties": {"a": {"title": "A, old"}, "type": {"title": "Kind"}}}`,
		"1.9.0": `{"title": "Middle", "properties": {"a": {"title": "A, middle"}, "b": {"title": "B, middle"}}}`,
		"2.0.0": `{"title": "New", "homepage": "h", "resources": [{"name": "r", "path": "p", "catalogEntry": "o/r"}], "properties": {"b": {"title": "B, new"}}}`,
	} {
		if err := write(filepath.Join(catalogue, "o", "n", version+".json"), []byte(document)); err != nil {
			t.Fatal(err)
		}
	}
	got, err := readSentences("", catalogue, "o/n", "1.0.0")
	if err != nil {
		t.Fatal(err)
	}
	want := &sentences{Title: "Old", Homepage: "h", Resources: map[string]string{"r": "o/r"}, Fields: map[string]sentence{
		"a": {Title: "A, old"}, ".a": {Title: "A, old"}, "b": {Title: "B, new"}, ".b": {Title: "B, new"},
		"type": {Title: "Kind"}, ".type": {Title: "Kind"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := readSentences("", catalogue, "o/other", "1.0.0"); err == nil {
		t.Error("sentences of a dataset that is nowhere")
	}
}

// TestSentencesAreLearned carries a document of the catalogue anew with what
// is learned from it, and finds it unchanged.
func TestSentencesAreLearned(t *testing.T) {
	const catalogue = "../../schemas/catalog"
	for _, name := range []string{
		"139bercy/format-commande-publique", "GouvernementFR/referentiel-donnees-communication-publique", "PnX-SI/schema_randonnee",
		"etalab/schema-amenagements-cyclables", "etalab/schema-zfe", "gip-inclusion/data-inclusion-schema",
		"macaron-ai/onstreet-parking-schema", "metis-reseaux/infos-travaux",
	} {
		files, _ := filepath.Glob(filepath.Join(catalogue, name, "[0-9]*.json"))
		if len(files) == 0 {
			t.Fatalf("%s has no documents", name)
		}
		for _, file := range slices.Compact([]string{files[0], files[len(files)-1]}) {
			version := filepath.Base(file)
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s, err := readSentences("", catalogue, name, version[:len(version)-len(".json")])
			if err != nil {
				t.Fatal(err)
			}
			carried, untold, err := carryJSON(data, s)
			if err != nil || untold != nil {
				t.Errorf("%s: %v, no title for %q", file, err, untold)
			}
			var before, after any
			if err := json.Unmarshal(data, &before); err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(carried, &after); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(before, after); diff != "" {
				t.Errorf("%s (-before +after):\n%s", file, diff)
			}
		}
	}
}
