package main

import (
	"strings"

	"github.com/agnivade/levenshtein"
	"golang.org/x/term"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate/checks"
)

// offered is how many codes are proposed at most.
const offered = 5

// nearCodes lists the codes that may have been meant: the one that is a slip
// away, or else those of which the code or the title, in either language, has
// the word.
func nearCodes(asked string) []string {
	const longest = 40 // of what may be a code
	word := schemas.Fold(asked)
	if word == "" || len(word) > longest {
		return nil
	}
	var found []string
	slips := map[int][]string{}
	for _, c := range checks.All() {
		slip := levenshtein.ComputeDistance(word, schemas.Fold(c.Code))
		slips[slip] = append(slips[slip], c.Code)
		if len(word) > 3 && strings.Contains(schemas.Fold(c.Code+" "+c.Title.FR+" "+c.Title.EN), word) {
			found = append(found, c.Code)
		}
	}
	for slip := 0; slip <= max(2, len(word)/4) && 2*slip < len(word); slip++ {
		if len(slips[slip]) > 0 {
			return slips[slip][:min(offered, len(slips[slip]))]
		}
	}
	return found[:min(offered, len(found))]
}

// width is how many characters a line of prose has: those of the terminal,
// where that is not so narrow or so wide that nobody could read it.
func (a *app) width() int {
	const narrowest, widest = 40, 100
	if a.screen == nil {
		return describedWidth
	}
	columns, _, err := term.GetSize(int(a.screen.Fd()))
	if err != nil || columns <= 0 {
		return describedWidth
	}
	return min(max(columns, narrowest), widest)
}
