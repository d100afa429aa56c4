package territory

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"github.com/socle-commun/socle/validate/france/cog"
)

// A namedChoice is a territory under one of the names that people call it.
type namedChoice struct {
	folded string
	Choice
	people int // of a commune
}

// everyName has the names of all territories, folded: once with the form of an
// EPCI and once without.
var everyName = sync.OnceValue(func() []namedChoice {
	var all []namedChoice
	for i := range cog.Communes() {
		c := &cog.Communes()[i]
		all = append(all, namedChoice{cog.Fold(c.Name), ofCommune(c), c.Population})
	}
	for i := range cog.EPCIs() {
		e := &cog.EPCIs()[i]
		full := cog.Fold(e.Name)
		all = append(all, namedChoice{full, ofEPCI(e), 0})
		if short := strings.TrimPrefix(full, strings.ToLower(e.Kind)+" "); short != full {
			all = append(all, namedChoice{withoutArticle(short), ofEPCI(e), 0})
		}
	}
	for _, list := range [][]cog.Department{cog.Departments(), cog.Collectivities()} {
		for i := range list {
			all = append(all, namedChoice{cog.Fold(list[i].Name), ofDepartment(&list[i]), 0})
		}
	}
	for i := range cog.Regions() {
		r := &cog.Regions()[i]
		all = append(all, namedChoice{cog.Fold(r.Name), ofRegion(r), 0})
	}
	return all
})

// withoutArticle takes "du", "de la" and the like off a folded name.
func withoutArticle(folded string) string {
	for _, article := range []string{"de la ", "de l ", "du ", "des ", "de ", "d "} {
		if rest, ok := strings.CutPrefix(folded, article); ok {
			return rest
		}
	}
	return folded
}

// byName lists the territories of a folded name, each once, and of communes the
// largest first.
func byName(folded string, only kindSet) []Choice {
	var named []namedChoice
	for _, n := range everyName() {
		if n.folded == folded && only.has(n.Kind) {
			named = append(named, n)
		}
	}
	slices.SortStableFunc(named, func(a, b namedChoice) int { return cmp.Compare(b.people, a.people) })
	var found []Choice
	for _, n := range named {
		if !slices.Contains(found, n.Choice) {
			found = append(found, n.Choice)
		}
	}
	return found
}

// explainName completes the error on a folded name that no territory has: it
// may be that of a part of a commune, or be misspelt, or be some of the words of
// a longer one.
func (e *ParseError) explainName(folded string, only kindSet) {
	if folded == "" {
		return
	}
	var parents []Choice
	for _, c := range cog.ByOldName(folded) {
		if into, ok := cog.Find([]byte(c.Parent)); ok && only.has(Commune) {
			parents = append(parents, ofCommune(into))
		}
	}
	if len(parents) > 0 {
		e.Reason = Part
		e.offer(parents)
		return
	}
	e.offer(similar(folded, only))
	e.More = 0
}

// A likeness is how far a name is from what was asked: letters to change, or
// more where it only has the same words.
type likeness struct {
	*namedChoice
	far int
}

// similar lists the territories whose names are like a folded name, the
// likeliest first.
func similar(folded string, only kindSet) []Choice {
	most := min(max(utf8.RuneCountInString(folded)/4, 1), 3)
	words := strings.Fields(folded)
	var near []likeness
	for i := range everyName() {
		n := &everyName()[i]
		if !only.has(n.Kind) {
			continue
		}
		if apart := len(n.folded) - len(folded); apart <= most && -apart <= most {
			if far := levenshtein.ComputeDistance(folded, n.folded); far <= most {
				near = append(near, likeness{n, far})
				continue
			}
		}
		if hasWords(n.folded, words) {
			near = append(near, likeness{n, most + 1})
		}
	}
	slices.SortStableFunc(near, func(a, b likeness) int {
		return cmp.Or(cmp.Compare(a.far, b.far), cmp.Compare(b.people, a.people), cmp.Compare(len(a.folded), len(b.folded)))
	})
	var found []Choice
	for _, l := range near {
		if !slices.Contains(found, l.Choice) {
			found = append(found, l.Choice)
		}
		if len(found) == mostChoices {
			break
		}
	}
	return found
}

// hasWords says whether a folded name has all of some words, the letters of the
// shortest being too few to tell anything.
func hasWords(folded string, words []string) bool {
	telling := false
	for _, w := range words {
		if !strings.Contains(" "+folded+" ", " "+w+" ") {
			return false
		}
		telling = telling || len(w) > 3
	}
	return telling
}
