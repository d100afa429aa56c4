package mojibake

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

type repaired struct {
	Fixed string
	Found bool
}

func TestRepair(t *testing.T) {
	for text, want := range map[string]repaired{
		"aide en numÃ©raire":           {"aide en numéraire", true},
		"AmÃ©nagement dâ€™un prÃ©au":   {"Aménagement d’un préau", true},
		"12 â‚¬":                       {"12 €", true},
		"Å“uvre":                       {"œuvre", true},
		"voilÃ\u00a0 tout":             {"voilà tout", true},
		"Ã\u00a0 la mairie":            {"à la mairie", true},
		"NÂ° 12":                       {"N° 12", true},
		"10Â\u00a0000":                 {"10\u00a0000", true},
		"Ã‰COLE":                       {"ÉCOLE", true},
		"ÃCOLE":                        {"", false}, // a sign is lost
		"Ã\u0089COLE":                  {"ÉCOLE", true},
		"dâ\u0080\u0099Ã©tÃ©":          {"d’été", true},
		"problÃšme":                    {"problème", true}, // ISO-8859-15
		"Ã\u20ac propos":               {"À propos", true}, // Windows-1252
		"√©cole":                       {"école", true},    // Mac Roman
		"l‚Äô√©t√©":                    {"l’été", true},    // Mac Roman
		"10 ¬∞C":                       {"", false},        // the sign alone, after a space
		"10¬∞C":                        {"10°C", true},     // Mac Roman
		"ÃƒÂ©tÃƒÂ©":                    {"été", true},      // twice
		"ProvenchÃƒÆ’Ã¢â‚¬Â¹res":       {"", true},         // as Mac Roman before that
		"fÃªte 🎉":                      {"", true},         // the picture came later
		"FÃªte ðŸŽ‰":                   {"Fête 🎉", true},   // Windows-1252
		"été et Ã©tÃ©":                 {"", true},         // a part
		"théâtre":                      {"", false},
		"créée, aiguë":                 {"", false},
		"SÃO PAULO":                    {"", false},
		"MAÇÃ":                         {"", false},
		"IRMÃ\u00a0":                   {"", false},
		"« IRMÃ »":                     {"", false},
		"«\u00a0IRMÃ\u00a0»":           {"", false},
		"João Conceição":               {"", false},
		"Âge":                          {"", false},
		"«\u00a0Pâques\u00a0» – 10 €…": {"", false},
		"2√πR":                         {"", false},
		"Αθήνα":                        {"", false},
		"Đà Nẵng":                      {"", false},
		"Łódź":                         {"", false},
		"½ côté":                       {"", false},
		"":                             {"", false},
		"\xff\xfe\xc3\xa9":             {"", false},
	} {
		fixed, found := Repair(text)
		if diff := cmp.Diff(want, repaired{fixed, found}); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

// What any of the encodings makes of French text comes back.
func TestRepairsFrench(t *testing.T) {
	for _, text := range []string{
		"Bâtiment B, côté cour", "Œuvre d’été", "garçon naïf à Besançon", "L’île où l’hôtel brûla", "Éléments reçus : 25 €", "10 000 €", "Noël, maïs, aiguë",
	} {
		for name, table := range map[string]*charmap.Charmap{"Windows-1252": charmap.Windows1252, "ISO-8859-1": charmap.ISO8859_1, "Mac Roman": charmap.Macintosh} {
			garbled, err := table.NewDecoder().String(text)
			if err != nil {
				t.Fatal(err)
			}
			if strings.ContainsRune(garbled, utf8.RuneError) {
				continue
			}
			if fixed, found := Repair(garbled); !found || fixed != text {
				t.Errorf("%s: %q gives %q %t, not %q", name, garbled, fixed, found, text)
			}
		}
	}
}

func TestSuspect(t *testing.T) {
	for before := range 20 {
		for after := range 10 {
			text := []byte(strings.Repeat("a", before) + "Ã©" + strings.Repeat("b", after))
			if !Suspect(text) {
				t.Errorf("%q is overlooked", text)
			}
		}
	}
	for text, want := range map[string]bool{
		"": false, "é": false, "déjà vu en été": false, "créée": false, "«été»": false, "l’été…": false, "Ã©": true, "12345678Ã©": true, "1234567Ã©9012345": true, "éa éa éa": false, "\xc3": false, "aaaaaaaa": false,
	} {
		if got := Suspect([]byte(text)); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// A repair is text in UTF-8 that need not be repaired again, and looking for
// one costs nothing where there is none.
func FuzzRepair(f *testing.F) {
	for _, seed := range []string{"Ã©", "ÃƒÂ©", "√©t√©", "été", "\xff", "ðŸŽ‰", "â‚¬â€™"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		fixed, found := Repair(text)
		if fixed != "" && (!found || fixed == text || !utf8.ValidString(fixed)) {
			t.Errorf("%q gives %q %t", text, fixed, found)
		}
		if _, some := repairOnce(text); some && utf8.ValidString(text) && !Suspect([]byte(text)) {
			t.Errorf("%q is overlooked", text)
		}
	})
}

func TestSuspectDoesNotAllocate(t *testing.T) {
	text := []byte("Subvention d'équipement pour la rénovation de la salle")
	if n := testing.AllocsPerRun(100, func() { Suspect(text) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkSuspect(b *testing.B) {
	text := []byte(strings.Repeat("Subvention d'équipement pour la rénovation de la salle,", 5))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Suspect(text)
	}
}
