package diff

import (
	"cmp"
	"slices"

	"github.com/socle-commun/socle/schemas"
)

// match gives, for each column now, its place before, or -1 for one that is
// new. Columns of one name are the same; the others may have been renamed.
func match(old, now []column) []int {
	places := make(map[string]int, len(old))
	for i := range old {
		places[old[i].name] = i
	}
	pairs := make([]int, len(now))
	gone := make([]bool, len(old))
	for i := range gone {
		gone[i] = true
	}
	var came []int
	for i := range now {
		from, same := places[now[i].name]
		if !same || !gone[from] {
			pairs[i] = -1
			came = append(came, i)
			continue
		}
		pairs[i], gone[from] = from, false
	}
	var went []int
	for i := range old {
		if gone[i] {
			went = append(went, i)
		}
	}
	m := matcher{old: old, now: now, pairs: pairs, weights: map[string]float64{}}
	m.rename(went, came)
	return pairs
}

// mostRenamed bounds the work of finding renamed columns: how many may have
// come, and how many gone.
const mostRenamed = 300

// A matcher looks for columns that were renamed.
type matcher struct {
	old, now []column
	pairs    []int
	weights  map[string]float64 // of the words of names: what all names share tells little
}

type candidate struct {
	from, to int
	score    float64
}

// sure is the score from which two columns count as one that was renamed, and
// margin how far every other candidate of either must be behind.
const (
	sure   = 5.0
	margin = 0.75
)

// rounds is how often the columns that are left are looked at again: those
// that were paired speak for their neighbours.
const rounds = 4

// rename pairs columns that went with columns that came.
func (m *matcher) rename(went, came []int) {
	if max(len(went), len(came)) > mostRenamed {
		return
	}
	m.weigh()
	for range rounds {
		found := m.round(went, came)
		if found == 0 {
			return
		}
		paired := map[int]bool{}
		came = slices.DeleteFunc(came, func(to int) bool {
			paired[m.pairs[to]] = m.pairs[to] >= 0
			return m.pairs[to] >= 0
		})
		went = slices.DeleteFunc(went, func(from int) bool { return paired[from] })
	}
}

// round pairs columns that are alike enough where nothing else is nearly as
// much, and says how many it paired.
func (m *matcher) round(went, came []int) int {
	before, after := m.split(m.old, went), m.split(m.now, came)
	scores := make([][]float64, len(went))
	var best []candidate
	for i, from := range went {
		scores[i] = make([]float64, len(came))
		for j, to := range came {
			scores[i][j] = m.score(from, to, before[i], after[j])
			if scores[i][j] >= sure {
				best = append(best, candidate{i, j, scores[i][j]})
			}
		}
	}
	slices.SortStableFunc(best, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	found := 0
	for _, c := range best {
		if scores[c.from][c.to] == taken || rivalled(scores, c) {
			continue
		}
		for i := range scores {
			scores[i][c.to] = taken
		}
		for j := range scores[c.from] {
			scores[c.from][j] = taken
		}
		m.pairs[came[c.to]] = went[c.from]
		found++
	}
	return found
}

// taken stands for the score of columns of which one is paired.
const taken = -1000

// rivalled says whether another candidate of one of the columns is nearly as
// good, or better.
func rivalled(scores [][]float64, c candidate) bool {
	for i := range scores {
		if i != c.from && scores[i][c.to] > c.score-margin {
			return true
		}
	}
	for j, score := range scores[c.from] {
		if j != c.to && score > c.score-margin {
			return true
		}
	}
	return false
}

// score says how much a column that went and one that came are alike.
func (m *matcher) score(from, to int, before, after []string) float64 {
	a, b := &m.old[from], &m.now[to]
	fa, fb := schemas.Fold(a.name), schemas.Fold(b.name)
	words := m.shared(before, after)
	name := max(words, likeness(fa, fb))
	score := 4 * name
	if fa == fb || words == 1 {
		score += 1.5
	}
	if name < 0.3 {
		score -= 2 // only much else in common can outweigh that
	}
	same := func(x, y string, points float64) float64 {
		if x == "" || y == "" {
			return 0
		}
		if schemas.Fold(x) == schemas.Fold(y) {
			return points
		}
		return 0
	}
	score += same(a.title, b.title, 2.5) + same(a.description, b.description, 1.5) + same(a.example, b.example, 1.5)
	if len(a.enum) > 1 && len(b.enum) > 1 {
		common := float64(len(a.enum) - len(without(a.enum, b.enum)))
		score += 3*common/float64(max(len(a.enum), len(b.enum))) - 0.5
	}
	if a.expr != "" && a.expr == b.expr {
		score += 0.5
	}
	if a.kind == b.kind {
		score += 0.5
	} else {
		score -= 1
	}
	return score + m.neighbours(from, to)
}

// neighbours gives a point for each side on which both columns have the same
// neighbour, the first and the last column being neighbours of the edges.
func (m *matcher) neighbours(from, to int) float64 {
	points := 0.0
	for _, step := range []int{-1, 1} {
		i, j := from+step, to+step
		outI, outJ := i < 0 || i >= len(m.old), j < 0 || j >= len(m.now)
		switch {
		case outI && outJ:
			points += 0.5
		case !outI && !outJ && m.pairs[j] == i:
			points++
		}
	}
	return points
}
