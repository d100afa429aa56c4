package diff

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"

	"github.com/socle-commun/socle/schemas"
)

// weigh says how much each word of a name tells: the less, the more names
// have it.
func (m *matcher) weigh() {
	for _, columns := range [][]column{m.old, m.now} {
		count := map[string]int{}
		for i := range columns {
			for _, w := range slices.Compact(slices.Sorted(slices.Values(parts(columns[i].name)))) {
				count[w]++
			}
		}
		for w, n := range count {
			weight := 1 / math.Sqrt(float64(n))
			if known, ok := m.weights[w]; !ok || weight < known {
				m.weights[w] = weight
			}
		}
	}
}

func (m *matcher) split(columns []column, which []int) [][]string {
	out := make([][]string, len(which))
	for i, place := range which {
		out[i] = parts(columns[place].name)
	}
	return out
}

// shared says how much of their weight two names have in common, from 0 to 1,
// in whatever order: "menuTypeRepas" and "menu_repas_type" have all of it. A
// word may stand for one that it begins.
func (m *matcher) shared(a, b []string) float64 {
	free := slices.Clone(b)
	total, common := 0.0, 0.0
	for _, w := range a {
		total += m.weights[w]
		for i, other := range free {
			if alike := abbreviates(w, other); alike > 0 {
				common += alike * (m.weights[w] + m.weights[other])
				free[i] = ""
				break
			}
		}
	}
	for _, w := range b {
		total += m.weights[w]
	}
	if total == 0 {
		return 0
	}
	return common / total
}

// shortestStem is how many letters of a word may stand for it.
const shortestStem = 3

func abbreviates(a, b string) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	switch {
	case a == "" || !strings.HasPrefix(b, a):
		return 0
	case len(a) == len(b):
		return 1
	case len(a) < shortestStem:
		return 0
	}
	return 0.85
}

// mostParts bounds the words of a name that are looked at.
const mostParts = 24

// parts takes a name apart into folded words: at signs, and where a capital
// follows a small letter.
func parts(name string) []string {
	var out []string
	var word []rune
	end := func() {
		if folded := schemas.Fold(string(word)); folded != "" && len(out) < mostParts {
			out = append(out, folded)
		}
		word = word[:0]
	}
	last := ' '
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) || unicode.IsLower(last) && unicode.IsUpper(r) {
			end()
		}
		word, last = append(word, r), r
	}
	end()
	return out
}

// longestName is the longest name, in bytes, that is held against others
// letter by letter.
const longestName = 128

// likeness says how near two folded names are letter by letter, from 0 to 1.
func likeness(a, b string) float64 {
	long := max(len(a), len(b))
	if long == 0 || long > longestName {
		return 0
	}
	return max(0, 1-float64(levenshtein.ComputeDistance(a, b))/float64(long))
}
