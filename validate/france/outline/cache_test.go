package outline

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

func lille() *Outline {
	o := box("59350", 3, 50.6, 3.1, 50.65, 2)
	o.Name, o.Source, o.ETag, o.Modified = "Lille", "https://example.org/communes/59350", `"a"`, "Sun, 22 Nov 2026 08:00:00 GMT"
	o.Fetched = time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)
	return o
}

func TestSaveAndLoad(t *testing.T) {
	dir := t.TempDir()
	islands := &Outline{Code: "2A004", Name: "Ajaccio", Fetched: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
		Land: append(box("", 8.6, 41.8, 8.7, 41.9, 0).Land, orb.Polygon{box("", 8, 41, 8.2, 41.2, 0).Land[0][0], box("", 8.1, 41.1, 8.15, 41.15, 0).Land[0][0]})}
	for _, o := range []*Outline{lille(), islands} {
		if err := o.save(dir); err != nil {
			t.Fatal(err)
		}
		got, err := Load(dir, o.Code)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(o, got); diff != "" {
			t.Error(diff)
		}
		data, err := os.ReadFile(filepath.Join(dir, o.Code+".geojson"))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Count(string(data), "\n") != 1 {
			t.Errorf("%s is not one line", data)
		}
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 2 {
		t.Errorf("%v, %v: nothing else is left", files, err)
	}
}

func TestLoadAllAndList(t *testing.T) {
	dir := t.TempDir()
	if err := lille().save(dir); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"59512.geojson":     `{"type":"Feature"`,
		"59599.geojson":     `{"type":"Feature","properties":{"code":"59350"},"geometry":{"type":"Polygon","coordinates":[[[3,50],[3,51],[4,51],[3,50]]]}}`,
		"59009.geojson":     `{"type":"Feature","properties":{"code":"59009"},"geometry":{"type":"Point","coordinates":[3,50]}}`,
		"notes.txt":         "mine",
		"ab.geojson":        "{}",
		"59350.1234.tmp":    "{",
		"5935012.geojson.x": "{",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	outlines, missing := LoadAll(dir, []string{"59350", "59512", "59599", "59009", "59001", "../59350"})
	if len(outlines) != 1 || outlines[0].Code != "59350" {
		t.Errorf("outlines: %v", outlines)
	}
	if diff := cmp.Diff([]string{"59512", "59599", "59009", "59001", "../59350"}, missing); diff != "" {
		t.Error(diff)
	}
	entries, damaged, err := List(dir)
	if err != nil || len(entries) != 1 || entries[0].Name != "Lille" || entries[0].Size == 0 || entries[0].Land != nil {
		t.Errorf("%v, %v", entries, err)
	}
	if diff := cmp.Diff([]string{"59009.geojson", "59512.geojson", "59599.geojson"}, damaged); diff != "" {
		t.Error(diff)
	}
	if entries, damaged, err := List(filepath.Join(dir, "none")); entries != nil || damaged != nil || err != nil {
		t.Errorf("%v, %v, %v", entries, damaged, err)
	}
	if _, err := Load(dir, "../x"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestDefaultDir(t *testing.T) {
	t.Setenv("SOCLE_OUTLINES", "/somewhere")
	if dir, err := DefaultDir(); dir != "/somewhere" || err != nil {
		t.Errorf("%s, %v", dir, err)
	}
	t.Setenv("SOCLE_OUTLINES", "")
	t.Setenv("XDG_CACHE_HOME", "/cache")
	t.Setenv("HOME", "/home")
	if dir, err := DefaultDir(); !strings.HasSuffix(filepath.ToSlash(dir), "/socle/outlines") || err != nil {
		t.Errorf("%s, %v", dir, err)
	}
}

func TestDecode(t *testing.T) {
	ring := `[[3,50],[3,51],[4,51],[3,50]]`
	point := func(coordinates string) string {
		return `{"type":"Feature","properties":{"code":"59350","nom":"Lille"},"geometry":{"type":"Polygon","coordinates":` + coordinates + `}}`
	}
	for document, want := range map[string]int{
		point("[" + ring + "]"):                              1,
		point("[[[3,50,12],[3,51,12],[4,51,12],[3,50,12]]]"): 1,
		`{"type":"FeatureCollection","features":[` + point("["+ring+"]") + `,` + point("[]") + `]}`: 1,
		`{"type":"FeatureCollection","features":[]}`:                                                0,
		`{"type":"FeatureCollection"}`:                                                              0,
		point("[]"):                                                                                 0,
		point("[[]]"):                                                                               0,
		point("[[[3,50],[3,51],[4,51]]]"):                                                           0,
		point("[[[3,50],[3,51],[4,51],[3,52]]]"):                                                    0,
		point("[[[3],[3,51],[4,51],[3]]]"):                                                          0,
		point("[[[3,500],[3,51],[4,51],[3,500]]]"):                                                  0,
		point(ring):   0,
		point("null"): 0,
		`{"type":"Feature","properties":{"code":"../../x"},"geometry":{"type":"Polygon","coordinates":[` + ring + `]}}`:           0,
		`{"type":"Feature","properties":{"code":"59350"},"geometry":null}`:                                                        0,
		`{"type":"Feature","properties":null,"geometry":{"type":"Polygon","coordinates":[` + ring + `]}}`:                         0,
		`{"type":"Feature","properties":{"code":"59350"},"geometry":{"type":"MultiPolygon","coordinates":[[` + ring + `]]}}`:      1,
		`{"type":"Feature","properties":{"code":"59350"},"geometry":{"type":"LineString","coordinates":[[3,50],[3,51]]}}`:         0,
		`{"type":"Feature","properties":{"code":"2A004"},"geometry":{"type":"MultiPolygon","coordinates":[[` + ring + `],[[]]]}}`: 0,
	} {
		got, err := decode([]byte(document))
		if err != nil || len(got) != want {
			t.Errorf("%s gives %d, %v, want %d", document, len(got), err, want)
		}
	}
	for _, document := range []string{"", "null", "[]", "{}", `{"type":"Topology"}`, "<html>", `{"type":"Feature",`} {
		if got, err := decode([]byte(document)); err == nil {
			t.Errorf("%s gives %v", document, got)
		}
	}
}

// No document makes decode or NewSet panic, and what it gives is saved and read
// again as it is.
func FuzzDecode(f *testing.F) {
	data, err := lille().encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"type":"FeatureCollection","features":[` + string(data) + `]}`))
	f.Add([]byte(`{"type":"Feature","properties":{"code":"59350"},"geometry":{"type":"MultiPolygon","coordinates":[[[[1e308,0],[0,0],[0,1],[1e308,0]]]]}}`))
	f.Fuzz(func(t *testing.T, document []byte) {
		outlines, err := decode(document)
		if err != nil {
			return
		}
		NewSet(outlines).Has(3.05, 50.62)
		for _, o := range outlines {
			data, err := o.encode()
			if err != nil {
				continue // a time that JSON cannot write
			}
			again, err := decode(data)
			if err != nil || len(again) != 1 {
				t.Fatalf("%s: %v", data, err)
			}
			if diff := cmp.Diff(o.Land, again[0].Land); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}
