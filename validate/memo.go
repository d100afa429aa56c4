package validate

import (
	"math/bits"

	"github.com/socle-commun/socle/schemas/swar"
)

// A memo remembers of one column some texts of which no check of cells has
// anything to say, so that a value that comes again is not judged again. It is
// used by one goroutine at a time, for many chunks. What it knows changes no
// result: whether a check of cells reports depends on the cell's text alone.
type memo struct {
	kept    *texts // nil where the column is not remembered
	asked   uint32 // times
	misses  uint32 // of them, those in which it did not know
	resting int32  // chunks for which it is left alone
}

// texts are those that are remembered, by place.
type texts struct {
	states [256]keptState
	words  [256]textWords
}

// A keptState is the size of a text, 0 for none, and above it the state of cells
// that hold it.
type keptState uint16

// textWords are those of a text at 0, 8, 16… and, at lastWord, its end.
type textWords [lastWord + 1]uint64

const (
	lastWord    = 7
	longestKept = 8 * (lastWord + 1) // bytes
	mostMemos   = 64                 // columns
	enoughAsked = 512
	restFor     = 15 // chunks
)

// begin readies the memo for another chunk, and says whether it is to be asked.
// Where few of the column's values came again, it rests for some chunks.
func (m *memo) begin() bool {
	switch {
	case m.kept == nil:
		return false
	case m.resting > 0:
		m.resting--
		return false
	case m.asked < enoughAsked:
		return true
	}
	good := 2*m.misses <= m.asked
	if !good {
		m.resting = restFor
	}
	m.asked, m.misses = 0, 0
	return good
}

// recall gives the state of a text that is not at its place, where it was moved
// to the other one, or else 0.
func (m *memo) recall(text []byte) CellState {
	n := len(text)
	if uint(n-1) >= longestKept {
		return 0
	}
	head, tail := ends(text)
	state := m.kept.at(placeOf(head, tail, n)^1, text, head, tail)
	if state == 0 {
		m.misses++
	}
	return state
}

// at gives the state of a text that has these ends, where it is the one at a
// place, or else 0.
func (t *texts) at(place uint8, text []byte, head, tail uint64) CellState {
	n, k, w := len(text), t.states[place], &t.words[place]
	if int(k%256) != n || w[0] != head || w[lastWord] != tail {
		return 0
	}
	for i := 8; i < n-8; i += 8 {
		if w[i/8%len(w)] != swar.Of(text[i:]) {
			return 0
		}
	}
	return CellState(k >> 8)
}

// keep remembers a text at its place, unless it is too long. What was there
// moves to the other one.
func (m *memo) keep(text []byte, state CellState) {
	n := len(text)
	if uint(n-1) >= longestKept {
		return
	}
	head, tail := ends(text)
	place := placeOf(head, tail, n)
	k, w := &m.kept.states[place], &m.kept.words[place]
	m.kept.states[place^1], m.kept.words[place^1] = *k, *w
	*k, w[0], w[lastWord] = keptState(state)<<8|keptState(n), head, tail
	for i := 8; i < n-8; i += 8 {
		w[i/8] = swar.Of(text[i:])
	}
}

// ends reads the first and the last eight bytes of a text of 1 byte or more. Of
// one that has fewer, both are a word that tells it from all others of its size.
func ends(text []byte) (head, tail uint64) {
	n := len(text)
	if n >= 8 {
		return swar.Of(text), swar.Of(text[n-8:])
	}
	if n >= 4 {
		head = swar.Halves(text)
	} else {
		head = uint64(text[0]) | uint64(text[n/2])<<8 | uint64(text[n-1])<<16
	}
	return head, head
}

// placeOf gives the place of a text by its ends and its size. Its other place
// differs in the lowest bit.
func placeOf(head, tail uint64, size int) uint8 {
	const odd = 0x9e3779b97f4a7c15
	return uint8((head ^ bits.RotateLeft64(tail, 29) ^ uint64(size)) * odd >> 56)
}
