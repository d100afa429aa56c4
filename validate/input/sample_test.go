package input

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSample(t *testing.T) {
	long := strings.Repeat("x", sampleBytes/3)
	for _, tt := range []struct {
		name, content string
		want          [][]string
	}{
		{"rows", "a,b\n1,2\n3,\n", [][]string{{"1", "2"}, {"3", ""}}},
		{"no line end", "a\n1", [][]string{{"1"}}},
		{"quotes", "a,b\n\"x,\"\"y\",\"z\nz\"\n", [][]string{{`x,"y`, "z\nz"}}},
		{"blank rows", "a,b\n\n1,2\n,\n3,4\n", [][]string{{"1", "2"}, {"3", "4"}}},
		{"ragged", "a,b\n1\n1,2,3\n", [][]string{{"1"}, {"1", "2"}}},
		{"Windows-1252", "a\nd\xe9j\xe0\n", [][]string{{"déjà"}}},
		{"header alone", "a,b\n", nil},
		{"empty", "", nil},
		{"the first rows", "a\n" + strings.Repeat("1\n", 1000), slicesOf("1", sampleRows)},
		{"a part of the bytes", "a\n" + strings.Repeat(long+"\n", 4), slicesOf(long, 2)},
		{"a quote that is not closed", "a\n1\n\"" + strings.Repeat("x\n", sampleBytes), slicesOf("1", 1)},
	} {
		if diff := cmp.Diff(tt.want, opened(t, tt.content, Options{}).File().Sample); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// slicesOf gives rows of one cell.
func slicesOf(cell string, rows int) [][]string {
	var out [][]string
	for range rows {
		out = append(out, []string{cell})
	}
	return out
}
