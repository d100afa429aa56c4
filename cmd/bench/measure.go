package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"time"
)

// A program is something that is measured.
type program struct {
	name    string
	command []string
	reads   file
}

// A cost is what one run of a program took.
type cost struct {
	wall, cpu time.Duration
	memory    int64 // the most that was resident, in bytes; 0 where the system does not say
}

// measure runs the programs in turn, so that a machine that grows slower does
// so for all. It gives the medians, by program.
func measure(programs []program, runs int) ([]cost, error) {
	costs := make([][]cost, len(programs))
	for range runs {
		for i, p := range programs {
			c, err := once(p)
			if err != nil {
				return nil, err
			}
			costs[i] = append(costs[i], c)
		}
	}
	medians := make([]cost, len(programs))
	for i, of := range costs {
		medians[i] = cost{
			wall:   median(of, func(c cost) time.Duration { return c.wall }),
			cpu:    median(of, func(c cost) time.Duration { return c.cpu }),
			memory: median(of, func(c cost) int64 { return c.memory }),
		}
	}
	return medians, nil
}

// table writes what the programs cost. The first of them is what the others
// are compared with; beside is its name.
func table(w io.Writer, beside string, programs []program, costs []cost) {
	fmt.Fprintf(w, "| program | wall | CPU | rows/s | MB/s | peak memory | × %s |\n", beside)
	fmt.Fprintln(w, "|---|--:|--:|--:|--:|--:|--:|")
	for i, p := range programs {
		wall := costs[i].wall.Seconds()
		fmt.Fprintf(w, "| %s | %.2f s | %.2f s | %.0f | %.0f | %.1f MiB | %.1f |\n",
			p.name, wall, costs[i].cpu.Seconds(), float64(p.reads.rows)/wall, float64(p.reads.size)/1e6/wall,
			float64(costs[i].memory)/(1<<20), wall/costs[0].wall.Seconds())
	}
}

// once runs a program. Exit code 1 is socle's for findings.
func once(p program) (cost, error) {
	command := exec.Command(p.command[0], p.command[1:]...)
	start := time.Now()
	err := command.Run()
	c := cost{wall: time.Since(start)}
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		return c, fmt.Errorf("%s: %w", p.name, err)
	}
	c.cpu = command.ProcessState.UserTime() + command.ProcessState.SystemTime()
	c.memory = peakMemory(command.ProcessState)
	return c, nil
}

func median[T cmp.Ordered](costs []cost, of func(cost) T) T {
	values := make([]T, len(costs))
	for i, c := range costs {
		values[i] = of(c)
	}
	slices.Sort(values)
	return values[len(values)/2]
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
