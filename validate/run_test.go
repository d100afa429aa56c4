package validate

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
)

// patience is how long a run may take before it is said to hang.
const patience = 20 * time.Second

// given yields chunks, then what after adds.
func given(chunks []Chunk, after func(yield func(Chunk, error) bool)) iter.Seq2[Chunk, error] {
	return func(yield func(Chunk, error) bool) {
		for _, c := range chunks {
			if !yield(c, nil) {
				return
			}
		}
		if after != nil {
			after(yield)
		}
	}
}

// run judges and fails where that hangs.
func run(t *testing.T, ctx context.Context, chunks iter.Seq2[Chunk, error], jobs int, progress func(int64)) *FileResult {
	t.Helper()
	plan := Compile(named(t, "a", "b", "c"), lineChecks, Options{})
	done := make(chan *FileResult, 1)
	go func() { done <- Run(ctx, &lines{chunks}, plan, jobs, progress) }()
	select {
	case r := <-done:
		return r
	case <-time.After(patience):
		t.Fatal("the run hangs")
		return nil
	}
}

// settles waits until no more goroutines are left than there were.
func settles(t *testing.T, before int) {
	t.Helper()
	for deadline := time.Now().Add(patience); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines are left, %d were there before", runtime.NumGoroutine(), before)
		}
	}
}

var someRows = []string{"x..", "..z", ".y.", "xz.", "...", "..x", "z.."}

// Every chunk is judged once, in the file's order, and given back, whatever
// the number of workers; nothing is left running.
func TestRun(t *testing.T) {
	before := runtime.NumGoroutine()
	var want *FileResult
	for _, jobs := range []int{0, 1, 2, 8} {
		var freed, told atomic.Int64
		chunks := chunksOf(someRows, 1, 2, 1, 3)
		for i := range chunks {
			chunks[i].Free = func() { freed.Add(1) }
		}
		r := run(t, context.Background(), given(chunks, nil), jobs, func(bytes int64) {
			if bytes <= told.Load() {
				t.Errorf("progress goes from %d to %d", told.Load(), bytes)
			}
			told.Store(bytes)
		})
		settles(t, before)
		if freed.Load() != 4 || told.Load() != int64(4*len(someRows)) {
			t.Errorf("%d workers: %d of 4 chunks given back, %d bytes told", jobs, freed.Load(), told.Load())
		}
		if want == nil {
			want = r
		}
		if diff := cmp.Diff(want, r, cmpopts.IgnoreFields(FileResult{}, "Schema")); diff != "" {
			t.Errorf("%d workers: %s", jobs, diff)
		}
	}
	if want.Errors != 3 || want.Warnings != 3 || want.Notices != 4 || want.Rows != 7 || want.Failure != nil {
		t.Errorf("%+v", want)
	}
}

// Where reading fails, what was read before is judged, and the failure said.
func TestReadingFails(t *testing.T) {
	shrunk := &Failure{Code: "shrunk", Say: text.Text{FR: "raccourci", EN: "shorter"}}
	for _, tt := range []struct {
		name string
		err  error
		want Failure
	}{
		{"an error", errors.New("disk on fire"), Failure{Code: "unreadable", Say: text.Text{
			FR: "La lecture s'est arrêtée avant la fin du fichier : disk on fire",
			EN: "Reading stopped before the end of the file: disk on fire",
		}}},
		{"a failure", shrunk, *shrunk},
		{"a wrapped failure", errors.Join(errors.New("at byte 12"), shrunk), *shrunk},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before := runtime.NumGoroutine()
			r := run(t, context.Background(), given(chunksOf(someRows[:4], 2, 2), func(yield func(Chunk, error) bool) {
				yield(Chunk{}, tt.err)
			}), 3, nil)
			settles(t, before)
			if r.Failure == nil || r.Valid() {
				t.Fatalf("%+v", r)
			}
			if diff := cmp.Diff(tt.want, *r.Failure); diff != "" {
				t.Error(diff)
			}
			if r.Rows != 4 || r.Errors != 2 {
				t.Errorf("%d rows, %d errors before the failure", r.Rows, r.Errors)
			}
		})
	}
}

// A cancelled run ends at once, even where the reader hangs in a read, says
// that it was interrupted, and keeps what was judged.
func TestInterrupted(t *testing.T) {
	endless := func(yield func(Chunk, error) bool) {
		for _, c := range chunksOf(make([]string, 1<<16), make1s(1<<16)...) {
			if !yield(c, nil) {
				return
			}
		}
	}
	for _, tt := range []struct {
		name   string
		chunks []Chunk
		blocks bool // the reader hangs after the chunks
		rows   int  // judged at least
	}{
		{"before anything is read", nil, true, 0},
		{"while the reader hangs", chunksOf(someRows, 1, 2, 1, 3), true, 1},
		{"while the reader goes on", chunksOf(someRows, 1, 2, 1, 3), false, 1},
	} {
		for _, jobs := range []int{1, 8} {
			t.Run(tt.name, func(t *testing.T) {
				before := runtime.NumGoroutine()
				ctx, cancel := context.WithCancel(context.Background())
				released := make(chan struct{})
				after := endless
				if tt.blocks {
					after = func(func(Chunk, error) bool) { <-released }
				}
				if tt.chunks == nil {
					time.AfterFunc(10*time.Millisecond, cancel)
				}
				r := run(t, ctx, given(tt.chunks, after), jobs, func(int64) { cancel() })
				if r.Failure == nil || r.Failure.Code != "interrupted" || r.Valid() {
					t.Errorf("%+v", r.Failure)
				}
				if r.Rows < tt.rows || r.Rows > 1<<16 {
					t.Errorf("%d rows were judged", r.Rows)
				}
				cancel()
				close(released)
				settles(t, before)
			})
		}
	}
}

// A chunk that was announced to the merger and never reached a worker does not
// hang a cancelled run. The one worker is kept busy to make it so.
func TestInterruptedWhileWorkersAreBusy(t *testing.T) {
	before := runtime.NumGoroutine()
	for range 30 {
		busy, release := make(chan struct{}, 8), make(chan struct{})
		slow := &Check{Code: "slow", Row: func(*schemas.Schema) func(*Pass, *Row) {
			return func(*Pass, *Row) {
				busy <- struct{}{}
				<-release
			}
		}}
		plan := Compile(named(t, "a", "b", "c"), []*Check{slow}, Options{})
		ctx, cancel := context.WithCancel(context.Background())
		done := make(chan *FileResult, 1)
		go func() { done <- Run(ctx, &lines{given(chunksOf(someRows, 1, 2, 1, 3), nil)}, plan, 1, nil) }()
		<-busy
		time.Sleep(time.Millisecond) // the reader waits for the worker
		cancel()
		time.Sleep(time.Millisecond) // the reader gives up
		close(release)
		select {
		case r := <-done:
			if r.Failure == nil || r.Failure.Code != "interrupted" {
				t.Fatalf("%+v", r.Failure)
			}
		case <-time.After(patience):
			t.Fatal("the run hangs")
		}
	}
	settles(t, before)
}

// A run that was cancelled before it began judges next to nothing.
func TestCancelledBefore(t *testing.T) {
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for range 200 {
		r := run(t, ctx, given(chunksOf(someRows, 1, 2, 1, 3), nil), 2, nil)
		if r.Failure == nil || r.Failure.Code != "interrupted" {
			t.Fatalf("%+v", r.Failure)
		}
	}
	settles(t, before)
}

// make1s gives n ones.
func make1s(n int) []int {
	ones := make([]int, n)
	for i := range ones {
		ones[i] = 1
	}
	return ones
}
