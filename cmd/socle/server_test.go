package main

import (
	"net/http"
	"net/http/httptest"

	"github.com/rogpeppe/go-internal/testscript"
)

// serveFolder serves the files of a folder on a port of this machine until the
// script ends, and puts the address into a variable: serve FOLDER VARIABLE. It
// serves as a proxy too: of an address it minds the path alone.
func serveFolder(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: serve FOLDER VARIABLE")
	}
	server := httptest.NewServer(http.FileServer(http.Dir(ts.MkAbs(args[0]))))
	ts.Defer(server.Close)
	ts.Setenv(args[1], server.URL)
}
