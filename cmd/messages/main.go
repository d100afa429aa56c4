// Messages measures how far socle's words help: it plants faults of many kinds
// in the valid examples of the schemas, one at a time, judges each file, and
// counts what the findings tell.
//
//	messages [-v] [FOLDER]
//
// FOLDER holds the examples, testdata/examples if it is not given. Each line of
// the table is a check: how many findings it had, how many of them show the
// value, name the form that is expected, and propose what to write; how many of
// the proposals are valid when they are written, and how many are what stood
// there before. The exit code is 1 where a proposal is not valid, or where a
// fault that has one reading only is found without a proposal.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("messages", flag.ContinueOnError)
	flags.SetOutput(stderr)
	verbose := flags.Bool("v", false, "write each planted fault, and what is said of it")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	folder := filepath.Join("testdata", "examples")
	if flags.NArg() > 0 {
		folder = flags.Arg(0)
	}
	examples, err := readExamples(folder)
	if err != nil {
		fmt.Fprintln(stderr, "messages:", err)
		return 2
	}
	var sum tally
	for _, e := range examples {
		trials, err := e.trials()
		if err != nil {
			fmt.Fprintln(stderr, "messages:", err)
			return 2
		}
		for _, t := range trials {
			sum.add(t)
			if *verbose {
				t.write(stdout)
			}
		}
	}
	sum.write(stdout)
	if len(sum.defects) > 0 {
		return 1
	}
	return 0
}
