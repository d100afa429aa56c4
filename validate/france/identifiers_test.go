package france_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate/france"
)

// Numbers that Sirene gives or has given, and numbers made by its rules.
func TestIsSIREN(t *testing.T) {
	for _, tt := range []struct {
		number string
		want   bool
	}{
		{"213502388", true}, // Rennes
		{"732829320", true}, // the example of INSEE
		{"356000000", true}, // La Poste
		{"005520135", true}, // zeros in front count
		{"000000000", true}, // by its sum alone: INSEE gives no such number
		{"213502389", false},
		{"213502838", false}, // two digits swapped
		{"21350238", false},
		{"2135023880", false},
		{"213 502 388", false},
		{"21350238٨", false},
		{"21350238:", false},
		{"21350238/", false},
		{"", false},
	} {
		if got := france.IsSIREN([]byte(tt.number)); got != tt.want {
			t.Errorf("IsSIREN(%q) = %t", tt.number, got)
		}
	}
}

func TestIsSIRET(t *testing.T) {
	for _, tt := range []struct {
		number string
		want   bool
	}{
		{"21350238800019", true}, // Rennes
		{"73282932000074", true}, // the example of INSEE
		{"35600000000048", true}, // La Poste, head office: by Luhn, its plain sum being 26
		{"35600000000001", true}, // La Poste: sum 15
		{"35600000049837", true}, // La Poste: sum 45
		{"35600000000006", true}, // La Poste: sum 20
		{"35600000000002", false},
		{"35600000000055", false}, // La Poste: right by Luhn, but its sum is 24
		{"00552013500012", true},
		{"00000000000000", true}, // by its sum alone: INSEE gives no such number
		{"21350238800018", false},
		{"21350238900017", false}, // right by Luhn, but the SIREN is not
		{"2135023880001", false},
		{"213502388000190", false},
		{"213 502 388 00019", false},
		{"", false},
	} {
		if got := france.IsSIRET([]byte(tt.number)); got != tt.want {
			t.Errorf("IsSIRET(%q) = %t", tt.number, got)
		}
	}
}

func TestExplainSIREN(t *testing.T) {
	explains(t, france.ExplainSIREN, map[string]france.Explanation{
		"213502388":      {},
		"":               {},
		"mairie":         {},
		"213502389":      {Reason: france.WrongKey},
		"21350238":       {Reason: france.WrongLength, Digits: 8},
		"1":              {Reason: france.WrongLength, Digits: 1},
		"2135023880":     {Reason: france.WrongLength, Digits: 10},
		"5520135":        {Reason: france.LostZeros, Digits: 7, Fix: "005520135"},
		"21350238800019": {Reason: france.SIRETForSIREN, Digits: 14, Fix: "213502388"},
		"213502388.0":    {Reason: france.Decimal, Fix: "213502388"},
		"213502388,00":   {Reason: france.Decimal, Fix: "213502388"},
		"213502300.0":    {Reason: france.DecimalDamaged},
		"2,13502388E+8":  {Reason: france.Scientific, Fix: "213502388"},
		"2,135E+08":      {Reason: france.ScientificDamaged},
		"213 502 388":    {Reason: france.Separators, Fix: "213502388"},
		"213 502 389":    {},
	})
}

func TestExplainSIRET(t *testing.T) {
	explains(t, france.ExplainSIRET, map[string]france.Explanation{
		"21350238800019":           {},
		"35600000000001":           {},
		"":                         {},
		"W123456789":               {},
		"21350238800018":           {Reason: france.WrongKey},
		"35600000000002":           {Reason: france.WrongKey},
		"2135023880001":            {Reason: france.WrongLength, Digits: 13},
		"123456789012345678901234": {Reason: france.WrongLength, Digits: 24},
		"552013500012":             {Reason: france.LostZeros, Digits: 12, Fix: "00552013500012"},
		"213502388":                {Reason: france.SIRENForSIRET, Digits: 9},
		"21350238800019.0":         {Reason: france.Decimal, Fix: "21350238800019"},
		" 21350238800019.0 ":       {Reason: france.Decimal, Fix: "21350238800019"},
		"21860194600000.0":         {Reason: france.DecimalDamaged},
		"2.1350238800019E+13":      {Reason: france.Scientific, Fix: "21350238800019"},
		"2,18602E+13":              {Reason: france.ScientificDamaged},
		"2E99":                     {Reason: france.ScientificDamaged},
		"213 502 388 00019":        {Reason: france.Separators, Fix: "21350238800019"},
		"213.502.388-00019":        {Reason: france.Separators, Fix: "21350238800019"},
		"'21350238800019":          {Reason: france.Separators, Fix: "21350238800019"},
		"21350238800019\u200b":     {Reason: france.Separators, Fix: "21350238800019"},
		"\u00a021350238800019":     {Reason: france.Separators, Fix: "21350238800019"},
		"213 502 388 00018":        {},
		"\xff21350238800019":       {},
	})
}

func explains(t *testing.T, explain func(string) france.Explanation, want map[string]france.Explanation) {
	t.Helper()
	got := map[string]france.Explanation{}
	for number := range want {
		got[number] = explain(number)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Judging costs nothing but time.
func TestIdentifiersDoNotAllocate(t *testing.T) {
	siren, siret := []byte("213502388"), []byte("35600000000001")
	if n := testing.AllocsPerRun(100, func() {
		if !france.IsSIREN(siren) || !france.IsSIRET(siret) {
			t.Fatal("refused")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
