package geometry

import "github.com/paulmach/orb"

// A box is bounds, inclusive.
type box struct{ west, south, east, north float64 }

func boxOf(a, b orb.Point) box {
	return box{min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])}
}

func (b box) with(o box) box {
	return box{min(b.west, o.west), min(b.south, o.south), max(b.east, o.east), max(b.north, o.north)}
}

// meets says whether two boxes share a point.
func (b *box) meets(o *box) bool {
	return b.west <= o.east && o.west <= b.east && b.south <= o.north && o.south <= b.north
}
