package scan

import "math/bits"

// A Tally counts the line ends of a text and tells those within quotes from the
// others, as far as its quotes are plainly used: each opens where a cell starts,
// stands beside another within a cell, or closes where a cell ends. The text
// starts with a record.
type Tally struct {
	Seen  int // bytes that are counted; the next one is no plain quote, or behind one
	Last  int // of them, those up to the last line end without quotes around it
	Rows  int // line ends without quotes around them; CRLF is one, and CR alone another
	Lines int // line ends

	within   uint64 // all bits: quotes are open
	other    uint64 // 1: the last byte is of a cell, so that no quote may open behind it
	closed   uint64 // 1: the last byte is a quote that closes a cell unless another follows
	returned uint64 // 1: the last byte is CR
	quoting  uint64 // all bits: quotes mean something
}

// NewTally begins to count a text in which quotes mean something, or do not.
func NewTally(quoting bool) Tally {
	if quoting {
		return Tally{quoting: ^uint64(0)}
	}
	return Tally{}
}

// Add counts what follows in the text, and says whether all of it is plain. What
// was not the last part must fill its blocks.
func (t *Tally) Add(text []byte, separator, quote byte) bool {
	whole := len(text) / Size
	if whole > 0 {
		if n := countEnds(t, &text[0], whole, separator, quote); n < whole {
			t.finish(recordOf(text[n*Size:], separator, quote), Size)
			return false
		}
	}
	if rest := text[whole*Size:]; len(rest) > 0 {
		block := filled(rest, separator, quote)
		return t.finish(recordOf(block[:], separator, quote), len(rest))
	}
	return true
}

// A record tells where the records of a block end.
type record struct {
	ends       uint64 // LF and CR
	returns    uint64 // CR
	separators uint64
	quotes     uint64
}

// next counts a block whose quotes are plain, and says whether it is one.
func (t *Tally) next(r record) bool {
	wrong, within, closing := t.wrong(r)
	if wrong != 0 {
		return false
	}
	t.count(r, within, ^uint64(0))
	t.Seen += Size
	t.within, t.returned = uint64(int64(within)>>63), r.returns>>63
	t.other, t.closed = ^(r.separators|r.ends|r.quotes&t.quoting)>>63, closing>>63
	return true
}

// finish counts the bytes of a block that stand before one that is not plain,
// and before what a text has no more, and says whether all of it is plain.
func (t *Tally) finish(r record, size int) bool {
	wrong, within, _ := t.wrong(r)
	plain := min(bits.TrailingZeros64(wrong), size)
	t.count(r, within, ^(^uint64(0) << plain))
	t.Seen += plain
	return plain == size
}

// wrong gives the bytes of a block that tell that quotes are not plainly used,
// those that stand within quotes, and the quotes that close a cell unless
// another follows.
func (t *Tally) wrong(r record) (wrong, within, closing uint64) {
	quotes := r.quotes & t.quoting
	within = parity(quotes) ^ t.within
	starts := r.separators | r.ends | quotes
	opening := quotes & within
	closing = quotes &^ within
	return opening&^(starts<<1|1&^t.other) | (closing<<1|t.closed)&^starts, within, closing
}

// count counts the line ends of a block, of its first bytes as far as of has
// bits.
func (t *Tally) count(r record, within, of uint64) {
	twins := r.ends &^ r.returns & (r.returns<<1 | t.returned) & of // LF behind CR
	ends := r.ends & of
	if outer := ends &^ within; outer != 0 {
		t.Last = t.Seen + bits.Len64(outer)
		t.Rows += bits.OnesCount64(outer) - bits.OnesCount64(twins&^within)
	}
	t.Lines += bits.OnesCount64(ends) - bits.OnesCount64(twins)
}

// parity has each bit that has an odd number of bits of w from the lowest up to
// itself.
func parity(w uint64) uint64 {
	for k := 1; k < 64; k *= 2 {
		w ^= w << k
	}
	return w
}
