// Package axis tells which columns of a schema hold longitudes and latitudes.
package axis

import (
	"strings"
	"unicode"

	"github.com/socle-commun/socle/schemas"
)

// An Axis is what a number in degrees measures.
type Axis uint8

// The axes.
const (
	Neither Axis = iota
	Longitude
	Latitude
)

// words are the words in the names of columns that say what they measure.
var words = map[string]Axis{
	"lon": Longitude, "long": Longitude, "lng": Longitude, "longitude": Longitude, "xlon": Longitude, "xlong": Longitude,
	"lat": Latitude, "latitude": Latitude, "ylat": Latitude,
}

// Of tells what a field measures by its name, and what else the name says: two
// fields of one place say the same. Numbers alone are coordinates.
func Of(f *schemas.Field) (what Axis, rest string) {
	if f.Type.Name != "number" {
		return Neither, ""
	}
	parts := strings.FieldsFunc(strings.ToLower(f.Name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, word := range parts {
		switch a := words[word]; {
		case a != Neither && what != Neither:
			return Neither, ""
		case a != Neither:
			what = a
		case word != "x" && word != "y":
			rest += word + " "
		}
	}
	return what, rest
}

// LatitudeOf gives the latitudes that go with a field of longitudes, nil where f
// holds none or it is not sure which they are.
func LatitudeOf(s *schemas.Schema, f *schemas.Field) *schemas.Field {
	what, rest := Of(f)
	if what != Longitude {
		return nil
	}
	var found *schemas.Field
	for i := range s.Fields {
		other, otherRest := Of(&s.Fields[i])
		if otherRest != rest || other == Neither || &s.Fields[i] == f {
			continue
		}
		if other == Longitude || found != nil {
			return nil // several, and none that is surely the one
		}
		found = &s.Fields[i]
	}
	return found
}
