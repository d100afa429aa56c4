package schemas

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAliases holds the aliases of each dataset to what binding relies on: no
// alias leads to two fields, or away from the field that bears its name.
func TestAliases(t *testing.T) {
	files, err := fs.Glob(embedded, "catalog/*/*/aliases.json")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no aliases", err)
	}
	for _, file := range files {
		dataset := strings.TrimPrefix(path.Dir(file), "catalog/")
		at := slices.IndexFunc(Entries(), func(e Entry) bool { return e.Name == dataset })
		if at < 0 {
			t.Errorf("%s belongs to no dataset", file)
			continue
		}
		unknown := aliasesOf(dataset)
		for _, version := range Entries()[at].Versions {
			s, err := Find(dataset + "@" + version)
			if err != nil {
				t.Fatal(err)
			}
			for i := range s.Fields {
				delete(unknown, s.Fields[i].Name)
			}
			for _, fault := range aliasFaults(s) {
				t.Errorf("%s: %s", s.ID(), fault)
			}
		}
		for field := range unknown {
			t.Errorf("%s: no version has the field %q", file, field)
		}
	}
}

// aliasFaults says what is wrong with the aliases of one version.
func aliasFaults(s *Schema) []string {
	var faults []string
	owner := map[string]string{}
	for i := range s.Fields {
		owner[Fold(s.Fields[i].Name)] = s.Fields[i].Name
	}
	for i := range s.Fields {
		for _, alias := range s.Fields[i].Aliases {
			folded := Fold(alias)
			if folded == "" {
				faults = append(faults, "the alias "+alias+" has no letter")
			}
			if other, taken := owner[folded]; taken {
				faults = append(faults, "the alias "+alias+" of "+s.Fields[i].Name+" reads like "+other+", or an alias of it")
			}
			owner[folded] = s.Fields[i].Name
		}
	}
	return faults
}

func TestAliasesAreLoaded(t *testing.T) {
	s, err := Find("scdl/menus-collectifs@1.2.3")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"restaurantNom", "menu_rest_nom"}, s.Field("menuRestaurantNom").Aliases); diff != "" {
		t.Error(diff)
	}
	old, err := Find("scdl/menus-collectifs@0.7.0")
	if err != nil {
		t.Fatal(err)
	}
	if aliases := old.Field("restaurantNom").Aliases; aliases != nil {
		t.Errorf("a field that is no longer has aliases: %q", aliases)
	}
}
