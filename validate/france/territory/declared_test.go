package territory

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate/france/cog"
)

func declaredOf(t testing.TB, asked string) *Declared {
	t.Helper()
	d, err := Parse(asked)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestHasCommune(t *testing.T) {
	for asked, codes := range map[string]map[string]bool{
		"59350":     {"59350": true, "59298": true, "59355": true, "59512": false, "": false, "5935": false, "593500": false, "59000": false},
		"13055":     {"13055": true, "13201": true, "13216": true, "13001": false},
		"75101":     {"75101": true, "75102": false, "75056": false},
		"2A":        {"2A004": true, "2a004": true, "2B033": false, "2b033": false},
		"200093201": {"59350": true, "59355": true, "59512": true, "59178": false},
		"region:11": {"75056": true, "75118": true, "77284": true, "69123": false},
		"29039":     {"29039": true, "29009": true, "29050": false},
		"987":       {"98735": true, "98818": false},
		"200054781": {"75056": true, "75101": true, "93066": true, "77284": false},
	} {
		d := declaredOf(t, asked)
		for code, want := range codes {
			if got := d.HasCommune([]byte(code)); got != want {
				t.Errorf("%s has %q: %v", asked, code, got)
			}
		}
	}
}

func TestHasSIREN(t *testing.T) {
	type numbers struct{ SIREN, Other, Postal string }
	for asked, want := range map[string]numbers{
		"59350":     {"215903501", "200093201", "59000"},
		"75118":     {"217500016", "215903501", "75018"},
		"200093201": {"200093201", "243500139", "59100"},
		"59":        {"215903501", "213502388", "59500"},
		"region:53": {"213502388", "215903501", "35000"},
	} {
		d := declaredOf(t, asked)
		for number, in := range map[string]bool{want.SIREN: true, want.SIREN + "00017": true, want.Other: false, want.Other + "00017": false, "": false, want.SIREN[:8]: false} {
			if d.HasSIREN([]byte(number)) != in {
				t.Errorf("%s has the number %q: %v", asked, number, !in)
			}
		}
		if !d.HasPostalCode([]byte(want.Postal)) || d.HasPostalCode([]byte("97400")) || d.HasPostalCode(nil) {
			t.Errorf("%s: postal codes", asked)
		}
	}
}

func TestLists(t *testing.T) {
	d := declaredOf(t, "Lille")
	if diff := cmp.Diff([]string{"59298", "59350", "59355"}, d.Codes()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"215903501"}, d.SIRENs()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"59000", "59160", "59260", "59777", "59800"}, d.PostalCodes()); diff != "" {
		t.Error(diff)
	}
}

// The departments and the regions share out the communes among them.
func TestEveryCommune(t *testing.T) {
	n := 0
	for _, list := range [][]cog.Department{cog.Departments(), cog.Collectivities()} {
		for _, d := range list {
			n += len(declaredOf(t, "departement:"+d.Code).Communes())
		}
	}
	whole, inRegions := 0, 0
	for _, c := range cog.Communes() {
		if c.Parent == "" {
			whole++
			if c.Region != "" {
				inRegions++
			}
		}
	}
	if diff := cmp.Diff(whole, n); diff != "" {
		t.Error(diff)
	}
	n = 0
	for _, r := range cog.Regions() {
		n += len(declaredOf(t, "region:"+r.Code).Communes())
	}
	if diff := cmp.Diff(inRegions, n); diff != "" {
		t.Error(diff)
	}
}

func TestAllocations(t *testing.T) {
	l := NewLand(declaredOf(t, "200093201"), nil, nil)
	code, siret, postal := []byte("59350"), []byte("21590350100017"), []byte("59000")
	in := 0
	if n := testing.AllocsPerRun(100, func() {
		if l.HasCommune(code) && l.HasSIREN(siret) && l.HasPostalCode(postal) && l.Has(3.0573, 50.6292) && !l.Has(2.35, 48.85) {
			in++
		}
	}); n != 0 || in == 0 {
		t.Errorf("%v allocations, %d within", n, in)
	}
}

