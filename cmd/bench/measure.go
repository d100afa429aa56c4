package main

import (
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
}

// A cost is what one run of a program took.
type cost struct {
	wall, cpu time.Duration
	memory    int64 // the most that was resident, in bytes; 0 where the system does not say
}

// measure runs the programs in turn, so that a machine that grows slower does
// so for all, and writes a table.
func measure(w io.Writer, programs []program, runs, rows int, size int64) error {
	costs := make([][]cost, len(programs))
	for range runs {
		for i, p := range programs {
			c, err := once(p)
			if err != nil {
				return err
			}
			costs[i] = append(costs[i], c)
		}
	}
	fmt.Fprintln(w, "| program | wall | CPU | rows/s | MB/s | peak memory | × wc |")
	fmt.Fprintln(w, "|---|--:|--:|--:|--:|--:|--:|")
	base := median(costs[0], func(c cost) float64 { return c.wall.Seconds() })
	for i, p := range programs {
		wall := median(costs[i], func(c cost) float64 { return c.wall.Seconds() })
		cpu := median(costs[i], func(c cost) float64 { return c.cpu.Seconds() })
		memory := median(costs[i], func(c cost) float64 { return float64(c.memory) })
		fmt.Fprintf(w, "| %s | %.2f s | %.2f s | %.0f | %.0f | %.1f MiB | %.1f |\n",
			p.name, wall, cpu, float64(rows)/wall, float64(size)/1e6/wall, memory/(1<<20), wall/base)
	}
	return nil
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

func median(costs []cost, of func(cost) float64) float64 {
	values := make([]float64, len(costs))
	for i, c := range costs {
		values[i] = of(c)
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// verify makes sure that socle did the work: every row judged, every fault found.
func verify(socle, file string, rows, bad int) error {
	out, err := exec.Command(socle, "validate", "--schema", "scdl/subventions@2.1.1", "--format", "json", file).Output()
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
	if report.Summary.Rows != rows || report.Summary.Errors != bad {
		return fmt.Errorf("socle judged %d rows and found %d errors; there are %d and %d",
			report.Summary.Rows, report.Summary.Errors, rows, bad)
	}
	return nil
}
