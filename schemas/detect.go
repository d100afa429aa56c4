package schemas

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// A Candidate is a schema that a file may follow.
type Candidate struct {
	Name, Version string
	Score         float64 // from 0 to 1
	Matched       int     // columns of the file that are fields, in any spelling
	Missing       int     // fields that the file has no column for
	Unknown       int     // columns that the schema does not know
	ByName        bool    // the file's name speaks for it
}

// Sure is the score from which a candidate is taken without being asked for.
const Sure = 0.3

// A file's name fills this part of what its columns leave open. Where it opens
// with the dataset's own name, as the rule of the SCDL has it (DATE_SIREN_NAME),
// that is sure enough to say which columns were expected.
const (
	nameOpens  = Sure
	nameSpeaks = 0.2
)

// Detect ranks all versions in the catalogue by how well they fit a file's
// name and labels, the best first. Of equals the newest version comes first.
// The columns decide: a name alone never outweighs those of another dataset.
func Detect(file string, labels []string) []Candidate {
	folded := map[string]bool{}
	for _, l := range labels {
		if f := Fold(l); f != "" {
			folded[f] = true
		}
	}
	named := fileWords(file)
	var out []Candidate
	for _, e := range Entries() {
		newest, err := load(e.Name, e.Latest())
		if err != nil {
			continue // the test that walks the catalogue tells
		}
		weight := speaksFor(named, newest.Keywords)
		for _, version := range e.Versions {
			s, err := load(e.Name, version)
			if err != nil {
				continue
			}
			out = append(out, score(s, folded, weight))
		}
	}
	slices.SortStableFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.Name, b.Name), CompareVersions(b.Version, a.Version))
	})
	return out
}

// score holds folded labels against one schema: the harmonic mean of the part
// of the labels and the part of the fields that find each other. Required
// fields weigh double. The file's name adds its part.
func score(s *Schema, folded map[string]bool, name float64) Candidate {
	c := Candidate{Name: s.Name, Version: s.Version, ByName: name > 0}
	found, all := 0.0, 0.0
	for i := range s.Fields {
		weight := 1.0
		if s.Fields[i].Constraints.Required {
			weight = 2
		}
		all += weight
		if folded[Fold(s.Fields[i].Name)] {
			c.Matched++
			found += weight
		}
	}
	c.Missing = len(s.Fields) - c.Matched
	c.Unknown = max(len(folded)-c.Matched, 0)
	if c.Matched > 0 {
		fields, columns := found/all, float64(c.Matched)/float64(len(folded))
		c.Score = 2 * fields * columns / (fields + columns)
	}
	c.Score = math.Round((c.Score+name*(1-c.Score))*1000) / 1000
	return c
}

// speaksFor says what the words of a file's name tell of a dataset with these
// keywords, the first of which is its own name: nameOpens, nameSpeaks or 0.
func speaksFor(words, keywords []string) float64 {
	for _, k := range keywords {
		i := slices.IndexFunc(words, func(w string) bool { return alike(w, Fold(k)) })
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
