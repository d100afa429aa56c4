// Package projection turns metres of the coordinate systems that French law
// names into degrees of longitude and latitude, and back.
//
// The systems are those of decree 2000-1276 of 26 December 2000, as amended in
// 2019: Lambert-93 and its nine conic zones in metropolitan France, a UTM zone
// for each overseas territory, a Lambert projection for New Caledonia. Their
// parameters are those of the EPSG registry. All use the ellipsoid GRS80, and
// all their datums agree with WGS84 within a metre; no shift is applied.
//
// The formulas are exact to less than a millimetre within the area of each
// system. Nothing here allocates; a conversion takes about a tenth of a
// microsecond to metres, and some tenths back.
package projection

import "math"

// A System is a planar coordinate system, in metres. It never changes.
type System struct {
	EPSG int
	Name string // as people call it, in French
	plane
	area box // where it is the law
	home box // the land within the area, and little more
	// sparse says that the home is mostly sea.
	sparse bool
}

// A plane maps degrees to metres and back.
type plane interface {
	forward(lon, lat float64) (x, y float64)
	inverse(x, y float64) (lon, lat float64)
}

// A box is bounds in degrees, inclusive.
type box struct{ west, south, east, north float64 }

func (b box) has(lon, lat float64) bool {
	return lon >= b.west && lon <= b.east && lat >= b.south && lat <= b.north
}

// Find gives the system of an EPSG code, or nil.
func Find(epsg int) *System {
	for i := range systems {
		if systems[i].EPSG == epsg {
			return &systems[i]
		}
	}
	return nil
}

// ToWGS84 turns metres of a system into degrees. It is not ok for a code that
// Find does not find, and for numbers that are no place on earth.
func ToWGS84(epsg int, x, y float64) (lon, lat float64, ok bool) {
	s := Find(epsg)
	if s == nil {
		return 0, 0, false
	}
	return s.ToWGS84(x, y)
}

// FromWGS84 turns degrees into metres of a system. It is not ok for a code
// that Find does not find, and for degrees far from the system's area.
func FromWGS84(epsg int, lon, lat float64) (x, y float64, ok bool) {
	s := Find(epsg)
	if s == nil {
		return 0, 0, false
	}
	return s.FromWGS84(lon, lat)
}

// ToWGS84 turns metres into degrees.
func (s *System) ToWGS84(x, y float64) (lon, lat float64, ok bool) {
	if !(math.Abs(x) < farthest && math.Abs(y) < farthest) {
		return 0, 0, false
	}
	lon, lat = s.inverse(x, y)
	return lon, lat, s.near(lon, lat)
}

// FromWGS84 turns degrees into metres.
func (s *System) FromWGS84(lon, lat float64) (x, y float64, ok bool) {
	if !s.near(lon, lat) {
		return 0, 0, false
	}
	x, y = s.forward(lon, lat)
	return x, y, true
}

// farthest is more than any coordinate of a system, in metres.
const farthest = 2e7

// near says whether a place is at most so far from the area that the formulas
// hold. It is false for NaN.
func (s *System) near(lon, lat float64) bool {
	const margin = 10 // degrees
	a := s.area
	return box{a.west - margin, a.south - margin, a.east + margin, a.north + margin}.has(lon, lat)
}

// Legal gives the system that the law names for a place, or nil where it names
// none: outside of France. The areas are rectangles around the territories and
// their waters; they hold some places of the neighbours.
func Legal(lon, lat float64) *System {
	for i := range systems[:legal] {
		if systems[i].area.has(lon, lat) {
			return &systems[i]
		}
	}
	return nil
}

// Recognise tells of which system metres are, by where they would lie. It
// gives nil where no system puts them on French land, or where two do: the
// zones of Polynesia have the same figures, and so have parts of Guyane and
// New Caledonia. Polynesia, whose islands are few in a wide sea, yields to the
// others.
func Recognise(x, y float64) *System {
	var found *System
	for i := range systems {
		s := &systems[i]
		lon, lat, ok := s.ToWGS84(x, y)
		if !ok || !s.home.has(lon, lat) {
			continue
		}
		switch {
		case found == nil || found.sparse && !s.sparse:
			found = s
		case found.sparse == s.sparse:
			return nil
		}
	}
	return found
}
