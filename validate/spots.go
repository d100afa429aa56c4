package validate

import (
	"bytes"
	"slices"
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate/axis"
)

// A Spot is where a row lies, in degrees.
type Spot struct {
	Row      int
	Lon, Lat float64
	Faulty   bool   // the row has an error or a warning
	Order    uint64 // what decides whether the spot is kept: the lowest are
}

// Spots is a sample of where rows lie, for maps: of all rows, and of those
// with errors or warnings. It is the same whatever the chunks and workers.
type Spots struct{ All, Faulty []Spot }

// mostSpots is how many spots of each sort are kept.
const mostSpots = 500

// add takes a spot, where it is among those that are kept.
func (s *Spots) add(spot Spot) {
	s.All = lowest(s.All, spot)
	if spot.Faulty {
		s.Faulty = lowest(s.Faulty, spot)
	}
}

// wants says whether a spot of that order would be kept.
func (s *Spots) wants(order uint64, faulty bool) bool {
	full := func(spots []Spot) bool { return len(spots) == mostSpots && spots[mostSpots-1].Order <= order }
	return !full(s.All) || faulty && !full(s.Faulty)
}

// lowest puts a spot into a list in its order, and drops the last of too many.
func lowest(spots []Spot, spot Spot) []Spot {
	at, _ := slices.BinarySearchFunc(spots, spot.Order, func(s Spot, order uint64) int {
		if s.Order < order {
			return -1
		}
		return 1
	})
	if at == mostSpots {
		return spots
	}
	spots = slices.Insert(spots, at, spot)
	return spots[:min(len(spots), mostSpots)]
}

// merge takes the spots of other rows.
func (s *Spots) merge(other *Spots) {
	for _, spot := range other.All {
		s.All = lowest(s.All, spot)
	}
	for _, spot := range other.Faulty {
		s.Faulty = lowest(s.Faulty, spot)
	}
}

// scatter orders rows as if by chance, the same each time.
func scatter(row int) uint64 {
	x := uint64(row) * 0x9e3779b97f4a7c15
	x ^= x >> 32
	x *= 0xd6e8feb86659fd93
	return x ^ x>>32
}

// A locator finds where rows lie: by their shapes, or by the fields that hold
// coordinates.
type locator struct {
	lon, lat int // fields; -1 without
	point    int // a field of points; -1 without
}

func newLocator(s *schemas.Schema) locator {
	l := locator{-1, -1, -1}
	for i := range s.Fields {
		f := &s.Fields[i]
		if f.Type == nil {
			continue
		}
		if lat := axis.LatitudeOf(s, f); lat != nil && l.lon < 0 {
			l.lon, l.lat = i, lat.Index
		}
		if f.Type.Name == "geopoint" && l.point < 0 {
			l.point = i
		}
	}
	return l
}

// locate gives the place of a row. What is no place on earth is none.
func (l *locator) locate(r *Row) (lon, lat float64, ok bool) {
	switch {
	case r.Shape != nil && r.Shape.Positions() > 0:
		p, _ := r.Shape.Position(0)
		lon, lat, ok = p[0], p[1], true
	case l.lon >= 0:
		lon, ok = degrees(r.Of(l.lon).Raw)
		if ok {
			lat, ok = degrees(r.Of(l.lat).Raw)
		}
	case l.point >= 0:
		x, y, two := bytes.Cut(bytes.Trim(r.Of(l.point).Raw, "[] "), []byte{','})
		if lon, ok = degrees(x); ok && two {
			lat, ok = degrees(y)
		}
		ok = ok && two
	}
	return lon, lat, ok && lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90
}

// degrees reads a number, also one with a decimal comma: that it is a fault
// does not hide where it lies.
func degrees(raw []byte) (float64, bool) {
	const longest = 40
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || len(raw) > longest {
		return 0, false
	}
	n, err := strconv.ParseFloat(string(bytes.Replace(raw, []byte{','}, []byte{'.'}, 1)), 64)
	return n, err == nil
}
