// Benchpeers measures socle beside the programs that others use for the same work,
// on the same generated files in the same run, and prints two Markdown tables: what
// each program takes, and whether socle keeps what is promised of it.
//
//	benchpeers [-only LOADS] [-peers PEERS] [-runs N] [-budget TIME] [-scale SHARE] [-qsv TIME] [-cache FOLDER] [-keep]
//
// The peers are installed at pinned versions in a folder of the user's cache: in a
// virtual environment of Python, from npm, and by cargo. One that cannot be had is
// listed as not measured. Each run is a whole process, whose counts of rows and of
// faults are checked; the runs of the programs take turns, and medians are printed.
// A peer that would take longer than its budget judges the first rows of the file;
// DuckDB and Polars judge every file whole.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"github.com/socle-commun/socle/cmd/internal/workload"
)

func main() {
	b := bench{progress: os.Stderr}
	flag.IntVar(&b.runs, "runs", 5, "runs of each program")
	flag.DurationVar(&b.budget, "budget", 15*time.Second, "the longest that a peer may take for a run; one that would take longer judges as many of the first rows as take a third of it")
	flag.Float64Var(&b.scale, "scale", 1, "share of the rows, for a try")
	flag.BoolVar(&b.keep, "keep", false, "leave the files that are generated")
	only := flag.String("only", "", "names of workloads, separated by commas (default all)")
	peers := flag.String("peers", "", "names of peers, separated by commas (default all)")
	qsv := flag.Duration("qsv", 15*time.Minute, "how long qsv may take to build; 0 not to build it")
	cache := flag.String("cache", "", "where the peers are installed (default a folder of the user's cache)")
	generate := flag.String("generate", "", "write -rows rows of a workload to -to and stop: what a run does in a process of its own")
	rows := flag.Int("rows", 0, "see -generate")
	to := flag.String("to", "", "see -generate")
	valid := flag.String("valid", "", "read a file with json.Valid and stop: what a run of that peer does")
	flag.Parse()
	switch {
	case *generate != "":
		exitOn(write(*generate, *rows, *to))
	case *valid != "":
		exitOn(workload.ValidJSON(*valid))
	default:
		exitOn(run(&b, *only, *peers, *cache, *qsv))
	}
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "benchpeers:", err)
		os.Exit(1)
	}
}

// run installs what is wanted, measures it, and prints the tables.
func run(b *bench, only, peers, cache string, qsv time.Duration) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	loads, err := pick(theLoads, names(only), func(l load) string { return l.name })
	if err != nil {
		return err
	}
	wanted, err := pick(thePeers, names(peers), func(p peer) string { return p.name })
	if err != nil {
		return err
	}
	if cache == "" {
		folder, err := os.UserCacheDir()
		if err != nil {
			return err
		}
		cache = filepath.Join(folder, "socle-peers", "bench")
	}
	if cache, err = filepath.Abs(cache); err != nil {
		return err
	}
	if err := b.prepare(ctx, cache, wanted, qsv); err != nil {
		return err
	}
	defer b.clean()
	start := time.Now()
	var all []outcome
	for _, l := range loads {
		o, err := b.measure(ctx, l, wanted)
		if err != nil {
			return fmt.Errorf("%s: %w", l.name, err)
		}
		all = append(all, o)
	}
	b.say("measured in %v", time.Since(start).Round(time.Second))
	writeTable(os.Stdout, machine(start, b.runs, b.scale), all)
	writeGoals(os.Stdout, all)
	return nil
}

// names cuts a list at its commas.
func names(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
}

// pick gives those of some that are named, in their own order: all where none is.
func pick[T any](some []T, names []string, name func(T) string) ([]T, error) {
	if len(names) == 0 {
		return some, nil
	}
	var picked []T
	known := map[string]bool{}
	for _, n := range names {
		known[n] = false
	}
	var every []string
	for _, one := range some {
		every = append(every, name(one))
		if _, ok := known[name(one)]; ok {
			known[name(one)] = true
			picked = append(picked, one)
		}
	}
	for _, n := range names {
		if !known[n] {
			return nil, fmt.Errorf("nothing is called %q; there are %s", n, strings.Join(every, ", "))
		}
	}
	return picked, nil
}

// write makes the file of a workload.
func write(name string, rows int, path string) error {
	loads, err := pick(theLoads, []string{name}, func(l load) string { return l.name })
	if err != nil {
		return err
	}
	return workload.Create(path, func(w *bufio.Writer) error { return loads[0].write(w, rows) })
}
