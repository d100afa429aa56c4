package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate"
)

// sends answers with a status, headers given by name and value in turn, and a
// body.
func sends(status int, body string, headers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/octet-stream") // else it is guessed
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(status)
		io.WriteString(w, body)
	}
}

func zipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

// got is what came of an address: the body and what is known of it, or the
// code of the failure, wherever it was met.
type got struct {
	Name, Charset, Body, Code string
	Size                      int64
}

func fetched(t *testing.T, address string, o Options) (g got, failure *validate.Failure) {
	t.Helper()
	body, failure := Open(t.Context(), address, o)
	if failure != nil {
		return got{Code: failure.Code}, failure
	}
	defer body.Close()
	data, err := io.ReadAll(body)
	g = got{Name: body.Name, Charset: body.Charset, Size: body.Size, Body: string(data)}
	if err != nil {
		failure = err.(*validate.Failure)
		g = got{Code: failure.Code}
	}
	return g, failure
}

const table = "a,b\n1,2\n"

// crowd is a body larger than what is looked at before it is given.
var crowd = "a,b\n" + strings.Repeat("1,2\n", 100_000)

func TestOpen(t *testing.T) {
	for _, tt := range []struct {
		name   string
		serves http.HandlerFunc
		o      Options
		want   got
	}{
		{"plain", sends(200, table, "Content-Type", "text/csv"), Options{}, got{Body: table, Size: 8}},
		{"with a charset", sends(200, table, "Content-Type", `text/csv; charset="ISO-8859-15"`), Options{}, got{Body: table, Size: 8, Charset: "ISO-8859-15"}},
		{"a content type that is none", sends(200, table, "Content-Type", "csv;;="), Options{}, got{Body: table, Size: 8}},
		{"empty", sends(200, ""), Options{}, got{}},
		{"empty, packed", sends(200, "", "Content-Encoding", "gzip"), Options{}, got{}},
		{"packed", sends(200, zipped(crowd), "Content-Encoding", "gzip"), Options{}, got{Body: crowd, Size: -1}},
		{"packed, damaged", sends(200, zipped(crowd)[:40]+"xxxxxxxxxxxxxxxxxxxxxxxxxxxx", "Content-Encoding", "gzip"), Options{}, got{Code: "damaged-archive"}},
		{"packed, cut", sends(200, zipped(crowd)[:40], "Content-Encoding", "gzip"), Options{}, got{Code: "cut"}},
		{"said to be packed", sends(200, table, "Content-Encoding", "gzip"), Options{}, got{Code: "damaged-archive"}},
		{"packed in a strange way", sends(200, table, "Content-Encoding", "br"), Options{}, got{Code: "packing"}},
		{"a name", sends(200, table, "Content-Disposition", `attachment; filename="subventions-2023.csv"`), Options{}, got{Body: table, Size: 8, Name: "subventions-2023.csv"}},
		{"a name of its own letters", sends(200, table, "Content-Disposition", `attachment; filename*=UTF-8''subv%C3%A9.csv`), Options{}, got{Body: table, Size: 8, Name: "subvé.csv"}},
		{"a name that climbs", sends(200, table, "Content-Disposition", `attachment; filename="..\..\etc/passwd"`), Options{}, got{Body: table, Size: 8, Name: "passwd"}},
		{"a name that rings", sends(200, table, "Content-Disposition", `attachment; filename*=UTF-8''%1B%07x%E2%80%AE.csv`), Options{}, got{Body: table, Size: 8, Name: "x.csv"}},
		{"a page", sends(200, "\n<p>Connectez-vous", "Content-Type", "text/html; charset=utf-8"), Options{}, got{Code: "web-page"}},
		{"a page under another name", sends(200, "<!DOCTYPE html><p>", "Content-Type", "text/csv"), Options{}, got{Code: "web-page"}},
		{"data that is called a page", sends(200, table, "Content-Type", "text/html"), Options{}, got{Body: table, Size: 8}},
		{"not found", sends(404, "non"), Options{}, got{Code: "not-found"}},
		{"gone", sends(410, "non"), Options{}, got{Code: "not-found"}},
		{"forbidden", sends(403, "non"), Options{}, got{Code: "forbidden"}},
		{"unauthorized", sends(401, "non"), Options{}, got{Code: "forbidden"}},
		{"a bad request", sends(400, "non"), Options{}, got{Code: "status"}},
		{"asked too often", sends(429, "non"), Options{}, got{Code: "status"}},
		{"out of order", sends(500, "non"), Options{}, got{Code: "status"}},
		{"overloaded", sends(503, "non"), Options{}, got{Code: "status"}},
		{"not ready", sends(202, "bientôt"), Options{}, got{Code: "status"}},
		{"a redirection to nowhere", sends(http.StatusFound, ""), Options{}, got{Code: "status"}},
		{"as large as can be", sends(200, table), Options{MaxBytes: 8}, got{Body: table, Size: 8}},
		{"too large, announced", sends(200, table), Options{MaxBytes: 7}, got{Code: "too-large"}},
		{"too large, not announced", func(w http.ResponseWriter, _ *http.Request) {
			for range 100 {
				io.WriteString(w, crowd)
				w.(http.Flusher).Flush()
			}
		}, Options{MaxBytes: 1 << 20}, got{Code: "too-large"}},
		{"too large, once unpacked", sends(200, zipped(crowd), "Content-Encoding", "gzip"), Options{MaxBytes: 100_000}, got{Code: "too-large"}},
		{"cut, with a length", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000000")
			io.WriteString(w, crowd)
		}, Options{}, got{Code: "cut"}},
		{"cut, in chunks", func(w http.ResponseWriter, _ *http.Request) {
			io.WriteString(w, crowd)
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		}, Options{}, got{Code: "cut"}},
		{"silent", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, Options{Idle: 50 * time.Millisecond}, got{Code: "timeout"}},
		{"silent after a while", func(w http.ResponseWriter, r *http.Request) {
			io.WriteString(w, crowd)
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		}, Options{Idle: 50 * time.Millisecond}, got{Code: "timeout"}},
		{"drop by drop", func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				io.WriteString(w, "1,2\n")
				w.(http.Flusher).Flush()
				time.Sleep(5 * time.Millisecond)
			}
		}, Options{Idle: 100 * time.Millisecond}, got{Code: "timeout"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			server := httptest.NewServer(tt.serves)
			defer server.Close()
			g, failure := fetched(t, server.URL+"/export", tt.o)
			if diff := cmp.Diff(tt.want, g); diff != "" {
				t.Errorf("(-want +got):\n%.800s", diff)
			}
			if failure != nil && (failure.Say.FR == "" || failure.Say.FR == failure.Say.EN || strings.Contains(failure.Say.FR+failure.Say.EN, "%!")) {
				t.Errorf("%+v", failure.Say)
			}
		})
	}
}

