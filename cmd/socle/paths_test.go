package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate/input/web"
)

// TestPlaces tells paths of Windows from addresses.
func TestPlaces(t *testing.T) {
	for arg, want := range map[string]struct{ web, url bool }{
		`C:\donnees\a.csv`: {}, `C:/donnees/a.csv`: {}, `c://donnees/a.csv`: {}, `\\serveur\partage\a.csv`: {}, `//serveur/partage/a.csv`: {},
		`\\?\C:\a.csv`: {}, `\\?\UNC\serveur\a.csv`: {}, `D:a.csv`: {}, `.\http\a.csv`: {}, `http\a.csv`: {}, `http:\\a.fr\x.csv`: {}, "https:a": {},
		"https://a.fr/x.csv": {true, true}, "HTTP://a.fr": {true, true}, "ftp://a.fr/x": {false, true}, "file:///C:/a.csv": {}, "s3://a/b": {},
	} {
		if web.Is(arg) != want.web || isURL(arg) != want.url {
			t.Errorf("%s: web %t, address %t", arg, web.Is(arg), isURL(arg))
		}
	}
}

func TestPatterns(t *testing.T) {
	for _, tt := range []struct {
		arg       string
		separator byte
		want      []string
	}{
		{"a/**/*.csv", '/', []string{"a/**/*.csv"}},
		{`a\**\*.csv`, '/', []string{`a\**\*.csv`, "a/**/*.csv"}},
		{`a\**\*.csv`, '\\', []string{`a\**\*.csv`}},
		{`a/**\*.csv`, '\\', []string{`a/**\*.csv`}},
		{`\\serveur\partage\**\*.csv`, '/', []string{`\\serveur\partage\**\*.csv`, "//serveur/partage/**/*.csv"}},
	} {
		if diff := cmp.Diff(tt.want, patterns(tt.arg, tt.separator)); diff != "" {
			t.Errorf("%s: %s", tt.arg, diff)
		}
	}
}

func TestOwnName(t *testing.T) {
	for path, want := range map[string]string{
		"a/b.csv": "b.csv", "https://a.fr/x/b.csv?y=1": "b.csv", "https://a.fr/x.zip/é b.csv": "é b.csv", "envoi.zip/a/b.csv": "b.csv", "-": "-",
	} {
		if got := ownName(path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestPosition(t *testing.T) {
	for _, tt := range []struct {
		size, judged int64
		part         float64
		want         int64
	}{
		{100, 40, 0, 40}, {100, 400, 0, 100}, {100, 400, 0.25, 25}, {100, 400, 1, 100}, {-1, 400, 0.5, 400}, {-1, 400, 0, 400}, {0, 10, 0, 0},
	} {
		if got := position(tt.size, tt.judged, tt.part); got != tt.want {
			t.Errorf("%+v: %d", tt, got)
		}
	}
}

// TestProgressCount judges files of every kind: in the end every byte that they
// take is counted, and where all sizes are known so is the end.
func TestProgressCount(t *testing.T) {
	dir := t.TempDir()
	table := filepath.Join(dir, "a.csv")
	if err := os.WriteFile(table, []byte("a\n1\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	address := target{path: "http://a.example/x", address: "http://a.example/x"}
	known, unknown := address, address
	known.stream, unknown.stream = &stream{size: 1000}, &stream{size: -1}
	copy := address
	copy.kept = &copied{size: 70}
	for _, tt := range []struct {
		name      string
		targets   []target
		parts     [][]target
		end, done int64
	}{
		{"a file", []target{{path: table}}, nil, 4, 4},
		{"a file and one that is refused", []target{{path: table}, {path: "x", failure: unread}}, nil, 4, 4},
		{"an address with a length", []target{address}, [][]target{{known}}, 1000, 1000},
		{"an address without", []target{address}, [][]target{{unknown}}, -1, 0},
		{"a file and an address", []target{{path: table}, address}, [][]target{nil, {known}}, 1004, 1004},
		{"an address that is copied", []target{address}, [][]target{{copy}}, 70, 70},
		{"an address that fails", []target{{path: table}, address}, [][]target{nil, {}}, 4, 4},
	} {
		p := measured(tt.targets)
		for i, x := range tt.targets {
			parts := []target{x}
			if i < len(tt.parts) && tt.parts[i] != nil {
				parts = tt.parts[i]
			}
			p.know(x, parts)
			for _, part := range parts {
				p.passed(part)
			}
		}
		if p.end() != tt.end || p.done != tt.done {
			t.Errorf("%s: %d of %d, want %d of %d", tt.name, p.done, p.end(), tt.done, tt.end)
		}
	}
}
