package input

import (
	"bytes"
	"strconv"

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
		case endsHour(record[:at-1]) && startsMinutes(after):
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

// endsHour says whether a text ends with a number from 0 to 24 that nothing
// but a blank or a letter precedes: no decimals, and no part of a date.
func endsHour(b []byte) bool {
	start := len(b)
	for start > 0 && isDigit(b[start-1]) {
		start--
	}
	hour, err := strconv.Atoi(string(b[start:]))
	return err == nil && hour <= 24 && len(b)-start <= 2 && (start == 0 || bytes.IndexByte([]byte(",./-"), b[start-1]) < 0)
}

// startsMinutes says whether a text starts with two digits below 60 that no
// date goes on from.
func startsMinutes(b []byte) bool {
	return len(b) > 1 && b[0] >= '0' && b[0] <= '5' && isDigit(b[1]) && (len(b) == 2 || !isDigit(b[2]) && b[2] != '/' && b[2] != '-')
}
