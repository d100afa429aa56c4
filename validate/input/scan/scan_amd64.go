package scan

import "golang.org/x/sys/cpu"

var hasAVX2 = cpu.X86.HasAVX2

func blocks(out *Block, text *byte, n int, a, b byte) {
	if hasAVX2 {
		vectors(out, text, n, a, b)
		return
	}
	words(out, text, n, a, b)
}

// vectors is words for a processor that has AVX2.
//
//go:noescape
func vectors(out *Block, text *byte, n int, a, b byte)
