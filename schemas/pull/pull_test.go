package pull

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/diff"
)

// national is a small catalogue of every kind.
func national(t *testing.T) *site {
	s := newSite(t)
	s.publish("o/table", "1.0.0", "tableschema", table("a"))
	s.publish("o/table", "1.10.0", "tableschema", table("a", "b"))
	s.publish("o/table", "v1.9.0", "tableschema", table("b"))
	s.publish("o/json", "0.1.0", "jsonschema", jsonSchema)
	s.publish("P-x/lot", "2.0", "datapackage", dataPackage)
	s.publish("o/texte", "1.0.0", "other", "title: x")
	s.list[len(s.list)-1].Manual = "https://example.org/doc.pdf"
	return s
}

func TestPull(t *testing.T) {
	for _, tt := range []struct {
		name  string
		names []string
		all   bool
		want  []string
	}{
		{"the newest of each", nil, false, []string{"P-x/lot@2.0 fetched", "o/json@0.1.0 fetched", "o/table@1.10.0 fetched", "o/texte@1.0.0 skipped"}},
		{"all versions", nil, true, []string{"P-x/lot@2.0 fetched", "o/json@0.1.0 fetched",
			"o/table@1.0.0 fetched", "o/table@1.9.0 fetched", "o/table@1.10.0 fetched", "o/texte@1.0.0 skipped"}},
		{"a name", []string{"o/table"}, false, []string{"o/table@1.10.0 fetched"}},
		{"all of a name", []string{"O/Table"}, true, []string{"o/table@1.0.0 fetched", "o/table@1.9.0 fetched", "o/table@1.10.0 fetched"}},
		{"short names and versions, each once", []string{"lot", "table@v1.9.0", "o/table@1.9.0"}, true, []string{"P-x/lot@2.0 fetched", "o/table@1.9.0 fetched"}},
		{"a text for people", []string{"texte"}, false, []string{"o/texte@1.0.0 skipped"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := national(t)
			o := s.options(filepath.Join(t.TempDir(), "new", "cache"), tt.names...)
			o.AllVersions = tt.all
			var progress []int
			o.Progress = func(done, total int) { progress = append(progress, done, total) }
			r := mustPull(t, o)
			if diff := cmp.Diff(tt.want, statuses(r)); diff != "" {
				t.Error(diff)
			}
			if n := len(progress); n != 2*len(tt.want) || progress[n-1] != len(tt.want) || progress[n-2] != len(tt.want) {
				t.Errorf("progress %v", progress)
			}
			for _, d := range r.Documents {
				if d.Status == Skipped && d.Manual != "https://example.org/doc.pdf" {
					t.Errorf("the documentation is at %q", d.Manual)
				}
			}
		})
	}
}

