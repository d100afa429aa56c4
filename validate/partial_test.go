package validate

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// Whatever the findings, however the rows are cut into chunks and however the
// partials are grouped, the same findings are kept and counted.
func TestAnySplitMergesToTheSame(t *testing.T) {
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 1))
		rows := make([]string, 1+random.IntN(60))
		for i := range rows {
			for range 3 {
				rows[i] += string("....xyz"[random.IntN(7)])
			}
		}
		o := Options{MaxFindings: random.IntN(20), Strict: seed%2 == 0}
		job, in := lineJob(t, o)
		whole := job.Begin()
		for _, c := range chunksOf(rows, len(rows)) {
			job.Merge(whole, job.Check(in, c))
		}
		want := job.Finish(whole)
		for range 5 {
			var parts []*Partial
			for _, c := range chunksOf(rows, sizes(random, len(rows))...) {
				parts = append(parts, job.Check(in, c))
			}
			for len(parts) > 1 && random.IntN(6) > 0 {
				i := random.IntN(len(parts) - 1)
				job.Merge(parts[i], parts[i+1])
				parts = append(parts[:i+1], parts[i+2:]...)
			}
			whole := job.Begin()
			for _, part := range parts {
				job.Merge(whole, part)
			}
			if diff := cmp.Diff(want, job.Finish(whole), cmpopts.IgnoreFields(FileResult{}, "Schema")); diff != "" {
				t.Fatalf("seed %d, %d kept, rows %s (-whole +split):\n%s", seed, o.MaxFindings, strings.Join(rows, " "), diff)
			}
		}
	}
}

// sizes cuts n into numbers of one or more.
func sizes(random *rand.Rand, n int) []int {
	var out []int
	for n > 0 {
		size := 1 + random.IntN(min(n, 9))
		out, n = append(out, size), n-size
	}
	return out
}

// The first findings are kept, and the first five of each group in any case;
// all are counted.
func TestWhatIsKept(t *testing.T) {
	rows := make([]string, 0, 120)
	for range 100 {
		rows = append(rows, "x..")
	}
	for range 10 {
		rows = append(rows, ".y.", "..x")
	}
	job, in := lineJob(t, Options{MaxFindings: 3})
	whole := job.Begin()
	for _, c := range chunksOf(rows, 50, 50, 20) {
		job.Merge(whole, job.Check(in, c))
	}
	r := job.Finish(whole)
	var got []string
	for _, f := range r.Findings {
		got = append(got, fmt.Sprintf("%d %s%s", f.Pos.Row, f.Code, f.Field))
	}
	want := []string{
		"2 xa", "3 xa", "4 xa", "5 xa", "6 xa",
		"102 yb", "103 xc", "104 yb", "105 xc", "106 yb", "107 xc", "108 yb", "109 xc", "110 yb", "111 xc",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("kept: %s", diff)
	}
	counts := []Count{
		{Code: "x", Severity: Error, Field: "a", Count: 100},
		{Code: "x", Severity: Error, Field: "c", Count: 10},
		{Code: "y", Severity: Warning, Field: "b", Count: 10},
	}
	if diff := cmp.Diff(counts, r.Counts); diff != "" {
		t.Errorf("counted: %s", diff)
	}
	if r.Errors != 110 || r.Warnings != 10 || r.Rows != 120 || !r.Truncated || r.Worst() != Error || r.Valid() {
		t.Errorf("%+v", r)
	}
}

func TestKeeps(t *testing.T) {
	for _, tt := range []struct {
		max, n, m int
		want      bool
	}{
		{0, 1 << 40, 1 << 40, true},
		{10, 9, 9, true},
		{10, 10, 4, true},
		{10, 10, 5, false},
		{1, 1, 0, true},
	} {
		if got := (Options{MaxFindings: tt.max}).keeps(tt.n, tt.m); got != tt.want {
			t.Errorf("of %d at most, the %d-th and %d-th of its group: %t", tt.max, tt.n, tt.m, got)
		}
	}
}
