package geometry

import (
	"math"
	"math/big"

	"github.com/paulmach/orb"
)

// orient says on which side of the line from a to b the point c lies: 1 for the
// left, -1 for the right, 0 for on it. The answer is exact. cost tells what it
// took, in units of the quickest way.
//
// The first try is a determinant in floating point with Shewchuk's bound on
// its error ("Adaptive Precision Floating-Point Arithmetic and Fast Robust
// Geometric Predicates", 1997). The second holds where the differences of
// coordinates are exact, as on any grid. The third sums the twelve halves of the
// six products as an expansion; the last is for numbers so large or small that
// products leave the range of float64.
func orient(a, b, c orb.Point) (side int, cost int) {
	acx, bcx := a[0]-c[0], b[0]-c[0]
	acy, bcy := a[1]-c[1], b[1]-c[1]
	left, right := float64(acx*bcy), float64(acy*bcx) // the conversion forbids to fuse it with what follows
	det := left - right
	const bound = (3 + 16*0x1p-53) * 0x1p-53
	if limit := bound * (math.Abs(left) + math.Abs(right)); (det > limit || -det > limit) && !math.IsInf(limit, 0) && limit > 1e-290 {
		return sign(det), 1
	}
	if a == c || b == c {
		return 0, 1
	}
	if !moderate(a) || !moderate(b) || !moderate(c) {
		return orientBig(a, b, c), 2000
	}
	if tail(a[0], c[0], acx) == 0 && tail(b[0], c[0], bcx) == 0 && tail(a[1], c[1], acy) == 0 && tail(b[1], c[1], bcy) == 0 {
		if left != right {
			return sign(left - right), 4
		}
		return sign(math.FMA(acx, bcy, -left) - math.FMA(acy, bcx, -right)), 4
	}
	return orientSum(a, b, c), 40
}

func sign(v float64) int {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

// tail is what the difference d of x and y lacks.
func tail(x, y, d float64) float64 {
	virtual := x - d
	return (x - (d + virtual)) + (virtual - y)
}

// moderate says whether products of the coordinates are held without loss in
// two float64.
func moderate(p orb.Point) bool {
	for _, v := range p {
		if v = math.Abs(v); v != 0 && !(v > 1e-120 && v < 1e120) {
			return false
		}
	}
	return true
}

// orientSum sums the products as an expansion: numbers that do not overlap, of
// which the last one that is not zero has the sign of the sum.
func orientSum(a, b, c orb.Point) int {
	var sum [12]float64
	n := 0
	add := func(x, y float64) {
		high := float64(x * y)
		for _, v := range [2]float64{math.FMA(x, y, -high), high} {
			for i := range sum[:n] {
				s := sum[i] + v
				part := s - v
				sum[i] = (sum[i] - part) + (v - (s - part))
				v = s
			}
			sum[n] = v
			n++
		}
	}
	add(a[0], b[1])
	add(-a[0], c[1])
	add(-c[0], b[1])
	add(-a[1], b[0])
	add(a[1], c[0])
	add(c[1], b[0])
	for i := n - 1; i >= 0; i-- {
		if sum[i] != 0 {
			return sign(sum[i])
		}
	}
	return 0
}

// orientBig computes with fractions.
func orientBig(a, b, c orb.Point) int {
	exact := func(v float64) *big.Rat { return new(big.Rat).SetFloat64(v) }
	minus := func(x, y float64) *big.Rat { return new(big.Rat).Sub(exact(x), exact(y)) }
	left := new(big.Rat).Mul(minus(a[0], c[0]), minus(b[1], c[1]))
	right := new(big.Rat).Mul(minus(a[1], c[1]), minus(b[0], c[0]))
	return left.Cmp(right)
}
