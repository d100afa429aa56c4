package validate

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
)

// newest gives the newest version of each table of the catalogue.
func newest(t *testing.T) []*schemas.Schema {
	t.Helper()
	var all []*schemas.Schema
	for _, e := range schemas.Entries() {
		s, err := schemas.Find(e.Name)
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Fields) > 0 {
			all = append(all, s)
		}
	}
	return all
}

func labelsOf(s *schemas.Schema) []string {
	var labels []string
	for i := range s.Fields {
		labels = append(labels, s.Fields[i].Name)
	}
	return labels
}

// TestAbsentFieldStaysAbsent takes one column after the other out of the
// header of each schema: none of the others may take its place.
func TestAbsentFieldStaysAbsent(t *testing.T) {
	for _, s := range newest(t) {
		all := labelsOf(s)
		for i := range all {
			h := Bind(s, slices.Delete(slices.Clone(all), i, i+1), false)
			for c, column := range h.Columns {
				if column.Match != Exact {
					t.Errorf("%s without %s: column %d is %+v", s.ID(), all[i], c, column)
				}
			}
			if h.Fields[i] >= 0 {
				t.Errorf("%s without %s: %s takes its place", s.ID(), all[i], h.Columns[h.Fields[i]].Label)
			}
		}
	}
}

// TestNearInTheCatalogue lists every label of a schema that is taken for a
// misspelt field of another: each of them was looked at, and means the same.
func TestNearInTheCatalogue(t *testing.T) {
	found := map[string]bool{}
	for _, a := range newest(t) {
		for _, b := range newest(t) {
			for _, column := range Bind(b, labelsOf(a), false).Columns {
				if column.Match == Near {
					found[fmt.Sprintf("%s: %s", column.Label, b.Fields[column.Field].Name)] = true
				}
			}
		}
	}
	var got []string
	for pair := range found {
		got = append(got, pair)
	}
	slices.Sort(got)
	want := []string{
		"COMMENTAIRE: commentaires",
		"DATE_PUBL: date_publi",
		"codeDepartement: codeDepartements",
		"codeDepartements: codeDepartement",
		"codeRegion: codeRegions",
		"codeRegions: codeRegion",
		"commentaires: COMMENTAIRE",
		"condition_acces: conditions_acces",
		"conditions_acces: condition_acces",
		"geompoint: geopoint",
		"geopoint: geompoint",
		"label: labels",
		"labels: label",
		"nom_etablissement: nom_de_l_etablissement",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-looked at +found:\n%s", diff)
	}
}

func BenchmarkBind(b *testing.B) {
	s, err := schemas.Find("etalab/indice-durabilite-lave-linge")
	if err != nil {
		b.Fatal(err)
	}
	labels := labelsOf(s)
	strays := slices.Clone(labels)
	for i := range strays {
		strays[i] = strings.Replace(strays[i], "i", "", 1)
	}
	for name, header := range map[string][]string{"exact": labels, "misspelt": strays} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Bind(s, header, false)
			}
		})
	}
}
