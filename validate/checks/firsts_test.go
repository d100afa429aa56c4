package checks

import (
	"math"
	"math/rand/v2"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"
)

// The table says what a map says, of any hashes: few and many, spread and in a
// row, with the same one again and again.
func TestFirsts(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, tt := range []struct {
		name string
		n    int
		hash func(i int) uint64
	}{
		{"none", 0, nil},
		{"nought", 1, func(int) uint64 { return 0 }},
		{"few", 100, func(int) uint64 { return random.Uint64N(50) }},
		{"many", 1_000_000, func(int) uint64 { return random.Uint64() }},
		{"many twice", 600_000, func(int) uint64 { return random.Uint64N(300_000) }},
		{"one after the other", 400_000, func(i int) uint64 { return uint64(i) }},
		{"alike in their lower bits", 400_000, func(i int) uint64 { return uint64(i) << 44 }},
		{"far from each other", 400_000, func(i int) uint64 { return uint64(i) * 0x9E3779B97F4A7C15 }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, want := newFirsts(), map[uint64]int{}
			var hashes []uint64
			for i := range tt.n {
				hashes = append(hashes, tt.hash(i))
			}
			wrong := 0
			for i, hash := range hashes {
				if i%warmHashes == 0 {
					f.warm(hashes[i:min(i+warmHashes, len(hashes))])
				}
				if _, known := want[hash]; f.has(hash) != known {
					wrong++
				}
				if _, known := want[hash]; !known {
					want[hash] = i + 2
				}
				if f.enter(hash, i+2) != want[hash] {
					wrong++
				}
			}
			for hash, row := range want {
				if !f.has(hash) || f.enter(hash, math.MaxInt) != row {
					wrong++
				}
			}
			for range 1000 {
				hash := random.Uint64()
				if _, known := want[hash]; f.has(hash) != known {
					wrong++
				}
			}
			if wrong > 0 {
				t.Errorf("%d answers of %d are wrong", wrong, tt.n)
			}
		})
	}
}

// A row that the table cannot keep is still known as the first where it is new,
// and as the highest number that fits afterwards.
func TestFirstsBeyondFourBillion(t *testing.T) {
	f := newFirsts()
	got := []int{f.enter(1, 1<<32-1), f.enter(2, 1<<32+7), f.enter(1, 1<<33), f.enter(2, 1<<33), f.enter(1<<32, 1<<33)}
	if diff := cmp.Diff([]int{1<<32 - 1, 1<<32 + 7, 1<<32 - 1, 1<<32 - 1, 1 << 33}, got); diff != "" {
		t.Error(diff)
	}
}

// Where hashes lie differs from table to table, and so does a segment's: a file
// that fills one place of one table fills none of another.
func TestFirstsAreNobodysGuess(t *testing.T) {
	aimed, other := newFirsts(), newFirsts()
	const n = 100_000
	segments := map[uint64]int{}
	for hash, found := uint64(0), 0; found < n; hash++ {
		if aimed.mix(hash)>>(64-segmentBits) == 0 {
			segments[other.mix(hash)>>(64-segmentBits)]++
			found++
		}
	}
	for segment, hashes := range segments {
		if hashes > n/4 {
			t.Errorf("%d of %d hashes are in segment %d of %d", hashes, n, segment, len(other.segments))
		}
	}
}

// A line is what the processor fetches at once, and a key does not take much
// more than its place, whatever the table has grown from.
func TestFirstsAreSmall(t *testing.T) {
	f := newFirsts()
	const n = 3_000_000
	random := rand.New(rand.NewPCG(3, 4))
	for row := range n {
		f.enter(random.Uint64(), row)
	}
	lines := len(f.spare) * blockLines
	for i := range f.segments {
		lines += f.segments[i].lines
	}
	if size := unsafe.Sizeof(line{}); size != 64 {
		t.Errorf("a line has %d bytes", size)
	}
	if perKey := float64(lines) * 64 / n; perKey > 21 {
		t.Errorf("%.1f bytes a key", perKey)
	}
}
