package nomenclature_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate/france/nomenclature"
)

func TestLists(t *testing.T) {
	year := func(is func([]byte, string) bool, y string) func([]byte) bool {
		return func(b []byte) bool { return is(b, y) }
	}
	for _, tt := range []struct {
		name    string
		is      func([]byte) bool
		yes, no []string
	}{
		{"country", nomenclature.IsCountry, []string{"France", "Côte d'Ivoire", "Kosovo", "Émirats arabes unis"}, []string{"", "FR", "france", "Cote d'Ivoire", "Bretagne"}},
		{"ISO2", year(nomenclature.IsISO2, ""), []string{"FR", "DE", "GI", "CG"}, []string{"", "FRA", "fr", "RE", "ZZ"}},
		{"ISO2 of 2023", year(nomenclature.IsISO2, "2023"), []string{"FR", "RE"}, []string{"REU", "ZZ"}},
		{"ISO3", year(nomenclature.IsISO3, "latest"), []string{"FRA", "DEU", "COD"}, []string{"FR", "REU", "fra"}},
		{"canton", nomenclature.IsCanton, []string{"Bourg-en-Bresse-1", "Bourg-en-Bresse", "Plateau d’Hauteville", "Paris"}, []string{"", "bourg-en-bresse", "Canton de Gex"}},
		{"street code", nomenclature.IsStreetCode, []string{"0000", "1360", "5546", "9999", "A123", "ZA00"}, []string{"", "5547", "123", "a123", "ZZ99", "12345", "12A4"}},
		{"commune of 2023", year(nomenclature.InVintage, "2023"), []string{"01172", "01324", "Arandon"}, []string{"", "35238", "Rennes"}},
		{"commune of 2024", year(nomenclature.InVintage, "2024"), []string{"01324", "Arandon"}, []string{"01172"}},
		{"commune of now", year(nomenclature.InVintage, "latest"), nil, []string{"01324", "01172"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, s := range tt.yes {
				if !tt.is([]byte(s)) {
					t.Errorf("%q is refused", s)
				}
			}
			for _, s := range tt.no {
				if tt.is([]byte(s)) {
					t.Errorf("%q is accepted", s)
				}
			}
		})
	}
}

// The lists are whole.
func TestSizes(t *testing.T) {
	iso := 0
	for _, c := range nomenclature.Countries() {
		if c.ISO2 != "" {
			iso++
		}
	}
	got := map[string]int{"countries": len(nomenclature.CountryNames()), "codes": iso, "cantons": len(nomenclature.Cantons())}
	if diff := cmp.Diff(map[string]int{"countries": 228, "codes": 213, "cantons": 2260}, got); diff != "" {
		t.Error(diff)
	}
}

func TestFormerRegions(t *testing.T) {
	into := map[string]string{}
	for _, key := range []string{"82", "Alsace", "Aquitaine-Limousin-Poitou-Charentes", "24", "Centre", "53", "Bretagne", ""} {
		if r := nomenclature.FindFormerRegion(key); r != nil {
			into[key] = r.Into
		}
	}
	want := map[string]string{"82": "84", "Alsace": "44", "Aquitaine-Limousin-Poitou-Charentes": "75", "Centre": "24"}
	if diff := cmp.Diff(want, into); diff != "" {
		t.Error(diff)
	}
}

func TestListsDoNotAllocate(t *testing.T) {
	country, code, canton, street := []byte("Côte d'Ivoire"), []byte("FR"), []byte("Gex"), []byte("1360")
	if n := testing.AllocsPerRun(100, func() {
		if !nomenclature.IsCountry(country) || !nomenclature.IsISO2(code, "") || !nomenclature.IsCanton(canton) || !nomenclature.IsStreetCode(street) {
			t.Fatal("refused")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
