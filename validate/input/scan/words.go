package scan

import (
	"math/bits"
	"unsafe"

	"github.com/socle-commun/socle/schemas/swar"
)

const (
	ones  = swar.Ones
	highs = swar.Highs
	lows  = highs - ones // the seven low bits of each byte
)

// textWords looks at n blocks from text on, eight bytes at a time, and gives how
// many marks it found. There must be room for as many as there are bytes.
func textWords(marks *uint32, odd *Odd, text *byte, n int, place uint32, separator, quote byte) (found int) {
	places, odds, all := unsafe.Slice(marks, n*Size), unsafe.Slice(odd, n), unsafe.Slice(text, n*Size)
	separators, quotes := uint64(separator)*ones, uint64(quote)*ones
	for i := range odds {
		var set, odd, lead, next uint64
		for k := 0; k < Size; k += 8 {
			w := swar.Of(all[i*Size+k:])
			marked := equal(w, separators) | equal(w, quotes)
			if unusual := (below(w, ' ') | equal(w, 0x7f*ones) | w) & highs; unusual != 0 {
				ends := equal(w, '\n'*ones) | equal(w, '\r'*ones)
				marked |= ends
				odd |= gather(unusual&^(ends|equal(w, '\t'*ones))) << k
				lead |= gather(equal(w, 0xc3*ones)) << k
				next |= gather(w&^(w<<1)&highs) << k
			}
			set |= gather(marked) << k
		}
		letters := lead & (next >> 1)
		odds[i] = Odd{odd, odd&^(letters|letters<<1) | letters&(letters<<2) | odd&(1<<63)}
		for ; set != 0; set &= set - 1 {
			places[found] = place + uint32(i*Size+bits.TrailingZeros64(set))
			found++
		}
	}
	return found
}

// tallyWords counts n blocks from text on, as far as their quotes are plain, and
// gives how many of them are.
func tallyWords(t *Tally, text *byte, n int, separator, quote byte) (plain int) {
	all := unsafe.Slice(text, n*Size)
	for plain < n && t.next(recordOf(all[plain*Size:], separator, quote)) {
		plain++
	}
	return plain
}

// recordOf looks at a block, eight bytes at a time.
func recordOf(block []byte, separator, quote byte) (r record) {
	separators, quotes := uint64(separator)*ones, uint64(quote)*ones
	for k := 0; k < Size; k += 8 {
		w := swar.Of(block[k:])
		r.separators |= gather(equal(w, separators)) << k
		r.quotes |= gather(equal(w, quotes)) << k
		if below(w, ' ')&highs != 0 {
			r.ends |= gather(equal(w, '\n'*ones)|equal(w, '\r'*ones)) << k
			r.returns |= gather(equal(w, '\r'*ones)) << k
		}
	}
	return r
}

// equal has the highest bit of each byte in which w and of are the same.
func equal(w, of uint64) uint64 {
	w ^= of
	return ^((w&lows + lows) | w | lows)
}

// below has the highest bit of each byte of ASCII in w that is less than c,
// and perhaps of others.
func below(w uint64, c byte) uint64 { return ^(w&lows + uint64(0x80-c)*ones) }

// gather gathers the highest bits of eight bytes, all other bits being 0, in one.
func gather(w uint64) uint64 { return w >> 7 * 0x0102040810204080 >> 56 }
