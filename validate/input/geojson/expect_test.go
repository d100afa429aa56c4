package geojson

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// expect reads a text by a schema of fields, each NAME:TYPE or NAME:TYPE:FORMAT.
func expect(t *testing.T, text, fields string) (labels string, rows []string, notes []validate.Note) {
	t.Helper()
	var document []string
	for _, field := range strings.Fields(fields) {
		part := strings.Split(field+":default", ":")
		document = append(document, fmt.Sprintf(`{"name":%q,"type":%q,"format":%q}`, part[0], part[1], part[2]))
	}
	s, err := schemas.Parse("test", []byte(`{"fields":[`+strings.Join(document, ",")+`]}`))
	if err != nil {
		t.Fatal(err)
	}
	in, err := newInput(text, Source{})
	if err != nil {
		t.Fatal(err)
	}
	in.Expect(s)
	for i, label := range in.file.Labels {
		if labels += " " + label; in.file.Late[i] {
			labels += "?"
		}
	}
	for c := range in.Chunks() {
		for row := range in.Rows(c) {
			line := ""
			for _, cell := range row.Cells {
				if cell.Derived {
					line += fmt.Sprintf(" %s=%s@%d", in.file.Labels[cell.Column], cell.Raw, cell.Start)
				}
			}
			rows = append(rows, line)
		}
	}
	return labels, rows, in.list()
}

