package cog_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate/france"
	"github.com/socle-commun/socle/validate/france/cog"
)

// The counts are those of the package; what can be counted in two ways is.
func TestCounts(t *testing.T) {
	got := make(map[string]int)
	departments, regions, epcis := make(map[string]bool), make(map[string]bool), make(map[string]bool)
	for _, c := range cog.Communes() {
		got[c.Kind.String()]++
		if c.Kind == cog.Current {
			departments[c.Department], regions[c.Region] = true, true
		}
		if c.EPCI != "" {
			epcis[c.EPCI] = true
		}
	}
	got["departments of communes"], got["departments"] = len(departments), len(cog.Departments())
	got["regions of communes"], got["regions"] = len(regions), len(cog.Regions())
	got["EPCI of communes"], got["collectivities"] = len(epcis), len(cog.Collectivities())
	for _, e := range cog.EPCIs() {
		got[e.Kind]++
	}
	want := map[string]int{
		"Current": 34875, "Arrondissement": 45, "Overseas": 94,
		"departments of communes": 101, "departments": 101, "regions of communes": 18, "regions": 18, "collectivities": 8,
		"EPCI of communes": 1255, "CC": 989, "CA": 230, "CU": 14, "METRO": 21, "MET69": 1, "EPT": 11,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Every line refers to what is there, and every question leads back to it.
func TestConsistency(t *testing.T) {
	for i := range cog.Communes() {
		c := &cog.Communes()[i]
		if found, ok := cog.Find([]byte(c.Code)); !ok || found != c {
			t.Errorf("Find(%s) is another", c.Code)
		}
		if _, _, _, ok := cog.FindOld(c.Code); ok {
			t.Errorf("%s is a code of today and an old one", c.Code)
		}
		if !has(cog.ByName(cog.Fold(c.Name)), c) {
			t.Errorf("%s is not among those of its name", c.Code)
		}
		if c.SIREN != "" && (!france.IsSIREN([]byte(c.SIREN)) || cog.BySIREN([]byte(c.SIREN)) != c) {
			t.Errorf("%s is not found by its SIREN", c.Code)
		}
		for _, p := range c.PostalCodes {
			if !has(cog.ByPostalCode([]byte(p)), c) {
				t.Errorf("%s is not among those of %s", c.Code, p)
			}
		}
		if d := cog.FindDepartment(c.Department); d == nil || d.Region != c.Region {
			t.Errorf("%s is in an unknown department", c.Code)
		}
		if e := cog.EPCIBySIREN([]byte(c.EPCI)); c.EPCI != "" && e == nil {
			t.Errorf("%s is in an unknown EPCI", c.Code)
		}
	}
	for _, d := range cog.Departments() {
		if r := cog.RegionOf(d.Code); r == nil || r.Code != d.Region {
			t.Errorf("%s is in an unknown region", d.Code)
		}
	}
}

func has(all []*cog.Commune, c *cog.Commune) bool {
	for _, one := range all {
		if one == c {
			return true
		}
	}
	return false
}

// An EPCI has the communes that name it, and an EPT communes of the Métropole
// du Grand Paris.
func TestMembers(t *testing.T) {
	want := make(map[string][]string)
	for _, c := range cog.Communes() {
		if c.EPCI != "" && c.Parent == "" {
			want[c.EPCI] = append(want[c.EPCI], c.Code)
		}
	}
	got := make(map[string][]string)
	for _, e := range cog.EPCIs() {
		if !france.IsSIREN([]byte(e.SIREN)) {
			t.Errorf("%s is no SIREN", e.SIREN)
		}
		if e.Kind != cog.EPT {
			got[e.SIREN] = e.Members
			continue
		}
		for _, m := range e.Members {
			if c, ok := cog.Find([]byte(m)); !ok || c.EPCI != "200054781" {
				t.Errorf("%s, a member of %s, is not in the Métropole", m, e.Name)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAbout(t *testing.T) {
	source, version, vintage, licence := cog.About()
	want := []string{"@etalab/decoupage-administratif", "6.0.0", "2026", "Licence Ouverte"}
	if diff := cmp.Diff(want, []string{source, version, vintage, licence}); diff != "" {
		t.Error(diff)
	}
}

func TestQuestionsDoNotAllocate(t *testing.T) {
	code, siren, postal, folded := []byte("59350"), []byte("215903501"), []byte("59000"), []byte("lille")
	epci, name := []byte("200093201"), []byte("La Chapelle-d’Armentières")
	room := make([]byte, 0, 64)
	for what, ask := range map[string]func(){
		"Is":           func() { cog.Is(code) },
		"Find":         func() { cog.Find(code) },
		"BySIREN":      func() { cog.BySIREN(siren) },
		"ByPostalCode": func() { cog.ByPostalCode(postal) },
		"IsPostalCode": func() { cog.IsPostalCode(postal) },
		"ByName":       func() { cog.ByName(folded) },
		"ByOldName":    func() { cog.ByOldName(folded) },
		"EPCIBySIREN":  func() { cog.EPCIBySIREN(epci) },
		"FindOld":      func() { cog.FindOld("59298") },
		"AppendFold":   func() { cog.AppendFold(room, name) },
	} {
		if n := testing.AllocsPerRun(100, ask); n != 0 {
			t.Errorf("%s allocates %v times", what, n)
		}
	}
}
