package checks

import (
	"math"
	"sync"

	"github.com/socle-commun/socle/validate/france/projection"
)

// A glance says of metres and degrees in metropolitan France that they are of
// one place, without the functions that the projection takes: what lies on one
// parallel of latitude lies in Lambert-93 on a circle around the pole, whose
// radius is read from a table, and a small angle gives the place on it.
type glance struct{ radii [glanceSteps + 1]float64 }

const (
	glanceSouth, glanceNorth = 41.2, 51.5 // degrees
	glanceWest, glanceEast   = -9.0, 10.0
	glanceSteps              = 1030 // of 0.01 degree
	perStep                  = glanceSteps / (glanceNorth - glanceSouth)
)

// The constants of Lambert-93: its exponent, the meridian in the middle, its
// metres, and those of the pole.
const (
	lambertExponent = 0.725607765053267
	lambertMiddle   = 3
	lambertEast     = 700_000
	lambertPole     = 12_655_612.049876
)

// glanceNear is how close is close enough, in metres: what the glance leaves out
// is much less than a metre, and balNear is further by one.
const glanceNear = balNear - 1

var lambertGlance = sync.OnceValue(func() *glance {
	g := new(glance)
	system := projection.Find(2154)
	for i := range g.radii {
		_, north, _ := system.FromWGS84(lambertMiddle, glanceSouth+float64(i)/perStep)
		g.radii[i] = lambertPole - north
	}
	return g
})

// near says that x and y, in Lambert-93, are certainly nearer to a place than
// balNear. Where it is false, they may be so or not.
func (g *glance) near(x, y, lon, lat float64) bool {
	if !(lat >= glanceSouth && lat < glanceNorth && lon >= glanceWest && lon <= glanceEast) {
		return false
	}
	east, north := g.metres(lon, lat)
	dx, dy := x-east, y-north
	return dx*dx+dy*dy < glanceNear*glanceNear
}

// metres gives Lambert-93 of a place within the bounds, to half a metre.
func (g *glance) metres(lon, lat float64) (east, north float64) {
	step := (lat - glanceSouth) * perStep
	i := min(int(step), glanceSteps-1)
	radius := g.radii[i] + (g.radii[i+1]-g.radii[i])*(step-float64(i))
	angle := lambertExponent * (lon - lambertMiddle) * (math.Pi / 180)
	square := angle * angle // less than 0.025, so that few terms of the series are enough
	sin := angle * (1 - square/6*(1-square/20*(1-square/42)))
	cos := 1 - square/2*(1-square/12*(1-square/30))
	return lambertEast + radius*sin, lambertPole - radius*cos
}
