package validate

import (
	"context"
	"errors"

	"github.com/socle-commun/socle/schemas/text"
)

// Run judges an opened file with a number of workers: one goroutine reads
// chunks, the workers judge them, and the caller's goroutine merges what they
// found in the file's order. The result does not depend on jobs. progress,
// which may be nil, is told after each chunk how many bytes are judged. Where
// reading fails or ctx is cancelled, the result holds what was judged so far
// and a Failure.
func Run(ctx context.Context, in Input, plan *Plan, jobs int, progress func(bytes int64)) *FileResult {
	jobs = max(jobs, 1)
	if in, ok := in.(expecter); ok {
		in.Expect(plan.Schema)
	}
	job := plan.For(in.File())
	whole := job.Begin()
	stream := job.newStream(whole)
	stream.flush()
	type task struct {
		chunk Chunk
		done  chan *Partial
	}
	todo := make(chan task, jobs+1)    // to the workers: read ahead, so that none waits for the reader
	order := make(chan task, 2*jobs+1) // to the merger, as the file has them
	var readError error                // set before order is closed
	flying := newFlight()

	go func() {
		defer close(order)
		defer close(todo)
		for chunk, err := range in.Chunks() {
			if err != nil {
				readError = err
				return
			}
			flying.add(chunk)
			t := task{chunk, make(chan *Partial, 1)}
			select {
			case order <- t:
			case <-ctx.Done():
				return
			}
			select {
			case todo <- t:
			case <-ctx.Done():
				t.done <- nil
				return
			}
			if !flying.wait(ctx) {
				return
			}
		}
	}()
	for range jobs {
		go func() {
			for t := range todo {
				t.done <- job.Check(in, t.chunk)
				if t.chunk.Free != nil {
					t.chunk.Free()
				}
				flying.land(t.chunk)
			}
		}()
	}
	for {
		var t task
		open := true
		select {
		case t, open = <-order:
		case <-ctx.Done(): // the reader may hang in a read: nobody waits for it
			open = false
		}
		if !open {
			break
		}
		select {
		case part := <-t.done:
			if part != nil {
				job.Merge(whole, part)
				job.noteEnough(whole)
				stream.flush()
			}
			if progress != nil {
				progress(whole.Bytes)
			}
		case <-ctx.Done(): // nor for a worker
		}
	}
	result := job.Finish(whole)
	stream.end(result)
	if ctx.Err() != nil {
		result.Failure = interrupted
	} else {
		result.Failure = failureOf(readError) // the reader has closed order: readError is ours
	}
	return result
}

var interrupted = &Failure{Code: "interrupted", Say: text.Text{
	FR: "Interrompu : le jugement est incomplet, seules les premières lignes ont été vérifiées.",
	EN: "Interrupted: the judgement is incomplete, only the first rows were checked.",
}}

// failureOf says why reading stopped, or nil.
func failureOf(err error) *Failure {
	var failure *Failure
	switch {
	case err == nil:
		return nil
	case errors.As(err, &failure):
		return failure
	}
	return &Failure{Code: "unreadable", Say: text.Text{
		FR: "La lecture s'est arrêtée avant la fin du fichier : " + err.Error(),
		EN: "Reading stopped before the end of the file: " + err.Error(),
	}}
}
