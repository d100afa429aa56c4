package validate

import (
	"encoding/binary"
	"math/bits"

	"github.com/socle-commun/socle/schemas"
)

// A memo remembers of one column some texts of which no check of cells has
// anything to say, so that a value that comes again is not judged again. It is
// used by one goroutine at a time, for many chunks. What it knows changes no
// result: whether a check of cells reports depends on the cell's text alone.
type memo struct {
	kept         *[memoPlaces]kept // by place; nil where the column is not remembered
	hits, misses uint32
	resting      int32 // chunks for which it is left alone
	on           bool
}

// A kept text and the state of cells that hold it.
type kept struct {
	head, tail uint64 // its ends
	middle     [longestKept - 16]byte
	size       uint8
	state      CellState
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
	switch {
	case m.resting > 0:
		m.resting--
		m.on = false
	case m.hits+m.misses >= enoughTries:
		m.on = m.hits >= m.misses
		if !m.on {
			m.resting = restFor
		}
		m.hits, m.misses = 0, 0
	default:
		m.on = true
	}
}

// holds says whether it is a text whose ends are the same.
func (k *kept) holds(text []byte) bool {
	n := len(text)
	return int(k.size) == n && (n <= 16 || string(k.middle[:n-16]) == string(text[8:n-8]))
}

// keep remembers a text of 1 to longestKept bytes at its place.
func (m *memo) keep(place uint16, text []byte, state CellState) {
	k := &m.kept[place%memoPlaces]
	k.head, k.tail = ends(text)
	k.size, k.state = uint8(len(text)), state
	if n := len(text); n > 16 {
		copy(k.middle[:], text[8:n-8])
	}
}

// ends reads a text of 1 byte or more from both ends: of up to sixteen bytes,
// that and their number is all there is to know.
func ends(text []byte) (head, tail uint64) {
	n := len(text)
	switch {
	case n >= 8:
		return binary.LittleEndian.Uint64(text), binary.LittleEndian.Uint64(text[n-8:])
	case n >= 4:
		return uint64(binary.LittleEndian.Uint32(text)), uint64(binary.LittleEndian.Uint32(text[n-4:]))
	}
	return uint64(text[0]) | uint64(text[n/2])<<8 | uint64(text[n-1])<<16, 0
}

// placeOf gives the place of a text by its ends and its size.
func placeOf(head, tail uint64, size int) uint16 {
	const odd = 0x9e3779b97f4a7c15
	return uint16((head^bits.RotateLeft64(tail, 29)^uint64(size))*odd>>48) % memoPlaces
}

// A workspace is what judging chunks needs and the next chunk can use again.
type workspace struct {
	columns   []columnSpace // by column of the file
	scratch   []byte        // of the keys of one row
	unsettled []int         // columns of the cells of one row that checks want to see
}

// A columnSpace is what is needed of a column for each of its cells.
type columnSpace struct {
	memo
	rules  *columnRules
	field  *schemas.Field
	filled int  // of the chunk's cells
	plain  bool // an empty cell is missing, whatever the schema says of other texts
	silent bool // no check has anything to say of a missing cell
	keyed  bool // valid cells have keys
}

// workspace gives one that is free, ready for another chunk.
func (j *Job) workspace() *workspace {
	w := j.spaces.Take()
	if w == nil {
		w = &workspace{columns: make([]columnSpace, len(j.columns))}
		for c := range j.columns {
			r, column := &j.columns[c], &w.columns[c]
			column.rules, column.field, column.keyed = r, r.field, r.needsKey
			column.plain, column.silent = r.plain || r.field == nil, len(r.missing) == 0
			if r.remembers {
				column.kept = new([memoPlaces]kept)
			}
		}
	}
	for c := range w.columns {
		w.columns[c].begin()
		w.columns[c].filled = 0
	}
	return w
}
