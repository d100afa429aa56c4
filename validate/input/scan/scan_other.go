//go:build !amd64

package scan

func blocks(out *Block, text *byte, n int, a, b byte) { words(out, text, n, a, b) }
