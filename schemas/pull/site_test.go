package pull

import (
	"context"
	"encoding/json"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// A site is a server of schemas that tests own.
type site struct {
	*httptest.Server
	mu      sync.Mutex
	list    []listed
	files   map[string]string           // by path
	answers map[string]http.HandlerFunc // instead of files
	asked   []string                    // paths, in order; with the status
}

// newSite serves no schema yet.
func newSite(t *testing.T) *site {
	s := &site{files: map[string]string{}, answers: map[string]http.HandlerFunc{}}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

// A recorder remembers the status of an answer.
type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// Unwrap lets handlers flush and hijack.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// ServeHTTP answers with a file and its ETag, or as a test has it.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	answer, file := s.answers[r.URL.Path], s.files[r.URL.Path]
	if r.URL.Path == "/schemas/schemas.json" && file == "" {
		data, _ := json.Marshal(map[string]any{"schemas": s.list})
		file = string(data)
	}
	s.mu.Unlock()
	to := &recorder{w, http.StatusOK}
	switch {
	case answer != nil:
		answer(to, r)
	case file == "":
		http.NotFound(to, r)
	default:
		to.Header().Set("ETag", `"`+fingerprint([]byte(file))+`"`)
		http.ServeContent(to, r, "document.json", time.Time{}, strings.NewReader(file))
	}
	s.mu.Lock()
	s.asked = append(s.asked, http.StatusText(to.status)+" "+strings.TrimPrefix(r.URL.Path, "/schemas/"))
	s.mu.Unlock()
}

// questions gives what was asked for since the last time, but for the
// catalogue.
func (s *site) questions() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	for _, q := range s.asked {
		if !strings.HasSuffix(q, " schemas.json") {
			out = append(out, q)
		}
	}
	s.asked = nil
	return out
}

// publish puts a version of a schema on the site, at a relative address.
func (s *site) publish(name, version, kind, document string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	address := name + "/" + version + "/schema.json"
	s.files["/schemas/"+address] = document
	for i := range s.list {
		if s.list[i].Name == name {
			for _, v := range s.list[i].Versions {
				if v.Name == version {
					return
				}
			}
			s.list[i].add(version, address)
			return
		}
	}
	l := listed{Name: name, Type: kind}
	l.add(version, address)
	s.list = append(s.list, l)
}

func (l *listed) add(version, address string) {
	l.Versions = append(l.Versions, struct {
		Name    string `json:"version_name"`
		Address string `json:"schema_url"`
	}{version, address})
}

// answer replaces the answer for a schema.
func (s *site) answer(name, version string, h http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answers["/schemas/"+name+"/"+version+"/schema.json"] = h
}

// table is a Table Schema with columns of these names.
func table(columns ...string) string {
	return `{"fields":[{"name":"` + strings.Join(columns, `"},{"name":"`) + `"}]}`
}

const (
	jsonSchema  = `{"$schema":"http://json-schema.org/draft-07/schema#","type":"object","properties":{"a":{"type":"string"}}}`
	dataPackage = `{"name":"p","resources":[{"name":"r","path":"r.csv","schema":"r.json"}]}`
)

// options pull from the site, without waiting between attempts.
func (s *site) options(dir string, names ...string) Options {
	return Options{
		From: s.URL, Dir: dir, Names: names,
		now:   func() time.Time { return time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC) },
		pause: func(ctx context.Context, _ time.Duration) error { return ctx.Err() },
	}
}

// statuses tells what became of each document: "o/a@1.0.0 fetched".
func statuses(r *Result) []string {
	var out []string
	for _, d := range r.Documents {
		line := d.Name + "@" + d.Version + " " + string(d.Status)
		if d.Fault != nil {
			line += " " + d.Fault.Code
		}
		out = append(out, line)
	}
	return out
}

// tree gives the files below dir with their contents, but for the lock.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() == lockFile {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err == nil && !d.Type().IsRegular() {
			out[filepath.ToSlash(name)+"/"] = d.Type().String()[:1]
			return nil
		}
		data, readErr := os.ReadFile(path)
		out[filepath.ToSlash(name)] = string(data)
		return readErr
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// mustPull pulls without fault.
func mustPull(t *testing.T, o Options) *Result {
	t.Helper()
	r, err := Pull(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
