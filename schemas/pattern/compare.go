package pattern

import "slices"

// A Relation is how the values of one expression stand to those of another.
type Relation uint8

// The relations that Compare tells.
const (
	Unknown  Relation = iota // not decided: an expression without a table of states, or too much work
	Equal                    // the same values
	Narrower                 // the first takes fewer values, all of them among those of the second
	Wider                    // the first takes all values of the second, and more
	Crossing                 // each takes values that the other refuses
)

// maxVisits bounds the work of comparing, in pairs of states looked at.
const maxVisits = 1 << 20

// Compare tells how the values of a stand to those of b. It decides by walking both tables of states together, in a
// tenth of a second at most. Expressions of another route than the table are Equal where they are written alike, and
// else Unknown.
func Compare(a, b *Pattern) Relation {
	switch {
	case a.expr == b.expr:
		return Equal
	case a.dfa == nil || b.dfa == nil:
		return Unknown
	}
	w := walk{a: a.dfa, b: b.dfa, letters: letters(a.dfa.classes, b.dfa.classes), seen: map[[2]uint16]bool{}}
	w.visit(a.dfa.start, b.dfa.start)
	for len(w.queue) > 0 && !(w.onlyA && w.onlyB) {
		at := w.queue[len(w.queue)-1]
		w.queue = w.queue[:len(w.queue)-1]
		if w.visits += len(w.letters); w.visits > maxVisits {
			return Unknown
		}
		for _, l := range w.letters {
			w.visit(next(w.a, at[0], l[0]), next(w.b, at[1], l[1]))
		}
	}
	switch {
	case w.onlyA && w.onlyB:
		return Crossing
	case w.onlyA:
		return Wider
	case w.onlyB:
		return Narrower
	}
	return Equal
}

// A walk goes through two tables at once, from pair of states to pair of states.
type walk struct {
	a, b    *dfa
	letters [][2]uint8
	seen    map[[2]uint16]bool
	queue   [][2]uint16
	visits  int
	// What was met: a value that only one of them takes.
	onlyA, onlyB bool
}

func (w *walk) visit(a, b uint16) {
	pair := [2]uint16{a, b}
	if a == 0 && b == 0 || w.seen[pair] {
		return
	}
	w.seen[pair] = true
	w.queue = append(w.queue, pair)
	inA, inB := accepts(w.a, a), accepts(w.b, b)
	w.onlyA = w.onlyA || inA && !inB
	w.onlyB = w.onlyB || inB && !inA
}

func next(d *dfa, state uint16, class uint8) uint16 {
	if state == 0 {
		return 0
	}
	return d.cells[int(state)+int(class)]
}

func accepts(d *dfa, state uint16) bool {
	return state != 0 && d.cells[int(state)+d.classes.count] != 0
}

// letters lists the pairs of classes that some character has in both tables.
func letters(a, b *classes) [][2]uint8 {
	starts := slices.Concat(a.starts, b.starts)
	slices.Sort(starts)
	var out [][2]uint8
	met := map[[2]uint8]bool{}
	for _, r := range slices.Compact(starts) {
		if r >= 0xd800 && r < 0xe000 {
			r = 0xe000 // no value holds half a surrogate pair
		}
		if l := [2]uint8{a.high(r), b.high(r)}; !met[l] {
			met[l] = true
			out = append(out, l)
		}
	}
	return out
}