func TestManifest(t *testing.T) {
	s, dir := national(t), t.TempDir()
	mustPull(t, s.options(dir, "table", "lot"))
	want := map[string]string{
		"./": "d", "P-x/": "d", "P-x/lot/": "d", "o/": "d", "o/table/": "d",
		"P-x/lot/2.0.json": dataPackage, "o/table/1.10.0.json": table("a", "b"),
		"manifest.json": `{
  "version": 1,
  "documents": [
    {
      "name": "P-x/lot",
      "version": "2.0",
      "kind": "datapackage",
      "address": "URL/schemas/P-x/lot/2.0/schema.json",
      "size": 72,
      "fetched": "2026-11-22T10:00:00Z",
      "sha256": "LOT",
      "etag": "\"LOT\""
    },
    {
      "name": "o/table",
      "version": "1.10.0",
      "kind": "tableschema",
      "address": "URL/schemas/o/table/1.10.0/schema.json",
      "size": 38,
      "fetched": "2026-11-22T10:00:00Z",
      "sha256": "TABLE",
      "etag": "\"TABLE\""
    }
  ]
}
`,
	}
	got := tree(t, dir)
	known := strings.NewReplacer(s.URL, "URL", fingerprint([]byte(dataPackage)), "LOT", fingerprint([]byte(table("a", "b"))), "TABLE")
	got["manifest.json"] = known.Replace(got["manifest.json"])
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestAgain pulls twice: what happened in between decides what is asked for,
// and what is told.
func TestAgain(t *testing.T) {
	const path = "o/table/1.10.0/schema.json"
	file := func(dir string) string { return filepath.Join(dir, "o", "table", "1.10.0.json") }
	for _, tt := range []struct {
		name    string
		between func(t *testing.T, s *site, dir string)
		status  Status
		asked   string
	}{
		{"nothing", func(*testing.T, *site, string) {}, Unchanged, "Not Modified " + path},
		{"published anew", func(_ *testing.T, s *site, _ string) { s.publish("o/table", "1.10.0", "tableschema", table("c")) }, Fetched, "OK " + path},
		{"the file is changed", func(t *testing.T, _ *site, dir string) { write(t, file(dir), table("z")) }, Fetched, "OK " + path},
		{"the file is gone", func(t *testing.T, _ *site, dir string) { remove(t, file(dir)) }, Fetched, "OK " + path},
		{"the manifest is damaged", func(t *testing.T, _ *site, dir string) { write(t, filepath.Join(dir, manifestFile), "{") }, Fetched, "OK " + path},
		{"the manifest names a place outside", func(t *testing.T, _ *site, dir string) {
			write(t, filepath.Join(dir, manifestFile), `{"version":1,"documents":[{"name":"../x","version":"1"}]}`)
		}, Fetched, "OK " + path},
		{"another address", func(_ *testing.T, s *site, _ string) {
			s.files["/schemas/moved.json"] = s.files["/schemas/"+path]
			s.list[0].Versions[1].Address = "moved.json"
		}, Unchanged, "OK moved.json"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, dir := national(t), t.TempDir()
			mustPull(t, s.options(dir, "table"))
			s.questions()
			tt.between(t, s, dir)
			d := mustPull(t, s.options(dir, "table")).Documents[0]
			if diff := cmp.Diff([]string{tt.asked}, s.questions()); d.Status != tt.status || diff != "" {
				t.Errorf("%s, %v\n%s", d.Status, d.Fault, diff)
			}
			c, err := Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			got, err := c.Document("o/table", "1.10.0")
			want := s.files["/schemas/"+path]
			if err != nil || string(got) != want || d.Record.Size != len(want) {
				t.Errorf("%v: %s, want %s (%d bytes)", err, got, want, d.Record.Size)
			}
			mustPull(t, s.options(dir, "table"))
			if asked := s.questions(); len(asked) != 1 || !strings.HasPrefix(asked[0], "Not Modified ") {
				t.Errorf("the third time asks %q", asked)
			}
		})
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

func TestLastModified(t *testing.T) {
	s, dir := national(t), t.TempDir()
	when := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	s.answer("o/json", "0.1.0", dated(when, jsonSchema))
	mustPull(t, s.options(dir, "json"))
	d := mustPull(t, s.options(dir, "json")).Documents[0]
	if d.Status != Unchanged || d.Record.Modified != "Fri, 02 Jan 2026 03:04:05 GMT" {
		t.Errorf("%s, %+v", d.Status, d.Record)
	}
	if diff := cmp.Diff([]string{"OK o/json/0.1.0/schema.json", "Not Modified o/json/0.1.0/schema.json"}, s.questions()); diff != "" {
		t.Error(diff)
	}
}

func TestUnknownNames(t *testing.T) {
	for asked, want := range map[string]schemas.NotFoundError{
		"tble":          {Similar: []string{"o/table"}},
		"o/table@9.9.9": {Versions: []string{"1.0.0", "1.9.0", "1.10.0"}},
		"double":        {Several: []string{"P-x/double", "o/double"}},
		"../../etc":     {},
		"":              {},
	} {
		s := national(t)
		s.publish("o/double", "1.0.0", "tableschema", table("a"))
		s.publish("P-x/double", "1.0.0", "tableschema", table("a"))
		dir := filepath.Join(t.TempDir(), "cache")
		_, err := Pull(t.Context(), s.options(dir, "o/table", asked))
		var got *schemas.NotFoundError
		if !errors.As(err, &got) {
			t.Fatalf("%q: %v", asked, err)
		}
		want.Asked = asked
		if diff := cmp.Diff(want, *got); diff != "" {
			t.Errorf("%q: %s", asked, diff)
		}
		if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%q: the cache was made: %v", asked, err)
		}
	}
}

// TestDiffers wants the rules told in which an official document is not the
// embedded one, and none for the sentences.
func TestDiffers(t *testing.T) {
	ours, err := schemas.Find("scdl/equipements")
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		change func(string) string
		want   int
	}{
		"the same":  {func(s string) string { return s }, 0},
		"sentences": {func(s string) string { return strings.ReplaceAll(s, `"title": "`, `"title": "Autre : `) }, 0},
		"a rule":    {func(s string) string { return strings.Replace(s, `"required": true`, `"required": false`, 1) }, 1},
	} {
		s := newSite(t)
		s.publish(ours.Name, ours.Version, "tableschema", tt.change(string(ours.Document)))
		d := mustPull(t, s.options(t.TempDir())).Documents[0]
		if d.Status != Fetched || len(d.Differs) != tt.want {
			t.Errorf("%s: %s, %v, %+v", name, d.Status, d.Fault, d.Differs)
		}
		for _, c := range d.Differs {
			if c.Kind != "required" || c.Before != true || c.After != false {
				t.Errorf("%s: %+v", name, c)
			}
		}
	}
}

// TestPackageDiffers does the same for a Data Package: that ours names the
// schemas of its resources is no difference.
func TestPackageDiffers(t *testing.T) {
	ours, err := schemas.Find("etalab/schema-irve")
	if err != nil {
		t.Fatal(err)
	}
	official := regexp.MustCompile(`,\s*"catalogEntry": "[^"]*"`).ReplaceAllString(string(ours.Document), "")
	if official == string(ours.Document) {
		t.Fatal("the embedded package names no schema")
	}
	for name, tt := range map[string]struct {
		document string
		want     []diff.Kind
	}{
		"as published":       {official, nil},
		"another resource":   {strings.Replace(official, `"name": "irve-dynamique"`, `"name": "irve-autre"`, 1), []diff.Kind{diff.ResourceRemoved, diff.ResourceAdded}},
		"a schema's address": {strings.Replace(official, `"schema": "dynamique/`, `"schema": "ailleurs/`, 1), []diff.Kind{diff.ResourceSchema}},
	} {
		s := newSite(t)
		s.publish(ours.Name, ours.Version, "datapackage", tt.document)
		d := mustPull(t, s.options(t.TempDir())).Documents[0]
		var got []diff.Kind
		for _, c := range d.Differs {
			got = append(got, c.Kind)
		}
		if delta := cmp.Diff(tt.want, got); d.Status != Fetched || delta != "" {
			t.Errorf("%s: %s, %v\n%s", name, d.Status, d.Fault, delta)
		}
	}
}
