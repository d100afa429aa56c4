package main

import (
	"context"
	"errors"

	"golang.org/x/sync/errgroup"

	"github.com/socle-commun/socle/report/rejects"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

// A judge judges the files of one run.
type judge struct {
	app     *app
	chooser *chooser
	input   input.Options
	jobs    int
	bar     *progress
}

// all judges files, several at once, and gives the results in their order.
func (j *judge) all(ctx context.Context, targets []target) []*validate.FileResult {
	results := make([]*validate.FileResult, len(targets))
	atOnce := min(j.jobs, max(len(targets), 1))
	var group errgroup.Group
	group.SetLimit(atOnce)
	for i, t := range targets {
		group.Go(func() error {
			results[i] = j.one(ctx, t, max(j.jobs/atOnce, 1))
			return nil
		})
	}
	group.Wait()
	return results
}

// one judges a file with a number of workers.
func (j *judge) one(ctx context.Context, t target, workers int) *validate.FileResult {
	if t.failure != nil {
		return t.unjudged(t.failure)
	}
	if t.sorting != nil {
		var failure *validate.Failure
		if t, failure = j.app.keep(ctx, t); failure != nil {
			return t.unjudged(failure)
		}
		if t.kept != nil {
			defer t.kept.forget()
		}
	}
	in, err := j.app.open(ctx, t, j.input, j.chooser.fit)
	if err != nil {
		return t.unjudged(err)
	}
	defer in.Close()
	if failure := noHeader(in.File(), j.input.HeaderRow); failure != nil {
		return &validate.FileResult{File: in.File(), Failure: failure}
	}
	c, failure := j.choose(t, in.File())
	if failure != nil {
		return &validate.FileResult{File: in.File(), Failure: failure}
	}
	var result *validate.FileResult
	if t.sorting == nil {
		result = validate.Run(ctx, in, c.plan, workers, j.bar.of())
	} else {
		watched := rejects.Watch(in)
		if result = validate.Run(ctx, watched, c.plan, workers, j.bar.of()); result.Failure == nil {
			j.sort(ctx, t, c.plan, result, watched.Sum())
		}
	}
	result.Detected, result.NameOnly, result.Newer = c.detected, c.nameOnly, c.newer
	if c.none {
		result.Schema = nil
	}
	return result
}

// choose gives the plan for a file that was opened.
func (j *judge) choose(t target, f *validate.File) (chosen, *validate.Failure) {
	if t.table != nil && t.table.Schema != nil {
		return chosen{plan: j.chooser.choosePacked(t, j.input)}, nil
	}
	return j.chooser.choose(f)
}

// open opens a file, or a table of a Data Package. It does not wait for one that gives nothing, such as a
// keyboard, once ctx is cancelled. Of a workbook it is the best sheet, if none is asked for.
func (a *app) open(ctx context.Context, t target, o input.Options, best fit) (validate.Input, *validate.Failure) {
	if ctx.Err() != nil {
		return nil, unread
	}
	type opened struct {
		in  validate.Input
		err error
	}
	done := make(chan opened, 1)
	go func() {
		if t.table != nil {
			in, err := t.table.Read(o)
			done <- opened{in, err}
			return
		}
		if t.once() {
			in, err := a.openOnce(ctx, t, o, best)
			done <- opened{in, err}
			return
		}
		if t.archive != "" {
			in, err := input.OpenMember(t.archive, t.member, o)
			done <- opened{in, err}
			return
		}
		in, err := a.openFile(t.path, o, best)
		done <- opened{in, err}
	}()
	select {
	case <-ctx.Done():
		return nil, unread
	case got := <-done:
		var failure *validate.Failure
		if got.err != nil && !errors.As(got.err, &failure) {
			failure = &validate.Failure{Code: "unreadable", Say: text.Text{FR: got.err.Error(), EN: got.err.Error()}}
		}
		return got.in, failure
	}
}

// unjudged is the result of a target that could not be opened.
func (t target) unjudged(failure *validate.Failure) *validate.FileResult {
	f := &validate.File{Path: t.path, Size: -1}
	if t.table != nil {
		f.Resource = t.table.Name
	}
	return &validate.FileResult{File: f, Failure: failure}
}

// noHeader is the failure of a file that has not as many rows as --header-row
// asks for, or nil.
func noHeader(f *validate.File, asked int) *validate.Failure {
	if asked == 0 || !f.Empty() || f.Size == 0 {
		return nil
	}
	row := text.Number(text.French, asked)
	return &validate.Failure{Code: "no-header", Say: text.Text{
		FR: "Le fichier n'a pas de ligne " + row + " : c'est là que --header-row demande de lire les noms des colonnes.",
		EN: "The file has no row " + text.Number(text.English, asked) + ", where --header-row wants the column names to be read.",
	}}
}

var unread = &validate.Failure{Code: "interrupted", Say: text.Text{
	FR: "Interrompu : le fichier n'a pas été lu.",
	EN: "Interrupted: the file was not read.",
}}
