package geometry

import (
	"bytes"
	"strings"
)

// otherNames are what other formats call a type, in letters alone.
var otherNames = map[string]Kind{
	"polyline": LineString, "line": LineString, "linestring": LineString, "curve": LineString, "gmcurve": LineString, "lines": LineString,
	"multiline": MultiLineString, "multipolyline": MultiLineString, "multicurve": MultiLineString, "gmmulticurve": MultiLineString,
	"surface": Polygon, "gmsurface": Polygon, "polygone": Polygon, "linearring": Polygon, "multisurface": MultiPolygon, "gmmultisurface": MultiPolygon,
	"multipolygone": MultiPolygon, "gmpoint": Point, "gmmultipoint": MultiPoint, "collection": GeometryCollection,
	"esrigeometrypoint": Point, "esrigeometrymultipoint": MultiPoint, "esrigeometrypolyline": LineString, "esrigeometrypolygon": Polygon,
}

// nearKind gives the type that a name may mean, None for none.
func nearKind(name []byte) Kind {
	if len(name) > 40 {
		return None
	}
	word := letters(name)
	if k, ok := otherNames[word]; ok {
		return k
	}
	near, least := None, 3
	for k := Point; k <= GeometryCollection; k++ {
		if d := distance(word, strings.ToLower(kindNames[k])); d < least {
			near, least = k, d
		}
	}
	return near
}

// like says whether a name is a word but for case, signs and one letter more or
// less.
func like(name []byte, word string) bool {
	return len(name) <= 20 && distance(letters(name), word) <= 1
}

// letters gives the letters of a name in lower case, without the Z or M that
// follows the type of a geometry with heights.
func letters(name []byte) string {
	if before, after, ok := bytes.Cut(bytes.TrimSpace(name), []byte(" ")); ok && len(after) <= 2 {
		name = before
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z' || r >= 0x80:
			return r
		}
		return -1
	}, string(name))
}

// distance is how many letters must be put in, left out or changed between two
// short words.
func distance(a, b string) int {
	var rows [2][64]int
	row, next := rows[0][:len(b)+1], rows[1][:len(b)+1]
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next[0] = i + 1
		for j := range len(b) {
			change := row[j]
			if a[i] != b[j] {
				change++
			}
			next[j+1] = min(change, row[j+1]+1, next[j]+1)
		}
		row, next = next, row
	}
	return row[len(b)]
}
