package main

import (
	"io"
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
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

// A progress shows how many bytes of all files are read: of the files as they
// are, packed or not. Nil shows nothing.
type progress struct {
	screen *late
	title  string
	bar    *progressbar.ProgressBar
	shown  int64 // the end that the bar has

	mu      sync.Mutex
	done    int64
	total   int64            // of what is known
	counted map[string]int64 // bytes of done, by file that is being read
	unknown int              // targets whose size is not known: as long as there are any, no end is shown
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
	p := measured(targets)
	p.screen = &late{w: a.stderr, from: time.Now()}
	if mode == progressAuto {
		p.screen.from = p.screen.from.Add(patience)
	}
	p.title = a.say("Vérification", "Checking")
	p.draw(p.end())
	return p
}

// draw makes a bar for so many bytes, or for nobody knows how many. A bar of
// one sort cannot become one of the other.
func (p *progress) draw(end int64) {
	p.shown = end
	p.bar = progressbar.NewOptions64(end,
		progressbar.OptionSetWriter(p.screen), progressbar.OptionSetDescription(p.title),
		progressbar.OptionShowBytes(true), progressbar.OptionSetWidth(30),
		progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionSetSpinnerChangeInterval(0))
}

// measured adds up what targets take.
func measured(targets []target) *progress {
	p := &progress{counted: map[string]int64{}}
	for _, t := range targets {
		p.add(t.size(), 1)
	}
	return p
}

// add adds a size; of one that is not known, how many there are.
func (p *progress) add(size int64, unknown int) {
	if size < 0 {
		p.unknown += unknown
		return
	}
	p.total += size
}

// end is how many bytes there will be, -1 where that is not known.
func (p *progress) end() int64 {
	if p.unknown > 0 {
		return -1
	}
	return p.total
}

// size is how many bytes a target takes, -1 where that is not known.
func (t target) size() int64 {
	switch {
	case t.failure != nil:
		return 0
	case t.stream != nil:
		return t.stream.size
	case t.kept != nil:
		return t.kept.size
	case t.member != nil:
		return t.member.Packed
	case t.flows():
		return -1
	}
	info, err := os.Stat(t.path)
	if err != nil || !info.Mode().IsRegular() {
		return 0 // a table that is in a document, or at an address: next to nothing, or nobody knows
	}
	return info.Size()
}

// know takes the parts that a target turned out to be in its place.
func (p *progress) know(t target, parts []target) {
	if p == nil || !t.flows() {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.unknown--
	for _, part := range parts {
		p.add(part.size(), 1)
	}
	p.show()
}

// passed counts a target as read, whatever was read of it.
func (p *progress) passed(t target) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	size := t.size()
	if size >= 0 {
		p.done += size - p.counted[t.path]
	}
	delete(p.counted, t.path)
	p.show()
}

// show draws the bar.
func (p *progress) show() {
	if p.bar == nil {
		return
	}
	switch end := p.end(); {
	case end == p.shown:
	case end < 0 || p.shown < 0:
		if p.screen.wrote {
			p.bar.Clear()
		}
		p.draw(end)
	default:
		p.shown = end
		p.bar.ChangeMax64(end)
	}
	p.bar.Set64(p.done)
}

// of gives what is told how many bytes of a file are judged so far.
func (p *progress) of(t target, in validate.Input) func(int64) {
	if p == nil {
		return nil
	}
	size := t.size()
	return func(judged int64) {
		now := position(size, judged, progressOf(in))
		p.mu.Lock()
		defer p.mu.Unlock()
		p.done += now - p.counted[t.path]
		p.counted[t.path] = now
		p.show()
	}
}

// position is how many of the bytes that a file takes are read: by the part of
// them that its reader tells, else by the bytes that are judged.
func position(size, judged int64, part float64) int64 {
	switch {
	case size < 0:
		return judged
	case part > 0:
		return int64(float64(size) * part)
	}
	return min(judged, size)
}

// progressOf is how much of its file an input has read, as input.Progresser
// has it; 0 where nobody knows.
func progressOf(in validate.Input) float64 {
	if p, ok := in.(input.Progresser); ok {
		return p.Progress()
	}
	return 0
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
