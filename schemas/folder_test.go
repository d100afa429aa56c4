package schemas

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const smallSchema = `{"name": "x", "version": "3.1.0", "fields": [{"name": "a", "type": "string"}]}`

// TestOpen lays a user's folder before the embedded catalogue.
func TestOpen(t *testing.T) {
	folder := t.TempDir()
	for name, document := range map[string]string{
		"metropole/travaux/1.0.0.json":  smallSchema,
		"metropole/travaux/1.10.0.json": smallSchema,
		"metropole/travaux/1.2.0.json":  smallSchema,
		"scdl/subventions/9.0.0.json":   smallSchema,
		"arbres.json":                   smallSchema,
		"casse.json":                    `{"fields": [}`,
		"notes.txt":                     "not a schema",
	} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(document), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	c, err := Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	type entry struct {
		Name     string
		Versions []string
	}
	var own []entry
	for _, e := range c.Entries() {
		if e.Folder != "" {
			own = append(own, entry{e.Name, e.Versions})
		}
	}
	want := []entry{
		{"arbres", []string{"3.1.0"}},
		{"metropole/travaux", []string{"1.0.0", "1.2.0", "1.10.0"}},
		{"scdl/subventions", []string{"9.0.0"}},
	}
	if diff := cmp.Diff(want, own); diff != "" {
		t.Errorf("own entries (-want +got):\n%s", diff)
	}
	if got, want := len(c.Entries()), len(Entries())+2; got != want {
		t.Errorf("%d entries, want %d: one of the embedded is replaced", got, want)
	}
	if len(c.Problems) != 1 {
		t.Errorf("problems: %v, want that of casse.json", c.Problems)
	}
	for asked, want := range map[string]string{
		"travaux": "metropole/travaux@1.10.0", "travaux@1.2.0": "metropole/travaux@1.2.0", "Arbres": "arbres@3.1.0",
		"subventions": "scdl/subventions@9.0.0", "socle/ecoles": "socle/ecoles@1.0.0",
	} {
		s, err := c.Find(asked)
		if err != nil {
			t.Errorf("%s: %v", asked, err)
		} else if s.ID() != want {
			t.Errorf("%s is %s, want %s", asked, s.ID(), want)
		}
	}
	if _, err := c.Find("subventions@2.1.1"); err == nil {
		t.Error("subventions@2.1.1 was found, though the folder replaces the dataset")
	}
	if _, err := Open(filepath.Join(folder, "absent")); err == nil {
		t.Error("an absent folder was opened")
	}
}

// TestDetectOwn finds a dataset of the user's by its name, its columns and
// their aliases.
func TestDetectOwn(t *testing.T) {
	folder := t.TempDir()
	document := `{"fields": [{"name": "id_arbre", "type": "string"}, {"name": "essence", "type": "string"}, {"name": "hauteur", "type": "number"}]}`
	for name, content := range map[string]string{
		"ville/arbres/1.0.0.json":   document,
		"ville/arbres/aliases.json": `{"essence": ["nom_francais"]}`,
	} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	c, err := Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, labels := range [][]string{{"id_arbre", "essence", "hauteur"}, {"Id Arbre", "nom_francais", "hauteur"}} {
		if best := c.Detect("export.csv", labels, nil)[0]; best.Name != "ville/arbres" || best.Score < Sure || best.Matched != 3 {
			t.Errorf("%q: %+v", labels, best)
		}
	}
	if best := c.Detect("prenoms.csv", []string{"COLL_NOM", "COLL_INSEE", "ENFANT_SEXE", "ENFANT_PRENOM", "NOMBRE_OCCURRENCES"}, nil)[0]; best.Name != "scdl/prenoms" {
		t.Errorf("the embedded catalogue is no longer found: %+v", best)
	}
}
