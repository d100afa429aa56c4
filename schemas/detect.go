package schemas

import (
	"cmp"
	"math"
	"slices"
	"strings"
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

// Detect ranks all versions in the catalogue by how well they fit a file's
// name and labels, the best first. Of equals the newest version comes first.
// A file's columns count four times as much as its name.
func Detect(file string, labels []string) []Candidate {
	folded := map[string]bool{}
	for _, l := range labels {
		if f := Fold(l); f != "" {
			folded[f] = true
		}
	}
	var out []Candidate
	for _, e := range Entries() {
		for _, version := range e.Versions {
			s, err := load(e.Name, version)
			if err != nil {
				continue // the test that walks the catalogue tells
			}
			out = append(out, score(s, folded, speaksFor(file, e)))
		}
	}
	slices.SortStableFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.Name, b.Name), CompareVersions(b.Version, a.Version))
	})
	return out
}

// score holds folded labels against one schema: the harmonic mean of the part
// of the labels and the part of the fields that find each other. Required
// fields weigh double.
func score(s *Schema, folded map[string]bool, byName bool) Candidate {
	c := Candidate{Name: s.Name, Version: s.Version, ByName: byName}
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
		c.Score = 0.8 * 2 * fields * columns / (fields + columns)
	}
	if byName {
		c.Score += 0.2
	} else {
		c.Score *= 1.25 // a name that says nothing does not count against it
	}
	c.Score = math.Round(min(c.Score, 1)*1000) / 1000
	return c
}

// speaksFor says whether a word of the file's name is the schema's name:
// "20240131_213502388_subventions-2023.csv" speaks for scdl/subventions.
func speaksFor(file string, e Entry) bool {
	words := strings.FieldsFunc(strings.ToLower(file), func(r rune) bool {
		return strings.ContainsRune("_-. ()/\\", r)
	})
	for _, wanted := range strings.Split(strings.TrimPrefix(e.Short(), "schema-"), "-") {
		if !slices.ContainsFunc(words, func(w string) bool { return alike(Fold(w), Fold(wanted)) }) {
			return false
		}
	}
	return true
}

// alike holds two words for one where they differ by a plural s.
func alike(a, b string) bool {
	return strings.TrimSuffix(a, "s") == strings.TrimSuffix(b, "s")
}
