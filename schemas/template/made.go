package template

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/plain"
)

// word is the text that stands where any text would do.
const word = "exemple"

// siret is that of the State's digital directorate, which begins with its SIREN.
const siret = "13002526500013"

// stock holds values of each type in its default format, or in the format
// named behind it.
var stock = map[string][]string{
	"string":        {word, "2024-01-31", siret, siret[:9], "35238"},
	"string email":  {"contact@example.org"},
	"string uri":    {"https://example.org"},
	"string uuid":   {"00000000-0000-4000-8000-000000000000"},
	"string binary": {"AAAA"},
	"string wkt":    {"POINT (2.35 48.85)"},
	"number":        {"1", "0"},
	"integer":       {"1", "0"},
	"date":          {"2024-01-31"},
	"time":          {"08:30:00"},
	"datetime":      {"2024-01-31T08:30:00Z"},
	"year":          {"2024"},
	"yearmonth":     {"2024-01"},
	"duration":      {"P1D"},
	"geojson":       {`{"type":"Point","coordinates":[2.35,48.85]}`},
	"array":         {`["` + word + `"]`},
	"list":          {word, "1"},
	"object":        {"{}"},
	"any":           {word},

	"geojson topojson": {`{"type":"Topology","objects":{},"arcs":[]}`},
	"geopoint default": {"2.35,48.85"},
	"geopoint array":   {"[2.35,48.85]"},
	"geopoint object":  {`{"lon":2.35,"lat":48.85}`},
}

// made lists values that a field may take by what it asks for, the surest
// first: those that it names, its bounds, then what its type and its pattern
// look like.
func made(f *schemas.Field, items []string) []string {
	if values := plain.Values(f); len(values) > 0 {
		return values[:1]
	}
	var list []string
	for _, bound := range []*schemas.Bound{f.Constraints.Minimum, f.Constraints.Maximum} {
		if bound != nil {
			list = append(list, bound.Text)
		}
	}
	for _, item := range append(slices.Clone(items), f.Example) {
		if data, err := json.Marshal([]string{item}); err == nil && item != "" && f.Type.Name == "array" {
			list = append(list, string(data))
		}
	}
	for _, value := range append(stock[f.Type.Name+" "+f.Type.Format], stock[f.Type.Name]...) {
		list = append(list, value)
		if _, written := f.Type.Explain([]byte(value)); written != "" {
			list = append(list, written) // in the format of the field
		}
		list = append(list, fit(value, f.Constraints.MinLength, f.Constraints.MaxLength))
	}
	if p := f.Constraints.Pattern; p != nil {
		if text, ok := sample(p.String()); ok {
			list = append(list, text, fit(text, f.Constraints.MinLength, f.Constraints.MaxLength))
		}
	}
	return list
}

// fit repeats or cuts a text until it has between low and high characters;
// negative limits are none.
func fit(text string, low, high int) string {
	n := utf8.RuneCountInString(text)
	if n > 0 && n < low && low <= longestCell {
		text = strings.Repeat(text, low/n+1)
		high = low
	}
	if high >= 0 && utf8.RuneCountInString(text) > high {
		text = string([]rune(text)[:high])
	}
	return text
}
