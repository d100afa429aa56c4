package territory

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAt(t *testing.T) {
	places := map[string][2]float64{
		"Ouessant": {-5.1, 48.46}, "Lauterbourg": {8.23, 48.97}, "Bray-Dunes": {2.52, 51.08}, "Bonifacio": {9.16, 41.39},
		"Saint-Denis": {55.45, -20.88}, "La Désirade": {-61.05, 16.31}, "Sainte-Anne": {-60.88, 14.44}, "Maripasoula": {-54.03, 3.64},
		"Mamoudzou": {45.23, -12.78}, "Ouvéa": {166.57, -20.64}, "Rapa": {-144.33, -27.6}, "Nuku Hiva": {-140.1, -8.91}, "Rikitea": {-134.97, -23.12},
		"Marigot": {-63.09, 18.07}, "Gustavia": {-62.85, 17.9}, "Miquelon": {-56.38, 47.1}, "Mata-Utu": {-176.17, -13.28}, "Sigave": {-178.16, -14.29},
		"Port-aux-Français": {70.22, -49.35}, "Alfred-Faure": {51.86, -46.43}, "Martin-de-Viviès": {77.57, -37.8}, "Dumont-d'Urville": {140, -66.66},
		"Europa": {40.36, -22.36}, "Clipperton": {-109.21, 10.3},
		"London": {-0.13, 51.51}, "Roma": {12.5, 41.9}, "Montréal": {-73.57, 45.5}, "Paris, swapped": {48.85, 2.35}, "Null Island": {0, 0},
		"nowhere": {math.NaN(), math.NaN()}, "far": {math.Inf(1), 48},
	}
	got := map[string]string{}
	for name, p := range places {
		if found := At(p[0], p[1]); found != nil {
			got[name] = found.Name
		}
	}
	want := map[string]string{
		"Ouessant": "la métropole", "Lauterbourg": "la métropole", "Bray-Dunes": "la métropole", "Bonifacio": "la métropole",
		"Saint-Denis": "La Réunion", "La Désirade": "la Guadeloupe", "Sainte-Anne": "la Martinique", "Maripasoula": "la Guyane",
		"Mamoudzou": "Mayotte", "Ouvéa": "la Nouvelle-Calédonie", "Rapa": "la Polynésie française", "Nuku Hiva": "la Polynésie française", "Rikitea": "la Polynésie française",
		"Marigot": "Saint-Martin", "Gustavia": "Saint-Barthélemy", "Miquelon": "Saint-Pierre-et-Miquelon", "Mata-Utu": "Wallis-et-Futuna", "Sigave": "Wallis-et-Futuna",
		"Port-aux-Français": "les Terres australes", "Alfred-Faure": "les Terres australes", "Martin-de-Viviès": "les Terres australes", "Dumont-d'Urville": "les Terres australes",
		"Europa": "les îles Éparses", "Clipperton": "Clipperton",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// No two rectangles share a place, and no place of one lies in another when its
// longitude and latitude are exchanged: swapped coordinates are told from
// others.
func TestApart(t *testing.T) {
	for i, a := range list {
		if a.West >= a.East || a.South >= a.North {
			t.Errorf("%+v is empty", a)
		}
		for j, b := range list {
			if j > i && a.West <= b.East && b.West <= a.East && a.South <= b.North && b.South <= a.North {
				t.Errorf("%s and %s share places", a.Name, b.Name)
			}
			if a.South <= b.East && b.West <= a.North && a.West <= b.North && b.South <= a.East {
				t.Errorf("%s, swapped, lies in %s", a.Name, b.Name)
			}
		}
	}
}

// Settled leaves out what the rectangle of metropolitan France has beyond its
// departments, and nothing of them.
func TestSettled(t *testing.T) {
	places := map[string][2]float64{
		"Paris": {2.3522, 48.8566}, "Ouessant": {-5.1, 48.46}, "Bonifacio": {9.16, 41.39}, "Saint-Denis": {55.45, -20.88}, "Nouméa": {166.44, -22.27}, "Gustavia": {-62.85, 17.9},
		"Santander": {-3.8, 43.46}, "the Bay of Biscay": {-3, 45.5}, "the Gulf of Lion": {4.2, 42.3}, "nowhere": {math.NaN(), 48},
	}
	var got []string
	for name, p := range places {
		if Settled(p[0], p[1]) {
			got = append(got, name)
		}
	}
	slices.Sort(got)
	if diff := cmp.Diff([]string{"Bonifacio", "Gustavia", "Nouméa", "Ouessant", "Paris", "Saint-Denis"}, got); diff != "" {
		t.Error(diff)
	}
}
