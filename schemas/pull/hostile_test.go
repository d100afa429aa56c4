package pull

import (
	"encoding/json"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/fetch"
)

// hostileNames are those of a catalogue that means to write elsewhere.
var hostileNames = []string{
	"../x", "../../etc/passwd", "o/..", "o/.", "./o", "/etc/passwd", "o//x", "o/x/y", "o", "", "/", "o/", `..\..\x/y`, `o/x\y`, "o/x:y",
	"C:/x", "o/.ssh", ".pull-x/y", "o/x\x00y", "o/x y", "o/é", "o/x.", "con/x", "o/NUL", "o/aux.json", "o/com1", "o/" + strings.Repeat("a", 101), "o/%2e%2e",
}

func TestHostileNames(t *testing.T) {
	s, dir := newSite(t), filepath.Join(t.TempDir(), "cache")
	for _, name := range hostileNames {
		s.publish(name, "1.0.0", "tableschema", table("a"))
	}
	for _, version := range []string{"../../x", "1/../../../x", "1.0.0/x", `1\x`, "latest", "", "1.", "1:0", "1\x00", strings.Repeat("1", 60)} {
		s.publish("o/versions", version, "tableschema", table("a"))
	}
	s.publish("o/good", "1.0.0-rc.1+x", "tableschema", table("a"))
	s.publish("o/Good", "1.0.0", "tableschema", table("a"))
	for i := range s.list {
		for k := range s.list[i].Versions {
			s.list[i].Versions[k].Address = "/good.json"
		}
	}
	s.files["/good.json"] = table("a")
	o := s.options(dir)
	o.AllVersions = true
	r := mustPull(t, o)
	for _, d := range r.Documents {
		good := d.Name == "o/good"
		if good != (d.Status == Fetched) || !good && (d.Fault == nil || d.Fault.Code != "name") {
			t.Errorf("%q@%q: %s, %v", d.Name, d.Version, d.Status, d.Fault)
		}
	}
	if n := len(r.Documents); n != len(hostileNames)+12 {
		t.Errorf("%d documents", n)
	}
	want := []string{"good"}
	entries, err := os.ReadDir(filepath.Join(dir, "o"))
	if err != nil || len(entries) != 1 || entries[0].Name() != want[0] {
		t.Errorf("%v: %v", err, entries)
	}
	if above, err := os.ReadDir(filepath.Dir(dir)); err != nil || len(above) != 1 {
		t.Errorf("%v: beside the cache there is %v", err, above)
	}
}

func TestAddresses(t *testing.T) {
	const site = "https://example.org/schemas/schemas.json"
	for _, tt := range []struct{ catalogue, address, want string }{
		{site, "a/b.json", "https://example.org/schemas/a/b.json"},
		{site, "https://elsewhere.org/b.json", "https://elsewhere.org/b.json"},
		{site, "//elsewhere.org/b.json", "https://elsewhere.org/b.json"},
		{site, "https://schema.data.gouv.fr/schemas/a/b.json", "https://example.org/schemas/a/b.json"},
		{"http://127.0.0.1:80/x/y.json?q", "https://schema.data.gouv.fr/schemas/a/b:c.json", "http://127.0.0.1:80/x/a/b:c.json"},
		{National, "https://schema.data.gouv.fr/schemas/a/b.json", "https://schema.data.gouv.fr/schemas/a/b.json"},
		{"https://user:secret@example.org/s.json", "b.json", "https://example.org/b.json"},
		{site, "http://example.org/b.json", "redirect"},
		{"http://example.org/s.json", "https://example.org/b.json", "https://example.org/b.json"},
		{site, "file:///etc/passwd", "address"},
		{site, "ftp://example.org/x", "address"},
		{site, "javascript:x", "address"},
		{site, "https://", "address"},
		{site, "%zz", "address"},
		{site, "", "address"},
	} {
		base, fault := addressOf(tt.catalogue)
		if fault != nil {
			t.Fatal(fault)
		}
		u, fault := below(base, tt.address)
		got := fetch.Public(u)
		if fault != nil {
			got = fault.Code
		}
		if got != tt.want {
			t.Errorf("%s, %s: %s, want %s", tt.catalogue, tt.address, got, tt.want)
		}
	}
	for from, want := range map[string]string{
		"https://example.org": "https://example.org/schemas/schemas.json", " http://example.org/ ": "http://example.org/schemas/schemas.json",
		"https://example.org/x": "https://example.org/x", "example.org": "address", "ftp://x/y": "address", "/etc": "address", "": "address", "https:///x": "address", ":": "address",
	} {
		u, fault := addressOf(from)
		got := fetch.Public(u)
		if fault != nil {
			got = fault.Code
		}
		if got != want {
			t.Errorf("%q: %s, want %s", from, got, want)
		}
	}
}

