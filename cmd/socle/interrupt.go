package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// exitInterrupted is the code of a run that a second Ctrl-C ends, as shells
// have it.
const exitInterrupted = 130

// interruptible gives the context of a run. The first Ctrl-C cancels it, so
// that what is judged is still reported; the second one ends the process at
// once, by end. stop makes signals mean what they meant before.
func interruptible(end func()) (ctx context.Context, stop func()) {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go twice(signals, done, cancel, end)
	return ctx, func() {
		signal.Stop(signals)
		close(done)
		cancel()
	}
}

// twice does first at the first signal, and then at the second, until done.
func twice(signals <-chan os.Signal, done <-chan struct{}, first, then func()) {
	for _, act := range []func(){first, then} {
		select {
		case <-signals:
			act()
		case <-done:
			return
		}
	}
}
