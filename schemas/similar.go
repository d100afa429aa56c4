package schemas

import (
	"math/bits"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/unicode/norm"
)

// Fold reduces a header or a name to what a person reads in it: its letters
// and digits, without case, accents, ligatures, spaces or punctuation.
// "Nom_Bénéficiaire " and "nomBeneficiaire" fold alike.
func Fold(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, decomposed(name))
}

// decomposed takes names apart into letters and the accents that follow them.
func decomposed(name string) string {
	for i := 0; i < len(name); i++ {
		if name[i] >= utf8.RuneSelf {
			return ligatures.Replace(norm.NFKD.String(name))
		}
	}
	return name
}

var ligatures = strings.NewReplacer("œ", "oe", "Œ", "OE", "æ", "ae", "Æ", "AE", "ß", "ss")

// longestMeant is the longest name, in bytes, that is held against others: a
// longer one is no slip of the pen.
const longestMeant = 256

// Nearest gives the candidate whose folded form is nearest to name's, or ""
// where none is near enough to have been meant: an edit for each four letters
// at most, and less than half of the word. Names of more than 256 bytes have
// no nearest and are not one.
func Nearest(name string, candidates []string) string {
	if len(name) > longestMeant {
		return ""
	}
	folded := Fold(name)
	letters, length := lettersOf(folded)
	best, distance := "", length/4+1
	for _, c := range candidates {
		if len(c) > longestMeant {
			continue
		}
		other := Fold(c)
		has, long := lettersOf(other)
		// Each edit changes the length by one at most, and takes or brings one letter.
		if max(long-length, length-long) >= distance || bits.OnesCount64(letters&^has) >= distance || bits.OnesCount64(has&^letters) >= distance {
			continue
		}
		if d := levenshtein.ComputeDistance(folded, other); d < distance && 2*d < max(length, 1) {
			best, distance = c, d
		}
	}
	return best
}

// lettersOf gives the set of letters of a folded name, some of which share a
// bit, and its length in letters.
func lettersOf(folded string) (set uint64, length int) {
	for _, r := range folded {
		set |= 1 << (uint(r) % 64)
		length++
	}
	return set, length
}

// shortestPart is how many letters a name needs to be looked for inside others.
const shortestPart = 3

// similarNames lists the names of entries, and of schemas that exist as
// documentation only, that may have been meant by name: the nearest first.
func similarNames(entries []Entry, name string) []string {
	var names []string
	for _, e := range entries {
		names = append(names, e.Name)
	}
	for _, d := range AllDocumented() {
		names = append(names, d.Name)
	}
	return Similar(name, names)
}

// Similar lists those of names, each OWNER/NAME, that may have been meant by
// name, with or without its owner: the nearest first.
func Similar(name string, names []string) []string {
	if len(name) > longestMeant {
		return nil
	}
	short := Fold(path.Base(name))
	var similar []string
	for _, n := range names {
		candidate := Fold(path.Base(n))
		part := len(short) >= shortestPart && (strings.Contains(candidate, short) || strings.Contains(short, candidate))
		if part || Nearest(name, []string{n, path.Base(n)}) != "" {
			similar = append(similar, n)
		}
	}
	slices.SortStableFunc(similar, func(a, b string) int {
		return levenshtein.ComputeDistance(short, Fold(path.Base(a))) - levenshtein.ComputeDistance(short, Fold(path.Base(b)))
	})
	return similar
}
