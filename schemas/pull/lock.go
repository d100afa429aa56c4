package pull

import (
	"context"
	"errors"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// lockFile is held by the pull that moves documents into their places.
const lockFile = "manifest.lock"

// lock takes the lock at path, unless ctx ends before. A file system that
// knows no locks is done without: each step is a rename.
func lock(ctx context.Context, path string) (unlock func(), err error) {
	type locked struct {
		unlock func()
		err    error
	}
	done := make(chan locked, 1)
	go func() {
		unlock, err := lockedfile.MutexAt(path).Lock()
		if errors.Is(err, errors.ErrUnsupported) {
			unlock, err = func() {}, nil
		}
		done <- locked{unlock, err}
	}()
	select {
	case l := <-done:
		return l.unlock, l.err
	case <-ctx.Done():
		go func() {
			if l := <-done; l.err == nil {
				l.unlock()
			}
		}()
		return nil, ctx.Err()
	}
}