// Places of each department, and of communes, lie in their rectangles; those of
// others do not.
func TestRectangles(t *testing.T) {
	for asked, p := range map[string][2]float64{
		"Lille": {3.0573, 50.6292}, "35238": {-1.6778, 48.1173}, "75118": {2.3488, 48.8925}, "974": {55.4504, -20.8789}, "2A": {8.7369, 41.9192},
		"200093201": {3.1631, 50.7236}, "29": {-5.0967, 48.4567}, "971": {-61.0478, 16.3106}, "973": {-54.0333, 3.65}, "976": {45.2278, -12.7822},
		"975": {-56.3833, 47.1}, "977": {-62.85, 17.9}, "978": {-63.09, 18.07}, "986": {-176.17, -13.28}, "987": {-140.1, -8.91}, "988": {166.57, -20.64},
		"984": {70.22, -49.35}, "region:11": {2.3522, 48.8566}, "region:94": {9.4509, 42.7003}, "98735": {-151.44, -16.82}, "97701": {-62.85, 17.9},
		"15031": {2.9447, 45.1167}, // its outline is not known: that of the department
	} {
		l := NewLand(declaredOf(t, asked), nil, nil)
		if !l.Has(p[0], p[1]) {
			t.Errorf("%s does not have %v: %v", asked, p, l.Rectangles())
		}
		if l.Has(p[1], p[0]) || l.Has(-0.1278, 51.5074) || l.Has(0, 0) || l.Has(math.NaN(), p[1]) || l.Outlined != 0 {
			t.Errorf("%s has too much", asked)
		}
	}
}

// Every commune of the departments has a rectangle within that of its department,
// and of a size that a commune may have; but for four that came back.
func TestRectangleOf(t *testing.T) {
	var without []string
	around := map[string][]Rectangle{}
	for _, c := range cog.Communes() {
		r, ok := RectangleOf(c.Code)
		if !ok {
			if c.Kind != cog.Overseas {
				without = append(without, c.Code)
			}
			continue
		}
		if around[c.Department] == nil {
			around[c.Department] = AroundDepartment(c.Department)
		}
		d := around[c.Department][0]
		if d.around(r) != d || r.East-r.West < 2*RectangleMargin || r.East-r.West > 2 || r.North-r.South < 2*RectangleMargin || r.North-r.South > 2 {
			t.Errorf("%s %s: %v in %v", c.Code, c.Name, r, d)
		}
		if At((r.West+r.East)/2, (r.South+r.North)/2) == nil {
			t.Errorf("%s %s: %v is not in France", c.Code, c.Name, r)
		}
	}
	if diff := cmp.Diff([]string{"15031", "15035", "15047", "15171"}, without); diff != "" {
		t.Error(diff)
	}
	if len(around) != 101 {
		t.Errorf("%d departments", len(around))
	}
}

func TestDecodeRectangles(t *testing.T) {
	all := map[string]Rectangle{"01001": {4.885, 46.135, 4.965, 46.18}, "01002": {-5.145, 48.44, -5.03, 48.485}, "2A004": {8.53, -41.33, 9.415, 42.385}}
	data, err := EncodeRectangles([]string{"01001", "01002", "2A004"}, all)
	if err != nil {
		t.Fatal(err)
	}
	got, err := DecodeRectangles(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(all, got); diff != "" {
		t.Error(diff)
	}
	empty, err := EncodeRectangles([]string{"01001"}, map[string]Rectangle{})
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range [][]byte{nil, []byte("no archive"), data[:len(data)-3], empty} {
		if got, err := DecodeRectangles(bad); err == nil && len(got) > 0 {
			t.Errorf("%q gives %v", bad, got)
		}
	}
}

type everywhere struct{}

func (everywhere) Has(lon, lat float64) bool { return lon < 0 }

func TestLand(t *testing.T) {
	d := declaredOf(t, "200093201")
	all := codesOf(d)
	type land struct {
		Outlined   int
		Rectangles int
		West, East bool
	}
	for name, want := range map[string]struct {
		shape   Shape
		missing []string
		want    land
	}{
		"none":   {nil, all, land{0, 95, false, true}},
		"all":    {everywhere{}, nil, land{95, 0, true, false}},
		"some":   {everywhere{}, []string{"59350", "59512"}, land{93, 2, true, true}},
		"most":   {everywhere{}, all[1:], land{1, 95, true, true}},
		"others": {everywhere{}, all[len(all)-1:], land{94, 1, true, false}},
	} {
		l := NewLand(d, want.shape, want.missing)
		if diff := cmp.Diff(want.want, land{l.Outlined, len(l.rectangles), l.Has(-1.6778, 48.1173), l.Has(3.0573, 50.6292)}); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}

func codesOf(d *Declared) []string {
	var codes []string
	for _, c := range d.Communes() {
		codes = append(codes, c.Code)
	}
	return codes
}

func BenchmarkLand(b *testing.B) {
	l := NewLand(declaredOf(b, "200093201"), nil, nil)
	b.ReportAllocs()
	for i := range b.N {
		l.Has(2.5+float64(i%1000)/1000, 50.6)
	}
}
