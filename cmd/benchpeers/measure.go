package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/socle-commun/socle/cmd/internal/cost"
)

// A program is a peer, or socle, with the rows of a load that it judges.
type program struct {
	peer    *peer
	job     job
	rows    int
	version string
	costs   []cost.Cost
	failed  string // why it is not measured
}

// An outcome is what the programs took for a load.
type outcome struct {
	load     *load
	rows     int
	size     int64 // of the whole file, in bytes
	programs []*program
}

// measure has socle and the wanted peers judge a load, in turns.
func (b *bench) measure(ctx context.Context, l load, wanted []peer) (outcome, error) {
	o := outcome{load: &l, rows: b.rowsOf(&l)}
	path, err := b.generate(ctx, &l, o.rows)
	if err != nil {
		return o, err
	}
	defer b.tidy(&l)
	info, err := os.Stat(path)
	if err != nil {
		return o, err
	}
	o.size = info.Size()
	schema, err := b.describe(ctx, &l, path)
	if err != nil {
		return o, err
	}
	whole := l.job(path, schema)
	o.programs = []*program{{peer: &theSocle, job: whole, rows: o.rows}}
	for i := range wanted {
		p := &wanted[i]
		if !contains(l.peers, p.name) {
			continue
		}
		one := &program{peer: p, job: whole, rows: o.rows, failed: b.reason(p, &l)}
		o.programs = append(o.programs, one)
		if one.failed == "" && !p.whole {
			if err := b.fit(ctx, &l, one); err != nil {
				return o, err
			}
		}
	}
	runs := b.runs
	if l.runs > 0 && b.runs > 1 {
		runs = l.runs
	}
	for i := range runs {
		b.say("%s: run %d of %d", l.name, i+1, runs)
		for _, p := range o.programs {
			if p.failed == "" {
				b.once(ctx, &l, p)
			}
		}
		if ctx.Err() != nil {
			return o, ctx.Err()
		}
		if o.programs[0].failed != "" {
			return o, errors.New("socle: " + o.programs[0].failed)
		}
	}
	return o, nil
}

func contains(names []string, name string) bool {
	for _, n := range names {
		if n == name {
			return true
		}
	}
	return false
}

// tidy removes the files of a load.
func (b *bench) tidy(l *load) {
	if b.keep {
		return
	}
	files, _ := filepath.Glob(filepath.Join(b.dir, l.name+"-*")) // the pattern is right
	for _, path := range files {
		os.Remove(path)
	}
}

// once runs a program, checks that it did the work, and keeps what it took. A
// program that fails is not measured.
func (b *bench) once(ctx context.Context, l *load, p *program) {
	c, a, err := b.try(ctx, l, p)
	if err != nil {
		p.failed, p.costs = err.Error(), nil
		b.say("%s, %s: %v", l.name, p.peer.name, err)
		return
	}
	p.costs = append(p.costs, c)
	p.version = strings.TrimPrefix(a.Version, "v")
}

// try runs a program and checks its answer.
func (b *bench) try(ctx context.Context, l *load, p *program) (cost.Cost, answer, error) {
	limit := 5 * b.budget
	if p.peer.whole {
		limit = time.Hour
	}
	late := fmt.Errorf("it took more than %v for %d rows", limit, p.rows)
	ctx, stop := context.WithTimeoutCause(ctx, limit, late)
	defer stop()
	args := p.peer.command(&b.env, p.job)
	command := exec.CommandContext(ctx, args[0], args[1:]...)
	together(command)
	var stdout, stderr bytes.Buffer
	command.Dir, command.Stdout, command.Stderr = b.node(), &stdout, &stderr
	if _, err := os.Stat(b.node()); err != nil {
		command.Dir = b.dir
	}
	c, err := cost.Of(command)
	p.sweep()
	if ctx.Err() != nil {
		return c, answer{}, context.Cause(ctx)
	}
	var exit *exec.ExitError
	// Exit code 1 is socle's for findings, and qsv's for invalid records.
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		return c, answer{}, fmt.Errorf("%w: %s", err, lastLine(stderr.String()))
	}
	a, wrong := p.peer.read(stdout.String(), stderr.String())
	if wrong != nil {
		return c, a, fmt.Errorf("no answer: %s", lastLine(stderr.String()))
	}
	return c, a, p.peer.check(a, l, p.rows)
}

// sweep removes what qsv writes beside a file.
func (p *program) sweep() {
	for _, suffix := range []string{".valid", ".invalid", ".validation-errors.tsv", ".idx"} {
		os.Remove(p.job.Path + suffix)
	}
}

// lastLine is the last thing that a program says, for a table.
func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	last := lines[len(lines)-1]
	if len(last) > 160 {
		last = last[:160] + "…"
	}
	return last
}
