package france_test

import (
	"testing"

	"github.com/socle-commun/socle/validate/france"
)

// Numbers of schools, hospitals, associations, streets, parcels and
// authorities that exist, and faults.
func TestLettered(t *testing.T) {
	for _, tt := range []struct {
		name    string
		is      func([]byte) bool
		yes, no []string
	}{
		{"UAI", france.IsUAI,
			[]string{"0750655E", "0750654D"}, // the lycées Louis-le-Grand and Henri-IV
			[]string{"", "0750655F", "750655E", "0750655e", "0750655", "07506555", "0750655EE", "A750655E", "\xff750655E"}},
		{"FINESS", france.IsFINESS,
			[]string{"750712184", "690781810", "130786049", "2A0000014", "2B0000020"}, // the AP-HP, the hospitals of Lyon, Marseille, Ajaccio and Bastia
			[]string{"", "750712185", "75071218", "2C0000014", "2a0000014", "2A000001A", "7507121844", "A50712184"}},
		{"RNA", france.IsRNA,
			[]string{"W351234567", "W9R1011072", "W9P1002760"},
			[]string{"", "w351234567", "W35123456", "W9X1002760", "W8R1002760", "351234567", "W35123456A", "WA51234567"}},
		{"FANTOIR", france.IsFANTOIR,
			[]string{"1360C", "0111H", "B123A"},
			[]string{"", "1360", "1360c", "13600", "1360CC", "136 C", "é60C"}},
		{"IDU", france.IsIDU,
			[]string{"35238000AB0123", "352380000A0123", "97411000AB0001", "2A004000AB0012", "57001000010012"},
			[]string{"", "35238000AB012", "35238000ab0123", "2C004000AB0012", "35238ABCAB0123", "352380001A0123", "35238000A10123", "35238000AB01234"}},
		{"SIREN of a commune", france.IsCommuneSIREN,
			[]string{"213502388"},
			[]string{"", "243500139", "732829320", "213502389", "21350238800019"}},
		{"SIREN of an EPCI", france.IsEPCISIREN,
			[]string{"243500139"}, // Rennes Métropole
			[]string{"", "213502388", "732829320"}},
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

func TestExplainUAI(t *testing.T) {
	explains(t, france.ExplainUAI, map[string]france.Explanation{
		"0750655E":       {},
		"":               {},
		"lycée":          {},
		"0750655e":       {Reason: france.Spelling, Fix: "0750655E"},
		"075 0655 E":     {Reason: france.Spelling, Fix: "0750655E"},
		"O750655E":       {Reason: france.LetterO, Fix: "0750655E"},
		"750655E":        {Reason: france.LostZeros, Digits: 7, Fix: "0750655E"},
		"0750655":        {Reason: france.KeyMissing},
		"0750655F":       {Reason: france.WrongKey},
		"0750655I":       {Reason: france.WrongKey},
		"075A655E":       {Reason: france.WrongShape},
		"075065E":        {Reason: france.WrongLength, Digits: 7},
		"21350238800019": {Reason: france.OfOther, Digits: 14},
	})
}

func TestExplainFINESS(t *testing.T) {
	explains(t, france.ExplainFINESS, map[string]france.Explanation{
		"750712184":      {},
		"":               {},
		"750 712 184":    {Reason: france.Spelling, Fix: "750712184"},
		"2a0000014":      {Reason: france.Spelling, Fix: "2A0000014"},
		"75O712184":      {Reason: france.LetterO, Fix: "750712184"},
		"10780054":       {Reason: france.LostZeros, Digits: 8, Fix: "010780054"},
		"750712185":      {Reason: france.WrongKey},
		"2A0000015":      {Reason: france.WrongKey},
		"7507X2184":      {Reason: france.WrongShape},
		"7507121":        {Reason: france.WrongLength, Digits: 7},
		"21350238800019": {Reason: france.OfOther, Digits: 14},
	})
}

func TestExplainRNA(t *testing.T) {
	explains(t, france.ExplainRNA, map[string]france.Explanation{
		"W351234567":  {},
		"":            {},
		"mairie":      {},
		"w35 1234567": {Reason: france.Spelling, Fix: "W351234567"},
		"W35123456O":  {Reason: france.LetterO, Fix: "W351234560"},
		"351234567":   {Reason: france.KeyMissing},
		"213502388":   {Reason: france.OfOther, Digits: 9},
		"W35123456":   {Reason: france.WrongLength, Digits: 9},
		"W9X1002760":  {Reason: france.WrongShape},
	})
}

func TestExplainFANTOIR(t *testing.T) {
	explains(t, france.ExplainFANTOIR, map[string]france.Explanation{
		"1360C":      {},
		"":           {},
		"1360 c":     {Reason: france.Spelling, Fix: "1360C"},
		"1360":       {Reason: france.KeyMissing},
		"384261360C": {Reason: france.WrongLength, Digits: 10, Fix: "1360C"},
		"2A0041360C": {Reason: france.WrongLength, Digits: 10, Fix: "1360C"},
		"136C":       {Reason: france.KeyMissing},
		"136012C":    {Reason: france.WrongLength, Digits: 7},
	})
}

func TestExplainIDU(t *testing.T) {
	explains(t, france.ExplainIDU, map[string]france.Explanation{
		"35238000AB0123":    {},
		"":                  {},
		"35238 000 ab 0123": {Reason: france.Spelling, Fix: "35238000AB0123"},
		"35238000AB0I23":    {Reason: france.LetterO, Fix: "35238000AB0123"},
		"1004000AB0012":     {Reason: france.LostZeros, Digits: 13, Fix: "01004000AB0012"},
		"3523800010123":     {Reason: france.WrongLength, Digits: 13}, // 03523 or 35238
		"35238000AB":        {Reason: france.WrongLength, Digits: 10},
		"35238X00AB0123":    {Reason: france.WrongShape},
	})
}

func TestExplainTerritorySIREN(t *testing.T) {
	explains(t, france.ExplainCommuneSIREN, map[string]france.Explanation{
		"213502388":      {},
		"":               {},
		"243500139":      {Reason: france.OfEPCI},
		"732829320":      {Reason: france.NotInList},
		"213502389":      {Reason: france.WrongKey},
		"213 502 388":    {Reason: france.Separators, Fix: "213502388"},
		"21350238800019": {Reason: france.SIRETForSIREN, Digits: 14, Fix: "213502388"},
		"73282932000074": {Reason: france.NotInList},
	})
	explains(t, france.ExplainEPCISIREN, map[string]france.Explanation{
		"243500139": {},
		"213502388": {Reason: france.OfCommune},
		"243500138": {Reason: france.WrongKey},
	})
}

func TestLetteredDoNotAllocate(t *testing.T) {
	school, hospital, association := []byte("0750655E"), []byte("2A0000014"), []byte("W9R1011072")
	street, parcel, commune, epci := []byte("1360C"), []byte("35238000AB0123"), []byte("213502388"), []byte("243500139")
	if n := testing.AllocsPerRun(100, func() {
		if !france.IsUAI(school) || !france.IsFINESS(hospital) || !france.IsRNA(association) || !france.IsFANTOIR(street) ||
			!france.IsIDU(parcel) || !france.IsCommuneSIREN(commune) || !france.IsEPCISIREN(epci) {
			t.Fatal("refused")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// An explanation of a right identifier says nothing, and a correction is right.
func FuzzExplainLettered(f *testing.F) {
	for _, seed := range []string{"", "0750655E", "2A0000014", "W9R1011072", "1360C", "35238000AB0123", "213502388", "243500139", "é", "\xff", "O750655E", "384261360C"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, kind := range map[string]struct {
			is      func([]byte) bool
			explain func(string) france.Explanation
		}{
			"UAI": {france.IsUAI, france.ExplainUAI}, "FINESS": {france.IsFINESS, france.ExplainFINESS}, "RNA": {france.IsRNA, france.ExplainRNA},
			"FANTOIR": {france.IsFANTOIR, france.ExplainFANTOIR}, "IDU": {france.IsIDU, france.ExplainIDU},
			"commune": {france.IsCommuneSIREN, france.ExplainCommuneSIREN}, "EPCI": {france.IsEPCISIREN, france.ExplainEPCISIREN},
		} {
			got := kind.explain(s)
			if kind.is([]byte(s)) && got != (france.Explanation{}) {
				t.Errorf("%s %q is right, and yet: %+v", name, s, got)
			}
			if got.Fix != "" && !kind.is([]byte(got.Fix)) {
				t.Errorf("%s %q: the correction %q is not right", name, s, got.Fix)
			}
		}
	})
}
