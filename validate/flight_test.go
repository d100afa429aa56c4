package validate

import (
	"context"
	"iter"
	"sync/atomic"
	"testing"
)

// heavy is an input of long chunks, which are counted while they are read and not
// judged yet.
type heavy struct {
	lines
	chunks, size    int
	flying, highest atomic.Int64
}

func (h *heavy) Chunks() iter.Seq2[Chunk, error] {
	bytes := make([]byte, h.size) // all have the same: what counts is how many there are
	return func(yield func(Chunk, error) bool) {
		for n := range h.chunks {
			h.highest.Store(max(h.highest.Load(), h.flying.Add(1)))
			if !yield(Chunk{Seq: n, Bytes: bytes, Free: func() { h.flying.Add(-1) }}, nil) {
				return
			}
		}
	}
}

func (h *heavy) Rows(Chunk) iter.Seq[*Row] { return func(func(*Row) bool) {} }

// However many workers there are, long chunks are not read before there is room.
func TestBytesInFlight(t *testing.T) {
	for _, tt := range []struct {
		name       string
		size, most int
	}{
		{"longer than the bound", maxFlight + 1, 1},
		{"half of it", maxFlight/2 + 1, 2},
		{"a third of it", maxFlight/3 + 1, 3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := &heavy{chunks: 30, size: tt.size}
			r := Run(context.Background(), in, Compile(named(t, "a"), lineChecks, Options{}), 8, nil)
			if got := in.highest.Load(); r.Failure != nil || got > int64(tt.most) {
				t.Errorf("%d chunks in flight, want %d at most: %v", got, tt.most, r.Failure)
			}
		})
	}
}
