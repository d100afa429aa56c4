package validate

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWholeNumber writes whole numbers as a table would, and leaves others.
func TestWholeNumber(t *testing.T) {
	want := map[string]string{
		"12": "12", "12.0": "12", "12.50": "12.50", "1e2": "100", "1E+2": "100", "1.5e1": "15", "1.5e0": "1.5e0", "-1.20e1": "-12", "100e-2": "1",
		"1e-1": "1e-1", "0e5": "0", "-0e1": "0", "0.0012e4": "12", "10e-3": "10e-3", "1e40": "1" + "0000000000000000000000000000000000000000",
		"1e41": "1e41", "1e999999999999": "1e999999999999", "1e-999999999": "1e-999999999", "-5e-1": "-5e-1", "-50e-1": "-5", "-50e-3": "-50e-3",
	}
	got := map[string]string{}
	for in := range want {
		got[in] = string(wholeNumber([]byte(in)))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
