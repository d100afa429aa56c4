package main

import (
	"context"
	"slices"
	"sync"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

// A reopener opens files anew that were judged, for reports that show their
// data. What can be read only once is kept for it until the run ends.
type reopener struct {
	app   *app
	ctx   context.Context
	input input.Options
	best  fit

	mu      sync.Mutex
	targets map[*validate.FileResult]target
}

// newReopener is nil where no report reads data again.
func (a *app) newReopener(ctx context.Context, r *request, best fit) *reopener {
	if !slices.ContainsFunc(r.reports, func(w reportTo) bool { return w.format.Reopens }) {
		return nil
	}
	return &reopener{app: a, ctx: ctx, input: r.input, best: best, targets: map[*validate.FileResult]target{}}
}

// keep notes which target a result is of.
func (o *reopener) keep(result *validate.FileResult, t target) {
	if o == nil || t.stream != nil {
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.targets[result] = t
}

// open opens the data of a result as it was opened to be judged.
func (o *reopener) open(result *validate.FileResult) (validate.Input, error) {
	o.mu.Lock()
	t, ok := o.targets[result]
	o.mu.Unlock()
	if !ok {
		return nil, unread
	}
	in, failure := o.app.open(o.ctx, t, o.input, o.best)
	if failure != nil {
		return nil, failure
	}
	return in, nil
}
