package types

import (
	"bytes"
	"encoding/json"
	"strconv"

	"github.com/paulmach/orb"
)

// A place is a longitude and a latitude as written.
type place struct{ lon, lat []byte }

func buildGeopoint(t *Type, _ Spec) ([]string, error) {
	var read func(raw []byte) (place, bool)
	switch t.Format {
	case defaultFormat:
		read = readPlace
	case "array":
		read = readPlaceArray
	case "object":
		read = readPlaceObject
	default:
		return nil, t.unknownFormat(defaultFormat, "array", "object")
	}
	t.place = read
	t.valid = func(raw []byte) bool {
		p, ok := read(raw)
		return ok && p.onEarth()
	}
	t.key = func(dst, raw []byte) ([]byte, bool) {
		p, ok := read(raw)
		if !ok || !p.onEarth() {
			return dst, false
		}
		return p.appendKey(dst), true
	}
	t.value = t.placeValue
	t.explain = t.explainGeopoint
	return nil, nil
}

// Point is the place that a valid cell of a geopoint tells: longitude, then latitude, in degrees. It is false for a cell
// that is not valid and for other types.
func (t *Type) Point(raw []byte) (orb.Point, bool) {
	if t.place == nil {
		return orb.Point{}, false
	}
	p, ok := t.place(raw)
	if !ok || !p.onEarth() {
		return orb.Point{}, false
	}
	return p.point(), true
}

// readPlace reads "lon, lat", with or without spaces.
func readPlace(raw []byte) (place, bool) {
	lon, lat, found := bytes.Cut(raw, []byte(","))
	return place{bytes.TrimSpace(lon), bytes.TrimSpace(lat)}, found
}

// readPlaceArray reads [lon, lat]. In valid JSON, one comma in a list whose parts are numbers can only be the one
// between the two, so that nothing need be decoded.
func readPlaceArray(raw []byte) (place, bool) {
	inner := bytes.TrimSpace(raw)
	if len(inner) < 2 || inner[0] != '[' {
		return place{}, false
	}
	p, ok := readPlace(inner[1 : len(inner)-1])
	if plain := ok && inner[len(inner)-1] == ']' && isPlainJSON(p.lon) && isPlainJSON(p.lat); !plain && !json.Valid(raw) {
		return place{}, false
	}
	return place{coordinate(p.lon), coordinate(p.lat)}, ok
}

// readPlaceObject reads {"lon": …, "lat": …} and no other key.
func readPlaceObject(raw []byte) (place, bool) {
	var parts map[string]json.RawMessage
	if !startsWith(raw, '{') || json.Unmarshal(raw, &parts) != nil || len(parts) != 2 {
		return place{}, false
	}
	return place{coordinate(parts["lon"]), coordinate(parts["lat"])}, true
}

// coordinate takes the quotes off a number that was written as a string, which frictionless-py allows.
func coordinate(b []byte) []byte {
	if n := len(b); n > 2 && b[0] == '"' && b[n-1] == '"' {
		return b[1 : n-1]
	}
	return b
}

// onEarth says whether both are numbers, the longitude from -180 to 180 and the latitude from -90 to 90.
func (p place) onEarth() bool { return within(p.lon, 180) && within(p.lat, 90) }

// isPlainJSON says whether b is a number as JSON writes it, without an exponent.
func isPlainJSON(b []byte) bool {
	if len(b) > 0 && b[0] == '-' {
		b = b[1:]
	}
	n := 0
	for n < len(b) && isDigit(b[n]) {
		n++
	}
	if n == 0 || n > 1 && b[0] == '0' {
		return false
	}
	if n == len(b) {
		return true
	}
	for _, c := range b[n+1:] {
		if !isDigit(c) {
			return false
		}
	}
	return b[n] == '.' && n+1 < len(b)
}

// within says whether a number is as far from 0 as a limit, or less.
func within(b []byte, limit int) bool {
	return isPlainJSON(b) && wholeBelow(b, limit) || exactlyWithin(b, limit)
}

// wholeBelow says whether the whole part of a plain number is less than a limit,
// whatever its sign.
func wholeBelow(b []byte, limit int) bool {
	whole := 0
	for _, c := range bytes.TrimPrefix(b, []byte{'-'}) {
		if !isDigit(c) || whole >= limit {
			break
		}
		whole = whole*10 + int(c-'0')
	}
	return whole < limit
}

// exactlyWithin is within for numbers however they are written.
func exactlyWithin(b []byte, limit int) bool {
	d, ok := jsonNumeral.read(b)
	if !ok || d.class != finite {
		return false
	}
	first, e := d.leading()
	if first < 0 || e <= 0 {
		return true
	}
	whole, places, more := 0, int64(0), false
	for _, c := range d.mantissa[first:] {
		if !isDigit(c) {
			continue
		}
		if places++; places <= min(e, 4) {
			whole = whole*10 + int(c-'0')
		} else if c != '0' {
			more = true
		}
	}
	for ; places < min(e, 4); places++ {
		whole *= 10
	}
	return whole < limit || whole == limit && !more
}

func (p place) appendKey(dst []byte) []byte {
	for _, b := range [][]byte{p.lon, p.lat} {
		key, _ := jsonNumeral.key(nil, b)
		dst = appendSized(dst, key)
	}
	return dst
}

// point rounds to the nearest float64; both are within bounds, so that no error is possible.
func (p place) point() orb.Point {
	lon, _ := strconv.ParseFloat(string(p.lon), 64)
	lat, _ := strconv.ParseFloat(string(p.lat), 64)
	return orb.Point{lon, lat}
}

// placeValue reads a place that a schema writes as a JSON array or object rather than in a string.
func (t *Type) placeValue(dst []byte, v any) ([]byte, bool) {
	raw, err := json.Marshal(v)
	if err != nil {
		return dst, false
	}
	for _, read := range []func([]byte) (place, bool){readPlaceArray, readPlaceObject} {
		if p, ok := read(raw); ok && p.onEarth() {
			return p.appendKey(dst), true
		}
	}
	return dst, false
}
