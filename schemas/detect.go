package schemas

import (
	"cmp"
	"slices"
	"strings"
)

// A Candidate is a schema that a file may follow.
type Candidate struct {
	Name, Version string
	Score         float64 // from 0 to 1
	Matched       int     // fields that the file has a column for, under their own name or another
	Missing       int     // fields that it has none for
	Unknown       int     // columns that the schema does not know
	Refuted       int     // columns none of whose first values keeps to its field
	ByName        bool    // the file's name speaks for it
}

// Sure is the score from which a candidate is taken without being asked for.
const Sure = 0.3

// What is read of the documents themselves: so many datasets, those that come
// this near to the best.
const (
	mostWeighed = 3
	nearBest    = 0.7
)

// Detect ranks all versions in the catalogue by how well they fit a file's
// name, its labels and a sample of its first rows, the dataset that fits best
// first and, of each dataset, the version that the file is to be judged by.
// The columns decide: a name alone never outweighs those of another dataset,
// and values that keep to none of a field's rules make their column count half.
//
// That version is the newest one, unless the file clearly belongs to an older:
//
//   - by its columns: the older version knows, under their own names, all that
//     the newest knows and another one, which was renamed or given up since.
//     What a file lacks tells nothing, and a file that has one column which
//     only the newest knows is never judged by one that lacks it;
//   - or, where both know the same columns, by its values: in some column all
//     keep to the older version's enumeration or pattern and half of them or
//     more are against the newest's, and in none is it the other way round.
//     A rule that is only wider in the older version tells nothing, nor does a
//     value that only differs from a newer one by case or accents: such a file
//     has faults.
//
// Schemas of the given kinds are ranked, those of tables where none is given:
// a table is one of those, and GeoJSON may be of either kind.
func Detect(file string, labels []string, sample [][]string, kinds ...Kind) []Candidate {
	return detect(nil, file, labels, sample, kinds)
}

// detect is Detect with outlines of the user's own datasets, of which one that
// bears the name of an embedded dataset replaces it.
func detect(own []outline, file string, labels []string, sample [][]string, kinds []Kind) []Candidate {
	if kinds == nil {
		kinds = []Kind{Table}
	}
	h := newHeading(labels, sample)
	words := fileWords(file)
	var sets []*ranking
	for _, o := range joinOutlines(own, catalogueIndex().Datasets) {
		if !slices.Contains(kinds, o.Kind) {
			continue
		}
		name := speaksFor(file, words, o.Keywords)
		if o.entry == nil && !isCommon(o.Name) {
			name = min(name, nameSpeaks)
		}
		sets = append(sets, h.rank(o, name))
	}
	slices.SortStableFunc(sets, byScore)
	if len(sets) == 0 {
		return nil
	}
	for i, r := range sets[:min(len(sets), mostWeighed)] {
		if r.best().Matched > 0 && r.best().Score >= nearBest*sets[0].best().Score {
			r.weigh(h, i == 0)
		}
	}
	slices.SortStableFunc(sets, byScore)
	var out []Candidate
	for _, r := range sets {
		out = append(out, r.candidates...)
	}
	return out
}

// joinOutlines lists the user's own datasets, then the embedded ones that none
// of them replaces.
func joinOutlines(own, embedded []outline) []*outline {
	var all []*outline
	for i := range own {
		all = append(all, &own[i])
	}
	for i := range embedded {
		if !slices.ContainsFunc(own, func(o outline) bool { return o.Name == embedded[i].Name }) {
			all = append(all, &embedded[i])
		}
	}
	return all
}

// A ranking is a dataset with its candidates, the chosen one first.
type ranking struct {
	outline    *outline
	name       float64 // what the file's name adds
	candidates []Candidate
}

func (r *ranking) best() *Candidate { return &r.candidates[0] }

func byScore(a, b *ranking) int {
	return cmp.Or(cmp.Compare(b.best().Score, a.best().Score), strings.Compare(a.outline.Name, b.outline.Name))
}

// rank holds a file against the versions of one dataset, by its columns.
func (h *heading) rank(o *outline, name float64) *ranking {
	r := &ranking{outline: o, name: name}
	for i := range o.Versions {
		r.candidates = append(r.candidates, h.score(o, &o.Versions[i], name))
	}
	r.choose(h.elder(o))
	return r
}

// choose puts the candidate of a version of the outline first, and the others
// behind it by their scores.
func (r *ranking) choose(version int) {
	chosen := r.outline.Versions[version].Version
	slices.SortStableFunc(r.candidates, func(a, b Candidate) int {
		switch chosen {
		case a.Version:
			return -1
		case b.Version:
			return 1
		}
		return cmp.Or(cmp.Compare(b.Score, a.Score), CompareVersions(b.Version, a.Version))
	})
}
