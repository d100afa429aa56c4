package html

import (
	"fmt"
	"math"
	"slices"

	"github.com/socle-commun/socle/schemas/text"
)

// A frame is the part of the earth that a map shows, drawn in width × height
// units with a margin. A degree of longitude is as wide as in its middle.
type frame struct {
	south, north, west, east float64
	height                   float64
}

// The map is as wide as a telephone's screen, so that its letters are read
// there in their own size.
const (
	mapWidth             = 360.0
	marginLeft           = 4.0
	marginTop            = 4.0
	minHeight, maxHeight = 180.0, 360.0
	smallest             = 0.004 // degrees of a frame: some 400 m
)

// frameOf frames the positions, but for the few that lie far from all others:
// a swapped pair lies off Africa and would leave the rest one dot.
func frameOf(all []position) frame {
	lats, lons := make([]float64, len(all)), make([]float64, len(all))
	for i, p := range all {
		lats[i], lons[i] = p.lat, p.lon
	}
	f := frame{}
	f.south, f.north = spread(lats)
	f.west, f.east = spread(lons)
	f.fit()
	return f
}

// spread gives the range of the numbers that are not far from the densest half
// of them.
func spread(values []float64) (low, high float64) {
	slices.Sort(values)
	half := len(values) / 2
	from := 0
	for i := range values[:len(values)-half] {
		if values[i+half]-values[i] < values[from+half]-values[from] {
			from = i
		}
	}
	reach := max(3*(values[from+half]-values[from]), 0.3)
	low, high = math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if v >= values[from]-reach && v <= values[from+half]+reach {
			low, high = min(low, v), max(high, v)
		}
	}
	return low, high
}

// fit widens the frame to a shape that can be drawn, with some room around.
func (f *frame) fit() {
	grow := func(low, high *float64, to float64) {
		if room := (to - (*high - *low)) / 2; room > 0 {
			*low, *high = *low-room, *high+room
		}
	}
	grow(&f.south, &f.north, max((f.north-f.south)*1.2, smallest))
	grow(&f.west, &f.east, max((f.east-f.west)*1.2, smallest))
	cos := f.cos()
	f.height = mapWidth * (f.north - f.south) / ((f.east - f.west) * cos)
	if f.height > maxHeight {
		grow(&f.west, &f.east, (f.north-f.south)/cos*mapWidth/maxHeight)
		f.height = maxHeight
	} else if f.height < minHeight {
		grow(&f.south, &f.north, (f.east-f.west)*cos*minHeight/mapWidth)
		f.height = minHeight
	}
	f.south, f.north = max(f.south, -90), min(f.north, 90)
	f.west, f.east = max(f.west, -180), min(f.east, 180)
}

func (f *frame) cos() float64 { return max(math.Cos((f.south+f.north)/2*math.Pi/180), 0.05) }

func (f *frame) holds(p position) bool {
	return p.lat >= f.south && p.lat <= f.north && p.lon >= f.west && p.lon <= f.east
}

func (f *frame) x(lon float64) float64 { return (lon - f.west) / (f.east - f.west) * mapWidth }
func (f *frame) y(lat float64) float64 { return (f.north - lat) / (f.north - f.south) * f.height }

// steps are the distances between lines of the graticule, in degrees, with
// their decimals.
var steps = []struct {
	degrees  float64
	decimals int
}{{45, 0}, {30, 0}, {20, 0}, {10, 0}, {5, 0}, {2, 0}, {1, 0}, {0.5, 1}, {0.2, 1}, {0.1, 1}, {0.05, 2}, {0.02, 2}, {0.01, 2},
	{0.005, 3}, {0.002, 3}, {0.001, 3}, {0.0005, 4}}

// lines gives the multiples of a round step between two degrees, at least
// three of them where that can be, and their decimals.
func lines(low, high float64) (at []float64, decimals int) {
	step := steps[len(steps)-1]
	for _, s := range steps {
		if (high-low)/s.degrees >= 3 {
			step = s
			break
		}
	}
	for i := math.Ceil(low/step.degrees) + 0; i*step.degrees < high && len(at) < 12; i++ {
		at = append(at, i*step.degrees)
	}
	return at, step.decimals
}

// latitude and longitude write degrees: "43,61° N", "3,88° E".
func (v voice) latitude(lat float64, decimals int) string {
	if lat < 0 {
		return v.degrees(-lat, decimals) + "S"
	}
	return v.degrees(lat, decimals) + "N"
}

func (v voice) longitude(lon float64, decimals int) string {
	switch {
	case lon >= 0:
		return v.degrees(lon, decimals) + "E"
	case v.lang == text.English:
		return v.degrees(-lon, decimals) + "W"
	}
	return v.degrees(-lon, decimals) + "O"
}

func (v voice) degrees(n float64, decimals int) string {
	return v.decimal(fmt.Sprintf("%.*f", decimals, n)) + "°" + nb
}

// distance writes a length given in degrees of latitude.
func (v voice) distance(degrees float64) string {
	km := degrees * 111.2
	switch {
	case km < 1:
		return fmt.Sprintf("%.0f%sm", math.Round(km*100)*10, nb)
	case km < 10:
		return v.decimal(fmt.Sprintf("%.1f", km)) + nb + "km"
	}
	return v.number(int(math.Round(km))) + nb + "km"
}
