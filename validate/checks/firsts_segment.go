package checks

import "math/bits"

// A segment is one part of the table of firsts: lines, of which a hash fills
// the first one that has room from its home on, around the end. There is room
// always.
type segment struct {
	blocks [][]line // of blockLines each, but for the only one of a small segment
	lines  int
	n      int // hashes
	room   int // hashes that may be in it before it grows: four places of five
}

// A line is what the processor fetches at once: 64 bytes.
type line struct {
	mixed [5]uint64 // hashes, as mix gives them
	rows  [5]uint32
	n     uint32 // of them
}

// blockLines is how many lines a block has.
const blockLines = 1 << blockBits
const blockBits = 11

// take gives a segment its lines, all of them empty.
func (s *segment) take(blocks [][]line) {
	s.blocks, s.lines = blocks, len(blocks)*len(blocks[0])
	s.room = s.lines * len(line{}.mixed) * 4 / 5
}

// home gives the number of the line where a hash belongs: hashes lie in the
// order of their lower bits.
func (s *segment) home(mixed uint64) int {
	at, _ := bits.Mul64(mixed<<segmentBits, uint64(s.lines))
	return int(at)
}

func (s *segment) line(at int) *line { return &s.blocks[at>>blockBits][at&(blockLines-1)] }

// find gives the line and place of a hash, or those where it would go, which
// are past what the line holds.
func (s *segment) find(mixed uint64) (*line, uint32) {
	at := s.home(mixed)
	for {
		l := s.line(at)
		if l.mayHold(mixed) {
			for i := range l.n {
				if l.mixed[i] == mixed {
					return l, i
				}
			}
		}
		if int(l.n) < len(l.mixed) {
			return l, l.n
		}
		if at++; at == s.lines {
			at = 0
		}
	}
}

// free gives the line where a hash goes that is not in the segment.
func (s *segment) free(mixed uint64) *line {
	at := s.home(mixed)
	for {
		l := s.line(at)
		if int(l.n) < len(l.mixed) {
			return l
		}
		if at++; at == s.lines {
			at = 0
		}
	}
}

// mayHold says whether a hash may be in the line: always where it is, hardly
// ever else. It has no branch that the processor could guess wrong.
func (l *line) mayHold(mixed uint64) bool {
	return bit(l.mixed[0] == mixed)|bit(l.mixed[1] == mixed)|bit(l.mixed[2] == mixed)|
		bit(l.mixed[3] == mixed)|bit(l.mixed[4] == mixed) != 0
}

func bit(b bool) byte {
	if b {
		return 1
	}
	return 0
}

func (l *line) add(mixed uint64, row uint32) {
	l.mixed[l.n], l.rows[l.n] = mixed, row
	l.n++
}
