package pull

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas/fetch"
)

// raw answers with bytes as they are, then hangs up.
func raw(answer string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			panic(err)
		}
		io.WriteString(conn, answer)
		conn.Close()
	}
}

func says(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, body) }
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

func redirect(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) }
}

// dated answers with a document that has a date and no ETag.
func dated(when time.Time, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.ServeContent(w, r, "x.json", when, strings.NewReader(body))
	}
}

// silent never answers.
func silent(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

// trickle answers without end, a byte at a time.
func trickle(w http.ResponseWriter, r *http.Request) {
	for r.Context().Err() == nil {
		io.WriteString(w, " ")
		http.NewResponseController(w).Flush()
		time.Sleep(time.Millisecond)
	}
}

// endless answers without end, as fast as it can.
func endless(w http.ResponseWriter, r *http.Request) {
	for r.Context().Err() == nil {
		io.WriteString(w, strings.Repeat(" ", 1000))
	}
}

// bomb answers with a megabyte of spaces, compressed.
func bomb(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Encoding", "gzip")
	z := gzip.NewWriter(w)
	io.WriteString(z, strings.Repeat(" ", 1<<20))
	z.Close()
}

// broken are the answers that a document may come to nothing by.
var broken = []struct {
	name     string
	answer   http.HandlerFunc
	code     string
	attempts int
	limits   limits
}{
	{"dies in the middle", raw("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"fields\":["), "cut", 3, limits{}},
	{"dies before the answer", raw(""), "cut", 3, limits{}},
	{"is no HTTP", raw("SSH-2.0-OpenSSH_9.6\r\n"), "unreachable", 3, limits{}},
	{"length too long", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		io.WriteString(w, table("z"))
	}, "cut", 3, limits{}},
	{"length too short", raw("HTTP/1.1 200 OK\r\nContent-Length: 12\r\nConnection: close\r\n\r\n" + table("z")), "schema", 1, limits{}},
	{"500", status(500), "status", 3, limits{}},
	{"429", status(429), "status", 3, limits{}},
	{"404", status(404), "not-found", 1, limits{}},
	{"403", status(403), "status", 1, limits{}},
	{"204", status(204), "status", 1, limits{}},
	{"304 to another question", raw("HTTP/1.1 304 Not Modified\r\n\r\n"), "status", 1, limits{}},
	{"bad JSON", says(`{"fields":[{"name":"a"}`), "schema", 1, limits{}},
	{"two documents", says(table("a") + table("b")), "schema", 1, limits{}},
	{"nothing", says(""), "schema", 1, limits{}},
	{"a web page", says("\n<!DOCTYPE html><html>"), "page", 1, limits{}},
	{"no schema", says(`{"schemas":[]}`), "schema", 1, limits{}},
	{"a list", says(`[]`), "schema", 1, limits{}},
	{"another kind", says(jsonSchema), "kind", 1, limits{}},
	{"too large", says(table(strings.Repeat("a", 3000))), "too-large", 1, limits{document: 2000}},
	{"a bomb", bomb, "too-large", 1, limits{document: 2000}},
	{"without end", endless, "too-large", 1, limits{document: 2000}},
	{"too much in all", says(table("b", "c", "d")), "too-large", 1, limits{total: 20}},
	{"silent", silent, "timeout", 3, limits{request: 20 * time.Millisecond}},
	{"slow", trickle, "timeout", 3, limits{request: 20 * time.Millisecond}},
	{"goes round", redirect("schema.json"), "redirect", 1, limits{}},
	{"leads to a file", redirect("file:///etc/passwd"), "address", 1, limits{}},
	{"leads nowhere", redirect("https://"), "unreachable", 3, limits{}},
}

func TestBrokenDocument(t *testing.T) {
	for _, tt := range broken {
		t.Run(tt.name, func(t *testing.T) {
			s, dir := national(t), t.TempDir()
			mustPull(t, s.options(dir, "table", "json"))
			before := tree(t, dir)
			if tt.name == "304 to another question" {
				s.list[0].Versions[1].Address += "?elsewhere"
			}
			attempts := 1
			s.answer("o/table", "1.10.0", tt.answer)
			o := s.options(dir, "table")
			o.limits = tt.limits
			o.pause = func(context.Context, time.Duration) error {
				attempts++
				return nil
			}
			d := mustPull(t, o).Documents[0]
			if d.Status != Failed || d.Fault.Code != tt.code || d.Fault.Say.FR == "" || d.Fault.Say.EN == "" {
				t.Fatalf("%s, %+v", d.Status, d.Fault)
			}
			if attempts != tt.attempts {
				t.Errorf("asked %d times, want %d", attempts, tt.attempts)
			}
			if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
				t.Errorf("the cache is not as it was:\n%s", diff)
			}
		})
	}
}

