package checks

import (
	"cmp"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/socle-commun/socle/validate/france/cog"
)

// A nameIndex finds, in a long list of names, those that are a slip of the pen
// away from what was written: among those that begin alike or end alike, for a
// slip leaves one half of a name untouched.
type nameIndex struct {
	forward, backward []foldedName
}

type foldedName struct{ folded, name string }

// mostAlike is how many names that begin or end alike are compared.
const mostAlike = 400

func newNameIndex(names []string) *nameIndex {
	x := &nameIndex{}
	for _, name := range names {
		folded := cog.Fold(name)
		x.forward = append(x.forward, foldedName{folded, name})
		x.backward = append(x.backward, foldedName{reversed(folded), name})
	}
	for _, list := range [][]foldedName{x.forward, x.backward} {
		slices.SortFunc(list, func(a, b foldedName) int {
			return cmp.Or(strings.Compare(a.folded, b.folded), strings.Compare(a.name, b.name))
		})
	}
	return x
}

// reversed turns a folded name, which is ASCII but for what is no Latin letter.
func reversed(s string) string {
	b := []byte(s)
	slices.Reverse(b)
	return string(b)
}

// same gives the one name of the list that folds as the value does, or "".
func (x *nameIndex) same(value string) string {
	folded := cog.Fold(value)
	i, _ := slices.BinarySearchFunc(x.forward, folded, func(n foldedName, s string) int { return strings.Compare(n.folded, s) })
	found := ""
	for ; i < len(x.forward) && x.forward[i].folded == folded; i++ {
		if found != "" && found != x.forward[i].name {
			return ""
		}
		found = x.forward[i].name
	}
	return found
}

// near gives the names that are a slip away, or two in a long name, the
// nearest ones, three at most; none where there are more. A name that only lacks
// its article is near.
func (x *nameIndex) near(value string) []string {
	for _, article := range []string{"La ", "Le ", "Les ", "L'"} {
		if name := x.same(article + value); name != "" {
			return []string{name}
		}
	}
	folded := cog.Fold(value)
	if len(folded) < 4 || len(folded) > 100 {
		return nil
	}
	best := nearest{distance: min(2, len(folded)/6+1)}
	best.among(x.forward, folded)
	best.among(x.backward, reversed(folded))
	if len(best.names) > 3 {
		return nil
	}
	slices.Sort(best.names)
	return best.names
}

// A nearest is the names that are nearest so far, and how far they are at most.
type nearest struct {
	names    []string
	distance int
}

func (n *nearest) among(list []foldedName, folded string) {
	half := folded[:len(folded)/2]
	i, _ := slices.BinarySearchFunc(list, half, func(n foldedName, s string) int { return strings.Compare(n.folded, s) })
	for left := mostAlike; left > 0 && i < len(list) && strings.HasPrefix(list[i].folded, half); i, left = i+1, left-1 {
		other := &list[i]
		if apart := len(other.folded) - len(folded); apart > 2 || apart < -2 {
			continue
		}
		d := levenshtein.ComputeDistance(folded, other.folded)
		if d < n.distance {
			n.names, n.distance = nil, d
		}
		if d == n.distance && !slices.Contains(n.names, other.name) {
			n.names = append(n.names, other.name)
		}
	}
}
