package schemas

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestKinds counts the catalogue as the national one does: what is ours, and
// the addresses that the national one only documents, stand apart.
func TestKinds(t *testing.T) {
	got := map[string][2]int{} // datasets, versions
	for _, e := range Entries() {
		owner, _, _ := strings.Cut(e.Name, "/")
		s, err := Find(e.Name)
		if err != nil {
			t.Fatal(err)
		}
		kind := s.Kind.String()
		switch {
		case owner == "socle":
			kind = "ours"
		case e.Name == "etalab/schema-bal":
			kind = "ours, of a documented format"
		}
		got[kind] = [2]int{got[kind][0] + 1, got[kind][1] + len(e.Versions)}
	}
	delete(got, "ours, of a documented format")
	want := map[string][2]int{
		"tableschema": {60, 167},
		"jsonschema":  {8, 73},
		"datapackage": {9, 16},
		"ours":        {9, 9},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("datasets and versions (-want +got):\n%s", diff)
	}
	if n := len(AllDocumented()); n != 17 {
		t.Errorf("%d documented schemas, want 17", n)
	}
}

// TestPackages follows each resource to its schema.
func TestPackages(t *testing.T) {
	for _, s := range everyKind(t) {
		if s.Kind != Package {
			continue
		}
		if len(s.Resources) < 2 {
			t.Errorf("%s has %d resources", s.ID(), len(s.Resources))
		}
		for _, r := range s.Resources {
			if r.Name == "" || len(r.Paths) == 0 {
				t.Errorf("%s: a resource has no name or no path", s.ID())
			}
			if r.Inline != nil {
				continue
			}
			table, err := Find(r.Entry + "@" + s.Version)
			if err != nil {
				t.Errorf("%s, %s: %v", s.ID(), r.Name, err)
			} else if table.Kind != Table {
				t.Errorf("%s, %s: %s is no Table Schema", s.ID(), r.Name, table.ID())
			}
		}
	}
}

func TestParseKinds(t *testing.T) {
	for document, want := range map[string]Kind{
		`{"fields":[{"name":"a"}]}`: Table,
		`{"$schema":"http://json-schema.org/draft-07/schema#","properties":{}}`: JSON,
		`{"$schema":"https://json-schema.org/draft/2020-12/schema"}`:            JSON,
		`{"type":"object","properties":{"fields":{}}}`:                          JSON,
		`{"resources":[{"path":"a.csv"}],"properties":{"a":{}}}`:                JSON,
		`{"name":"p","resources":[{"path":"a.csv","schema":{"fields":[]}}]}`:    Package,
	} {
		s, err := Parse("x", []byte(document))
		if err != nil {
			t.Errorf("%s: %v", document, err)
		} else if s.Kind != want {
			t.Errorf("%s is a %s, want a %s", document, s.Kind, want)
		}
	}
}

// TestPackageProblems says what is wrong with Data Packages.
func TestPackageProblems(t *testing.T) {
	for document, want := range map[string]string{
		`{"resources":[]}`:             "resources | la liste des ressources est vide. | the list of resources is empty.",
		`{"resources":[3]}`:            "resources[0] | une ressource s'écrit comme un objet JSON. | a resource is written as a JSON object.",
		`{"resources":[{"name":"a"}]}`: `resources[0].path | la ressource n'a ni fichier (« path ») ni données (« data »). | the resource has neither a file ("path") nor data ("data").`,
		`{"resources":[{"name":"a","path":"a"},{"name":"a","path":"b"}]}`: `resources[1].name | le nom « a » est déjà celui d'une autre ressource. | the name "a" is already that of another resource.`,
		`{"resources":[{"path":"a","schema":3}]}`:                         "resources[0].schema | un schéma est un objet ou une adresse. | a schema is an object or an address.",
		`{"resources":[{"path":"a","dialect":[]}]}`:                       "resources[0].dialect | un dialecte est un objet ou une adresse. | a dialect is an object or an address.",
	} {
		_, err := Parse("x", []byte(document))
		if diff := cmp.Diff([]string{want}, said(t, err)); diff != "" {
			t.Errorf("%s: %s", document, diff)
		}
	}
}

func TestDocumented(t *testing.T) {
	for _, asked := range []string{"cnigfr/schema-plan-local-urbanisme", "Schema-Plan-Local-Urbanisme", "ontology"} {
		_, err := Find(asked)
		documented, ok := err.(*DocumentedError)
		if !ok || !strings.HasPrefix(documented.Documentation, "https://") {
			t.Errorf("%s: %v, want a *DocumentedError with an address", asked, err)
		}
	}
}
