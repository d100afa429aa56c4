package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestTemporaries(t *testing.T) {
	dir := t.TempDir()
	var temps temporaries
	create := func(name string) (*os.File, error) {
		return temps.make(func() (*os.File, error) { return os.Create(filepath.Join(dir, name)) })
	}
	for _, name := range []string{"left", "kept", "removed", "gone"} {
		f, err := create(name)
		if err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	temps.release(filepath.Join(dir, "kept"))
	if err := temps.remove(filepath.Join(dir, "removed")); err != nil {
		t.Error(err)
	}
	os.Remove(filepath.Join(dir, "gone"))
	if err := temps.clear(); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff([]string{"kept"}, names(t, dir)); diff != "" {
		t.Error(diff)
	}
	if _, err := create("late"); !errors.Is(err, errEnding) {
		t.Errorf("after the end: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "late")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("after the end: %v", err)
	}
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

// TestTwice counts what signals do: the first one thing, the second another,
// the third nothing.
func TestTwice(t *testing.T) {
	for signals, want := range []string{"", "1", "12", "12"} {
		sent, done := make(chan os.Signal, 3), make(chan struct{})
		for range signals {
			sent <- os.Interrupt
		}
		did := ""
		ended := make(chan struct{})
		go func() {
			twice(sent, done, func() { did += "1" }, func() { did += "2" })
			close(ended)
		}()
		for len(sent) > max(signals-2, 0) {
			time.Sleep(time.Millisecond)
		}
		close(done)
		<-ended
		if did != want {
			t.Errorf("%d signals: %q, want %q", signals, did, want)
		}
	}
}

// TestInterruptedCopy ends a program that copies its standard input, by one
// Ctrl-C: nothing is left of the copy.
func TestInterruptedCopy(t *testing.T) {
	dir := t.TempDir()
	command := exec.Command("socle", "validate", "-")
	command.Env = append(os.Environ(), "TMPDIR="+dir, "TMP="+dir)
	stdin, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(stdin, "PK\x03\x04"); err != nil {
		t.Fatal(err)
	}
	for begun := time.Now(); len(names(t, dir)) == 0; time.Sleep(time.Millisecond) {
		if time.Since(begun) > 30*time.Second {
			t.Fatal("nothing is copied")
		}
	}
	if err := command.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := command.Wait(); !errors.As(err, &exit) || exit.ExitCode() != int(exitUnjudged) {
		t.Errorf("the run ended by %v", err)
	}
	if left := names(t, dir); len(left) > 0 {
		t.Errorf("left: %q", left)
	}
}
