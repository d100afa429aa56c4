package checks

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/socle-commun/socle/validate/france/cog"
)

// Judging right values of the lists costs no allocation.
func TestPlacesDoNotAllocate(t *testing.T) {
	for name, is := range map[string]struct {
		is     func([]byte, string) bool
		values []string
	}{
		"code-commune-insee": {isCommuneCode, []string{"35238", "2A004", "75101", "98735", "01015"}},
		"code-postal":        {func(b []byte, _ string) bool { return isPostalCode(b) }, []string{"35000", "98000"}},
		"code-departement":   {func(b []byte, _ string) bool { return isDepartmentCode(b) }, []string{"35", "2B", "974"}},
		"code-region":        {isRegionCode, []string{"53", "04"}},
		"commune":            {communeList.has, []string{"Rennes", "L'Haÿ-les-Roses", "L’Haÿ-les-Roses", "Arbignieu"}},
		"departement":        {departementList.has, []string{"Ille-et-Vilaine", "Côtes-d’Armor"}},
		"region":             {regionList.has, []string{"Bretagne", "Provence-Alpes-Côte d'Azur"}},
		"pays":               {paysList.has, []string{"France", "Côte d’Ivoire"}},
		"canton":             {cantonList.has, []string{"Gex", "Plateau d’Hauteville"}},
		"code-fantoir":       {func(b []byte, _ string) bool { return isFantoir(b) }, []string{"1360C"}},
		"id-rnb":             {func(b []byte, _ string) bool { return isRNB(b) }, []string{"QBAAY2XN2E7N"}},
	} {
		for _, value := range is.values {
			raw := []byte(value)
			if n := testing.AllocsPerRun(20, func() {
				if !is.is(raw, "") {
					t.Fatalf("%s refuses %q", name, value)
				}
			}); n != 0 {
				t.Errorf("%s %q: %v allocations", name, value, n)
			}
		}
	}
	rennes, _ := cog.Find([]byte("35238"))
	name, postal := []byte("RENNES"), []byte("35000")
	if n := testing.AllocsPerRun(20, func() {
		if contradicted(rennes, name) != nil || notServed(rennes, postal) != nil {
			t.Fatal("Rennes is told of")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// A point of each part of France, and some of its neighbours'.
func TestWithinFrance(t *testing.T) {
	got, want := map[string]bool{}, map[string]bool{}
	for _, tt := range []struct {
		name     string
		lon, lat float64
		want     bool
	}{
		{"Rennes", -1.68, 48.11, true}, {"Ajaccio", 8.74, 41.92, true}, {"Basse-Terre", -61.73, 16, true}, {"Fort-de-France", -61.07, 14.6, true},
		{"Cayenne", -52.33, 4.93, true}, {"Saint-Denis", 55.45, -20.88, true}, {"Mamoudzou", 45.23, -12.78, true},
		{"Marigot", -63.08, 18.07, true}, {"Gustavia", -62.85, 17.9, true}, {"Saint-Pierre", -56.18, 46.78, true}, {"Miquelon", -56.38, 47.1, true},
		{"Mata-Utu", -176.18, -13.28, true}, {"Leava", -178.16, -14.29, true}, {"Papeete", -149.57, -17.53, true}, {"Rikitea", -134.97, -23.12, true},
		{"Taiohae", -140.1, -8.91, true}, {"Rapa", -144.33, -27.6, true}, {"Nouméa", 166.45, -22.27, true}, {"Lifou", 167.25, -20.92, true},
		{"Port-aux-Français", 70.22, -49.35, true}, {"Dumont-d'Urville", 140, -66.66, true}, {"Juan de Nova", 42.73, -17.06, true},
		{"Clipperton", -109.22, 10.3, true},
		{"London", -0.12, 51.51, false}, {"Madrid", -3.7, 40.42, false}, {"Saint John's", -61.85, 17.12, false}, {"Castries", -60.99, 14.01, false},
		{"Port-Vila", 168.32, -17.73, false}, {"Apia", -171.77, -13.83, false}, {"Adamstown", -130.1, -25.07, false}, {"Port-Louis", 57.5, -20.16, false},
		{"nowhere", 0, 0, false}, {"La Désirade", -61, 16.33, true},
	} {
		want[tt.name], got[tt.name] = tt.want, withinFrance(orb.Point{tt.lon, tt.lat})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNearNames(t *testing.T) {
	got := map[string][]string{}
	want := map[string][]string{
		"Renes": {"Rennes", "René", "Reynès"}, "Mans": {"Le Mans"}, "Saint-Étienne-du-Rouvrai": {"Saint-Étienne-du-Rouvray"},
		"Atlantis": nil, "": nil, "É": nil, "Bor": nil,
	}
	for value := range want {
		got[value] = communeList.names().near(value)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
