package checks

import (
	"math"
	"math/rand/v2"
)

// firsts maps hashes to the row where they stand first, in about 19 bytes each
// once there are many. The table is cut into segments by the hash, and each
// grows on its own, by a quarter or so, so that nothing large is ever copied or
// left to the garbage collector. Where a hash belongs is nobody's guess: random
// numbers decide, and no file can aim at one segment or one place. Rows beyond
// four billion keep the highest number that fits.
type firsts struct {
	segments [1 << segmentBits]segment
	mixers   [2]uint64 // odd
	spare    [][]line  // blocks that no segment has
	warmed   uint32    // by warm, so that its reads are not for nothing
}

// segmentBits is how many bits of a mixed hash choose the segment. Many are
// good, for a segment is there twice while it grows; few are good, for each one
// that grows drives the others out of the processor's caches.
const segmentBits = 5

// warmHashes is how many hashes are warmed before they are entered: more than
// the processor fetches at the same time, and few enough to be near still.
const warmHashes = 32

func newFirsts() *firsts {
	return &firsts{mixers: [2]uint64{rand.Uint64() | 1, rand.Uint64() | 1}}
}

// enter gives the row where the hash stands first: row itself, where it is new.
func (f *firsts) enter(hash uint64, row int) int {
	if first, known := f.meet(hash, shortRow(row)); known {
		return int(first)
	}
	return row
}

// shortRow is a row as the table keeps it.
func shortRow(row int) uint32 { return uint32(min(row, math.MaxUint32)) }

// meet gives the row where the hash was entered first; where it was not, it
// enters it with the row given.
func (f *firsts) meet(hash uint64, row uint32) (first uint32, known bool) {
	mixed := f.mix(hash)
	s := &f.segments[mixed>>(64-segmentBits)]
	if s.n >= s.room {
		f.grow(s)
	}
	l, i := s.find(mixed)
	if i < l.n {
		return l.rows[i], true
	}
	l.add(mixed, row)
	s.n++
	return row, false
}

// has says whether the hash was entered. Any number of goroutines may ask at
// once, while none enters.
func (f *firsts) has(hash uint64) bool {
	mixed := f.mix(hash)
	s := &f.segments[mixed>>(64-segmentBits)]
	if s.n == 0 {
		return false
	}
	l, i := s.find(mixed)
	return i < l.n
}

// warm reads the places of some hashes, so that the processor fetches them all
// at the same time and not one after the other when they are entered.
func (f *firsts) warm(hashes []uint64) {
	n := f.warmed
	for _, hash := range hashes {
		mixed := f.mix(hash)
		if s := &f.segments[mixed>>(64-segmentBits)]; s.n > 0 {
			n += s.line(s.home(mixed)).n
		}
	}
	f.warmed = n
}

// mix spreads hashes over the table: the upper bits of what it gives choose
// the segment, those below the line. No two hashes become one.
func (f *firsts) mix(hash uint64) uint64 {
	hash *= f.mixers[0]
	hash ^= hash >> 32
	return hash * f.mixers[1]
}

// grow makes a segment larger and gives its hashes their new places. A large
// segment grows by an eighth to three eighths, as chance has it, so that they
// do not all have much room at the same time, and then all little.
func (f *firsts) grow(s *segment) {
	old := s.blocks
	if s.lines < blockLines {
		s.take([][]line{make([]line, max(2*s.lines, 1))})
	} else {
		s.take(f.empty(len(old) + len(old)/8 + 1 + rand.IntN(len(old)/4+1)))
		f.spare = append(f.spare, old...)
	}
	for _, block := range old {
		for i := range block {
			from := &block[i]
			for j := range from.n {
				s.free(from.mixed[j]).add(from.mixed[j], from.rows[j])
			}
		}
	}
}

// empty gives n empty blocks, spare ones first.
func (f *firsts) empty(n int) [][]line {
	blocks := make([][]line, n)
	spare := min(n, len(f.spare))
	kept := len(f.spare) - spare
	copy(blocks, f.spare[kept:])
	clear(f.spare[kept:])
	f.spare = f.spare[:kept]
	for i := range blocks {
		if i < spare {
			clear(blocks[i])
		} else {
			blocks[i] = make([]line, blockLines)
		}
	}
	return blocks
}
