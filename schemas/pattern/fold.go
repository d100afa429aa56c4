package pattern

import (
	"slices"
	"sync"
	"unicode"
)

// pythonOrbits are the characters that Python holds equal in any case and Unicode's simple folding does not.
// Python lowers them first (İ to i) and adds those that share an upper case (ı and i, ſt and st).
var pythonOrbits = [][]rune{
	{'I', 'i', 0x130, 0x131},
	{0x390, 0x1fd3},
	{0x3b0, 0x1fe3},
	{0xfb05, 0xfb06},
}

// orbits lists each group of characters that differ by case only.
var orbits = sync.OnceValue(func() [][]rune {
	out := slices.Clone(pythonOrbits)
	seen := map[rune]bool{}
	for _, cased := range unicode.CaseRanges {
		for r := rune(cased.Lo); r <= rune(cased.Hi); r++ {
			if seen[r] {
				continue
			}
			orbit := []rune{r}
			for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
				orbit = append(orbit, f)
				seen[f] = true
			}
			if len(orbit) > 1 {
				out = append(out, orbit)
			}
		}
	}
	return out
})

// fold adds to a set what differs by case only from its members.
func (s set) fold(ascii bool) set {
	out := append([]rune(nil), s...)
	if ascii {
		for r := 'a'; r <= 'z'; r++ {
			upper := r - 'a' + 'A'
			if s.contains(r) || s.contains(upper) {
				out = append(out, r, r, upper, upper)
			}
		}
		return newSet(out)
	}
	for _, orbit := range orbits() {
		inside := 0
		for _, r := range orbit {
			if s.contains(r) {
				inside++
			}
		}
		if inside == 0 || inside == len(orbit) {
			continue
		}
		for _, r := range orbit {
			out = append(out, r, r)
		}
	}
	return newSet(out)
}
