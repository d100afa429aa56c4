package projection

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// places are computed with PROJ's formulas by proj4js 2.20, from the EPSG
// registry's definitions: a place or more of each system.
var places = []struct {
	epsg           int
	lon, lat, x, y float64
}{
	{2154, 1.028392, 43.111637, 539416.161, 6225601.164},
	{2154, -4.4861, 48.3904, 146632.979, 6836262.327},
	{2154, 9.45, 42.7, 1228546.045, 6199420.644},
	{5490, -61.5331, 16.2412, 656770.818, 1796177.241},
	{5490, -62.8498, 17.8957, 515909.902, 1978652.665},
	{2972, -52.3333, 4.9333, 352169.812, 545439.325},
	{2972, -54.03, 3.64, 163355.765, 402900.329},
	{2975, 55.4504, -20.8789, 338807.609, 7690477.745},
	{4471, 45.2279, -12.7806, 524735.375, 8587115.812},
	{4467, -56.1739, 46.7791, 563062.976, 5180948.076},
	{3163, 166.4572, -22.2758, 447118.891, 214034.141},
	{3163, 164, -20.3, 191087.364, 431518.190},
	{3296, -151.4398, -16.7338, 666322.668, 8149240.821},
	{3297, -149.48, -23.36, 246470.158, 7414450.907},
	{3298, -140.1, -8.91, 598950.817, 9014977.572},
	{3299, -134.97, -23.12, 503071.721, 7443195.855},
	{8903, -176.1735, -13.2825, 589527.124, 8531474.962},
	{3942, 9, 41.9, 2197433.072, 1206329.215},
	{3946, 1.57, 46.1, 1589442.427, 5212106.785},
	{3948, -1.68, 48.11, 1351739.546, 7222803.467},
	{3950, 3.06, 50.63, 1704245.163, 9270075.245},
	{3950, 2.5186, 51.0778, 1666260.523, 9319999.247},
}

func TestPlaces(t *testing.T) {
	for _, p := range places {
		if x, y, ok := FromWGS84(p.epsg, p.lon, p.lat); !ok || math.Hypot(x-p.x, y-p.y) > 0.001 {
			t.Errorf("%d: %g %g gives %.4f %.4f %t, not %.3f %.3f", p.epsg, p.lon, p.lat, x, y, ok, p.x, p.y)
		}
		if lon, lat, ok := ToWGS84(p.epsg, p.x, p.y); !ok || math.Hypot(lon-p.lon, lat-p.lat) > 2e-8 {
			t.Errorf("%d: %.3f %.3f gives %.9f %.9f %t, not %g %g", p.epsg, p.x, p.y, lon, lat, ok, p.lon, p.lat)
		}
	}
}

// What goes there comes back, over the area of each system.
func TestThereAndBack(t *testing.T) {
	for i := range systems {
		s := &systems[i]
		const steps = 20
		for a := range steps + 1 {
			for b := range steps + 1 {
				lon := s.area.west + (s.area.east-s.area.west)*float64(a)/steps
				lat := s.area.south + (s.area.north-s.area.south)*float64(b)/steps
				x, y, ok := s.FromWGS84(lon, lat)
				lon2, lat2, ok2 := s.ToWGS84(x, y)
				if !ok || !ok2 || math.Hypot(lon-lon2, lat-lat2) > 1e-9 {
					t.Fatalf("%s: %g %g comes back as %.12f %.12f (%t %t)", s.Name, lon, lat, lon2, lat2, ok, ok2)
				}
			}
		}
	}
}

func TestLegal(t *testing.T) {
	got := map[string]int{}
	for name, place := range map[string][2]float64{
		"Lille": {3.06, 50.63}, "Ajaccio": {8.74, 41.92}, "Cayenne": {-52.33, 4.93}, "Mamoudzou": {45.23, -12.78},
		"Nouméa": {166.46, -22.28}, "Papeete": {-149.57, -17.53}, "Mata-Utu": {-176.17, -13.28}, "Sigave": {-178.16, -14.29},
		"Montréal": {-73.57, 45.5}, "nowhere": {math.NaN(), 45},
	} {
		if s := Legal(place[0], place[1]); s != nil {
			got[name] = s.EPSG
		}
	}
	want := map[string]int{"Lille": 2154, "Ajaccio": 2154, "Cayenne": 2972, "Mamoudzou": 4471, "Nouméa": 3163, "Papeete": 3297, "Mata-Utu": 8903, "Sigave": 8903}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// alike are the places whose figures are those of a place in another system.
var alike = []string{
	"2972 -54.03 3.64", "3163 164 -20.3", // Guyane and New Caledonia
	"3296 -151.4398 -16.7338", "3297 -149.48 -23.36", "3299 -134.97 -23.12", // the zones of Polynesia
}

func TestRecognise(t *testing.T) {
	for _, p := range places {
		want := p.epsg
		if slices.Contains(alike, fmt.Sprintf("%d %g %g", p.epsg, p.lon, p.lat)) {
			want = 0
		}
		got := 0
		if s := Recognise(p.x, p.y); s != nil {
			got = s.EPSG
		}
		if got != want {
			t.Errorf("%.0f %.0f of %d is recognised as %d", p.x, p.y, p.epsg, got)
		}
	}
	for _, xy := range [][2]float64{{0, 0}, {48.85, 2.35}, {math.NaN(), 6e6}, {math.Inf(1), 6e6}, {1e300, 1e300}} {
		if s := Recognise(xy[0], xy[1]); s != nil {
			t.Errorf("%v is recognised as %s", xy, s.Name)
		}
	}
}

func TestRefuses(t *testing.T) {
	for _, place := range [][2]float64{{math.NaN(), 46}, {3, math.NaN()}, {3, 90}, {-73, 45}, {math.Inf(1), 46}} {
		if x, y, ok := FromWGS84(2154, place[0], place[1]); ok {
			t.Errorf("Lambert-93 takes %v to %g %g", place, x, y)
		}
	}
	if _, _, ok := FromWGS84(4326, 3, 46); ok {
		t.Error("4326 is no plane")
	}
	if _, _, ok := ToWGS84(4326, 3, 46); ok {
		t.Error("4326 is no plane")
	}
}

// No number makes the formulas panic, hang or give what is no place.
func FuzzToWGS84(f *testing.F) {
	for i := range systems {
		f.Add(i, 700000.0, 6600000.0)
	}
	f.Add(0, math.Inf(1), math.NaN())
	f.Fuzz(func(t *testing.T, i int, x, y float64) {
		s := &systems[uint(i)%uint(len(systems))]
		if lon, lat, ok := s.ToWGS84(x, y); ok && !s.near(lon, lat) {
			t.Errorf("%s: %g %g gives %g %g", s.Name, x, y, lon, lat)
		}
	})
}

func BenchmarkFromWGS84(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		FromWGS84(2154, 1.028392, 43.111637)
	}
}

func BenchmarkToWGS84(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ToWGS84(2154, 539416.161, 6225601.164)
	}
}

func BenchmarkFromWGS84UTM(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		FromWGS84(5490, -61.5331, 16.2412)
	}
}

func BenchmarkRecognise(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Recognise(539416.161, 6225601.164)
	}
}
