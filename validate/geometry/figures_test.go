package geometry

import (
	"math"
	"strconv"
)

// polygon writes a polygon of rings.
func polygon(rings ...[][2]float64) []byte {
	b := []byte(`{"type":"Polygon","coordinates":[`)
	for i, ring := range rings {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '[')
		for j, p := range ring {
			if j > 0 {
				b = append(b, ',')
			}
			b = append(b, '[')
			b = strconv.AppendFloat(b, p[0], 'f', -1, 64)
			b = append(b, ',')
			b = strconv.AppendFloat(b, p[1], 'f', -1, 64)
			b = append(b, ']')
		}
		b = append(b, ']')
	}
	return append(b, `]}`...)
}

// closed gives a ring of points.
func closed(n int, at func(i int) (x, y float64)) [][2]float64 {
	points := make([][2]float64, n, n+1)
	for i := range points {
		x, y := at(i)
		points[i] = [2]float64{math.Round(x*1e7) / 1e7, math.Round(y*1e7) / 1e7}
	}
	return append(points, points[0])
}

// star writes a polygon around the middle of France whose border is as
// ragged as a coast. With a step, each point is joined to the one so many
// further: rays that cross one another.
func star(n, step int) []byte {
	if step == 0 {
		step = 1
	}
	return polygon(closed(n, func(i int) (x, y float64) {
		angle := 2 * math.Pi * float64(i*step%n) / float64(n)
		r := 3 + math.Sin(7*angle)/2 + math.Sin(61*angle)/20
		if step == 1 {
			r += float64(i*7919%101) / 101 * 6 / float64(n)
		}
		return 2.5 + r*math.Cos(angle), 46.5 + r*math.Sin(angle)
	}))
}

// comb writes a polygon with long teeth, turned by an angle.
func comb(n int, angle float64) []byte {
	sin, cos := math.Sincos(angle)
	return polygon(closed(n, func(i int) (x, y float64) {
		u, v := 8*float64(i)/float64(n), 0.0
		if i%4 == 1 || i%4 == 2 {
			v = 5
		}
		if i >= n-2 {
			u, v = 8*float64(n-1-i), -1
		}
		return u*cos - v*sin, 42 + u*sin + v*cos
	}))
}
