package rejects

import (
	"iter"

	"github.com/cespare/xxhash/v2"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// A Watched input sums up what is read of it, so that a second reading can be
// held against the first.
type Watched struct {
	validate.Input
	digest *xxhash.Digest
}

// Watch watches what is read of an input.
func Watch(in validate.Input) *Watched { return &Watched{in, xxhash.New()} }

// Expect tells the input which schema its columns are read by.
func (w *Watched) Expect(s *schemas.Schema) { validate.Expect(w.Input, s) }

// Sum is that of what was read so far: of all of it once Chunks has ended.
func (w *Watched) Sum() uint64 { return w.digest.Sum64() }

// Chunks gives the input's chunks.
func (w *Watched) Chunks() iter.Seq2[validate.Chunk, error] {
	return func(yield func(validate.Chunk, error) bool) {
		for chunk, err := range w.Input.Chunks() {
			w.digest.Write(chunk.Bytes) // where chunks are cut depends on buffers, and means nothing
			if !yield(chunk, err) {
				return
			}
		}
	}
}
