package html

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas/text"
)

func TestShare(t *testing.T) {
	for _, c := range []struct {
		part, whole int
		fr, en      string
	}{
		{0, 0, "–", "–"}, {0, 7, "0 %", "0%"}, {7, 7, "100 %", "100%"}, {1, 2, "50 %", "50%"}, {1, 3, "33,3 %", "33.3%"},
		{1, 1_000_000, "0,1 %", "0.1%"}, {999_999, 1_000_000, "99,9 %", "99.9%"}, {2, 3, "66,7 %", "66.7%"},
	} {
		got := []string{voice{text.French}.share(c.part, c.whole), voice{text.English}.share(c.part, c.whole)}
		if diff := cmp.Diff([]string{strings.ReplaceAll(c.fr, " ", nb), c.en}, got); diff != "" {
			t.Errorf("%d/%d: %s", c.part, c.whole, diff)
		}
	}
}

func TestBar(t *testing.T) {
	for _, c := range []struct {
		part, whole int
		want        string
	}{{0, 0, "0"}, {0, 5, "0"}, {1, 100000, "1"}, {1, 3, "33.33"}, {5, 5, "100"}, {9, 5, "100"}} {
		if got := bar(c.part, c.whole); got != c.want {
			t.Errorf("bar(%d, %d) = %s, want %s", c.part, c.whole, got, c.want)
		}
	}
}

// palettes reads the colours of style.css: light, dark, printed.
func palettes(t *testing.T) map[string]map[string]string {
	t.Helper()
	b, err := os.ReadFile("style.css")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(string(b), -1)
	if len(blocks) != 3 {
		t.Fatalf("%d palettes, want 3", len(blocks))
	}
	out := map[string]map[string]string{}
	for i, name := range []string{"light", "dark", "print"} {
		out[name] = map[string]string{}
		for _, v := range regexp.MustCompile(`--([\w-]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(blocks[i][1], -1) {
			out[name][v[1]] = v[2]
		}
	}
	return out
}

// luminance is that of WCAG 2: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 32)
	if err != nil || len(colour) != 7 {
		t.Fatalf("no colour: %q", colour)
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		c := float64(n>>(16-8*i)&0xff) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func TestContrast(t *testing.T) {
	pairs := map[string]float64{"tip-ink tip": 4.5, "fill track": 1.5, "fill card": 3, "fill page": 3, "ink error-soft": 4.5, "ink warning-soft": 4.5,
		"ink notice-soft": 4.5, "ink ok-soft": 4.5, "error error-soft": 4.5, "warning warning-soft": 4.5, "notice notice-soft": 4.5, "ok ok-soft": 4.5,
		"soft error-soft": 4.5, "soft warning-soft": 4.5, "soft notice-soft": 4.5}
	for _, ink := range []string{"ink", "soft", "link", "error", "warning", "notice", "ok"} {
		pairs[ink+" page"], pairs[ink+" card"] = 4.5, 4.5
	}
	for name, colours := range palettes(t) {
		for pair, want := range pairs {
			a, b, _ := strings.Cut(pair, " ")
			if name == "print" && strings.HasPrefix(a, "tip") {
				continue // nothing to point at on paper
			}
			x, y := luminance(t, colours[a]), luminance(t, colours[b])
			if ratio := (max(x, y) + 0.05) / (min(x, y) + 0.05); ratio < want {
				t.Errorf("%s: %s has a contrast of %.2f, want %.1f", name, pair, ratio, want)
			}
		}
	}
}

func TestColoursHaveNames(t *testing.T) {
	rest := regexp.MustCompile(`(?s):root \{.*?\}`).ReplaceAllString(styleSource, "")
	if bare := regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b`).FindAllString(rest, -1); bare != nil {
		t.Errorf("colours outside of the palettes, where no test looks at their contrast: %v", bare)
	}
}

func TestAxis(t *testing.T) {
	got := map[string]string{}
	for _, name := range []string{"latitude", "Ylat", "c_lat_coor1", "LAT", "Xlong", "longitude", "c_long_coor1", "lng", "lon", "x", "plat", "long_rue", "nom", ""} {
		if a := axis(name); a != 0 {
			got[name] = string(a)
		}
	}
	want := map[string]string{"latitude": "y", "Ylat": "y", "c_lat_coor1": "y", "LAT": "y", "Xlong": "x", "longitude": "x", "c_long_coor1": "x",
		"lng": "x", "lon": "x", "long_rue": "x"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPair(t *testing.T) {
	for in, want := range map[string]string{
		"2.44, 48.86": "48.86 2.44 true", "[2.44,48.86]": "48.86 2.44 true", `{"lon": 2.44, "lat": 48.86}`: "48.86 2.44 true",
		`{"lat": 48.86, "lon": 2.44}`: "48.86 2.44 true", "-9.92E-4, 45": "45 -0.000992 true",
		"ici": "0 0 false", "": "0 0 false", "1,2,3": "0 0 false", "NaN, 2": "0 0 false", "1": "0 0 false",
	} {
		lat, lon, ok := pair(in)
		if got := fmt.Sprint(lat, lon, ok); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestFrame(t *testing.T) {
	cluster := []position{{lat: 43.60, lon: 3.85}, {lat: 43.62, lon: 3.90}, {lat: 43.65, lon: 3.88}, {lat: 43.61, lon: 3.87}}
	swapped := append([]position{{lat: 3.85, lon: 43.60, bad: true}, {lat: 3.9, lon: 43.6, bad: true}}, cluster...)
	for name, all := range map[string][]position{"cluster": cluster, "swapped": swapped, "one": cluster[:1], "pole": {{lat: 90, lon: 180}},
		"world": {{lat: -90, lon: -180}, {lat: 90, lon: 180}}, "null": {{}}} {
		f := frameOf(all)
		if f.height < minHeight-1 || f.height > maxHeight+1 || f.south >= f.north || f.west >= f.east {
			t.Errorf("%s: %+v", name, f)
		}
		for _, p := range all {
			if f.holds(p) == p.bad {
				t.Errorf("%s: %+v is in the frame: %t", name, p, f.holds(p))
			}
		}
		for _, n := range []float64{f.x(f.west), f.y(f.north)} {
			if n != 0 {
				t.Errorf("%s: a corner lies at %g", name, n)
			}
		}
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		want      string
	}{
		{43.55, 43.65, "[43.56 43.58 43.60 43.62 43.64]"}, {-10, 60, "[0 20 40]"}, {-1.02, -0.98, "[-1.02 -1.01 -1.00 -0.99]"}, {2.3461, 2.3481, "[2.3465 2.3470 2.3475 2.3480]"},
	} {
		at, decimals := lines(c.low, c.high)
		var got []string
		for _, n := range at {
			got = append(got, strconv.FormatFloat(n, 'f', decimals, 64))
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%g to %g: %v, want %s", c.low, c.high, got, c.want)
		}
	}
}

func TestDegrees(t *testing.T) {
	fr, en := voice{text.French}, voice{text.English}
	got := []string{fr.latitude(43.615, 2), fr.latitude(-21.1, 1), fr.longitude(-1.5, 1), en.longitude(-1.5, 1), en.longitude(3, 0),
		fr.distance(0.001), fr.distance(0.05), fr.distance(20), en.distance(20)}
	want := []string{"43,62° N", "21,1° S", "1,5° O", "1.5° W", "3° E", "110 m", "5,6 km", "2\u202f224 km", "2,224 km"}
	for i := range want {
		want[i] = strings.ReplaceAll(want[i], " ", nb)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
