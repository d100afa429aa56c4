package main

import (
	"context"
	"errors"
	"slices"

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
	again   *reopener // nil where no report reads data again
}

// all judges files, several at once, and gives the results in their order.
func (j *judge) all(ctx context.Context, targets []target) []*validate.FileResult {
	results := make([][]*validate.FileResult, len(targets))
	atOnce := min(j.jobs, max(len(targets), 1))
	if j.chooser.options.Stream != nil {
		atOnce = 1 // what is found of one file stands together
	}
	var group errgroup.Group
	group.SetLimit(atOnce)
	for i, t := range targets {
		group.Go(func() error {
			results[i] = j.each(ctx, t, max(j.jobs/atOnce, 1))
			return nil
		})
	}
	group.Wait()
	return slices.Concat(results...)
}

// each judges a target, or all that an archive holds which no path leads into,
// with a number of workers.
func (j *judge) each(ctx context.Context, t target, workers int) []*validate.FileResult {
	t.again = j.again != nil
	h, failure := j.app.hold(ctx, t)
	if failure == nil {
		if !t.again {
			defer h.forget()
		}
		failure = j.app.splitRows(t, h.parts)
	}
	j.bar.know(t, h.parts)
	if failure != nil {
		return []*validate.FileResult{t.unjudged(failure)}
	}
	results := make([]*validate.FileResult, len(h.parts))
	for i, part := range h.parts {
		results[i] = j.one(ctx, part, workers)
		j.again.keep(results[i], part)
		j.bar.passed(part)
	}
	return results
}

// one judges a file with a number of workers.
func (j *judge) one(ctx context.Context, t target, workers int) *validate.FileResult {
	if t.failure != nil {
		return t.unjudged(t.failure)
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
		result = validate.Run(ctx, in, c.plan, workers, j.bar.of(t, in))
	} else {
		watched := rejects.Watch(in)
		if result = validate.Run(ctx, watched, c.plan, workers, j.bar.of(t, in)); result.Failure == nil {
			j.sort(ctx, t, c.plan, result, watched.Sum())
		}
	}
	result.Detected, result.NameOnly, result.Newer = c.detected, c.nameOnly, c.newer
	if c.none {
		result.Schema = nil
	}
	if result.Failure == nil {
		result.Failure = c.failure
	}
	return result
}

// choose gives the plan for a file that was opened.
func (j *judge) choose(t target, f *validate.File) (chosen, *validate.Failure) {
	if t.table != nil && j.chooser.asked != nil { // of an archive that came from an address or standard input
		return chosen{}, packageAndSchema
	}
	if t.table != nil && t.table.Schema != nil {
		return chosen{plan: j.chooser.choosePacked(t, j.input)}, nil
	}
	return j.chooser.choose(f)
}

// open opens a target that is held. It does not wait for one that gives nothing,
// such as a slow server, once ctx is cancelled. Of a workbook it is the best
// sheet, if none is asked for.
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
		in, err := a.openTarget(t, o, best)
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

// openTarget opens a target that is held, by what it is.
func (a *app) openTarget(t target, o input.Options, best fit) (validate.Input, error) {
	switch {
	case t.table != nil:
		return t.table.Read(o)
	case t.stream != nil:
		return a.openStream(t.stream, t.path, o)
	case t.kept != nil:
		return a.openCopy(t.kept, t.path, o, best)
	case t.member != nil:
		return a.openMember(t.path, *t.member, o, best)
	}
	return a.openFile(t.path, o, best)
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

var packageAndSchema = &validate.Failure{Code: "package-schema", Say: text.Text{
	FR: "L'archive contient un Data Package, qui nomme lui-même les schémas de ses fichiers : enlevez --schema.",
	EN: "The archive holds a Data Package, which names the schemas of its files: drop --schema.",
}}
