package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// serveFolder serves the files of a folder on a port of this machine until the
// script ends, and puts the address into a variable: serve FOLDER VARIABLE. It
// serves as a proxy too: of an address it minds the path alone. $HOST is the
// address without its scheme. Of an answer ?name=NAME gives the file another
// name, ?type=TYPE another media type, ?status=N is its status, ?to=ADDRESS
// sends on to another address, ?flow keeps its length untold.
func serveFolder(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: serve FOLDER VARIABLE")
	}
	files := http.FileServer(http.Dir(ts.MkAbs(args[0])))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if name := r.URL.Query().Get("name"); name != "" {
			w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
		}
		if kind := r.URL.Query().Get("type"); kind != "" {
			w.Header().Set("Content-Type", kind)
		}
		if to := r.URL.Query().Get("to"); to != "" {
			http.Redirect(w, r, to, http.StatusFound)
			return
		}
		if status, err := strconv.Atoi(r.URL.Query().Get("status")); err == nil {
			w.WriteHeader(status)
			return
		}
		if r.URL.Query().Has("flow") {
			w.(http.Flusher).Flush()
			r.Header.Del("Range")
		}
		files.ServeHTTP(w, r)
	}))
	ts.Defer(server.Close)
	ts.Setenv(args[1], server.URL)
	ts.Setenv("HOST", strings.TrimPrefix(server.URL, "http://"))
}

// expandFile writes the variables of the script into a file: expand FILE.
func expandFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: expand FILE")
	}
	content := os.Expand(ts.ReadFile(args[0]), ts.Getenv)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(content), 0o666))
}
