package jsonschema

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
)

// Where the items of the catalogue's schemas are.
func TestListsOfCatalogue(t *testing.T) {
	got := map[string][]string{}
	for _, e := range schemas.Entries() {
		for _, version := range e.Versions {
			s, err := e.Load(version)
			if err != nil {
				t.Fatal(err)
			}
			if s.Kind != schemas.JSON {
				continue
			}
			compiled, err := Compile(s)
			if err != nil {
				t.Errorf("%s: %v", s.ID(), err)
				continue
			}
			var lists []string
			for _, l := range compiled.Lists() {
				said := "/" + strings.Join(l.Path, "/")
				if l.Single {
					said = "one item"
				}
				if l.Unique {
					said += " unique"
				}
				if l.MinItems >= 0 {
					said += fmt.Sprintf(" min %d", l.MinItems)
				}
				lists = append(lists, said)
			}
			said := e.Name + ": " + strings.Join(lists, ", ")
			got[said] = append(got[said], version)
		}
	}
	var lines []string
	for _, said := range slices.Sorted(maps.Keys(got)) {
		lines = append(lines, said+" in "+fmt.Sprint(len(got[said])))
	}
	want := []string{
		"139bercy/format-commande-publique: /marches unique min 1 in 3",
		"139bercy/format-commande-publique: /marches/contrat-concession, /marches/marche in 2",
		"139bercy/format-commande-publique: one item in 1",
		"GouvernementFR/referentiel-donnees-communication-publique: one item in 2",
		"PnX-SI/schema_randonnee: /features in 6",
		"etalab/schema-amenagements-cyclables: /features in 11",
		"etalab/schema-zfe: /features in 6",
		"gip-inclusion/data-inclusion-schema: / in 21",
		"gip-inclusion/data-inclusion-schema: one item in 19",
		"macaron-ai/onstreet-parking-schema: /features in 1",
		"metis-reseaux/infos-travaux: /features in 1",
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
