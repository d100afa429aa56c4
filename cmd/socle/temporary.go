package main

import (
	"errors"
	"io/fs"
	"os"
	"sync"
)

// Temporaries are the files that a run makes for its own use, and removes. The
// zero value is ready.
type temporaries struct {
	mu     sync.Mutex
	paths  map[string]bool
	closed bool
}

// errEnding says that the run ends: nothing is made any more.
var errEnding = errors.New("the run ends")

// make makes a file with make, which gives it open, and notes it.
func (t *temporaries) make(create func() (*os.File, error)) (*os.File, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return nil, errEnding
	}
	f, err := create()
	if err == nil {
		if t.paths == nil {
			t.paths = map[string]bool{}
		}
		t.paths[f.Name()] = true
	}
	return f, err
}

// remove removes a file; release only forgets it, for it has its place now.
func (t *temporaries) remove(path string) error {
	t.release(path)
	return os.Remove(path)
}

func (t *temporaries) release(path string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.paths, path)
}

// clear removes all that is left, at the end of a run: what a reader that hangs
// has begun, what a second Ctrl-C cuts short.
func (t *temporaries) clear() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.closed = true
	var errs []error
	for path := range t.paths {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	t.paths = nil
	return errors.Join(errs...)
}
