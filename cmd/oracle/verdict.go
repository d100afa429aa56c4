package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/socle-commun/socle/validate"
)

// A verdict is a case with what the two sides say differently.
type verdict struct {
	*testCase
	differences []difference
}

// A difference is a fault that one side names alone.
type difference struct {
	fault
	Ours   bool   // socle names it, the peer does not
	Reason string // why socle differs by choice; "" where it does not
}

func (v verdict) chosen() bool {
	return !slices.ContainsFunc(v.differences, func(d difference) bool { return d.Reason == "" })
}

// compare takes from each side what the other names too, and looks for the
// reasons of what is left.
func compare(c *testCase, ours []fault, file *validate.FileResult) verdict {
	v := verdict{testCase: c}
	left, alone := slices.Clone(c.Errors), slices.Clone(ours)
	for _, alike := range []func(a, b fault) bool{
		func(a, b fault) bool { return a.same(b) && a.Note == b.Note }, // of several faults of a cell
		fault.same,
	} {
		alone = slices.DeleteFunc(alone, func(f fault) bool {
			i := slices.IndexFunc(left, func(g fault) bool { return alike(f, g) })
			if i >= 0 {
				left = slices.Delete(left, i, i+1)
			}
			return i >= 0
		})
	}
	for _, f := range alone {
		v.differences = append(v.differences, difference{fault: f, Ours: true})
	}
	for _, f := range left {
		v.differences = append(v.differences, difference{fault: f})
	}
	if c.Crash != "" && len(v.differences) == 0 {
		v.differences = append(v.differences, difference{fault: fault{Type: "crash", Note: c.Crash}})
	}
	e := &evidence{testCase: c, ours: ours, file: file}
	for i := range v.differences {
		v.differences[i].Reason = e.reason(v.differences[i])
	}
	return v
}

// mostWritten is how many differences of one case are written.
const mostWritten = 30

// write lists what differs in a case.
func (v verdict) write(w io.Writer, head string) {
	fmt.Fprintf(w, "%s: %s\n", v.Name, head)
	for i, d := range v.differences {
		if i == mostWritten {
			fmt.Fprintf(w, "  … %d more\n", len(v.differences)-i)
			break
		}
		side := "peer "
		if d.Ours {
			side = "socle"
		}
		fmt.Fprintf(w, "  %s %s\n", side, d.fault)
		if d.Reason != "" {
			fmt.Fprintf(w, "        %s\n", d.Reason)
		}
	}
}
