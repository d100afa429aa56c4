package validate

import (
	"encoding/binary"
	"math/bits"
)

// A memo remembers of one column some texts of which no check of cells has
// anything to say, so that a value that comes again is not judged again. It is
// used by one goroutine at a time, for many chunks. What it knows changes no
// result: whether a check of cells reports depends on the cell's text alone.
type memo struct {
	kept        *[memoPlaces]kept // by place; nil where the column is not remembered
	on          bool
	tries, hits int
	resting     int // chunks for which it is left alone
}

// A kept text and the state of cells that hold it.
type kept struct {
	size  uint8
	state CellState
	text  [longestKept]byte
}

const (
	longestKept = 62  // bytes: a kept takes 64
	memoPlaces  = 256 // a power of two
	mostMemos   = 64  // columns
	enoughTries = 512
	restFor     = 15 // chunks
)

// begin readies the memo for another chunk. Where few of the column's values
// came again, it rests for some chunks.
func (m *memo) begin() {
	if m.kept == nil {
		return
	}
	m.on = true
	switch {
	case m.resting > 0:
		m.resting--
		m.on = false
	case m.tries >= enoughTries && 2*m.hits < m.tries:
		m.resting, m.on = restFor, false
		m.tries, m.hits = 0, 0
	case m.tries >= enoughTries:
		m.tries, m.hits = 0, 0
	}
}

// find gives the state of cells that hold a text, and where to keep one if it is
// not known. The text has 1 to longestKept bytes.
func (m *memo) find(text []byte) (state CellState, place uint16, known bool) {
	place = placeOf(text)
	k := &m.kept[place%memoPlaces]
	m.tries++
	if int(k.size) == len(text) && string(k.text[:len(text)]) == string(text) {
		m.hits++
		return k.state, place, true
	}
	return 0, place, false
}

// keep remembers a text at a place that find gave.
func (m *memo) keep(place uint16, text []byte, state CellState) {
	k := &m.kept[place%memoPlaces]
	k.size, k.state = uint8(len(text)), state
	copy(k.text[:], text)
}

// placeOf gives the place of a text of one byte or more: it looks at its ends.
func placeOf(text []byte) uint16 {
	const odd = 0x9e3779b97f4a7c15
	n := len(text)
	var h uint64
	switch {
	case n >= 8:
		h = binary.LittleEndian.Uint64(text)*odd ^ bits.ReverseBytes64(binary.LittleEndian.Uint64(text[n-8:]))
	case n >= 4:
		h = uint64(binary.LittleEndian.Uint32(text)) | uint64(binary.LittleEndian.Uint32(text[n-4:]))<<32
	default:
		h = uint64(text[0]) | uint64(text[n/2])<<8 | uint64(text[n-1])<<16
	}
	return uint16((h+uint64(n))*odd>>48) % memoPlaces
}

// A workspace is what judging chunks needs and the next chunk can use again.
type workspace struct {
	memos   []memo // by column of the file
	scratch []byte // of the keys of one row
}

// workspace gives one that is free, ready for another chunk.
func (j *Job) workspace() *workspace {
	w, ok := j.spaces.Get().(*workspace)
	if !ok {
		w = &workspace{memos: make([]memo, len(j.columns))}
		for c := range j.columns {
			if j.columns[c].remembers {
				w.memos[c].kept = new([memoPlaces]kept)
			}
		}
	}
	for c := range w.memos {
		w.memos[c].begin()
	}
	return w
}
