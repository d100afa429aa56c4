package checks

import (
	"math/rand/v2"
	"runtime"
	"testing"
)

// Ten million keys: how long one takes, and how many bytes of memory it holds
// in the end; warmed by the batch, as a chunk's keys are, and one by one.
func BenchmarkFirsts(b *testing.B) {
	const keys = 10_000_000
	hashes := make([]uint64, keys)
	for i := range hashes {
		hashes[i] = rand.Uint64()
	}
	for _, bench := range []struct {
		name string
		warm int // hashes at once
	}{{"warmed", warmHashes}, {"one by one", 0}} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			var before, after runtime.MemStats
			for b.Loop() {
				runtime.GC()
				runtime.ReadMemStats(&before)
				f := newFirsts()
				for row, hash := range hashes {
					if bench.warm > 0 && row%bench.warm == 0 {
						f.warm(hashes[row:min(row+bench.warm, keys)])
					}
					f.enter(hash, row)
				}
				runtime.GC()
				runtime.ReadMemStats(&after)
				runtime.KeepAlive(f)
			}
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/keys, "B/key")
			b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/keys, "allocated-B/key")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/keys, "ns/key")
		})
	}
}
