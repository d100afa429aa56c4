package main

import (
	"errors"
	"slices"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// A refused schema is the end of a command that was given a schema document
// that cannot be used.
type refused struct {
	*failed
	document *schemas.DocumentError
}

// Unwrap gives the exit code and the sentence.
func (r *refused) Unwrap() error { return r.failed }

// reportRefused gives err back. Where err is that a schema cannot be used, and
// the format has a place for that, the report says so of each file.
func (a *app) reportRefused(r *request, paths []string, err error) error {
	var schema *refused
	refuses := func(w reportTo) bool { return w.format.Refusals }
	if !slices.ContainsFunc(r.reports, refuses) || !errors.As(err, &schema) {
		return err
	}
	targets, wrong := a.targets(paths)
	if wrong != nil {
		return wrong
	}
	result := &validate.Result{Version: versionName(), FailOn: r.failOn, Strict: r.options.Strict}
	for _, t := range targets {
		result.Add(t.unjudged(validate.BadSchema(schema.document)))
	}
	r.reports = slices.DeleteFunc(r.reports, func(w reportTo) bool { return !refuses(w) })
	if wrong = a.openReports(r, reads(nil, targets)); wrong == nil {
		wrong = a.deliverAll(r, result)
	}
	if wrong != nil {
		return wrong
	}
	return err
}
