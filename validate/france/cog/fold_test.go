package cog

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"Lille":                         "lille",
		"L'Haÿ-les-Roses":               "l hay les roses",
		"L’HAŸ LES ROSES":               "l hay les roses",
		"Saint-Étienne":                 "saint etienne",
		"ST.  ETIENNE":                  "saint etienne",
		"Ste-Foy-lès-Lyon":              "sainte foy les lyon",
		"Sts-Geosmes":                   "saints geosmes",
		"Stes-Maries-de-la-Mer":         "saintes maries de la mer",
		"Bost-Ste":                      "bost sainte",
		"Œuf-en-Ternois":                "oeuf en ternois",
		"Lacœuilhe":                     "lacoeuilhe",
		"Bors (Canton de Charente-Sud)": "bors canton de charente sud",
		"E\u0301pinal":                  "epinal",
		"Co\u00adgnac":                  "cognac",
		"Le\u00a0Havre":                 "le havre",
		"ﬁns":                           "fins",
		"Paris 1er Arrondissement":      "paris 1er arrondissement",
		"  - ' ":                        "",
		"":                              "",
		"\u0301":                        "",
		"Aŀ-a\u2044b":                   "al a b",
		"Lill\xe9":                      "lill\ufffd",
		"Лилль":                         "лилль",
	} {
		if diff := cmp.Diff(want, Fold(name)); diff != "" {
			t.Errorf("%q: %s", name, diff)
		}
		if diff := cmp.Diff("st "+want, string(AppendFold([]byte("st "), []byte(name)))); diff != "" {
			t.Errorf("%q after another: %s", name, diff)
		}
	}
}

// A folded name folds to itself, whatever the name.
func FuzzFold(f *testing.F) {
	for _, name := range []string{"L'Haÿ-les-Roses", "Ste-Œuf", "İstanbul", "\u0344", "a\xff", "ǅ ﷺ ㎏"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		once := Fold(name)
		if diff := cmp.Diff(once, Fold(once)); diff != "" {
			t.Errorf("%q: %s", name, diff)
		}
	})
}
