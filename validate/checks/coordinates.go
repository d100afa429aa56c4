package checks

import (
	"bytes"
	"math"
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/axis"
	"github.com/socle-commun/socle/validate/france/projection"
	"github.com/socle-commun/socle/validate/france/territory"
)

// A spot is where a schema holds a place in degrees: in a column of longitudes
// and one of latitudes, or in one column of points, which is then both.
type spot struct{ lon, lat *schemas.Field }

// spotsOf lists the spots of a schema that are so for sure: points by their
// type, and numbers by their names, two by two.
func spotsOf(s *schemas.Schema) []spot {
	if s.HasCheck("bal-longlat") {
		return nil // the address format has a rule of its own
	}
	var spots []spot
	for i := range s.Fields {
		f := &s.Fields[i]
		if f.Type.Name == "geopoint" {
			spots = append(spots, spot{f, f})
		} else if partner := axis.LatitudeOf(s, f); partner != nil {
			spots = append(spots, spot{f, partner})
		}
	}
	return spots
}

// read gives the place of a row, where its cells tell one.
func (s spot) read(r *validate.Row) (lon, lat float64, ok bool) {
	c := r.Of(s.lon.Index)
	if c.State != validate.Valid {
		return 0, 0, false
	}
	if s.lon == s.lat {
		return readPoint(c)
	}
	other := r.Of(s.lat.Index)
	if other.State != validate.Valid {
		return 0, 0, false
	}
	lon, okLon := readDegrees(s.lon, c.Raw)
	lat, okLat := readDegrees(s.lat, other.Raw)
	return lon, lat, okLon && okLat
}

// readPoint reads a valid cell of points.
func readPoint(c *validate.Cell) (lon, lat float64, ok bool) {
	pair := c.Raw
	if n := len(pair); c.Field.Type.Format == "array" && n > 2 && pair[0] == '[' && pair[n-1] == ']' {
		pair = pair[1 : n-1]
	}
	if comma := bytes.IndexByte(pair, ','); comma >= 0 && c.Field.Type.Format != "object" {
		lon, okLon := plainFloat(bytes.TrimSpace(pair[:comma]))
		lat, okLat := plainFloat(bytes.TrimSpace(pair[comma+1:]))
		if okLon && okLat {
			return lon, lat, true
		}
	}
	p, ok := c.Field.Type.Point(c.Raw)
	return p[0], p[1], ok
}

// metresOf says which place a cell of points tells by two numbers that are metres.
func metresOf(f *schemas.Field, raw []byte) position {
	first, second, found := bytes.Cut(bytes.Trim(raw, "[] "), []byte{','})
	x, okX := plainFloat(bytes.Trim(first, ` "`))
	y, okY := plainFloat(bytes.Trim(second, ` "`))
	if !found || !okX || !okY || f.Type.Name != "geopoint" {
		return position{}
	}
	return judgeMetres(x, y)
}

// readDegrees reads a cell of a number.
func readDegrees(f *schemas.Field, raw []byte) (float64, bool) {
	if v, ok := plainFloat(raw); ok {
		return v, true
	}
	o := operandOf(f)
	d, ok := o.exact(raw)
	if !ok {
		return 0, false
	}
	v, err := strconv.ParseFloat(d.String(), 64)
	return v, err == nil && !math.IsInf(v, 0)
}

// plainFloat reads digits with a sign before them and a point among them, and
// nothing else, without allocating.
func plainFloat(raw []byte) (v float64, ok bool) {
	negative := len(raw) > 0 && raw[0] == '-'
	if negative {
		raw = raw[1:]
	}
	whole, scale, digits, pointed := int64(0), 1.0, 0, false
	for _, c := range raw {
		switch {
		case c == '.' && !pointed:
			pointed = true
			continue
		case c-'0' > 9:
			return 0, false
		}
		if digits++; digits > 18 {
			if pointed {
				continue // far less than an atom
			}
			return 0, false
		}
		if whole = whole*10 + int64(c-'0'); pointed {
			scale *= 10
		}
	}
	if v = float64(whole) / scale; negative {
		v = -v
	}
	return v, digits > 0
}

