package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"

	"github.com/socle-commun/socle/cmd/internal/cost"
)

// A program is something that is measured.
type program struct {
	name    string
	command []string
	reads   file
}

// measure runs the programs in turn, so that a machine that grows slower does
// so for all. It gives the medians, by program.
func measure(programs []program, runs int) ([]cost.Cost, error) {
	costs := make([][]cost.Cost, len(programs))
	for range runs {
		for i, p := range programs {
			c, err := once(p)
			if err != nil {
				return nil, err
			}
			costs[i] = append(costs[i], c)
		}
	}
	medians := make([]cost.Cost, len(programs))
	for i, of := range costs {
		medians[i] = cost.Median(of)
	}
	return medians, nil
}

// table writes what the programs cost. The first of them is what the others
// are compared with; beside is its name.
func table(w io.Writer, beside string, programs []program, costs []cost.Cost) {
	fmt.Fprintf(w, "| program | wall | CPU | rows/s | MB/s | peak memory | × %s |\n", beside)
	fmt.Fprintln(w, "|---|--:|--:|--:|--:|--:|--:|")
	for i, p := range programs {
		wall := costs[i].Wall.Seconds()
		fmt.Fprintf(w, "| %s | %.2f s | %.2f s | %.0f | %.0f | %.1f MiB | %.1f |\n",
			p.name, wall, costs[i].CPU.Seconds(), float64(p.reads.rows)/wall, float64(p.reads.size)/1e6/wall,
			float64(costs[i].Memory)/(1<<20), wall/costs[0].Wall.Seconds())
	}
}

// once runs a program. Exit code 1 is socle's for findings.
func once(p program) (cost.Cost, error) {
	c, err := cost.Of(exec.Command(p.command[0], p.command[1:]...))
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		return c, fmt.Errorf("%s: %w", p.name, err)
	}
	return c, nil
}

// verify makes sure that socle does the work: every row judged, every fault
// found.
func verify(command []string, f file) error {
	out, err := exec.Command(command[0], command[1:]...).Output()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return err
	}
	var report struct {
		Summary struct{ Rows, Errors int }
	}
	if err := json.Unmarshal(out, &report); err != nil {
		return err
	}
	if report.Summary.Rows != f.rows || report.Summary.Errors != f.bad {
		return fmt.Errorf("%s: socle judged %d rows and found %d errors; there are %d and %d",
			f.path, report.Summary.Rows, report.Summary.Errors, f.rows, f.bad)
	}
	return nil
}
