package validate

import (
	"context"
	"sync/atomic"
)

// maxFlight is how many bytes of chunks may be read and not judged yet before
// reading waits. A longer chunk flies alone.
const maxFlight = 16 << 20

// A flight counts the bytes of the chunks that were read and are not judged yet.
type flight struct {
	bytes atomic.Int64
	freed chan struct{} // holds one where bytes became fewer
}

func newFlight() *flight { return &flight{freed: make(chan struct{}, 1)} }

// add counts a chunk.
func (f *flight) add(c Chunk) { f.bytes.Add(int64(len(c.Bytes))) }

// land counts a chunk out.
func (f *flight) land(c Chunk) {
	f.bytes.Add(-int64(len(c.Bytes)))
	select {
	case f.freed <- struct{}{}:
	default:
	}
}

// wait waits until there is room for another chunk; false where ctx is cancelled
// before.
func (f *flight) wait(ctx context.Context) bool {
	for f.bytes.Load() > maxFlight {
		select {
		case <-f.freed:
		case <-ctx.Done():
			return false
		}
	}
	return true
}
