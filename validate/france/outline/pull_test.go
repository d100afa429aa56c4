package outline

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas/fetch"
	"github.com/socle-commun/socle/validate/france/territory"
)

// A service is a stand-in for the API: it answers some addresses, by path, and
// notes what it was asked.
type service struct {
	*httptest.Server
	answers map[string]string // a body, or a status such as "503"
	asked   []string
}

func newService(t *testing.T, answers map[string]string) *service {
	s := &service{answers: answers}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.asked = append(s.asked, r.URL.RequestURI())
		body, ok := s.answers[r.URL.Path]
		switch {
		case !ok:
			w.WriteHeader(http.StatusNotFound)
		case len(body) == 3:
			var status int
			fmt.Sscan(body, &status)
			w.WriteHeader(status)
		case r.Header.Get("If-None-Match") == `"`+fmt.Sprint(len(body))+`"`:
			w.WriteHeader(http.StatusNotModified)
		default:
			w.Header().Set("ETag", `"`+fmt.Sprint(len(body))+`"`)
			fmt.Fprint(w, body)
		}
	}))
	t.Cleanup(s.Close)
	return s
}

// commune is a feature of the service.
func commune(code, name string, west float64) string {
	return fmt.Sprintf(`{"type":"Feature","properties":{"nom":%q,"code":%q,"siren":"1"},"geometry":{"type":"Polygon","coordinates":[[[%[3]g,50],[%[3]g,51],[%g,51],[%[3]g,50]]]}}`, name, code, west, west+1)
}

func collection(features ...string) string {
	return `{"type":"FeatureCollection","features":[` + strings.Join(features, ",") + `]}`
}

func declared(t *testing.T, asked ...string) []*territory.Declared {
	t.Helper()
	var list []*territory.Declared
	for _, a := range asked {
		d, err := territory.Parse(a)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, d)
	}
	return list
}

// A summary is an Outcome in few words.
type summary struct{ Fetched, Unchanged, Missing, Fault string }

func summarise(outcomes []Outcome) []summary {
	var list []summary
	for _, o := range outcomes {
		slices.Sort(o.Fetched)
		s := summary{Fetched: strings.Join(o.Fetched, " "), Unchanged: strings.Join(o.Unchanged, " "), Missing: strings.Join(o.Missing, " ")}
		if len(s.Missing) > 20 {
			s.Missing = fmt.Sprint(len(o.Missing))
		}
		if o.Fault != nil {
			s.Fault = o.Fault.Code
		}
		list = append(list, s)
	}
	return list
}

func TestPull(t *testing.T) {
	s := newService(t, map[string]string{
		"/geo/communes/59350":           commune("59350", "Lille", 3),
		"/geo/communes":                 collection(commune("75101", "Paris 1er Arrondissement", 2)),
		"/geo/departements/75/communes": collection(commune("75056", "Paris", 2)),
		"/geo/epcis/243500139/communes": collection(commune("35238", "Rennes", -2), commune("35047", "Bruz", -3), commune("44109", "Nantes", 0), `{"type":"Feature","properties":{"code":"35024"},"geometry":null}`),
	})
	o := Options{Dir: filepath.Join(t.TempDir(), "a", "b"), API: s.URL + "/geo/", now: func() time.Time { return time.Date(2026, 11, 22, 8, 30, 15, 9, time.FixedZone("", 3600)) }}
	last := 0
	o.Progress = func(done, total int) {
		if last++; done != last || total != 4 {
			t.Errorf("%d of %d", done, total)
		}
	}
	outcomes, err := Pull(context.Background(), declared(t, "Lille", "75101", "departement:75", "243500139"), o)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]summary{{Fetched: "59350"}, {Fetched: "75101"}, {Fetched: "75056"}, {Fetched: "35047 35238", Missing: "41"}}, summarise(outcomes)); diff != "" {
		t.Error(diff)
	}
	rest := "fields=nom%2Ccode%2Ccontour&format=geojson&geometry=contour"
	if diff := cmp.Diff([]string{
		"/geo/communes/59350?" + rest, "/geo/communes?code=75101&" + rest + "&type=arrondissement-municipal",
		"/geo/departements/75/communes?" + rest, "/geo/epcis/243500139/communes?" + rest,
	}, s.asked); diff != "" {
		t.Error(diff)
	}
	got, err := Load(o.Dir, "59350")
	if err != nil {
		t.Fatal(err)
	}
	want := &Outline{Code: "59350", Name: "Lille", Source: s.URL + "/geo/communes/59350?" + rest, ETag: got.ETag, Fetched: time.Date(2026, 11, 22, 7, 30, 15, 0, time.UTC), Land: got.Land}
	if diff := cmp.Diff(want, got); diff != "" || got.ETag == "" || len(got.Land) != 1 {
		t.Error(diff)
	}
	if _, err := Load(o.Dir, "44109"); err == nil {
		t.Error("a commune that nobody asked for is in the cache")
	}

	// The next time, what is as it was is not asked for in full.
	s.answers["/geo/communes/59350"] = commune("59350", "Lille", 3.25)
	o.Progress = nil
	outcomes, err = Pull(context.Background(), declared(t, "Lille", "75101"), o)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]summary{{Fetched: "59350"}, {Unchanged: "75101"}}, summarise(outcomes)); diff != "" {
		t.Error(diff)
	}
}

