package checks

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate/france/cog"
	"github.com/socle-commun/socle/validate/france/projection"
)

// plainUUID4 is isUUID4 sign by sign.
func plainUUID4(raw []byte) bool {
	if len(raw) != 36 {
		return false
	}
	for i, c := range raw {
		signs := "0123456789abcdefABCDEF"
		switch i {
		case 8, 13, 18, 23:
			signs = "-"
		case 14:
			signs = "4"
		case 19:
			signs = "89abAB"
		}
		if strings.IndexByte(signs, c) < 0 {
			return false
		}
	}
	return true
}

// Every byte at every place of an identifier is judged as it is sign by sign.
func TestIsUUID4(t *testing.T) {
	for _, id := range []string{exampleUUID, strings.ToUpper(exampleUUID), "00000000-0000-4000-8000-000000000000", "ffffffff-ffff-4fff-bfff-ffffffffffff"} {
		for at := range id {
			for c := range 256 {
				raw := []byte(id)
				raw[at] = byte(c)
				if got, want := isUUID4(raw), plainUUID4(raw); got != want {
					t.Errorf("%q: %t, not %t", raw, got, want)
				}
			}
		}
	}
}

func TestHashID(t *testing.T) {
	id, other := []byte(exampleUUID), []byte(exampleUUID)
	other[35] = 'f'
	got := []bool{hashID(id) == hashID(bytes.ToUpper(id)), hashID(id) == hashID(other)}
	if diff := cmp.Diff([]bool{true, false}, got); diff != "" {
		t.Error(diff)
	}
}

// Glances at texts may miss what the whole rule sees to be right, but never take
// what it finds wrong; and those that are whole answers say the same.
func FuzzBALGlances(f *testing.F) {
	for _, text := range []string{
		"", " ", "Rue de l'Église", "RUE DES LILAS", "rue_du_bac", "La\u00a0Côte", "\u2003x\u2003", "Allée des Frères é", "x\u0085", "\xc3", "Liberté\xa9", "Rue \ufffd du lac", "abcdefg\xef\xbf\xbd",
		"31591_0040_00009", "31591_0040_00009_bis", "31591_xxxx_00009", "31591_Xxxx_00009", "31591_0000_00009", "2a004_b012_00001_a_b", "2A004_b012_00001", "31591_0040_00009_", "31591_é40_00009",
		"312380000B0126", "312380000B0126|312380000B0127", "312380000B0126||12380000B0127", "|12380000B0126", "312380000B0126|", "312380000B01é6",
		"bis", "a b", "1234567890", exampleUUID, "01015", "2a004", "75056", "6.0766", "-9.1", "-0.5", "45.93",
	} {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, one, two string) {
		for what, ok := range balGlances([]byte(one), []byte(two)) {
			if !ok {
				t.Errorf("%s: %q %q", what, one, two)
			}
		}
	})
}

// balGlances says of each glance at a text, or at two, whether it holds.
func balGlances(a, b []byte) map[string]bool {
	reason, wrong := nameFault(a)
	small := bytes.IndexFunc(a, func(r rune) bool { return unicode.ToLower(r) != r }) < 0
	key, isKey := usualKey(a)
	plainKey, isPlainKey := readKey(a)
	commune, into := balCommuneOf(a)
	plainCommune, plainInto := plainCommuneOf(a)
	lon, isLon := readCoordinate(a)
	lat, isLat := readCoordinate(b)
	return map[string]bool{
		"trim":      bytes.Equal(balTrim(a), bytes.TrimSpace(a)),
		"ASCII":     text.IsASCII(a) == (bytes.IndexFunc(a, func(r rune) bool { return r >= 0x80 }) < 0),
		"small":     balSmall(a) == small && (!isPlainSmall(a) || small),
		"UUID":      isUUID4(a) == plainUUID4(a),
		"name":      !isPlainName(a) || !wrong && reason == "",
		"key":       !isKey || isPlainKey && cmp.Equal(key.texts(), plainKey.texts()) && allDigits(key.number),
		"clean key": !isCleanKey(a) || small && isKey && !key.noStreet() && len(key.number) == 5,
		"parcels":   !arePlainParcels(a) || plainParcels(a),
		"suffix":    !isPlainText(a) || len(a) > 9 || bytes.IndexFunc(a, func(c rune) bool { return !inSuffix(c) }) < 0,
		"commune":   commune == plainCommune && into == plainInto,
		"France":    !plainlyFrench(a, b) || !isLon || !isLat || projection.Legal(lon, lat) == projection.Find(2154),
	}
}

