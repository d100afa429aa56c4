package checks

import (
	"encoding/binary"
	"sync"

	"github.com/socle-commun/socle/validate"
)

// A keyList lists the keys of rows, in order: what is compared of all of them
// lies close together, what a finding tells of one lies apart and is read
// where there is a finding.
type keyList struct {
	Hashes []uint64
	Rows   []uint32          // of each key, as firsts keeps rows; 0 where all cells of the key are empty
	Told   []byte            // of each key: how long its text is, how far its position is from the one before, the text
	Last   validate.Position // of the last key
}

// keyLists holds the memory of lists that were merged, for those of the chunks
// to come.
var keyLists = sync.Pool{New: func() any { return new(keyList) }}

// free empties a list and gives its memory away.
func (l *keyList) free() {
	if l.Hashes != nil {
		keyLists.Put(&keyList{Hashes: l.Hashes[:0], Rows: l.Rows[:0], Told: l.Told[:0]})
	}
	*l = keyList{}
}

// hash appends a hash alone: a list has only these, or none of them.
func (l *keyList) hash(hash uint64) {
	if l.Hashes == nil {
		*l = *keyLists.Get().(*keyList)
	}
	l.Hashes = append(l.Hashes, hash)
}

// add appends a key: the row of it, as firsts keeps rows, and for a finding
// its position and its text. The text stays the caller's.
func (l *keyList) add(hash uint64, row uint32, pos validate.Position, text []byte) {
	l.hash(hash)
	l.Rows = append(l.Rows, row)
	l.Told = binary.AppendUvarint(l.Told, uint64(len(text)))
	l.Told = binary.AppendVarint(l.Told, pos.Byte-l.Last.Byte)
	l.Told = binary.AppendVarint(l.Told, int64(pos.Line-l.Last.Line))
	l.Told = binary.AppendVarint(l.Told, int64(pos.Char-l.Last.Char))
	l.Told = binary.AppendVarint(l.Told, int64(pos.Row-l.Last.Row))
	l.Told = append(l.Told, text...)
	l.Last = pos
}

// join appends the list of the rows that follow, which stays as it is.
func (l *keyList) join(next *keyList) {
	if len(next.Hashes) == 0 {
		return
	}
	if len(next.Rows) == 0 {
		l.hash(next.Hashes[0])
	} else {
		told := next.told()
		pos, text := told.at(0)
		l.add(next.Hashes[0], next.Rows[0], pos, text)
		l.Rows = append(l.Rows, next.Rows[1:]...)
		l.Told = append(l.Told, told.rest...)
		l.Last = next.Last
	}
	l.Hashes = append(l.Hashes, next.Hashes[1:]...)
}

// told begins to read what a list tells of its keys.
func (l *keyList) told() keysTold { return keysTold{rest: l.Told} }

// keysTold reads what a list tells, from the first key to the last.
type keysTold struct {
	rest []byte
	next int // key
	pos  validate.Position
}

// at gives the position and the text of a key that was not read yet. The text
// is the list's.
func (t *keysTold) at(key int) (pos validate.Position, text []byte) {
	for ; t.next <= key; t.next++ {
		n, size := binary.Uvarint(t.rest)
		t.rest = t.rest[size:]
		t.pos.Byte += t.number()
		t.pos.Line += int(t.number())
		t.pos.Char += int(t.number())
		t.pos.Row += int(t.number())
		text, t.rest = t.rest[:n], t.rest[n:]
	}
	return t.pos, text
}

func (t *keysTold) number() int64 {
	n, size := binary.Varint(t.rest)
	t.rest = t.rest[size:]
	return n
}
