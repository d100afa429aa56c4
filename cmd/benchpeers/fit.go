package main

import (
	"context"
	"time"
)

// few is the number of rows with which a peer begins to show how fast it is; it
// goes on with ten times as many.
const few = 1000

// fit has a peer judge few rows, and ever more of them as long as a third of the
// budget suffices, which tells how long the whole file would take. A peer that would
// be too long, or takes only so many rows, gets the first ones. It fails, and is not
// measured, where the answers are wrong.
func (b *bench) fit(ctx context.Context, l *load, p *program) error {
	whole := p.rows
	if p.peer.most > 0 && p.rows > p.peer.most {
		p.rows = p.peer.most
	}
	var speed pace
	for rows := few; rows <= p.rows/2; rows *= 10 {
		if speed.known() && speed.of(rows) > b.budget/3 {
			break
		}
		took, err := b.trial(ctx, l, *p, rows)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			p.failed = err.Error()
			b.say("%s, %s: %v", l.name, p.peer.name, err)
			return nil
		}
		speed.add(rows, took)
	}
	p.rows = speed.affordable(p.rows, b.budget)
	if p.rows == whole {
		return nil
	}
	b.say("%s, %s: the first %d rows", l.name, p.peer.name, p.rows)
	path, err := b.generate(ctx, l, p.rows)
	p.job.Path = path
	return err
}

// trial has a peer judge so many rows, and gives the processor time of that: wall
// time tells as much of what else the machine does.
func (b *bench) trial(ctx context.Context, l *load, p program, rows int) (time.Duration, error) {
	path, err := b.generate(ctx, l, rows)
	if err != nil {
		return 0, err
	}
	p.rows, p.job.Path = rows, path
	c, _, err := b.try(ctx, l, &p)
	return c.CPU, err
}

// A pace is how long some rows took, and how long more of them did.
type pace struct {
	rows [2]int
	took [2]time.Duration
}

func (s *pace) add(rows int, took time.Duration) {
	s.rows, s.took = [2]int{s.rows[1], rows}, [2]time.Duration{s.took[1], took}
}

// known says whether there is anything to tell from.
func (s *pace) known() bool { return s.rows[0] > 0 }

// each is what a row takes, the start of the program left out.
func (s *pace) each() time.Duration {
	return max(0, s.took[1]-s.took[0]) / time.Duration(s.rows[1]-s.rows[0])
}

// of is what so many rows would take.
func (s *pace) of(rows int) time.Duration { return s.took[1] + s.each()*time.Duration(rows-s.rows[1]) }

// affordable is how many of the rows of a file a peer is given: all, where they take
// no longer than the budget, or else one, two or five times a power of ten of them,
// which take a third of it.
func (s *pace) affordable(rows int, budget time.Duration) int {
	if !s.known() || s.each() == 0 || s.of(rows) <= budget {
		return rows
	}
	room := max(budget/3-s.of(0), budget/6)
	return min(rows, max(few, rounded(int(room/s.each()))))
}

// rounded is the greatest of 1, 2, 5, 10, 20, 50… that is not above n, or 1.
func rounded(n int) int {
	best := 1
	for step := 1; step <= n; step *= 10 {
		for _, times := range []int{1, 2, 5} {
			if times*step <= n {
				best = times * step
			}
		}
	}
	return best
}
