package cog_test

import (
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate/france/cog"
)

// label is what a case shows of a commune.
func label(c *cog.Commune) string {
	if c == nil {
		return ""
	}
	return c.Code + " " + c.Name
}

func labels(all []*cog.Commune) (shown []string) {
	for _, c := range all {
		shown = append(shown, label(c))
	}
	return shown
}

func TestFind(t *testing.T) {
	ajaccio := cog.Commune{
		Code: "2A004", Name: "Ajaccio", Department: "2A", Region: "94", EPCI: "242010056", SIREN: "212000046",
		PostalCodes: []string{"20000", "20090", "20167"}, Population: 76320,
	}
	first := cog.Commune{
		Code: "75101", Name: "Paris 1er Arrondissement", Department: "75", Region: "11", EPCI: "200054781",
		Parent: "75056", Kind: cog.Arrondissement, PostalCodes: []string{"75001"}, Population: 15114,
	}
	saintDenis := cog.Commune{
		Code: "97411", Name: "Saint-Denis", Department: "974", Region: "04", EPCI: "249740119", SIREN: "219740115",
		PostalCodes: []string{"97400", "97417", "97490"}, Population: 155634,
	}
	noumea := cog.Commune{
		Code: "98818", Name: "Nouméa", Department: "988", Kind: cog.Overseas, PostalCodes: []string{"98800"}, Population: 85976,
	}
	for _, want := range []cog.Commune{ajaccio, first, saintDenis, noumea} {
		got, ok := cog.Find([]byte(want.Code))
		if !ok || !cog.Is([]byte(want.Code)) {
			t.Errorf("%s is not found", want.Code)
			continue
		}
		if diff := cmp.Diff(want, *got); diff != "" {
			t.Error(diff)
		}
	}
	for code, want := range map[string]string{
		"75056": "75056 Paris", "69123": "69123 Lyon", "69389": "69389 Lyon 9e Arrondissement",
		"13055": "13055 Marseille", "13216": "13216 Marseille 16e Arrondissement", "59350": "59350 Lille",
		"01015": "01015 Arboys en Bugey", "29083": "29083 Île-de-Sein", "97801": "97801 Saint-Martin",
		"2a004": "", "20004": "", "2C004": "", "2A999": "", "59298": "", "00000": "", "99999": "",
		"": "", "5935": "", "593500": "", " 5935": "", "5935\x00": "", "٠٠": "", "-1000": "", "2A-04": "",
	} {
		got, ok := cog.Find([]byte(code))
		if diff := cmp.Diff(want, label(got)); diff != "" || ok != (want != "") || ok != cog.Is([]byte(code)) {
			t.Errorf("Find(%q), %t: %s", code, ok, diff)
		}
	}
}

func TestFindOld(t *testing.T) {
	type answer struct{ Old, Kind, Parent, Department, Into, Year string }
	for code, want := range map[string]answer{
		"59298": {"59298 Hellemmes-Lille", "Associated", "59350", "59", "59350 Lille", ""},
		"01091": {"01091 Châtillon-en-Michaille", "Delegated", "01033", "01", "01033 Valserhône", ""},
		"01126": {"01126 ", "Merged", "01033", "01", "01033 Valserhône", ""},
		"20004": {"20004 ", "Merged", "2A004", "2A", "2A004 Ajaccio", ""},
		"60455": {"60455 La Neuville-Garnier", "Delegated", "60694", "60", "60694 Les Hauts-Talican", ""},
		"02285": {"02285 Escaufourt", "Associated", "59545", "59", "59545 Saint-Souplet", ""},
	} {
		old, into, year, ok := cog.FindOld(code)
		got := answer{label(&old), old.Kind.String(), old.Parent, old.Department, label(into), year}
		if diff := cmp.Diff(want, got); diff != "" || !ok {
			t.Errorf("%s, %t: %s", code, ok, diff)
		}
	}
	for _, code := range []string{"59350", "01015", "97411", "00000", "", "x"} {
		if old, _, _, ok := cog.FindOld(code); ok {
			t.Errorf("%q is the old code of %s", code, old.Name)
		}
	}
}

