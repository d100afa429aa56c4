package pull

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"strings"
	"sync"
	"time"
)

// stagePrefix begins the names of the folders in which pulls gather documents.
const stagePrefix = ".pull-"

// abandoned is how old such a folder is that a pull left behind when it was
// killed.
const abandoned = 24 * time.Hour

// A stage gathers what a pull fetched in a folder of the cache, and moves it
// into its place at the end. Nothing is made before there is something to keep.
type stage struct {
	dir  string
	now  time.Time
	mu   sync.Mutex
	root *os.Root // of the cache; nil as long as there is nothing
	name string   // of the folder, in root
	kept []staged
}

// A staged document is one to be moved into its place, or, without file, a
// mere record.
type staged struct {
	Record
	file string
}

func newStage(dir string, now time.Time) *stage { return &stage{dir: dir, now: now} }

// add keeps a record and, unless it is nil, the document.
func (s *stage) add(r Record, data []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.open(); err != nil {
		return disk(s.dir, err)
	}
	kept := staged{Record: r}
	if data != nil {
		kept.file = path.Join(s.name, fmt.Sprintf("%05d.json", len(s.kept)))
		err := s.root.WriteFile(kept.file, data, 0o666)
		if err == nil {
			data, err = s.root.ReadFile(kept.file)
		}
		if err == nil && fingerprint(data) != r.SHA256 {
			err = errors.New("what was written does not read the same")
		}
		if err != nil {
			return disk(s.dir, err)
		}
	}
	s.kept = append(s.kept, kept)
	return nil
}

// open makes the folder, once, and clears away those that were abandoned.
func (s *stage) open() error {
	if s.root != nil {
		return nil
	}
	if err := os.MkdirAll(s.dir, 0o777); err != nil {
		return err
	}
	root, err := os.OpenRoot(s.dir)
	if err != nil {
		return err
	}
	entries, _ := os.ReadDir(s.dir)
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && strings.HasPrefix(e.Name(), stagePrefix) && s.now.Sub(info.ModTime()) > abandoned {
			root.RemoveAll(e.Name())
		}
	}
	name := fmt.Sprintf("%s%016x", stagePrefix, rand.Uint64())
	if err := root.Mkdir(name, 0o777); err != nil {
		root.Close()
		return err
	}
	s.root, s.name = root, name
	return nil
}

// close takes the folder away, with what was not moved.
func (s *stage) close() {
	if s.root != nil {
		s.root.RemoveAll(s.name)
		s.root.Close()
	}
}
