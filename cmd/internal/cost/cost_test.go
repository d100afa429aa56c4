package cost

import (
	"errors"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestMedian(t *testing.T) {
	for _, tt := range []struct {
		name  string
		costs []Cost
		want  Cost
	}{
		{"one", []Cost{{3, 2, 1}}, Cost{3, 2, 1}},
		{"each part has its own", []Cost{{1, 30, 200}, {2, 10, 300}, {3, 20, 100}}, Cost{2, 20, 200}},
		{"the upper of two", []Cost{{4, 1, 7}, {2, 3, 5}}, Cost{4, 3, 7}},
	} {
		if diff := cmp.Diff(tt.want, Median(tt.costs)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestCores(t *testing.T) {
	for _, tt := range []struct {
		cost Cost
		want float64
	}{{Cost{}, 0}, {Cost{Wall: 2 * time.Second, CPU: 3 * time.Second}, 1.5}} {
		if got := tt.cost.Cores(); got != tt.want {
			t.Errorf("%v: %v cores, expected %v", tt.cost, got, tt.want)
		}
	}
}

// The test itself is the program that is measured.
func TestOf(t *testing.T) {
	if code := os.Getenv("COST_TEST"); code != "" {
		os.Exit(int(code[0] - '0'))
	}
	for _, want := range []string{"0", "3"} {
		command := exec.Command(os.Args[0], "-test.run=^TestOf$")
		command.Env = append(os.Environ(), "COST_TEST="+want)
		c, err := Of(command)
		code := 0
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			code = exit.ExitCode()
		}
		if code != int(want[0]-'0') || c.Wall <= 0 {
			t.Errorf("exit code %d after %v, expected %s: %v", code, c.Wall, want, err)
		}
	}
	if c, err := Of(exec.Command("no-such-program")); err == nil || c.CPU != 0 {
		t.Errorf("a program that is not there: %v, %v", c, err)
	}
}