// What fails leaves the cache as it was, and what would fail likewise is not
// tried.
func TestPullFailures(t *testing.T) {
	dir := t.TempDir()
	if err := lille().save(dir); err != nil {
		t.Fatal(err)
	}
	before, err := Load(dir, "59350")
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		answer string
		limits limits
		want   []summary
	}{
		"not found": {"", limits{}, []summary{{Fault: "not-found"}, {Fetched: "35238"}}},
		"down":      {"503", limits{}, []summary{{Fault: "status"}, {Fault: "status"}}},
		"forbidden": {"403", limits{}, []summary{{Fault: "status"}, {Fault: "status"}}},
		"page":      {"<!doctype html>", limits{}, []summary{{Fault: "page"}, {Fault: "page"}}},
		"no JSON":   {"nothing", limits{}, []summary{{Fault: "outlines"}, {Fault: "outlines"}}},
		"large":     {commune("59350", "Lille", 3), limits{time.Second, time.Minute, 20}, []summary{{Fault: "too-large"}, {Fault: "too-large"}}},
		"slow":      {commune("59350", "Lille", 3), limits{time.Second, time.Nanosecond, 1000}, []summary{{Fault: "timeout"}, {Fault: "timeout"}}},
		"empty":     {collection(), limits{}, []summary{{Missing: "59350"}, {Fetched: "35238"}}},
		"another":   {commune("59351", "Other", 3), limits{}, []summary{{Missing: "59350"}, {Fetched: "35238"}}},
	} {
		answers := map[string]string{"/communes/59350": tt.answer, "/communes/35238": commune("35238", "Rennes", -2)}
		if tt.answer == "" {
			delete(answers, "/communes/59350")
		}
		outcomes, err := Pull(context.Background(), declared(t, "59350", "35238"), Options{Dir: dir, API: newService(t, answers).URL, limits: tt.limits})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, summarise(outcomes)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
		for _, o := range outcomes {
			if o.Fault != nil && (o.Fault.Say.FR == "" || o.Fault.Say.EN == "") {
				t.Errorf("%s has no words", name)
			}
		}
		if after, err := Load(dir, "59350"); err != nil || cmp.Diff(before, after) != "" {
			t.Errorf("%s: the cache has changed: %v", name, err)
		}
	}
}

func TestPullWrong(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ api, dir, code string }{
		{"ftp://example.org", t.TempDir(), "address"}, {"here", t.TempDir(), "address"}, {"http://", t.TempDir(), "address"}, {"http://127.0.0.1:1", file, "disk"},
	} {
		_, err := Pull(context.Background(), declared(t, "59350"), Options{API: tt.api, Dir: tt.dir})
		var fault *fetch.Fault
		if !errors.As(err, &fault) || fault.Code != tt.code {
			t.Errorf("%s, %s: %v", tt.api, tt.dir, err)
		}
	}
	s := newService(t, map[string]string{})
	s.Close()
	outcomes, err := Pull(context.Background(), declared(t, "59350"), Options{API: s.URL, Dir: t.TempDir()})
	if err != nil || outcomes[0].Fault == nil || outcomes[0].Fault.Code != "unreachable" {
		t.Errorf("%v, %v", outcomes, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	outcomes, err = Pull(ctx, declared(t, "59350"), Options{API: s.URL, Dir: t.TempDir()})
	if err != nil || outcomes[0].Fault == nil || outcomes[0].Fault.Code != "interrupted" {
		t.Errorf("%v, %v", outcomes, err)
	}
}

// Each commune of a territory is asked for once, in few questions.
func TestQuestions(t *testing.T) {
	for asked, want := range map[string]int{"59350": 1, "200093201": 1, "59": 1, "2A": 1, "region:53": 4, "region:94": 2, "987": 1, "200057941": 13, "75118": 1} {
		d := declared(t, asked)[0]
		list := questions(d)
		var codes []string
		for _, q := range list {
			codes = append(codes, q.codes...)
		}
		slices.Sort(codes)
		if diff := cmp.Diff(codesOf(d.Communes()), codes); diff != "" || len(list) != want {
			t.Errorf("%s: %d questions, %s", asked, len(list), diff)
		}
	}
}
