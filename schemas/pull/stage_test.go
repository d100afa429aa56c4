package pull

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/lockedfile"
)

// TestDisk breaks the writing of the cache, after some documents have found
// their places.
func TestDisk(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, dir string){
		"a folder in a document's place": func(t *testing.T, dir string) { mkdir(t, dir, "o/table/1.10.0.json/x") },
		"a file in a folder's place": func(t *testing.T, dir string) {
			mkdir(t, dir, "o")
			write(t, filepath.Join(dir, "o", "table"), "")
		},
		"a folder in the manifest's place": func(t *testing.T, dir string) {
			os.Remove(filepath.Join(dir, manifestFile))
			mkdir(t, dir, manifestFile)
		},
		"a folder in the lock's place": func(t *testing.T, dir string) {
			os.Remove(filepath.Join(dir, lockFile))
			mkdir(t, dir, lockFile)
		},
		"a link that leads out": func(t *testing.T, dir string) {
			mkdir(t, dir, "o")
			if err := os.Symlink(t.TempDir(), filepath.Join(dir, "o", "table")); err != nil {
				t.Fatal(err)
			}
		},
	} {
		for _, held := range []bool{false, true} {
			t.Run(fmt.Sprint(name, ", held ", held), func(t *testing.T) {
				s, dir := national(t), t.TempDir()
				if held {
					mustPull(t, s.options(dir, "lot", "json"))
					s.publish("P-x/lot", "2.0", "datapackage", strings.Replace(dataPackage, "r.csv", "s.csv", 1))
				}
				spoil(t, dir)
				before := tree(t, dir)
				_, err := Pull(t.Context(), s.options(dir))
				var fault *Fault
				if !errors.As(err, &fault) || fault.Code != "disk" {
					t.Fatalf("%+v", err)
				}
				if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
					t.Errorf("the cache is not as it was:\n%s", diff)
				}
			})
		}
	}
}

func mkdir(t *testing.T, dir, name string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(name)), 0o777); err != nil {
		t.Fatal(err)
	}
}

func TestCacheIsFile(t *testing.T) {
	s, path := national(t), filepath.Join(t.TempDir(), "cache")
	write(t, path, "mine")
	_, err := Pull(t.Context(), s.options(path))
	var fault *Fault
	if !errors.As(err, &fault) || fault.Code != "disk" {
		t.Errorf("%+v", err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "mine" {
		t.Errorf("%v: %q", err, data)
	}
}

// TestAtOnce pulls from many sides at once while documents are published anew
// and read: no reader ever sees anything but a whole document.
func TestAtOnce(t *testing.T) {
	s, dir := national(t), t.TempDir()
	mustPull(t, s.options(dir))
	pulls, done := sync.WaitGroup{}, make(chan struct{})
	for i := range 8 {
		pulls.Go(func() {
			for k := range 6 {
				s.publish("o/table", "1.10.0", "tableschema", table(fmt.Sprintf("a%d", i), fmt.Sprintf("b%d", k)))
				names := [][]string{nil, {"table"}, {"table", "lot"}, {"json"}}[(i+k)%4]
				if _, err := Pull(t.Context(), s.options(dir, names...)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	var readers sync.WaitGroup
	for range 2 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				c, err := Open(dir)
				if err != nil {
					t.Error(err)
					return
				}
				if _, err := c.Document("o/table", "1.10.0"); err != nil {
					t.Error(err)
				}
			}
		})
	}
	pulls.Wait()
	close(done)
	readers.Wait()
	var want []string
	for name := range tree(t, dir) {
		if strings.HasPrefix(name, stagePrefix) {
			t.Errorf("%s is left behind", name)
		}
	}
	c, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range c.Entries() {
		want = append(want, e.Name)
		if _, err := c.Document(e.Name, e.Latest()); err != nil {
			t.Error(err)
		}
	}
	if diff := cmp.Diff([]string{"P-x/lot", "o/json", "o/table"}, want); diff != "" {
		t.Error(diff)
	}
}

// TestLocked interrupts a pull that waits for another one.
func TestLocked(t *testing.T) {
	s, dir := national(t), t.TempDir()
	unlock, err := lockedfile.MutexAt(filepath.Join(dir, lockFile)).Lock()
	if err != nil {
		t.Fatal(err)
	}
	o := s.options(dir)
	o.limits.whole = 200 * time.Millisecond
	_, err = Pull(t.Context(), o)
	if !errors.Is(err, errTooLong) {
		t.Errorf("%+v", err)
	}
	unlock()
	if diff := cmp.Diff(map[string]string{"./": "d"}, tree(t, dir)); diff != "" {
		t.Error(diff)
	}
	mustPull(t, s.options(dir)) // the lock is free again
}

// TestAbandoned clears away what killed pulls left, and nothing else.
func TestAbandoned(t *testing.T) {
	s, dir := national(t), t.TempDir()
	o := s.options(dir)
	for name, age := range map[string]time.Duration{".pull-old": 25 * time.Hour, ".pull-new": time.Hour, "mine": 99 * time.Hour} {
		mkdir(t, dir, name)
		then := o.now().Add(-age)
		if err := os.Chtimes(filepath.Join(dir, name), then, then); err != nil {
			t.Fatal(err)
		}
	}
	mustPull(t, o)
	got := tree(t, dir)
	for name, want := range map[string]bool{".pull-old/": false, ".pull-new/": true, "mine/": true} {
		if _, ok := got[name]; ok != want {
			t.Errorf("%s is there: %t", name, ok)
		}
	}
}

func TestWait(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	if err := wait(ctx, time.Millisecond); err != nil {
		t.Error(err)
	}
	cancel()
	if err := wait(ctx, time.Hour); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
