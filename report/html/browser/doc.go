// Package browser tests the HTML report in a real browser. It is a module of
// its own, so that the program needs none of what drives a browser; Chromium
// or Chrome has to be installed.
package browser
