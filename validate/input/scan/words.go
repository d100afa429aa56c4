package scan

import (
	"encoding/binary"
	"unsafe"
)

const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
	lows  = highs - ones // the seven low bits of each byte
)

// words marks n blocks of 64 bytes from text on, eight bytes at a time.
func words(out *Block, text *byte, n int, a, b byte) {
	of, all := unsafe.Slice(out, n), unsafe.Slice(text, n*Size)
	as, bs := uint64(a)*ones, uint64(b)*ones
	for i := range of {
		var block Block
		for k := 0; k < Size; k += 8 {
			w := binary.LittleEndian.Uint64(all[i*Size+k:])
			marks := equal(w, as) | equal(w, bs)
			if unusual := (below(w, ' ') | equal(w, 0x7f*ones) | w) & highs; unusual != 0 {
				ends := equal(w, '\n'*ones) | equal(w, '\r'*ones)
				marks |= ends
				block.Odd |= bits(unusual&^(ends|equal(w, '\t'*ones))) << k
				block.Lead |= bits(equal(w, 0xc3*ones)) << k
				block.Next |= bits(w&^(w<<1)&highs) << k
			}
			block.Marks |= bits(marks) << k
		}
		of[i] = block
	}
}

// equal has the highest bit of each byte in which w and of are the same.
func equal(w, of uint64) uint64 {
	w ^= of
	return ^((w&lows + lows) | w | lows)
}

// below has the highest bit of each byte of ASCII in w that is less than c,
// and perhaps of others.
func below(w uint64, c byte) uint64 { return ^(w&lows + uint64(0x80-c)*ones) }

// bits gathers the highest bits of eight bytes, all other bits being 0, in one.
func bits(w uint64) uint64 { return w >> 7 * 0x0102040810204080 >> 56 }