// What is asked: the credentials of the address go to its server alone, and
// are never shown.
func TestCredentials(t *testing.T) {
	var asked []string
	note := func(then http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			user, password, _ := r.BasicAuth()
			asked = append(asked, user+" "+password+" "+r.Header.Get("Referer"))
			then(w, r)
		}
	}
	other := httptest.NewServer(note(sends(200, table)))
	defer other.Close()
	server := httptest.NewServer(note(func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, other.URL, http.StatusFound) }))
	defer server.Close()
	address := strings.Replace(server.URL, "//", "//mairie:secret@", 1)
	body, failure := Open(t.Context(), address+"/x", Options{})
	if failure != nil {
		t.Fatal(failure)
	}
	defer body.Close()
	if diff := cmp.Diff([]string{"mairie secret ", "  " + server.URL + "/x"}, asked); diff != "" {
		t.Error(diff)
	}
	if body.Address != server.URL+"/x" {
		t.Errorf("%s is shown", body.Address)
	}
}

func TestPublic(t *testing.T) {
	for address, want := range map[string]string{
		"https://a:b@example.org/x?y=1": "https://example.org/x?y=1",
		"https://a:b@example.org/%zz":   "https://example.org/%zz",
		"https://a:b%zz@example.org":    "https://example.org",
		"https://a:b@c@[::1/x@y":        "https://[::1/x@y",
		"HTTP://example.org/x":          "http://example.org/x",
	} {
		if got := Public(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
		if _, failure := Open(t.Context(), "x"+address, Options{}); failure == nil || failure.Code != "address" || strings.Contains(failure.Say.FR, "a:b") {
			t.Errorf("%+v", failure)
		}
	}
}

func TestIs(t *testing.T) {
	for arg, want := range map[string]bool{
		"http://a": true, "HTTPS://a/b": true, "https://": false, "ftp://a": false, "a.csv": false, "dossier/http://a": false, "http:/a": false,
	} {
		if got := Is(arg); got != want {
			t.Errorf("%q: %t", arg, got)
		}
	}
}

// TestRedirections counts them, and wants none from https to http.
func TestRedirections(t *testing.T) {
	var server *httptest.Server
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var left int
		fmt.Sscanf(r.URL.Path, "/%d", &left)
		switch {
		case r.URL.Path == "/ftp":
			http.Redirect(w, r, "ftp://example.org/", http.StatusFound)
		case left > 0:
			http.Redirect(w, r, fmt.Sprintf("%s/%d", server.URL, left-1), http.StatusFound)
		default:
			io.WriteString(w, table)
		}
	}))
	defer server.Close()
	secure := httptest.NewTLSServer(http.RedirectHandler(server.URL, http.StatusFound))
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	defer secure.Close()
	for _, tt := range []struct {
		address, code string
		trusted       bool
	}{
		{server.URL + "/10", "", false},
		{server.URL + "/11", "redirect", false},
		{server.URL + "/ftp", "address", false},
		{secure.URL, "certificate", false},
		{secure.URL, "redirect", true},
	} {
		var o Options
		if tt.trusted {
			o.transport = secure.Client().Transport.(*http.Transport)
		}
		if g, failure := fetched(t, tt.address, o); g.Code != tt.code {
			t.Errorf("%s: %+v, want %q", tt.address, failure, tt.code)
		}
	}
}