// Fields of the schema that no property is bound to get columns; those that the
// geometry holds get cells of points.
func TestExpect(t *testing.T) {
	at := func(geometry string) string {
		return `{"type":"Feature","geometry":` + geometry + `,"properties":{"Nom":"x"}}`
	}
	const place = `{"type":"Point","coordinates":[ 2.350 , 48.85, 1]}`
	for _, tt := range []struct{ name, geometry, fields, labels, row string }{
		{"by name", place, "nom:string longitude:number latitude:number", " Nom longitude? latitude?", " longitude=2.350@61 latitude=48.85@69"},
		{"of another place too", place, "nom:string lon_a:number lat_a:number lon_b:number lat_b:number", " Nom lon_a? lat_a? lon_b? lat_b?", ""},
		{"Xlong and Ylat", place, "Xlong:number Ylat:number", " Nom Xlong? Ylat?", " Xlong=2.350@61 Ylat=48.85@69"},
		{"metres", place, "x:number y:number lambertX:number lambertY:number", " Nom x? y? lambertX? lambertY?", ""},
		{"a text", place, "longitude:string latitude:string", " Nom longitude? latitude?", ""},
		{"a length", place, "VEH_LONG:number", " Nom VEH_LONG?", ""},
		{"a point", place, "geo:geopoint", " Nom geo?", " geo=2.350,48.85@61"},
		{"a list", place, "coordonneesXY:geopoint:array", " Nom coordonneesXY?", " coordonneesXY=[2.350,48.85]@61"},
		{"an object", place, "geo:geopoint:object", " Nom geo?", ` geo={"lon":2.350,"lat":48.85}@61`},
		{"two points", place, "debut:geopoint fin:geopoint", " Nom debut? fin?", ""},
		{"a shape", place, "etab_geompoint:geojson", " Nom etab_geompoint?", " etab_geompoint=" + place + "@29"},
		{"several points", `{"type":"MultiPoint","coordinates":[[2,48]]}`, "longitude:number latitude:number geo:geopoint", " Nom longitude? latitude? geo?", ""},
		{"a surface", `{"type":"Polygon","coordinates":[]}`, "site_geomsurf:geojson site_geompoint:geopoint", " Nom site_geomsurf? site_geompoint?", ` site_geomsurf={"type":"Polygon","coordinates":[]}@29`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			labels, rows, _ := expect(t, at(tt.geometry), tt.fields)
			if diff := cmp.Diff([]string{tt.labels, tt.row}, []string{labels, rows[0]}); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A property that is there counts more than the geometry.
func TestPropertyBeforeGeometry(t *testing.T) {
	_, rows, _ := expect(t, `{"type":"Feature","properties":{"longitude":3},"geometry":{"type":"Point","coordinates":[2,48]}}`, "longitude:number latitude:number")
	if diff := cmp.Diff([]string{" latitude=48@91"}, rows); diff != "" {
		t.Error(diff)
	}
}

// Properties that come behind the look ahead are read where the schema knows them,
// and named where it does not: the first hundred.
func TestLate(t *testing.T) {
	var b strings.Builder
	for b.Len() < sampleSize {
		b.WriteString(feature(`"a":1`) + "\n")
	}
	for i := range 150 {
		fmt.Fprintf(&b, "%s\n", feature(fmt.Sprintf(`"known":1,"p%d":1`, i)))
	}
	text := b.String()
	labels, _, notes := expect(t, text, "a:string known:string")
	if diff := cmp.Diff(" a known?", labels); diff != "" {
		t.Error(diff)
	}
	names := strings.Split(notes[0].Text, ", ")
	if notes[0].Kind != "late-properties" || notes[0].N != 150 || len(names) != maxLate || names[0] != "p0" || names[99] != "p99…" {
		t.Errorf("%+v", notes)
	}
	if diff := cmp.Diff(read(t, text, 0, 0), read(t, text, 1000, 0)); diff != "" {
		t.Error(diff)
	}
}

// Texts that are not in UTF-8 are read as Windows-1252, with a fault where the
// rest of the file is in UTF-8.
func TestEncoding(t *testing.T) {
	text := collection(feature("\"pr\xe9nom\":\"Ad\xe8le\""))
	in, err := newInput(text, Source{Charmap: charmap.Windows1252})
	if err != nil {
		t.Fatal(err)
	}
	for c := range in.Chunks() {
		for row := range in.Rows(c) {
			if diff := cmp.Diff("1 1:41@40 prénom='Adèle (Point)", told(&in.file, row)); diff != "" {
				t.Error(diff)
			}
		}
	}
	want := []string{"1 1:41@40 prénom='Adèle (Point) !encoding@1:82+41"}
	if diff := cmp.Diff(want, read(t, text, 0, 0).Rows); diff != "" {
		t.Error(diff)
	}
}

// Valid items are read without allocating.
func TestAllocations(t *testing.T) {
	text := "[" + strings.Repeat(feature(`"a":"é","b":[1,{"c":null}],"d":"\n\u00e9","e":1.5e3`)+",\n", 300) + feature(`"a":1`) + "]"
	in, err := newInput(text, Source{ChunkSize: len(text)})
	if err != nil {
		t.Fatal(err)
	}
	var chunks []validate.Chunk
	for c := range in.Chunks() {
		chunks = append(chunks, c)
	}
	rows := 0
	if n := testing.AllocsPerRun(20, func() {
		for row := range in.Rows(chunks[0]) {
			rows += len(row.Faults)
		}
	}); n > 20 {
		t.Errorf("%.0f allocations for 300 items", n)
	}
	if rows != 0 {
		t.Errorf("%d faults", rows)
	}
}

// Documents made at random are read as encoding/json reads them.
func TestRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var items []string
		for range r.IntN(6) {
			items = append(items, randomItem(r))
		}
		text := randomSpaces(r, collection(items...))
		compare(t, text)
		if diff := cmp.Diff(read(t, text, 1<<20, 0), read(t, text, 16+r.IntN(200), 0)); diff != "" {
			t.Fatal(diff)
		}
	}
}

func randomItem(r *rand.Rand) string {
	var properties []string
	for i := range r.IntN(5) {
		properties = append(properties, fmt.Sprintf(`"%c%d":%s`, 'a'+rune(r.IntN(3)), i, randomValue(r, 0)))
	}
	return feature(strings.Join(properties, ","))
}

func randomValue(r *rand.Rand, depth int) string {
	words := []string{"null", "true", "false", "0", "-0.5", "1e5", "12", `""`, `"é"`, `"{\"type\":\"Feature\""`, `"\\"`, `"]}"`, `"\ud83d\ude00\u00e9\/"`, `"a, b"`, "{}", "[]"}
	if depth > 3 || r.IntN(3) > 0 {
		return words[r.IntN(len(words))]
	}
	var parts []string
	object := r.IntN(2) == 0
	for i := range r.IntN(4) {
		value := randomValue(r, depth+1)
		if object {
			value = fmt.Sprintf(`"%d":%s`, i, value)
		}
		parts = append(parts, value)
	}
	if object {
		return "{" + strings.Join(parts, ",") + "}"
	}
	return "[" + strings.Join(parts, ",") + "]"
}

// randomSpaces puts white space where it may stand: around brackets and commas
// outside of texts.
func randomSpaces(r *rand.Rand, text string) string {
	var b strings.Builder
	within, escaped := false, false
	for _, c := range text {
		space := !within && strings.ContainsRune("{}[],:", c)
		if space {
			b.WriteString(strings.Repeat([]string{" ", "\n", "\r\n", "\t"}[r.IntN(4)], r.IntN(2)))
		}
		b.WriteRune(c)
		switch {
		case escaped:
			escaped = false
		case within && c == '\\':
			escaped = true
		case c == '"':
			within = !within
		}
		if space {
			b.WriteString(strings.Repeat(" ", r.IntN(2)))
		}
	}
	return b.String()
}
