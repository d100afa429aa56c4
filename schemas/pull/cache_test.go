package pull

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
)

func TestFind(t *testing.T) {
	s, dir := national(t), t.TempDir()
	o := s.options(dir)
	o.AllVersions = true
	mustPull(t, o)
	c, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	for asked, want := range map[string]string{
		"o/table": "o/table@1.10.0 a b", "TABLE@latest": "o/table@1.10.0 a b", "o/table@v1.9.0": "o/table@1.9.0 b",
		"json": "o/json@0.1.0", "lot": "P-x/lot@2.0", "tables": "? [o/table] []", "table@3": "? [] [1.0.0 1.9.0 1.10.0]", "texte": "? [] []",
	} {
		got := ""
		found, err := c.Find(asked)
		var missing *schemas.NotFoundError
		switch {
		case errors.As(err, &missing):
			got = "? [" + strings.Join(missing.Similar, " ") + "] [" + strings.Join(missing.Versions, " ") + "]"
		case err != nil:
			t.Fatal(err)
		default:
			got = found.ID()
			for _, f := range found.Fields {
				got += " " + f.Name
			}
			if data, err := os.ReadFile(found.Source); err != nil || string(data) != string(found.Document) {
				t.Errorf("%s: %v, its source is %q", asked, err, found.Source)
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", asked, got, want)
		}
	}
}

// TestChanged wants no document that is not the one that was fetched.
func TestChanged(t *testing.T) {
	for name, tt := range map[string]struct {
		spoil func(t *testing.T, path string)
		code  string
	}{
		"another document": {func(t *testing.T, path string) { write(t, path, table("a", "c")) }, "changed"},
		"a longer one":     {func(t *testing.T, path string) { write(t, path, table("a", "b")+" ") }, "changed"},
		"a shorter one":    {func(t *testing.T, path string) { write(t, path, "") }, "changed"},
		"none":             {remove, "disk"},
	} {
		s, dir := national(t), t.TempDir()
		mustPull(t, s.options(dir, "table"))
		tt.spoil(t, filepath.Join(dir, "o", "table", "1.10.0.json"))
		c, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		_, err = c.Find("table")
		var fault *Fault
		if !errors.As(err, &fault) || fault.Code != tt.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestOpen(t *testing.T) {
	good := `{"version":1,"documents":[{"name":"o/a","version":"1.0.0"}]}`
	for name, tt := range map[string]struct {
		manifest string
		code     string
		held     int
	}{
		"good":            {good, "", 1},
		"no JSON":         {good[:20], "cache", 0},
		"nothing":         {"{}", "cache", 0},
		"newer":           {strings.Replace(good, "1", "2", 1), "cache", 0},
		"outside":         {strings.Replace(good, "o/a", "../a", 1), "cache", 0},
		"deep outside":    {strings.Replace(good, "1.0.0", "1/../../../a", 1), "cache", 0},
		"an absolute one": {strings.Replace(good, "o/a", "/etc", 1), "cache", 0},
	} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, manifestFile), tt.manifest)
		c, err := Open(dir)
		var fault *Fault
		if errors.As(err, &fault) != (tt.code != "") || fault != nil && fault.Code != tt.code {
			t.Errorf("%s: %v", name, err)
		}
		if err == nil && len(c.Entries()) != tt.held {
			t.Errorf("%s: %v", name, c.Entries())
		}
	}
	c, err := Open(filepath.Join(t.TempDir(), "none"))
	if err != nil || len(c.Entries()) != 0 {
		t.Errorf("a folder that is not there: %v, %v", err, c)
	}
}

// TestNewer leaves the cache of a newer socle alone.
func TestNewer(t *testing.T) {
	s, dir := national(t), t.TempDir()
	write(t, filepath.Join(dir, manifestFile), `{"version":2}`)
	before := tree(t, dir)
	_, err := Pull(t.Context(), s.options(dir))
	var fault *Fault
	if !errors.As(err, &fault) || fault.Code != "cache" {
		t.Errorf("%v", err)
	}
	if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestDefaultDir(t *testing.T) {
	t.Setenv("SOCLE_CACHE", "elsewhere")
	if dir, err := DefaultDir(); dir != "elsewhere" || err != nil {
		t.Errorf("%q, %v", dir, err)
	}
	t.Setenv("SOCLE_CACHE", "")
	base, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	if dir, err := DefaultDir(); dir != filepath.Join(base, "socle", "schemas") || err != nil {
		t.Errorf("%q, %v", dir, err)
	}
}
