// Oracle holds socle's verdicts against those of Frictionless and Validata.
//
//	oracle [-v] FOLDER...
//
// Each folder holds cases: a folder each, with a schema (schema.json), data
// (data.csv) and what the peer says of them (expected.json). A case agrees
// where both name the same faults at the same places; it differs by choice
// where each fault that one of them names alone has its reason in a file choices*.go.
// The exit code is 1 where a case differs without a reason.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("oracle", flag.ContinueOnError)
	flags.SetOutput(stderr)
	verbose := flags.Bool("v", false, "list also the cases that differ by choice, with their reasons")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() == 0 {
		fmt.Fprintln(stderr, "usage: oracle [-v] FOLDER...")
		return 2
	}
	var sum tally
	for _, folder := range flags.Args() {
		cases, err := readCases(folder)
		if err != nil {
			fmt.Fprintln(stderr, "oracle:", err)
			return 2
		}
		for _, c := range cases {
			v, err := c.judge()
			if err != nil {
				fmt.Fprintln(stderr, "oracle:", c.Name+":", err)
				return 2
			}
			sum.add(stdout, v, *verbose)
		}
	}
	fmt.Fprintf(stdout, "%d agree, %d differ by choice, %d differ\n", sum.agree, sum.chosen, sum.differ)
	if sum.differ > 0 {
		return 1
	}
	return 0
}

// A tally counts verdicts.
type tally struct{ agree, chosen, differ int }

// add counts a verdict and writes it where it is worth a word.
func (t *tally) add(w io.Writer, v verdict, verbose bool) {
	switch {
	case len(v.differences) == 0:
		t.agree++
	case v.chosen():
		if t.chosen++; verbose {
			v.write(w, "by choice")
		}
	default:
		t.differ++
		v.write(w, "differs")
	}
}
