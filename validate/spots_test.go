package validate

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The spots that are kept do not depend on how rows are divided, and are
// spread over the file.
func TestSpots(t *testing.T) {
	const rows = 20_000
	spot := func(row int) Spot {
		return Spot{Row: row, Lon: float64(row), Faulty: row%1000 == 0, Order: scatter(row)}
	}
	var whole Spots
	for row := range rows {
		if whole.wants(scatter(row), row%1000 == 0) {
			whole.add(spot(row))
		}
	}
	for _, size := range []int{1, 7, 333, 10_000} {
		var got Spots
		for from := 0; from < rows; from += size {
			var part Spots
			for row := from; row < min(from+size, rows); row++ {
				part.add(spot(row))
			}
			got.merge(&part)
		}
		if diff := cmp.Diff(whole, got); diff != "" {
			t.Errorf("chunks of %d rows (-whole +chunks):\n%s", size, diff)
		}
	}
	var quarters [4]int
	for _, s := range whole.All {
		quarters[s.Row*4/rows]++
	}
	if len(whole.All) != mostSpots || len(whole.Faulty) != rows/1000 || slices.Min(quarters[:]) < mostSpots/8 {
		t.Errorf("%d spots, %d of faulty rows; by quarter of the file: %d", len(whole.All), len(whole.Faulty), quarters)
	}
}
