// Package outline holds the outlines of communes: it fetches them from the public
// API of administrative divisions into a folder of this machine, reads them from
// there, and says of places whether they lie within.
//
// The cache is a folder with one file a commune, CODE.geojson: a GeoJSON feature
// on one line, whose properties say where it comes from and when. Places are in
// degrees of WGS84, longitude first.
package outline

import (
	"math"
	"time"

	"github.com/paulmach/orb"
)

// An Outline is the land of one commune, as the API draws it.
type Outline struct {
	Code string // the INSEE code
	Name string

	Source   string    // the address that it was fetched from
	ETag     string    // of the answer, as the server writes it; "" without
	Modified string    // when the answer changed last, as the server writes it; "" without
	Fetched  time.Time // in UTC, to the second
	Land     orb.MultiPolygon
}

// check says whether the land has rings that can be drawn.
func check(land orb.MultiPolygon) bool {
	for _, polygon := range land {
		if len(polygon) == 0 {
			return false
		}
		for _, ring := range polygon {
			if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
				return false
			}
			for _, p := range ring {
				if !(math.Abs(p[0]) <= 180 && math.Abs(p[1]) <= 90) {
					return false
				}
			}
		}
	}
	return len(land) > 0
}
