package main

import (
	"io"
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A progressMode says when progress is shown.
type progressMode uint8

const (
	progressAuto   progressMode = iota // where somebody looks, and has to wait
	progressAlways                     // from the start
	progressNever
)

var progressModes = []word[progressMode]{
	{name: "auto", value: progressAuto}, {name: "always", value: progressAlways, also: []string{"toujours"}},
	{name: "never", value: progressNever, also: []string{"jamais"}},
}

// patience is how long work lasts before its progress is shown.
const patience = time.Second

// A progress shows how many bytes of all files are judged. Nil shows nothing.
type progress struct {
	screen *late
	mu     sync.Mutex
	done   int64
	bar    *progressbar.ProgressBar
}

// A late writer throws away what is written before its time.
type late struct {
	w     io.Writer
	from  time.Time
	wrote bool
}

// Write writes p, or nothing yet.
func (l *late) Write(p []byte) (int, error) {
	if time.Now().Before(l.from) {
		return len(p), nil
	}
	l.wrote = true
	return l.w.Write(p)
}

// newProgress gives the progress on the files of one run, nil where none is
// to be shown.
func (a *app) newProgress(mode progressMode, quiet bool, targets []target) *progress {
	f, ok := a.stderr.(*os.File)
	visible := ok && term.IsTerminal(int(f.Fd())) && !quiet
	if mode == progressNever || mode == progressAuto && !visible {
		return nil
	}
	p := &progress{screen: &late{w: a.stderr, from: time.Now()}}
	if mode == progressAuto {
		p.screen.from = p.screen.from.Add(patience)
	}
	p.bar = progressbar.NewOptions64(size(targets),
		progressbar.OptionSetWriter(p.screen), progressbar.OptionSetDescription(a.say("Vérification", "Checking")),
		progressbar.OptionShowBytes(true), progressbar.OptionSetWidth(30),
		progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionSetSpinnerChangeInterval(0))
	return p
}

// size adds up the bytes of files, -1 where they are not known.
func size(targets []target) int64 {
	total := int64(0)
	for _, t := range targets {
		if t.path == "-" || t.once() {
			return -1
		}
		info, err := os.Stat(t.path)
		switch {
		case t.failure != nil || err != nil: // it is not read
		case !info.Mode().IsRegular():
			return -1
		default:
			total += info.Size()
		}
	}
	return total
}

// of gives what is told how many bytes of a file are judged so far.
func (p *progress) of() func(int64) {
	if p == nil {
		return nil
	}
	var before int64
	return func(bytes int64) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.done += bytes - before
		before = bytes
		p.bar.Set64(p.done)
	}
}

// close takes the progress off the screen.
func (p *progress) close() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.screen.wrote {
		p.bar.Clear()
	}
}
