package main

import (
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"

	"github.com/socle-commun/socle/validate/france/territory"
)

// outlineOf is the hexadecimal WKB of a rectangle.
func outlineOf(t *testing.T, west, south, east, north float64) string {
	t.Helper()
	bound := orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}
	data, err := wkb.Marshal(orb.MultiPolygon{bound.ToPolygon()})
	if err != nil {
		t.Fatal(err)
	}
	return hex.EncodeToString(data)
}

func TestRun(t *testing.T) {
	list := strings.Join([]string{
		"id,code,type,geometry",
		"0,01001,COMD," + outlineOf(t, 0, 0, 1, 1), // the part has the commune's code
		"1,01001,COM," + outlineOf(t, 4.8888, 46.1381, 4.9612, 46.1749),
		"2,01001,COMA," + outlineOf(t, 0, 0, 1, 1),
		"3,69381,ARM," + outlineOf(t, 4.8187, 45.7658, 4.8407, 45.7819),
		"4,12218,COMD," + outlineOf(t, 2.1, 44.4, 2.2, 44.5), // a commune again since
		"5,01999,COM," + outlineOf(t, 4, 46, 5, 47),          // no commune
		"6,01002,COM," + `\N`,
		"7,29155,COM," + outlineOf(t, -5.14, 48.44, -5.0301, 48.4799),
		"8,69SR1,SRM,",
	}, "\n")
	path := filepath.Join(t.TempDir(), "rectangles.zst")
	if err := run(strings.NewReader(list), path); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got, err := territory.DecodeRectangles(data)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]territory.Rectangle{
		"01001": {West: 4.885, South: 46.135, East: 4.965, North: 46.18},
		"12218": {West: 2.095, South: 44.395, East: 2.205, North: 44.505},
		"29155": {West: -5.145, South: 48.435, East: -5.025, North: 48.485},
		"69381": {West: 4.815, South: 45.76, East: 4.845, North: 45.785},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRunWrong(t *testing.T) {
	for _, list := range []string{
		"", "code,type\n01001,COM\n", "code,type,geometry\n01001,COM,zz\n", "code,type,geometry\n01001,COM,0106\n", "code,type,geometry\n\"01001\n",
	} {
		if err := run(strings.NewReader(list), filepath.Join(t.TempDir(), "x")); err == nil {
			t.Errorf("%q is taken", list)
		}
	}
}
