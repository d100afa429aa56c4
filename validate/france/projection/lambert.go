package projection

import "math"

// The ellipsoid GRS80: its half axis in metres, its flattening, its
// eccentricity.
const (
	halfAxis   = 6378137.0
	flattening = 1 / 298.257222101
)

var eccentricity = math.Sqrt(flattening * (2 - flattening))

const degree = math.Pi / 180

// isometric gives the isometric latitude of a latitude, both in radians.
func isometric(sinLat float64) float64 {
	return math.Atanh(sinLat) - eccentricity*math.Atanh(eccentricity*sinLat)
}

// geodetic gives the latitude, in radians, of an isometric one. Each step gains
// two digits or more.
func geodetic(iso float64) float64 {
	sin := math.Tanh(iso)
	for range 12 {
		next := math.Tanh(iso + eccentricity*math.Atanh(eccentricity*sin))
		if math.Abs(next-sin) < 1e-15 {
			break
		}
		sin = next
	}
	return math.Asin(sin)
}

// A lambert is a Lambert conic conformal projection with two standard
// parallels (EPSG method 9802).
type lambert struct {
	lon0   float64 // radians
	n, c   float64
	x0, ys float64 // of the pole, metres
}

// newLambert makes a projection of its origin and its two parallels, in
// degrees, and of the metres at its origin.
func newLambert(lon0, lat0, lat1, lat2, x0, y0 float64) *lambert {
	iso := func(lat float64) float64 { return isometric(math.Sin(lat * degree)) }
	width := func(lat float64) float64 {
		sin, cos := math.Sincos(lat * degree)
		return cos / math.Sqrt(1-eccentricity*eccentricity*sin*sin)
	}
	n := math.Log(width(lat1)/width(lat2)) / (iso(lat2) - iso(lat1))
	c := halfAxis * width(lat1) / n * math.Exp(n*iso(lat1))
	return &lambert{lon0: lon0 * degree, n: n, c: c, x0: x0, ys: y0 + c*math.Exp(-n*iso(lat0))}
}

func (l *lambert) forward(lon, lat float64) (x, y float64) {
	r := l.c * math.Exp(-l.n*isometric(math.Sin(lat*degree)))
	sin, cos := math.Sincos(l.n * (lon*degree - l.lon0))
	return l.x0 + r*sin, l.ys - r*cos
}

func (l *lambert) inverse(x, y float64) (lon, lat float64) {
	dx, dy := math.Copysign(1, l.n)*(x-l.x0), math.Copysign(1, l.n)*(l.ys-y)
	iso := -math.Log(math.Hypot(dx, dy)/math.Abs(l.c)) / l.n
	return (l.lon0 + math.Atan2(dx, dy)/l.n) / degree, geodetic(iso) / degree
}
