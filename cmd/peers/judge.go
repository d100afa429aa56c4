package main

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// A finding is a kind of fault that socle names in a file.
type finding struct {
	Code     string
	Reason   string // which of the check's messages
	Severity validate.Severity
}

// A judgement is what socle says of a file.
type judgement struct {
	found  []finding
	layout string // how its features stand, as validate.File has it
}

// judge has socle judge how a file is written, without a schema. A file that it
// refuses has one finding, with the code of the failure.
func judge(path string) (judgement, error) {
	in, err := input.Open(path, nil, input.Options{})
	if failure := (*validate.Failure)(nil); errors.As(err, &failure) {
		return judgement{found: []finding{{Code: failure.Code, Severity: validate.Error}}}, nil
	} else if err != nil {
		return judgement{}, err
	}
	defer in.Close()
	plan := validate.Compile(&schemas.Schema{}, ofForm(), validate.Options{})
	file := validate.Run(context.Background(), in, plan, 1, nil)
	var found []finding
	for _, f := range file.Findings {
		found = append(found, finding{f.Code, f.Reason, f.Severity})
	}
	if file.Failure != nil {
		found = append(found, finding{Code: file.Failure.Code, Severity: validate.Error})
	}
	slices.SortFunc(found, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Reason, b.Reason))
	})
	return judgement{slices.Compact(found), in.File().Layout}, nil
}

// ofForm are the checks that need no schema.
func ofForm() []*validate.Check {
	return slices.DeleteFunc(checks.All(), func(c *validate.Check) bool {
		return slices.Contains([]string{"unmatched-header", "missing-label", "extra-label", "incorrect-label", "late-property"}, c.Code)
	})
}
