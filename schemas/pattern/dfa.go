package pattern

import "unicode/utf8"

// maxCells bounds the table of states, in cells of two bytes. A state's number is the index of its first cell.
const maxCells = 1 << 16

// A dfa is an automaton of which each state knows the next one for every class of characters.
type dfa struct {
	classes *classes
	// The cell of a state and a class is the next state. The last cell of a state, that of the end of the
	// value, is not 0 where the value matches. State 0 is dead.
	cells  []uint16
	start  uint16
	ladder *ladder // nil for none
}

func (d *dfa) match(b []byte) bool {
	if d.ladder != nil && d.ladder.takes(b) {
		return true
	}
	state, cells, low := int(d.start), d.cells, &d.classes.low
	for i := 0; i < len(b); {
		if c := b[i]; c < utf8.RuneSelf {
			state = int(cells[state+int(low[c])])
			i++
		} else {
			class, size := d.classes.decode(b[i:])
			state = int(cells[state+int(class)])
			i += size
		}
		if state == 0 {
			return false
		}
	}
	return cells[state+d.classes.count] != 0
}
