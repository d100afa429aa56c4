// Package scan looks at text 64 bytes at a time and marks, one bit a byte, which
// of them give it its structure and which are not plain ASCII. Readers then go
// from mark to mark instead of from byte to byte.
//
// On amd64 with AVX2 the marks are made 32 bytes at a time, in assembly;
// elsewhere eight at a time, in Go. Both give the same bits.
package scan

// Size is how many bytes a Block is about.
const Size = 64

// A Block has a bit for each of 64 bytes, the lowest for the first.
type Block struct {
	Marks uint64 // LF, CR, or one of the two bytes that were asked for
	Odd   uint64 // below a space, other than TAB, LF and CR; DEL; beyond ASCII
	Lead  uint64 // 0xC3, with which most letters of French beyond ASCII begin in UTF-8
	Next  uint64 // 0x80 to 0xBF, which continue a character of UTF-8
}

// Blocks marks a text: its first Size bytes in out[0], and so on, the last in
// as many bits as there are bytes. out must have Count(text) blocks. The bytes a
// and b are marked besides line ends; they may be the same.
func Blocks(out []Block, text []byte, a, b byte) {
	whole := len(text) / Size
	_ = out[:Count(text)]
	if whole > 0 {
		blocks(&out[0], &text[0], whole, a, b)
	}
	if rest := text[whole*Size:]; len(rest) > 0 {
		last := [Size]byte{}
		copy(last[:], rest)
		blocks(&out[whole], &last[0], 1, a, b)
		within := uint64(1)<<len(rest) - 1
		o := &out[whole]
		o.Marks, o.Odd, o.Lead, o.Next = o.Marks&within, o.Odd&within, o.Lead&within, o.Next&within
	}
}

// Count is how many blocks a text takes.
func Count(text []byte) int { return (len(text) + Size - 1) / Size }
