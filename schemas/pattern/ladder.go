package pattern

import "github.com/socle-commun/socle/schemas/swar"

// A ladder takes values of a few sizes that are made of ASCII digits and fixed signs, such as identifiers and
// dates, eight bytes at a time. All that it takes, its dfa takes; what it does not take, the dfa may.
type ladder struct {
	sizes [longestLadder + 1][]rung // by the size of the value in bytes; none where nothing is known of it
}

// longestLadder is the longest value that a ladder takes, in bytes: two dates and times.
const longestLadder = 40

// A rung is what eight bytes of a value must be. Those of a value of fewer than eight are its first four and
// its last four.
type rung struct {
	at     int
	signs  uint64 // the bytes that are no digits
	fixed  uint64 // all bits of these
	digits uint64 // the highest bits of the others
}

// takes says whether w is what the rung asks for.
func (r *rung) takes(w uint64) bool {
	return (w^r.signs)&r.fixed|swar.NoDigits(w^swar.Zeros)&r.digits == 0
}

func (l *ladder) takes(b []byte) bool {
	if len(b) > longestLadder {
		return false
	}
	rungs := l.sizes[len(b)]
	if len(b) < 8 {
		return len(rungs) > 0 && rungs[0].takes(swar.Halves(b))
	}
	for i := range rungs {
		if !rungs[i].takes(swar.Of(b[rungs[i].at:])) {
			return false
		}
	}
	return len(rungs) > 0
}

// aDigit stands for any of ten in a ladder that is being built. It is not of ASCII.
const aDigit = 0xff

// newLadder climbs from the start of the automaton as long as one sign of ASCII or its ten digits lead on, and
// no other. It gives nil where no value that it could take is accepted.
func newLadder(d *dfa) *ladder {
	var l ladder
	var steps []byte
	useful := false
	for state := int(d.start); ; {
		if n := len(steps); n >= 4 && d.cells[state+d.classes.count] != 0 {
			l.sizes[n], useful = rungsOf(steps), true
		}
		step, next := d.onlyStep(state)
		if next == 0 || len(steps) == longestLadder {
			break
		}
		steps, state = append(steps, step), next
	}
	if !useful {
		return nil
	}
	return &l
}

// onlyStep gives the state that all digits lead to, or the only sign of ASCII that leads anywhere; next is 0
// where others do, or none.
func (d *dfa) onlyStep(state int) (step byte, next int) {
	ways := 0
	for c := byte(0); c < 0x80; c++ {
		if to := int(d.cells[state+int(d.classes.low[c])]); to != 0 {
			step, next = c, to
			ways++
		}
	}
	if ways == 1 {
		return step, next
	}
	for c := byte('0'); c <= '9'; c++ {
		if int(d.cells[state+int(d.classes.low[c])]) != next {
			return 0, 0
		}
	}
	if ways != 10 {
		return 0, 0
	}
	return aDigit, next
}

// rungsOf makes the rungs of a value of four bytes or more.
func rungsOf(steps []byte) (rungs []rung) {
	n := len(steps)
	if n < 8 {
		steps = append(append([]byte{}, steps[:4]...), steps[n-4:]...)
		n = 8
	}
	for at := 0; at < n; at += 8 {
		r := rung{at: min(at, n-8)}
		for i, step := range steps[r.at : r.at+8] {
			if step == aDigit {
				r.digits |= 0x80 << (8 * i)
			} else {
				r.signs |= uint64(step) << (8 * i)
				r.fixed |= 0xff << (8 * i)
			}
		}
		rungs = append(rungs, r)
	}
	return rungs
}
