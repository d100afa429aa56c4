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
	for _, o := range outlines() {
		weight := speaksFor(named, o.Keywords)
		if !isCommon(o.Name) {
			weight = min(weight, nameSpeaks)
		}
		for _, v := range o.Versions {
			c := score(v, folded, weight)
			c.Name = o.Name
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.Name, b.Name), CompareVersions(b.Version, a.Version))
	})
	return out
}

// score holds folded labels against one version: the harmonic mean of the part
// of the labels and the part of the fields that find each other. Required
// fields weigh double. The file's name adds its part.
func score(v versionOutline, folded map[string]bool, name float64) Candidate {
	c := Candidate{Version: v.Version, ByName: name > 0}
	found := 0.0
	count := func(names []string, weight float64) {
		for _, name := range names {
			if folded[name] {
				c.Matched++
				found += weight
			}
		}
	}
	count(v.Required, 2)
	count(v.Optional, 1)
	all := float64(2*len(v.Required) + len(v.Optional))
	c.Missing = len(v.Required) + len(v.Optional) - c.Matched
	c.Unknown = max(len(folded)-c.Matched, 0)
	if c.Matched > 0 {
		fields, columns := found/all, float64(c.Matched)/float64(len(folded))
		c.Score = 2 * fields * columns / (fields + columns)
	}
	c.Score = math.Round((c.Score+name*(1-c.Score))*1000) / 1000
	return c
}

// isCommon says whether a dataset is one that communes publish under its own
// name. The others have names of common words, such as programme or secteur.
func isCommon(name string) bool {
	owner, _, _ := strings.Cut(name, "/")
	return owner == "scdl" || owner == "socle" || owner == "atlasante" || strings.HasPrefix(name, "etalab/schema-irve")
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
