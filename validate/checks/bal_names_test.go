package checks

import (
	"math"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestStreetKeys(t *testing.T) {
	want := map[string]string{
		"Rue du 8 mai 1945":           "rue huit mai mille neuf cent quarante cinq",
		"RUE DU HUIT-MAI 1945":        "rue huit mai mille neuf cent quarante cinq",
		"Av. Gal de Gaulle":           "avenue general gaulle",
		"avenue du Général de Gaulle": "avenue general gaulle",
		"R. de l’Église":              "rue eglise",
		"Bd St-Michel":                "boulevard saint michel",
		"Rue 1er":                     "rue un er",
		"Lieu-dit la Croix":           "croix",
		"Lieu-dit":                    "lieu dit",
		"Rue Grande Rue":              "grande rue",
		"Le Bourg":                    "bourg",
		"La":                          "",
		"":                            "",
		"Place du 1234567":            "place 1234567",
		"\xff\xfe_ --":                "\ufffd\ufffd",
	}
	var keys streetKeys
	got := map[string]string{}
	for name := range want {
		got[name] = string(keys.of([]byte(name)))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFrenchNumbers(t *testing.T) {
	want := map[string]string{
		"0": "zero", "1": "un", "16": "seize", "17": "dix sept", "20": "vingt", "21": "vingt un", "71": "soixante onze", "77": "soixante dix sept",
		"80": "quatre vingt", "81": "quatre vingt un", "99": "quatre vingt dix neuf", "100": "cent", "101": "cent un", "200": "deux cent",
		"1000": "mille", "1914": "mille neuf cent quatorze", "2000": "deux mille", "999999": "neuf cent quatre vingt dix neuf mille neuf cent quatre vingt dix neuf",
		"1000000": "1000000", "00008": "huit",
	}
	got := map[string]string{}
	for digits := range want {
		got[digits] = string(appendFrench(nil, []byte(digits)))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadCoordinate(t *testing.T) {
	for _, good := range []string{"0", "-0", "05", "9", "539416.13", "1.028392", "-61.5331", "0.5", "-0.000001", "7.737072000000001", "123456789012345678901234.5"} {
		want, err := strconv.ParseFloat(good, 64)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := readCoordinate([]byte(good)); !ok || math.Abs(got-want) > math.Abs(want)*1e-15 {
			t.Errorf("%s gives %v %t", good, got, ok)
		}
	}
	for _, bad := range []string{"", "-", ".", "+1", ".5", "5.", "1e3", "007", "05.2", "1,5", "1.2.3", "--1", "NaN", " 1", "1 000"} {
		if got, ok := readCoordinate([]byte(bad)); ok {
			t.Errorf("%q gives %v", bad, got)
		}
	}
}

func TestReadKey(t *testing.T) {
	for _, good := range []string{"31591_0040_00009", "31591_0040_00009_bis", "a_b_c_d_e"} {
		if _, ok := readKey([]byte(good)); !ok {
			t.Errorf("%s is refused", good)
		}
	}
	for _, bad := range []string{"", "_", "__", "31591", "31591_0040", "31591__00009", "_0040_00009", "31591_0040_", "31591_0040_00009_", "31591_0040_00009__bis", "31591_0040_00009_bis_"} {
		if key, ok := readKey([]byte(bad)); ok {
			t.Errorf("%q gives %s", bad, key)
		}
	}
}

func TestReadUID(t *testing.T) {
	const id = "0246e48c-f33d-433a-8984-034219be842e"
	for uid, want := range map[string][4]string{
		"@c:" + id + " @v:" + id + " @a:" + id: {id, id, id, "right"},
		"@A:" + id:                             {"", "", id, "right"},
		"@c: @v:" + id:                         {"", id, "", "right"},
		"x@c@c:" + id:                          {id, "", "", "right"},
		"@c:" + id + "@v:" + id:                {id + "@v:" + id, id, "", "wrong"},
		"free text":                            {"", "", "", "right"},
		"@":                                    {"", "", "", "right"},
		"@c:1":                                 {"1", "", "", "wrong"},
	} {
		ids, ok := readUID([]byte(uid))
		got := [4]string{string(ids.commune), string(ids.street), string(ids.address), map[bool]string{true: "right", false: "wrong"}[ok]}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", uid, diff)
		}
	}
}
