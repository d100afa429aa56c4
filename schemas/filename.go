package schemas

import (
	"slices"
	"strings"
	"unicode"

	"github.com/socle-commun/socle/schemas/lazyregexp"
)

// A file's name fills this part of what its columns leave open. Where it keeps
// to the rule of the SCDL (DATE_SIREN_NAME), that is sure enough to say which
// columns were expected; any other name only helps columns that are found.
const (
	nameRules  = Sure + 0.001
	nameOpens  = Sure
	nameSpeaks = 0.2
)

// ruled is how the rule of the SCDL begins a file's name: the date, with or
// without the time of day, and the SIREN or SIRET of who publishes it.
var ruled = lazyregexp.New(`^\d{4,8}[-_]?(?:\d{4,9}[-_])?\d{9}(?:\d{5})?[-_]`)

// isCommon says whether a dataset is one that communes publish under its own
// name. The others have names of common words, such as programme or secteur.
func isCommon(name string) bool {
	owner, _, _ := strings.Cut(name, "/")
	return owner == "scdl" || owner == "socle" || owner == "atlasante" || name == "etalab/schema-bal" || strings.HasPrefix(name, "etalab/schema-irve")
}

// speaksFor says what the words of a file's name tell of a dataset with these
// keywords, the first of which is its own name: nameRules, nameOpens,
// nameSpeaks or 0.
func speaksFor(file string, words, keywords []string) float64 {
	for _, k := range keywords {
		i := slices.IndexFunc(words, func(w string) bool { return alike(w, Fold(k)) })
		if i == 0 && ruled.MatchString(file) {
			return nameRules
		}
		if i == 0 {
			return nameOpens
		}
		if i >= 0 {
			return nameSpeaks
		}
	}
	return 0
}

// fileWords gives the folded words of a file's name, without its numbers:
// "20240131_213502388_Subventions-2023.csv" is subventions, csv. A word also
// ends where a digit or, after a small letter, a capital begins.
func fileWords(file string) []string {
	var words []string
	var word strings.Builder
	var last rune
	end := func() {
		if word.Len() > 0 {
			words = append(words, Fold(word.String()))
			word.Reset()
		}
	}
	for _, r := range decomposed(file) {
		switch {
		case unicode.IsMark(r):
			continue
		case !unicode.IsLetter(r):
			end()
		case unicode.IsUpper(r) && unicode.IsLower(last):
			end()
			word.WriteRune(r)
		default:
			word.WriteRune(r)
		}
		last = r
	}
	end()
	return words
}

// alike holds two words for one where they differ by a plural s.
func alike(a, b string) bool {
	return strings.TrimSuffix(a, "s") == strings.TrimSuffix(b, "s")
}
