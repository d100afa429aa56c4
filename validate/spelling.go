package validate

import (
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"

	"github.com/socle-commun/socle/schemas"
)

// A spelling is a name as near looks at it.
type spelling struct {
	words  []string // folded, without articles
	whole  string   // the words in one
	digits string   // its digits, in their order
	slips  int      // how many are forgiven in the whole
}

// longestSpelt is the longest name, in bytes, in which slips are forgiven.
const longestSpelt = 256

// spell takes a name apart. Words end at a space, at punctuation, and where a
// capital follows a small letter or a digit.
func spell(name string) spelling {
	if len(name) > longestSpelt {
		return spelling{}
	}
	var s spelling
	var word strings.Builder
	end := func() {
		folded := schemas.Fold(word.String())
		word.Reset()
		if folded != "" && (len(s.words) == 0 || !articles[folded]) {
			s.words = append(s.words, folded)
		}
	}
	var last rune
	for _, r := range name {
		if unicode.IsUpper(r) && (unicode.IsLower(last) || unicode.IsDigit(last)) || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			end()
		}
		word.WriteRune(r)
		last = r
	}
	end()
	s.whole = strings.Join(s.words, "")
	s.digits = strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s.whole)
	s.slips = forgiven(s.whole)
	return s
}

// articles are words of French that tell no name from another.
var articles = map[string]bool{"d": true, "de": true, "des": true, "du": true, "l": true, "la": true, "le": true, "les": true}

// forgiven says how many slips of the pen a word or a name may have: none below
// five letters, where another letter makes another word.
func forgiven(word string) int {
	letters := 0
	for _, r := range word {
		if !unicode.IsDigit(r) {
			letters++
		}
	}
	switch {
	case letters < 5:
		return 0
	case letters < 9:
		return 1
	}
	return 2
}

// near says whether a label is a name with slips of the pen: a letter that is
// missing or too many, two that changed places, in a long word one taken for
// another that sounds alike. Digits must agree.
// Each word is held against its own: first letters agree, and short words.
func near(label, name *spelling) bool {
	limit := min(label.slips, name.slips)
	switch {
	case limit == 0 || label.digits != name.digits || abs(len(label.whole)-len(name.whole)) > limit:
		return false
	case len(label.words) == 1:
		return written(label.whole, name.words, limit)
	case len(label.words) != len(name.words):
		return false
	}
	for i, word := range name.words {
		slips := slipsBetween(label.words[i], word)
		if slips > forgiven(word) || slips > limit {
			return false
		}
		limit -= slips
	}
	return true
}

// written says whether a text is these words in one, with at most limit slips.
func written(text string, words []string, limit int) bool {
	if len(words) == 0 {
		return text == ""
	}
	own := min(limit, forgiven(words[0]))
	for size := len(words[0]) - own; size <= min(len(words[0])+own, len(text)); size++ {
		slips := slipsBetween(text[:size], words[0])
		if slips <= own && written(text[size:], words[1:], limit-slips) {
			return true
		}
	}
	return false
}

// tooMany is more slips than any word is forgiven.
const tooMany = 3

// slipsBetween counts the slips of the pen that make label of word. There are
// tooMany where they do not begin alike, where label goes on after word as
// another word would, and where another letter stands in word than one that
// sounds alike: siren and siret are two words, and so are projection and
// protection.
func slipsBetween(label, word string) int {
	switch {
	case label == word:
		return 0
	case label == "" || word == "" || label[0] != word[0] || abs(len(label)-len(word)) > 2:
		return tooMany
	case strings.HasPrefix(label, word) && label != word+"s" && label != word+"e" && label != word+"es":
		return tooMany
	case strings.HasPrefix(word, label) && len(word) > len(label)+1:
		return tooMany
	}
	slips := edits([]rune(label), []rune(word), forgiven(word) > 1)
	if slips > levenshtein.ComputeDistance(label, word) {
		return tooMany
	}
	return slips
}

// edits is the edit distance of two words, in which two letters that changed
// places are one edit and a letter for another is tooMany, but for those that
// sound alike where that is forgiven.
func edits(a, b []rune, alike bool) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before, last, row = last, row, before
		row[0] = i + 1
		for j := range b {
			change := tooMany
			if a[i] == b[j] {
				change = 0
			} else if alike && soundAlike(a[i], b[j]) {
				change = 1
			}
			row[j+1] = min(last[j]+change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}

func soundAlike(a, b rune) bool {
	for _, group := range []string{"aeiouy", "mn", "csz", "ckq", "gj"} {
		if strings.ContainsRune(group, a) && strings.ContainsRune(group, b) {
			return true
		}
	}
	return false
}

func abs(n int) int { return max(n, -n) }
