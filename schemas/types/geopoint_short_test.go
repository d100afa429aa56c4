package types

import (
	"encoding/json"
	"slices"
	"testing"
)

// The short ways of reading places come to what the long ones do.
func FuzzShortWays(f *testing.F) {
	for _, seed := range []string{
		"2.35", "-180", "180.0", "180.01", "-0", "00.5", "1.", ".5", "-", "1e2", "179.999999999999999999999", "0000", "90", "91", "9999999999999999999999", "+1", "1 ", "NaN",
		"[2.35, 48.85]", "[2.35,48.85", "[2.35,48.85,]", "[,]", "[1,2]]", "[[1,2]", "[-1.5 , 2 ]", "[1,2,3]", "[01,2]", "[\"1\",2]", "[1e1,2]", "[]", "[1,\n2]",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if isPlainJSON(b) && (!json.Valid(b) || slices.ContainsFunc(b, func(c byte) bool { return !isDigit(c) && c != '-' && c != '.' })) {
			t.Errorf("%q is no plain number", b)
		}
		for _, limit := range []int{90, 180} {
			if got, want := within(b, limit), exactlyWithin(b, limit); got != want {
				t.Errorf("%q within %d: %t, want %t", b, limit, got, want)
			}
		}
		if _, ok := readPlaceArray(b); ok && !json.Valid(b) {
			t.Errorf("%q is read as an array, and no JSON", b)
		}
	})
}
