package schemas

import (
	"slices"
	"strings"
	"unicode"

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
	}, ligatures.Replace(norm.NFKD.String(name)))
}

var ligatures = strings.NewReplacer("œ", "oe", "Œ", "oe", "æ", "ae", "Æ", "ae", "ß", "ss")

// Nearest gives the candidate whose folded form is nearest to name's, or ""
// where none is near enough to have been meant: an edit for each four letters
// at most, and less than half of the word.
func Nearest(name string, candidates []string) string {
	folded := Fold(name)
	best, distance := "", len([]rune(folded))/4+1
	for _, c := range candidates {
		other := Fold(c)
		if gap := len(other) - len(folded); gap > 4*distance || -gap > 4*distance {
			continue
		}
		if d := levenshtein.ComputeDistance(folded, other); d < distance && 2*d < max(len(folded), 1) {
			best, distance = c, d
		}
	}
	return best
}

// similarNames lists the catalogue's names that may have been meant by name.
func similarNames(name string) []string {
	var out []string
	short := Fold(name[strings.LastIndexByte(name, '/')+1:])
	for _, e := range Entries() {
		candidate := Fold(e.Short())
		if short != "" && (strings.Contains(candidate, short) || strings.Contains(short, candidate)) ||
			Nearest(name, []string{e.Name, e.Short()}) != "" {
			out = append(out, e.Name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