// TestOneBroken wants the others fetched all the same.
func TestOneBroken(t *testing.T) {
	s, dir := national(t), t.TempDir()
	s.answer("o/table", "1.10.0", status(404))
	got := statuses(mustPull(t, s.options(dir)))
	want := []string{"P-x/lot@2.0 fetched", "o/json@0.1.0 fetched", "o/table@1.10.0 failed not-found", "o/texte@1.0.0 skipped"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	c, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	var held []string
	for _, e := range c.Entries() {
		held = append(held, fmt.Sprint(e.Name, e.Versions))
	}
	if diff := cmp.Diff([]string{"P-x/lot[2.0]", "o/json[0.1.0]"}, held); diff != "" {
		t.Error(diff)
	}
}

func TestBrokenCatalogue(t *testing.T) {
	for name, tt := range map[string]struct {
		answer http.HandlerFunc
		code   string
	}{
		"500": {status(500), "status"}, "404": {status(404), "not-found"}, "a web page": {says("<html>"), "page"},
		"no JSON": {says("{"), "catalogue"}, "no catalogue": {says("{}"), "catalogue"}, "empty": {says(`{"schemas":[]}`), "catalogue"},
		"too large": {says(`{"schemas":"` + strings.Repeat("a", 5000) + `"}`), "too-large"},
		"silent":    {silent, "timeout"},
		"too many":  {says(`{"schemas":[{"name":"a/b","versions":[` + strings.Repeat(`{},`, mostItems) + `{}]}]}`), "catalogue"},
	} {
		t.Run(name, func(t *testing.T) {
			s, dir := national(t), t.TempDir()
			mustPull(t, s.options(dir))
			before := tree(t, dir)
			s.answers["/schemas/schemas.json"] = tt.answer
			o := s.options(dir)
			if name == "too large" {
				o.limits.document = 2000
			}
			if name == "silent" {
				o.limits.request = 20 * time.Millisecond
			}
			_, err := Pull(t.Context(), o)
			var fault *Fault
			if !errors.As(err, &fault) || fault.Code != tt.code || !strings.HasPrefix(fault.Say.FR, s.URL+"/schemas/schemas.json : ") {
				t.Errorf("%+v", err)
			}
			if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
				t.Errorf("the cache is not as it was:\n%s", diff)
			}
		})
	}
}

// TestInterrupted ends a pull from outside, and by its own limit, while a
// document is on its way and others have come.
func TestInterrupted(t *testing.T) {
	for name, code := range map[string]string{"Ctrl-C": "interrupted", "too long": "timeout"} {
		t.Run(name, func(t *testing.T) {
			s, dir := national(t), t.TempDir()
			mustPull(t, s.options(dir, "lot"))
			before := tree(t, dir)
			s.publish("P-x/lot", "2.0", "datapackage", strings.Replace(dataPackage, "r.csv", "s.csv", 1))
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			o := s.options(dir)
			if name == "too long" {
				o.limits.whole = 100 * time.Millisecond
			}
			s.answer("o/table", "1.10.0", func(w http.ResponseWriter, r *http.Request) {
				if name == "Ctrl-C" {
					cancel()
				}
				silent(w, r)
			})
			_, err := Pull(ctx, o)
			var fault *Fault
			if !errors.As(err, &fault) || fault.Code != code {
				t.Errorf("%+v", err)
			}
			if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
				t.Errorf("the cache is not as it was:\n%s", diff)
			}
		})
	}
}

// TestPauses wants a server that comes to itself to be waited for.
func TestPauses(t *testing.T) {
	s := national(t)
	n := 0
	s.answer("o/table", "1.10.0", func(w http.ResponseWriter, _ *http.Request) {
		if n++; n < 3 {
			w.WriteHeader(503)
			return
		}
		io.WriteString(w, table("a"))
	})
	o := s.options(t.TempDir(), "table")
	var waited []time.Duration
	o.pause = func(_ context.Context, d time.Duration) error {
		waited = append(waited, d)
		return nil
	}
	if d := mustPull(t, o).Documents[0]; d.Status != Fetched {
		t.Errorf("%s, %v", d.Status, d.Fault)
	}
	if diff := cmp.Diff([]time.Duration{time.Second, 4 * time.Second}, waited); diff != "" {
		t.Error(diff)
	}
}

// TestNetwork names the faults of the network that no test server has.
func TestNetwork(t *testing.T) {
	for _, tt := range []struct {
		err    error
		code   string
		passes bool
	}{
		{&net.DNSError{Err: "no such host", Name: "x.example", IsNotFound: true}, "unreachable", false},
		{&net.DNSError{Err: "timeout", Name: "x.example", IsTimeout: true}, "timeout", true},
		{&net.OpError{Op: "read", Err: errors.New("connection reset by peer")}, "cut", true},
		{&net.OpError{Op: "dial", Err: errors.New("connection refused")}, "unreachable", true},
	} {
		fault := fetch.Network(&url.Error{Op: "Get", URL: "https://x.example", Err: tt.err})
		if fault.Code != tt.code || fault.Passes != tt.passes {
			t.Errorf("%v: %s, %t", tt.err, fault.Code, fault.Passes)
		}
	}
}