// A siting is what may be said of a place in degrees.
type siting uint8

const (
	sitedInFrance siting = iota
	sitedNowhere
	sitedSwapped  // in France once longitude and latitude are exchanged
	sitedInMetres // metres of a French projection
	sitedUnsigned // in France once a minus sign is added
	sitedAbroad
)

// A position is a place that a row tells, and what is said of it.
type position struct {
	siting
	lon, lat float64              // the place, mended where that is sure
	system   string               // of sitedInMetres: its name
	home     *territory.Territory // of sitedUnsigned
}

// judgePlace says what there is to say of a place.
func judgePlace(lon, lat float64) position {
	switch {
	case territory.At(lon, lat) != nil:
		return position{siting: sitedInFrance}
	case lon == 0 && lat == 0:
		return position{siting: sitedNowhere}
	case territory.At(lat, lon) != nil:
		return position{siting: sitedSwapped, lon: lat, lat: lon}
	}
	if math.Abs(lon) > 180 || math.Abs(lat) > 90 {
		if at := judgeMetres(lon, lat); at.siting == sitedInMetres {
			return at
		}
	}
	for _, sign := range [][2]float64{{lon, -lat}, {-lon, lat}, {-lon, -lat}} {
		if home := territory.At(sign[0], sign[1]); home != nil {
			return position{siting: sitedUnsigned, home: home}
		}
	}
	return position{siting: sitedAbroad}
}

// judgeMetres says which place metres of a projection tell, in either order: of
// those of the law first, then of that of Web maps.
func judgeMetres(x, y float64) position {
	orders := [][2]float64{{x, y}, {y, x}}
	for _, metres := range orders {
		if system := projection.Recognise(metres[0], metres[1]); system != nil {
			if lon, lat, ok := system.ToWGS84(metres[0], metres[1]); ok && territory.Settled(lon, lat) {
				return position{siting: sitedInMetres, lon: lon, lat: lat, system: system.Name}
			}
		}
	}
	if math.Abs(x) < 360 || math.Abs(y) < 360 {
		return position{} // one of the two is degrees
	}
	for _, metres := range orders {
		if lon, lat := fromMercator(metres[0], metres[1]); territory.Settled(lon, lat) {
			return position{siting: sitedInMetres, lon: lon, lat: lat, system: "Web Mercator, EPSG:3857"}
		}
	}
	return position{}
}

// fromMercator turns metres of the spherical Mercator projection of Web maps
// (EPSG:3857) into degrees.
func fromMercator(x, y float64) (lon, lat float64) {
	const radius, degree = 6378137, math.Pi / 180
	return x / radius / degree, math.Atan(math.Sinh(y/radius)) / degree
}

// judgeSpots makes the After part of a check of places: report is given those of
// one of the sitings, unless something stronger has been said of their cells.
func judgeSpots(report func(p *validate.Pass, s spot, at position), sitings ...siting) func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
	return func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		spots := spotsOf(s)
		if spots == nil {
			return nil
		}
		return func(p *validate.Pass, r *validate.Row) {
			for _, spot := range spots {
				lon, lat, ok := spot.read(r)
				if !ok || r.Of(spot.lon.Index).Derived || territory.At(lon, lat) != nil || p.Told(spot.lon.Index) || p.Told(spot.lat.Index) {
					continue
				}
				at := judgePlace(lon, lat)
				for _, v := range sitings {
					if v == at.siting {
						report(p, spot, at)
					}
				}
			}
		}
	}
}

// point writes a place as a field of points asks.
func point(f *schemas.Field, lon, lat string) string {
	switch f.Type.Format {
	case "array":
		return "[" + lon + "," + lat + "]"
	case "object":
		return `{"lon":` + lon + `,"lat":` + lat + `}`
	}
	return lon + "," + lat
}

// shortest writes a number as short as it is.
func shortest(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// sixDecimals writes an angle in degrees to a tenth of a metre.
func sixDecimals(v float64) string { return strconv.FormatFloat(v, 'f', 6, 64) }
