package geometry

import (
	"fmt"
	"math"
	"testing"
)

func BenchmarkDecodePoint(b *testing.B) {
	for name, raw := range map[string]string{
		"plain":       `{"type":"Point","coordinates":[2.3522191,48.8566101]}`,
		"spaces":      `{ "type": "Point", "coordinates": [ 2.352219100000000, 48.856610100000001 ] }`,
		"other order": `{"coordinates":[2.3522191,48.8566101],"type":"Point"}`,
	} {
		b.Run(name, func(b *testing.B) {
			var s Shape
			text := []byte(raw)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				s.Decode(text)
			}
		})
	}
}

// figures are polygons of n vertices: what people draw, and what they would draw
// to take the analysis down.
var figures = []struct {
	name string
	make func(n int) []byte
}{
	{"coast", func(n int) []byte { return star(n, 1) }},
	{"comb", func(n int) []byte { return comb(n, 0) }},
	{"comb turned", func(n int) []byte { return comb(n, math.Pi/4) }},
	{"all crossing", func(n int) []byte { return star(n-1+n%2, n/2-1) }},
	{"one line", func(n int) []byte {
		return polygon(closed(n, func(i int) (x, y float64) { return float64(i%1000) / 1000, 45 }))
	}},
	{"one point", func(n int) []byte { return polygon(closed(n, func(int) (x, y float64) { return 2, 45 })) }},
	{"zigzag on a line", func(n int) []byte {
		return polygon(closed(n, func(i int) (x, y float64) {
			if i == 0 {
				return 0, 46
			}
			return float64(i*7919%n) / float64(n), 45
		}))
	}},
	{"spiral", func(n int) []byte {
		return polygon(closed(n, func(i int) (x, y float64) {
			t, width := float64(i), 1.0
			if i >= n/2 {
				t, width = float64(n-1-i), 0.98
			}
			r := width * (1 + 3*t/float64(n))
			sin, cos := math.Sincos(t / float64(n) * 200)
			return 2 + r*cos, 46 + r*sin
		}))
	}},
	{"holes", func(n int) []byte {
		rings := [][][2]float64{{{0, 40}, {10, 40}, {10, 50}, {0, 50}, {0, 40}}}
		side := int(math.Sqrt(float64(n) / 4))
		for i := range side * side {
			x, y, w := float64(i*7919%side)*9.9/float64(side)+0.05, 40.05+float64(i/side)*9.9/float64(side), 8/float64(side)
			rings = append(rings, closed(4, func(j int) (float64, float64) {
				return x + [4]float64{0, 0, w, w}[j], y + [4]float64{0, w, w, 0}[j]
			}))
		}
		return polygon(rings...)
	}},
	{"fan of holes", func(n int) []byte {
		rings := [][][2]float64{{{-10, 40}, {10, 40}, {10, 60}, {-10, 60}, {-10, 40}}}
		for i := range n / 4 {
			a, da := 2*math.Pi*float64(i)/float64(n/4), 1/float64(n)
			rings = append(rings, closed(3, func(j int) (float64, float64) {
				r := [3]float64{0, 9, 9}[j]
				return r * math.Cos(a+da*float64(j)), 50 + r*math.Sin(a+da*float64(j))
			}))
		}
		return polygon(rings...)
	}},
}

func BenchmarkAnalyse(b *testing.B) {
	for _, f := range figures {
		for _, n := range []int{10_000, 100_000, 1_000_000} {
			b.Run(fmt.Sprintf("%s/%d", f.name, n), func(b *testing.B) {
				raw := f.make(n)
				var s Shape
				for b.Loop() {
					s.Decode(raw)
					s.Analyse()
				}
				b.SetBytes(int64(len(raw)))
				for _, fault := range s.Faults {
					b.ReportMetric(float64(fault.N), fmt.Sprintf("fault-%d", fault.Kind))
				}
			})
		}
	}
}

func BenchmarkDecodePolygon(b *testing.B) {
	raw := star(1_000_000, 1)
	var s Shape
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		s.Decode(raw)
	}
}
