package nomenclature

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// fantoirText has the street codes that at least one commune uses: ranges of
// three digits behind one sign, then single codes.
//
//go:embed fantoir.txt
var fantoirText string

type streetCodes struct {
	from, to []string // ranges, in rising order
	single   map[string]bool
}

var theStreetCodes = sync.OnceValue(func() streetCodes {
	codes := streetCodes{single: map[string]bool{}}
	for _, word := range strings.Fields(fantoirText) {
		from, to, ranged := strings.Cut(word, "-")
		switch {
		case ranged:
			codes.from, codes.to = append(codes.from, from), append(codes.to, to)
		default:
			codes.single[word] = true
		}
	}
	return codes
})

// IsStreetCode says whether b is a street's code of four signs in the FANTOIR
// file, that of some commune: the code says nothing of which.
func IsStreetCode(b []byte) bool {
	if len(b) != 4 {
		return false
	}
	codes := theStreetCodes()
	if codes.single[string(b)] {
		return true
	}
	for _, c := range b[1:] {
		if c-'0' > 9 {
			return false
		}
	}
	i, found := slices.BinarySearchFunc(codes.from, b, func(from string, b []byte) int { return compare(from, b) })
	return found || i > 0 && compare(codes.to[i-1], b) >= 0
}

// compare is strings.Compare, of a text and bytes.
func compare(s string, b []byte) int {
	for i := range min(len(s), len(b)) {
		if s[i] != b[i] {
			return int(s[i]) - int(b[i])
		}
	}
	return len(s) - len(b)
}
