package projection

import "math"

// A utm is a zone of the universal transverse Mercator projection (EPSG method
// 9807), by Krüger's series to the fourth order of the third flattening, which
// leaves less than a tenth of a millimetre.
type utm struct {
	lon0  float64 // radians
	north float64 // of the equator, metres
}

// newUTM makes a zone, 1 to 60, of the northern or the southern half.
func newUTM(zone int, south bool) *utm {
	u := &utm{lon0: float64(6*zone-183) * degree}
	if south {
		u.north = 10000000
	}
	return u
}

const (
	third  = flattening / (2 - flattening)
	third2 = third * third
	third3 = third2 * third
	third4 = third3 * third

	east  = 500000 // of the zone's meridian, metres
	scale = 0.9996 * halfAxis / (1 + third) * (1 + third2/4 + third4/64)
)

// alpha and beta are Krüger's coefficients, to the plane and back.
var (
	alpha = [4]float64{
		third/2 - third2*2/3 + third3*5/16 + third4*41/180,
		third2*13/48 - third3*3/5 + third4*557/1440,
		third3*61/240 - third4*103/140,
		third4 * 49561 / 161280,
	}
	beta = [4]float64{
		-third/2 + third2*2/3 - third3*37/96 + third4*1/360,
		-third2*1/48 - third3*1/15 + third4*437/1440,
		-third3*17/480 + third4*37/840,
		-third4 * 4397 / 161280,
	}
)

func (u *utm) forward(lon, lat float64) (x, y float64) {
	t := math.Sinh(isometric(math.Sin(lat * degree)))
	sin, cos := math.Sincos(lon*degree - u.lon0)
	xi, eta := series(&alpha, math.Atan2(t, cos), math.Asinh(sin/math.Hypot(t, cos)))
	return east + scale*eta, u.north + scale*xi
}

func (u *utm) inverse(x, y float64) (lon, lat float64) {
	xi, eta := series(&beta, (y-u.north)/scale, (x-east)/scale)
	sin, cos := math.Sincos(xi)
	sinh := math.Sinh(eta)
	lon = u.lon0 + math.Atan2(sinh, cos)
	return lon / degree, geodetic(math.Asinh(sin/math.Hypot(sinh, cos))) / degree
}

// series adds to the complex number xi + i eta the sum of c[j] sin(2j(xi + i eta)).
func series(c *[4]float64, xi, eta float64) (float64, float64) {
	sumXi, sumEta := xi, eta
	for j := range c {
		k := float64(2 * (j + 1))
		sin, cos := math.Sincos(k * xi)
		e := math.Exp(k * eta)
		cosh, sinh := (e+1/e)/2, (e-1/e)/2
		sumXi += c[j] * sin * cosh
		sumEta += c[j] * cos * sinh
	}
	return sumXi, sumEta
}
