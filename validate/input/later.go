package input

import (
	"io"

	"github.com/socle-commun/socle/schemas/text"
)

// later is what the first bytes beyond ASCII of a file say of its encoding,
// where its sample has none: that they are of CP850 or another encoding which
// nobody would guess. Else the guess stays in doubt, and the whole file
// decides. It reads on its own, and only where that is possible.
func (g encodingGuess) later(f io.Closer, size int64) encodingGuess {
	file, ok := f.(io.ReaderAt)
	if !ok || size < 0 {
		return g
	}
	block := make([]byte, chunkSize)
	for at := int64(g.size); at < size; at += int64(len(block)) {
		n, err := file.ReadAt(block, at)
		if !text.IsASCII(block[:n]) {
			sample := make([]byte, sampleSize)
			n, _ = file.ReadAt(sample, at)
			later := guessEncoding(sample[:n], at+int64(n) == size)
			if later.right == 0 && later.name != UTF8 && later.name != Windows1252 {
				return later
			}
			return g
		}
		if err != nil {
			return g
		}
	}
	return g
}
