// Package cost measures what a whole process takes: time, processor time and the
// most memory that it had resident.
//
// A process inherits the peak memory of the one that starts it, so that a program
// that measures must stay small: what needs memory is done by processes of their
// own.
package cost

import (
	"cmp"
	"os/exec"
	"slices"
	"time"
)

// A Cost is what one run of a program took.
type Cost struct {
	Wall, CPU time.Duration
	Memory    int64 // the most that was resident, in bytes; 0 where the system does not say
}

// Of runs a command and measures it. The error is the command's; the cost of one
// that ended with an exit code other than 0 is told as well.
func Of(command *exec.Cmd) (Cost, error) {
	start := time.Now()
	err := command.Run()
	c := Cost{Wall: time.Since(start)}
	if state := command.ProcessState; state != nil {
		c.CPU = state.UserTime() + state.SystemTime()
		c.Memory = peakMemory(state)
	}
	return c, err
}

// Cores is how many cores were used on average.
func (c Cost) Cores() float64 {
	if c.Wall <= 0 {
		return 0
	}
	return c.CPU.Seconds() / c.Wall.Seconds()
}

// Median gives the median of each part of costs, of which there is at least one.
func Median(costs []Cost) Cost {
	return Cost{
		Wall:   median(costs, func(c Cost) time.Duration { return c.Wall }),
		CPU:    median(costs, func(c Cost) time.Duration { return c.CPU }),
		Memory: median(costs, func(c Cost) int64 { return c.Memory }),
	}
}

func median[T cmp.Ordered](costs []Cost, of func(Cost) T) T {
	values := make([]T, len(costs))
	for i, c := range costs {
		values[i] = of(c)
	}
	slices.Sort(values)
	return values[len(values)/2]
}
