package input

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// colons tells colons that separate cells from those of times, addresses and
// sentences.
type colons struct{ records, times, cuts, spaced, addresses, unnamed int }

// take counts the colons of a record.
func (k *colons) take(record []byte, cells []validate.Cell, header bool) {
	time := false
	for c := range cells {
		if text := bytes.TrimSpace(cells[c].Raw); header && (len(text) == 0 || startsLikeValue(string(text))) {
			k.unnamed++
		}
		at := cells[c].Start
		if c == 0 {
			continue
		}
		k.cuts++
		after := record[at:]
		switch {
		case bytes.HasPrefix(after, []byte("//")):
			k.addresses++
		case bytes.HasPrefix(after, []byte(" ")):
			k.spaced++
		case len(after) > 1 && at > 1 && isDigit(record[at-2]) && isDigit(after[0]) && isDigit(after[1]) && (len(after) == 2 || !isDigit(after[2])):
			time = true
		}
	}
	if !header {
		k.records++
		if time {
			k.times++
		}
	}
}

// separate says whether the colons separate cells.
func (k *colons) separate() bool {
	return k.addresses == 0 && k.unnamed == 0 && 2*k.times < k.records && 2*k.spaced < k.cuts
}