func TestByName(t *testing.T) {
	for name, want := range map[string][]string{
		"saint-denis":              {"11339 Saint-Denis", "30247 Saint-Denis", "93066 Saint-Denis", "97411 Saint-Denis"},
		"ST DENIS":                 {"11339 Saint-Denis", "30247 Saint-Denis", "93066 Saint-Denis", "97411 Saint-Denis"},
		"L'HAY LES ROSES":          {"94038 L'Haÿ-les-Roses"},
		"Stes Maries de la Mer":    {"13096 Saintes-Maries-de-la-Mer"},
		"Les Stes-Maries":          nil,
		"VILLENEUVE D’ASCQ":        {"59009 Villeneuve-d'Ascq"},
		"paris 1er arrondissement": {"75101 Paris 1er Arrondissement"},
		"Hellemmes-Lille":          nil,
		"":                         nil,
	} {
		folded := cog.Fold(name)
		if diff := cmp.Diff(want, labels(cog.ByName(folded))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if diff := cmp.Diff(want, labels(cog.ByName([]byte(folded)))); diff != "" {
			t.Errorf("%s, as bytes: %s", name, diff)
		}
	}
	for name, want := range map[string][]string{
		"hellemmes lille": {"59298 Hellemmes-Lille"}, "Arbignieu": {"01015 Arbignieu"}, "Lille": nil,
	} {
		if diff := cmp.Diff(want, labels(cog.ByOldName(cog.Fold(name)))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestByNumber(t *testing.T) {
	for siren, want := range map[string]string{
		"215903501": "59350 Lille", "217500016": "75056 Paris", "200053668": "01015 Arboys en Bugey", "219740115": "97411 Saint-Denis",
		"200093201": "", "215903502": "", "21590350": "", "2159035010": "", "": "", "21590350x": "",
	} {
		if diff := cmp.Diff(want, label(cog.BySIREN([]byte(siren)))); diff != "" {
			t.Errorf("%s: %s", siren, diff)
		}
	}
	for code, want := range map[string][]string{
		"59000": {"59350 Lille"},
		"75116": {"75056 Paris", "75116 Paris 16e Arrondissement"},
		"98800": {"98818 Nouméa"},
		"59009": nil, "98000": nil, "5900": nil, "590000": nil, "5900O": nil, "": nil, "00000": nil, "99999": nil,
	} {
		if diff := cmp.Diff(want, labels(cog.ByPostalCode([]byte(code)))); diff != "" || cog.IsPostalCode([]byte(code)) != (want != nil) {
			t.Errorf("%s: %s", code, diff)
		}
	}
}

func TestTerritories(t *testing.T) {
	mel := cog.EPCIBySIREN([]byte("200093201"))
	if mel == nil || mel.Name != "Métropole Européenne de Lille" || mel.Kind != "METRO" || len(mel.Members) != 95 {
		t.Errorf("the Métropole Européenne de Lille is %+v", mel)
	}
	for _, siren := range []string{"", "20009320", "200093202", "215903501"} {
		if e := cog.EPCIBySIREN([]byte(siren)); e != nil {
			t.Errorf("%q is %s", siren, e.Name)
		}
	}
	type answer struct{ Department, Region string }
	for code, want := range map[string]answer{
		"59": {"Nord", "Hauts-de-France"}, "2A": {"Corse-du-Sud", "Corse"}, "974": {"La Réunion", "La Réunion"},
		"988": {"Nouvelle-Calédonie", ""}, "20": {}, "97": {}, "": {},
	} {
		var got answer
		if d := cog.FindDepartment(code); d != nil {
			got.Department = d.Name
		}
		if r := cog.RegionOf(code); r != nil {
			got.Region = r.Name
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", code, diff)
		}
	}
	if r := cog.FindRegion("32"); r == nil || r.Name != "Hauts-de-France" {
		t.Errorf("region 32 is %+v", r)
	}
}

// Whoever asks first, all get the same answers.
func TestManyAskAtOnce(t *testing.T) {
	want, _ := cog.Find([]byte("59350"))
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			byName, byPostal := cog.ByName("lille"), cog.ByPostalCode([]byte("59800"))
			if cog.BySIREN([]byte("215903501")) != want || byName[0] != want || byPostal[0] != want {
				t.Error("answers differ")
			}
		})
	}
	all.Wait()
}
