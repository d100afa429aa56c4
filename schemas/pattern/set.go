package pattern

import (
	"slices"
	"sync"
	"unicode"
)

// A set is a set of characters: pairs of first and last, in order, neither touching nor overlapping.
type set []rune

// newSet puts pairs given in any order into a set. It takes possession of the slice.
func newSet(pairs []rune) set {
	type span struct{ lo, hi rune }
	spans := make([]span, 0, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		spans = append(spans, span{pairs[i], pairs[i+1]})
	}
	slices.SortFunc(spans, func(a, b span) int { return int(a.lo) - int(b.lo) })
	s := pairs[:0]
	for _, sp := range spans {
		if n := len(s); n > 0 && sp.lo <= s[n-1]+1 {
			s[n-1] = max(s[n-1], sp.hi)
			continue
		}
		s = append(s, sp.lo, sp.hi)
	}
	return s
}

func union(sets ...set) set { return newSet(slices.Concat(sets...)) }

func (s set) negate() set {
	var out set
	next := rune(0)
	for i := 0; i < len(s); i += 2 {
		if next < s[i] {
			out = append(out, next, s[i]-1)
		}
		next = s[i+1] + 1
	}
	if next <= unicode.MaxRune {
		out = append(out, next, unicode.MaxRune)
	}
	return out
}

// minus returns the characters of s that are not in t.
func (s set) minus(t set) set { return union(s.negate(), t).negate() }

func (s set) contains(r rune) bool {
	lo, hi := 0, len(s)/2
	for lo < hi {
		mid := (lo + hi) / 2
		switch {
		case r < s[2*mid]:
			hi = mid
		case r > s[2*mid+1]:
			lo = mid + 1
		default:
			return true
		}
	}
	return false
}

func tableSet(tables ...*unicode.RangeTable) set {
	var pairs []rune
	add := func(lo, hi, stride rune) {
		if stride == 1 {
			pairs = append(pairs, lo, hi)
			return
		}
		for r := lo; r <= hi; r += stride {
			pairs = append(pairs, r, r)
		}
	}
	for _, t := range tables {
		for _, r := range t.R16 {
			add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
		}
		for _, r := range t.R32 {
			add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
		}
	}
	return newSet(pairs)
}

var (
	asciiDigits = set{'0', '9'}
	asciiSpaces = set{'\t', '\r', ' ', ' '}
	asciiWords  = set{'0', '9', 'A', 'Z', '_', '_', 'a', 'z'}
	newline     = set{'\n', '\n'}
)

// What Python calls digits, spaces and words: str.isdecimal, str.isspace, str.isalnum and the underscore.
// Its spaces are Unicode's and the four information separators of ASCII.
var (
	digits = sync.OnceValue(func() set { return tableSet(unicode.Nd) })
	spaces = sync.OnceValue(func() set { return union(tableSet(unicode.White_Space), set{0x1c, 0x1f}) })
	words  = sync.OnceValue(func() set { return union(tableSet(unicode.L, unicode.N), set{'_', '_'}) })
)
