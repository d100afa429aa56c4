// Command bench measures how fast socle judges a large file of subsidies,
// beside wc -l and Go's encoding/csv reading the same file in the same run.
// Each figure is of a whole process; medians of several runs are printed.
package main

import (
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

func main() {
	rows := flag.Int("rows", 1_000_000, "rows of the file")
	runs := flag.Int("runs", 5, "runs of each program")
	keep := flag.String("keep", "", "write the file here and leave it")
	only := flag.Bool("generate", false, "generate the file and stop (with -keep)")
	read := flag.String("read", "", "read a file with encoding/csv and stop: what a run of that program does")
	flag.Parse()
	if *read != "" {
		exitOn(readCSV(*read))
		return
	}
	exitOn(run(*rows, *runs, *keep, *only))
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(rows, runs int, keep string, only bool) error {
	dir, err := os.MkdirTemp("", "socle-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	file := keep
	if file == "" {
		file = filepath.Join(dir, "subventions.csv")
	}
	bad, err := generate(file, rows)
	if err != nil || only {
		return err
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	socle := filepath.Join(dir, "socle")
	build := exec.Command("go", "build", "-o", socle, "./cmd/socle")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("building socle: %w", err)
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if err := verify(socle, file, rows, bad); err != nil {
		return err
	}
	programs := []program{
		{"wc -l", []string{"wc", "-l", file}},
		{"encoding/csv, reading only", []string{self, "-read", file}},
		{"socle validate", []string{socle, "validate", "--schema", "scdl/subventions@2.1.1", "--format", "json", file}},
	}
	fmt.Printf("%d rows, %d MB, %d with a fault; %s/%s, %d cores, %s; medians of %d runs\n\n",
		rows, info.Size()/1e6, bad, runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version(), runs)
	return measure(os.Stdout, programs, runs, rows, info.Size())
}

// readCSV reads a file with encoding/csv, as fast as it goes.
func readCSV(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.ReuseRecord = true
	for {
		if _, err := r.Read(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}