func (k interopKey) texts() []string {
	return []string{string(k.commune), string(k.street), string(k.number)}
}

// plainCommuneOf is balCommuneOf without a memory.
func plainCommuneOf(code []byte) (commune, into *cog.Commune) {
	upper := slices.Clone(code)
	if len(code) != 5 {
		return nil, nil
	}
	if code[1] >= 'a' && code[1] <= 'z' {
		upper[1] -= 'a' - 'A'
	}
	if isDistrict(upper) {
		return nil, nil
	}
	if commune, ok := cog.Find(upper); ok {
		return commune, nil
	}
	_, into, _, _ = cog.FindOld(string(upper))
	return nil, into
}

func isDistrict(code []byte) bool {
	for _, d := range balDistricts {
		if string(code) == d.city {
			return true
		}
	}
	return false
}

func plainParcels(raw []byte) bool {
	for parcel := range bytes.SplitSeq(raw, []byte("|")) {
		if len(parcel) != 14 {
			return false
		}
	}
	return true
}

// A code gives the same commune whether or not others were looked up before.
func TestCommuneCodes(t *testing.T) {
	wrong := 0
	for range 2 {
		for i := range cog.Communes() {
			c := &cog.Communes()[i]
			commune, into := balCommuneOf([]byte(strings.ToLower(c.Code)))
			if want := !isDistrict([]byte(c.Code)); into != nil || want && commune != c || !want && commune != nil {
				wrong++
			}
		}
		for _, f := range cog.FormerCodes() {
			if commune, into := balCommuneOf([]byte(f.Code)); commune != nil || into == nil || into.Code != f.Into {
				wrong++
			}
		}
		for _, none := range []string{"", "0101", "010150", "99999", "2C004", "éé1", "\x00\x00\x00\x00\x00"} {
			if commune, into := balCommuneOf([]byte(none)); commune != nil || into != nil {
				wrong++
			}
		}
	}
	if wrong > 0 {
		t.Errorf("%d codes give another commune", wrong)
	}
}

// The glance at x and y is within half a metre of the projection, so that what it
// takes to be near is.
func TestGlanceMetres(t *testing.T) {
	system, random := projection.Find(2154), rand.New(rand.NewPCG(1, 2))
	places := [][2]float64{{glanceWest, glanceSouth}, {glanceEast, glanceSouth}, {glanceWest, 51.4999999}, {glanceEast, 51.4999999}, {3, 46.5}}
	for range 200_000 {
		places = append(places, [2]float64{glanceWest + random.Float64()*(glanceEast-glanceWest), glanceSouth + random.Float64()*(glanceNorth-glanceSouth)})
	}
	worst, g := 0.0, lambertGlance()
	for _, p := range places {
		east, north, _ := system.FromWGS84(p[0], p[1])
		e, n := g.metres(p[0], p[1])
		worst = max(worst, math.Hypot(e-east, n-north))
		if projection.Legal(p[0], p[1]) != system {
			t.Fatalf("%v is not in metropolitan France", p)
		}
	}
	if worst > 0.5 {
		t.Errorf("off by %g metres", worst)
	}
	var got []string
	for _, xy := range [][2]float64{{539416.16, 6225601.16}, {539424.16, 6225601.16}, {539416.16, 6225610.8}, {539427.16, 6225601.16}, {6225601.16, 539416.16}, {math.NaN(), 0}} {
		got = append(got, fmt.Sprint(g.near(xy[0], xy[1], 1.028392, 43.111637)))
	}
	if diff := cmp.Diff([]string{"true", "true", "false", "false", "false", "false"}, got); diff != "" {
		t.Error(diff)
	}
}
