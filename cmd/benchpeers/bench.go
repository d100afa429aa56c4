package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/socle-commun/socle/cmd/internal/workload"
)

// A bench is what is needed to measure.
type bench struct {
	env
	dir      string // of the generated files
	runs     int
	budget   time.Duration
	scale    float64
	keep     bool
	progress io.Writer
}

func (b *bench) say(format string, args ...any) { fmt.Fprintf(b.progress, format+"\n", args...) }

// prepare builds socle and installs what the wanted peers need.
func (b *bench) prepare(ctx context.Context, cache string, wanted []peer, qsv time.Duration) (err error) {
	b.cache, b.missing = cache, map[string]string{}
	b.dir = filepath.Join(cache, "data")
	b.socle = filepath.Join(b.dir, "socle")
	if b.self, err = os.Executable(); err != nil {
		return err
	}
	b.clean() // of a run that was ended before its time
	if err := errors.Join(os.MkdirAll(b.dir, 0o755), b.writeScripts()); err != nil {
		return err
	}
	build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", b.socle, "./cmd/socle")
	build.Env, build.Stderr = append(os.Environ(), "CGO_ENABLED=0"), os.Stderr // as make build
	if err := build.Run(); err != nil {
		return fmt.Errorf("building socle: %w", err)
	}
	for _, p := range thePacks {
		if !slices.ContainsFunc(wanted, func(w peer) bool { return w.pack == p.name }) {
			continue
		}
		patience := 10 * time.Minute
		if p.from == "cargo" {
			patience = qsv
		}
		b.install(ctx, p, patience, b.say)
	}
	for _, w := range wanted {
		if _, err := exec.LookPath(w.needs); w.needs != "" && err != nil {
			b.missing[w.name] = w.needs + " is not there"
		}
	}
	return ctx.Err()
}

// clean removes the generated files.
func (b *bench) clean() {
	if !b.keep {
		os.RemoveAll(b.dir)
	}
}

// reason says why a peer cannot judge a load, or "".
func (b *bench) reason(p *peer, l *load) string {
	for _, why := range []string{l.without[p.name], b.missing[p.pack], b.missing[p.name]} {
		if why != "" {
			return why
		}
	}
	return ""
}

// generate writes the first rows of a load, unless they are there, and gives the
// path. A process inherits the peak memory of the one that starts it, so that this
// one, which starts all that are measured, must not write them itself.
func (b *bench) generate(ctx context.Context, l *load, rows int) (string, error) {
	path := filepath.Join(b.dir, fmt.Sprintf("%s-%d%s", l.name, rows, l.extension()))
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	command := exec.CommandContext(ctx, b.self, "-generate", l.name, "-rows", strconv.Itoa(rows), "-to", path)
	command.Stderr = b.progress
	if err := command.Run(); err != nil {
		return "", errors.Join(fmt.Errorf("writing %d rows: %w", rows, err), os.RemoveAll(path))
	}
	return path, nil
}

// rowsOf is how many rows of a load are to be measured.
func (b *bench) rowsOf(l *load) int {
	return min(l.rows, max(30, int(float64(l.rows)*b.scale)))
}

// faultsOf is how many of the first rows of a load have a fault.
func faultsOf(l *load, rows int) int { return workload.Count(rows, l.every) }
