package nomenclature

import (
	_ "embed"
	"sync"
)

//go:embed cantons.txt
var cantonsText string

var theCantons = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, name := range lines(cantonsText) {
		names[name] = true
	}
	return names
})

// IsCanton says whether b is the name of a canton, as INSEE writes it, with
// either apostrophe: "Bourg-en-Bresse-1" is one, and so is the town that is cut
// into several.
func IsCanton(b []byte) bool {
	var straight [64]byte
	return theCantons()[string(Straight(straight[:], b))]
}

// Cantons are the names of all, in alphabetical order. The slice is the
// caller's.
func Cantons() []string { return lines(cantonsText) }