// TestSecure wants a certificate that is known, and no way from https to http.
func TestSecure(t *testing.T) {
	plain := httptest.NewServer(says("{}"))
	defer plain.Close()
	secure := httptest.NewUnstartedServer(redirect(plain.URL))
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	defer secure.Close()
	u, err := url.Parse(secure.URL)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{}.complete()
	c := newClient(o)
	defer c.close()
	if _, fault := c.get(t.Context(), u, nil); fault == nil || fault.Code != "certificate" {
		t.Errorf("%+v", fault)
	}
	c.http.Transport.(*http.Transport).TLSClientConfig = secure.Client().Transport.(*http.Transport).TLSClientConfig
	if _, fault := c.get(t.Context(), u, nil); fault == nil || fault.Code != "redirect" || !strings.Contains(fault.Say.FR, plain.URL) {
		t.Errorf("%+v", fault)
	}
}

// FuzzCatalogue wants no name of a catalogue to lead out of the cache, and no
// address off the web.
func FuzzCatalogue(f *testing.F) {
	f.Add(`[{"name":"../x","schema_type":"tableschema","versions":[{"version_name":"1","schema_url":"x.json"}]}]`, "x")
	f.Add(`[{"name":"o/a","schema_type":"other","homepage":"javascript:x","versions":[{"version_name":"v1.0"}]},{"name":"O/a","versions":[{"version_name":"1.0"}]}]`, "o/a@1.0")
	base, fault := addressOf("https://example.org")
	if fault != nil {
		f.Fatal(fault)
	}
	f.Fuzz(func(t *testing.T, document, asked string) {
		var list []listed
		if json.Unmarshal([]byte(document), &list) != nil {
			return
		}
		items := itemsOf(base, list)
		seen := map[string]bool{}
		for _, it := range items {
			if it.fault != nil {
				continue
			}
			path := file(it.name, it.version)
			key := strings.ToLower(path)
			if !filepath.IsLocal(path) || strings.Count(path, "/") != 2 || seen[key] {
				t.Errorf("%q is a place", path)
			}
			seen[key] = true
			if it.kind != "" && it.address.Scheme != "https" {
				t.Errorf("%q is an address", it.address)
			}
		}
		chosen, err := choose(items, []string{asked}, true)
		if err == nil && len(chosen) == 0 {
			t.Errorf("%q is found, and nothing is chosen", asked)
		}
	})
}

func TestChooseKeepsOrder(t *testing.T) {
	items := []item{{name: "a/x", version: "1.0"}, {name: "a/x", version: "2.0"}, {name: "b/x", version: "1.0"}}
	got, err := choose(items, []string{"b/x", "a/x", "a/x@1.0"}, false)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, it := range got {
		ids = append(ids, it.id())
	}
	if diff := cmp.Diff([]string{"a/x@1.0", "a/x@2.0", "b/x@1.0"}, ids); diff != "" {
		t.Error(diff)
	}
	if e, _, err := resolve([]schemas.Entry{{Name: "a/x", Versions: []string{"1.0"}}}, "X@"); err != nil || e.Name != "a/x" {
		t.Errorf("%v, %v", e, err)
	}
}
