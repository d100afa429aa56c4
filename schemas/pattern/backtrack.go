package pattern

import (
	"time"

	"github.com/dlclark/regexp2"
)

// MaxBacktrack is the longest value given to a back-tracking expression, in bytes. The matcher's stack grows
// with the value.
const MaxBacktrack = 16 << 10

// backtrackLimit is the time for one value. The matcher's clock ticks every 100 ms, so that a runaway match
// ends between one and three ticks.
const backtrackLimit = 100 * time.Millisecond

// A backtracker matches what no automaton can: look-around, back-references, atomic groups.
type backtracker struct{ re *regexp2.Regexp }

func newBacktracker(root *node) (*backtracker, error) {
	re, err := regexp2.Compile(writeBacktrack(root), regexp2.None)
	if err != nil {
		return nil, err
	}
	re.MatchTimeout = backtrackLimit
	return &backtracker{re}, nil
}

func (t *backtracker) match(b []byte) (bool, error) {
	if len(b) > MaxBacktrack {
		return false, ErrTooLong
	}
	ok, err := t.re.MatchString(string(b))
	if err != nil {
		return false, ErrTimeout
	}
	return ok, nil
}
