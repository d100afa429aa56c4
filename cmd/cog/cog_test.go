package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate/france/cog"
)

// pack is a package with one line of each kind.
func pack() files {
	return files{
		"package.json": []byte(`{"name": "@etalab/decoupage-administratif", "version": "6.0.0"}`),
		"README.md":    []byte("| Année | Version |\n| 2026  | 6.0.0 | x |\n| 2025  | 5.3.0 | x |\n\nDonnées : [Licence Ouverte](x)\\\nCode : MIT\n"),
		"data/communes.json": []byte(`[
{"code":"59350","nom":"Lille","zone":"metro","departement":"59","region":"32","type":"commune-actuelle","anciensCodes":["59298","59355"],"siren":"215903501","codesPostaux":["59800","59000"],"population":238246},
{"code":"59298","nom":"Hellemmes-Lille","zone":"metro","type":"commune-associee","chefLieu":"59350","departement":"59","region":"32"},
{"code":"13201","nom":"Marseille 1er Arrondissement","zone":"metro","type":"arrondissement-municipal","commune":"13055","departement":"13","region":"93","codesPostaux":["13001"],"population":37599},
{"code":"13055","nom":"Marseille","zone":"metro","departement":"13","region":"93","type":"commune-actuelle","siren":"211300553"},
{"code":"98818","nom":"Nouméa","departement":"988","region":"988","zone":"com","type":"commune-actuelle"}]`),
		"data/departements.json": []byte(`[{"code":"59","region":"32","nom":"Nord","zone":"metro"},{"code":"13","region":"93","nom":"Bouches","zone":"metro"},{"code":"988","region":"988","nom":"Loin","zone":"com"}]`),
		"data/regions.json":      []byte(`[{"code":"93","nom":"Sud","zone":"metro"},{"code":"32","nom":"Hauts","zone":"metro"},{"code":"988","nom":"Loin","zone":"com"}]`),
		"data/epci.json":         []byte(`[{"code":"200093201","nom":"MEL","type":"METRO","membres":[{"code":"59350","siren":"215903501"}]}]`),
		"data/ept.json":          []byte(`[{"code":"200057867","nom":"Plaine","type":"EPT","membres":[{"code":"13055"}]}]`),
	}
}

func TestBuild(t *testing.T) {
	got, err := build(pack())
	if err != nil {
		t.Fatal(err)
	}
	want := &cog.List{
		Source: "@etalab/decoupage-administratif", Version: "6.0.0", Vintage: "2026", Licence: "Licence Ouverte",
		Communes: []cog.Commune{
			{Code: "13055", Name: "Marseille", Department: "13", Region: "93", SIREN: "211300553"},
			{Code: "13201", Name: "Marseille 1er Arrondissement", Department: "13", Region: "93", Parent: "13055", Kind: cog.Arrondissement, PostalCodes: []string{"13001"}, Population: 37599},
			{Code: "59350", Name: "Lille", Department: "59", Region: "32", EPCI: "200093201", SIREN: "215903501", PostalCodes: []string{"59000", "59800"}, Population: 238246},
			{Code: "98818", Name: "Nouméa", Department: "988", Kind: cog.Overseas},
			{Code: "59298", Name: "Hellemmes-Lille", Department: "59", Region: "32", EPCI: "200093201", Parent: "59350", Kind: cog.Associated},
		},
		Former:      []cog.Former{{Code: "59298", Into: "59350"}, {Code: "59355", Into: "59350"}},
		Departments: []cog.Department{{Code: "13", Name: "Bouches", Region: "93"}, {Code: "59", Name: "Nord", Region: "32"}, {Code: "988", Name: "Loin"}},
		Regions:     []cog.Region{{Code: "32", Name: "Hauts"}, {Code: "93", Name: "Sud"}},
		EPCIs: []cog.EPCI{
			{SIREN: "200057867", Name: "Plaine", Kind: "EPT", Members: []string{"13055"}},
			{SIREN: "200093201", Name: "MEL", Kind: "METRO", Members: []string{"59350"}},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, err := cog.Encode(got); err != nil {
		t.Error(err)
	}
}

// What the package says twice, and differently, is not settled unseen.
func TestBuildRefuses(t *testing.T) {
	for _, c := range []struct{ file, from, to, want string }{
		{"package.json", "6.0.0", "5.3.0", "the package is @etalab/decoupage-administratif 5.3.0"},
		{"package.json", "{", "", "package.json: "},
		{"README.md", "6.0.0", "6.0.1", "does not tell the year"},
		{"README.md", "Données", "Donnees", "does not tell the year"},
		{"data/communes.json", "commune-associee", "commune-fantôme", `59298 is of the unknown type "commune-fantôme"`},
		{"data/communes.json", "[", "{", "data/communes.json: "},
		{"data/epci.json", "59350", "59351", "MEL has the member 59351"},
		{"data/epci.json", "215903501", "215903500", "MEL has the member 59350, SIREN 215903500"},
	} {
		p := pack()
		p[c.file] = bytes.Replace(p[c.file], []byte(c.from), []byte(c.to), 1)
		if _, err := build(p); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q: %v, want %s", c.to, c.from, err, c.want)
		}
	}
}

func TestEncodeRefuses(t *testing.T) {
	p := pack()
	p["data/communes.json"] = bytes.Replace(p["data/communes.json"], []byte(`"departement":"59","region":"32"}`), []byte(`"departement":"13","region":"93"}`), 1)
	list, err := build(p)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := cog.Encode(list); err == nil {
		t.Error("a part in another department than its commune is written")
	}
}

// tarball packs files as npm does.
func tarball(t *testing.T, p files) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		if err := w.WriteHeader(&tar.Header{Name: "package/" + name, Size: int64(len(p[name])), Mode: 0o644}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(p[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestUnpack(t *testing.T) {
	more := pack()
	more["index.js"] = []byte("x")
	got, err := unpack(tarball(t, more))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(pack(), got); diff != "" {
		t.Error(diff)
	}
	less := pack()
	delete(less, "data/ept.json")
	if _, err := unpack(tarball(t, less)); err == nil || err.Error() != "data/ept.json is missing" {
		t.Errorf("a package without data/ept.json: %v", err)
	}
}

// A folder is read; a tarball must be the published one; nothing is written
// unless all went well.
func TestRun(t *testing.T) {
	folder := t.TempDir()
	to := filepath.Join(folder, "cog.txt")
	for name, content := range pack() {
		path := filepath.Join(folder, "package", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	forged := filepath.Join(folder, "forged.tgz")
	if err := os.WriteFile(forged, tarball(t, pack()), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		from, want string
		fetch      bool
	}{
		{"", "give either -package or -download", false},
		{forged, "give either -package or -download", true},
		{forged, "is not @etalab/decoupage-administratif 6.0.0: its checksum is sha512-", false},
		{filepath.Join(folder, "absent"), "no such file", false},
	} {
		if err := run(c.from, c.fetch, to); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.from, err, c.want)
		}
		if _, err := os.Stat(to); err == nil {
			t.Fatalf("%q left a file", c.from)
		}
	}
	if err := run(filepath.Join(folder, "package"), false, to); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	if list, err := cog.Decode(data); err != nil || len(list.Communes) != 5 {
		t.Errorf("%v, %v", list, err)
	}
}