// TestUnreachable wants the name of a server that is not there, and no wait
// for one that is deaf.
func TestUnreachable(t *testing.T) {
	deaf, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer deaf.Close()
	closed := httptest.NewServer(sends(200, ""))
	closed.Close()
	for address, want := range map[string]string{
		"http://" + deaf.Addr().String(): "timeout",
		closed.URL:                       "unreachable",
		"http://":                        "address",
		"http:///x":                      "address",
	} {
		if g, failure := fetched(t, address, Options{Idle: 50 * time.Millisecond}); g.Code != want {
			t.Errorf("%s: %+v, want %s", address, failure, want)
		}
	}
}

// A cancelled run ends a read that waits.
func TestCancelled(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, crowd)
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	}))
	defer server.Close()
	ctx, cancel := context.WithCancel(t.Context())
	body, failure := Open(ctx, server.URL, Options{})
	if failure != nil {
		t.Fatal(failure)
	}
	defer body.Close()
	cancel()
	if data, err := io.ReadAll(body); err == nil {
		t.Errorf("%d bytes are the whole", len(data))
	}
}

func TestDocument(t *testing.T) {
	var accept string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		accept = r.Header.Get("Accept")
		io.WriteString(w, "{}")
	}))
	defer server.Close()
	if data, failure := Document(t.Context(), server.URL, 2, Options{}); failure != nil || string(data) != "{}" {
		t.Errorf("%q, %+v", data, failure)
	}
	if !strings.HasPrefix(accept, "application/json") {
		t.Errorf("asks for %q", accept)
	}
	if _, failure := Document(t.Context(), server.URL, 1, Options{}); failure == nil || failure.Code != "too-large" {
		t.Errorf("%+v", failure)
	}
}

// FuzzName wants no folder and nothing that a terminal obeys in a name.
func FuzzName(f *testing.F) {
	f.Add(`attachment; filename="a/b\c.csv"`)
	f.Add(`inline; filename*=utf-8''%2e%2e%2fx`)
	f.Fuzz(func(t *testing.T, disposition string) {
		name := nameOf(http.Header{"Content-Disposition": {disposition}})
		if strings.ContainsAny(name, "/\\\x1b\n") || name == ".." || len(name) > longestName {
			t.Errorf("%q", name)
		}
	})
}

// FuzzPublic wants no password to be shown.
func FuzzPublic(f *testing.F) {
	f.Add("https://", "/x?y@z#t")
	f.Fuzz(func(t *testing.T, scheme, rest string) {
		if strings.Contains(rest+scheme, "sesame") || strings.ContainsAny(rest, ":@") && !strings.HasPrefix(rest, "/") {
			return
		}
		address := "https://me:sesame@" + rest
		if u, err := url.Parse(address); err == nil && u.User == nil {
			return
		}
		if shown := Public(address); strings.Contains(shown, "sesame") {
			t.Errorf("%q is shown as %q", address, shown)
		}
	})
}
