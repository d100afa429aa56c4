package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

const (
	usualGrowth = 100 // percent: the garbage collector's own
	firstGrowth = 400 // percent of its smallest heap, which is 4 MiB
)

// postponeCollecting lets the heap grow to 16 MiB before garbage is collected
// for the first time: a small file needs no more, and collecting would take a
// third of its time. From then on the collector works as it always does. What
// the environment says of it counts.
func postponeCollecting() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(firstGrowth)
	garbage := new([64]byte)
	runtime.AddCleanup(garbage, func(growth int) { debug.SetGCPercent(growth) }, usualGrowth)
}
