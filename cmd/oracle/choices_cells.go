package main

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// cellChoices are about values: what socle does not take for one, or takes
// for one where the peer does not.
var cellChoices = []choice{
	{"underscores within numbers are Python's, not Table Schema's",
		refused("type-error", numbers, regexp.MustCompile(`_`))},
	{"digits of other scripts are Python's, not Table Schema's",
		func(e *evidence, d difference) bool {
			return d.Ours && d.Type == "type-error" && slices.Contains(numbers, e.typeName(d.fault)) &&
				strings.ContainsFunc(d.Cell, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsDigit(r) })
		}},
	{"Table Schema has NaN, INF and -INF; Infinity, signed and signalling NaN are Python's",
		refused("type-error", []string{"number"}, regexp.MustCompile(`(?i)^\s*([+-]?infinity|[+-]?s?nan\d*)\s*$`))},
	{"a year has four digits, and a year and month seven characters, whatever Python's int takes",
		func(e *evidence, d difference) bool {
			return d.Ours && (e.typeName(d.fault) == "year" || e.typeName(d.fault) == "yearmonth") && !isoForm.MatchString(d.Cell)
		}},
	{"a default date, time or datetime has the form of ISO 8601 in full, with two digits for months, days, hours and minutes",
		func(e *evidence, d difference) bool {
			return d.Ours && d.Type == "type-error" && isTemporal(e.typeName(d.fault)) && e.format(d.fault) == "default" && !isoForm.MatchString(d.Cell)
		}},
	{"numbers that nothing stands between must have all their digits",
		func(e *evidence, d difference) bool {
			return d.Ours && d.Type == "type-error" && isTemporal(e.typeName(d.fault)) && adjacent.MatchString(e.format(d.fault))
		}},
	{"a day that the year does not have is none: Python goes on into the next year",
		refused("type-error", []string{"date", "datetime"}, regexp.MustCompile(`366`))},
	{"JSON has neither NaN nor Infinity",
		refused("type-error", []string{"array", "object", "geojson", "geopoint"}, regexp.MustCompile(`NaN|Infinity`))},
	{"GeoJSON is judged by RFC 7946 (closed rings, bounding boxes, third coordinates, identifiers), TopoJSON by its specification; the peer has profiles of its own",
		func(e *evidence, d difference) bool {
			switch {
			case d.Type != "type-error" || e.typeName(d.fault) != "geojson":
				return false
			case e.format(d.fault) == "topojson":
				return d.Ours != strings.Contains(d.Cell, `"Topology"`)
			case d.Ours:
				return strings.Contains(d.Cell, "Polygon") || ownMembers.MatchString(d.Cell)
			}
			return thirdNumber.MatchString(d.Cell) || ownMembers.MatchString(d.Cell)
		}},
	{"a coordinate is a number, and true is none",
		refused("type-error", []string{"geopoint"}, regexp.MustCompile(`true|false`))},
	{"ISO 8601 asks for a part behind P and behind T, and the form of a date is not that of a duration",
		refused("type-error", []string{"duration"}, regexp.MustCompile(`T$|^[+-]?P\d+-`))},
	{"twelve months are a year",
		func(e *evidence, d difference) bool {
			return d.Ours && d.Type == "unique-error" && e.typeName(d.fault) == "duration"
		}},
	{"base64 is that of RFC 4648, of which nothing is left out",
		func(e *evidence, d difference) bool { return d.Ours && e.format(d.fault) == "binary" }},
	{"well-known text is judged by the rules of ISO 19125 for the seven geometries",
		func(e *evidence, d difference) bool {
			return d.Type == "type-error" && e.format(d.fault) == "wkt" && wktStart.MatchString(d.Cell)
		}},
	{"RFC 5321 lets the local part of an address stand in quotes",
		accepted("type-error", []string{"string"}, regexp.MustCompile(`^".*"@`))},
	{"integers have groupChar in Table Schema 2",
		func(e *evidence, d difference) bool {
			return !d.Ours && d.Type == "type-error" && e.typeName(d.fault) == "integer" && strings.Contains(string(e.schema().Document), `"groupChar"`)
		}},
	{"NaN and INF are numbers where text may stand around a number, too",
		accepted("type-error", []string{"number"}, regexp.MustCompile(`(?i)^[+-]?(nan|inf)$`))},
	{"%D, %F, %R and %T are read as C's strptime reads them, which Python's does not",
		func(e *evidence, d difference) bool {
			return !d.Ours && isTemporal(e.typeName(d.fault)) && regexp.MustCompile(`%[DFRT]`).MatchString(e.format(d.fault))
		}},
	{"names of months and days are read in French, too",
		func(e *evidence, d difference) bool {
			return !d.Ours && isTemporal(e.typeName(d.fault)) && regexp.MustCompile(`%[aAbBh]`).MatchString(e.format(d.fault))
		}},
	{"where an array has an item of another type, its other items are not judged",
		func(e *evidence, d difference) bool {
			return !d.Ours && strings.HasPrefix(d.Note, "array item constraint") && e.names("type-error", d.Row)
		}},
	{"an array within an array is judged by its own arrayItem, and a year in an array has four digits",
		func(e *evidence, d difference) bool { return d.Ours && e.typeName(d.fault) == "array" && e.nested() }},
	{"the format any is left to the implementation: socle reads dates and hours in full, in French, too, and nothing else for a date or an hour",
		func(e *evidence, d difference) bool {
			if d.Type != "type-error" || e.format(d.fault) != "any" || !isTemporal(e.typeName(d.fault)) {
				return false
			}
			dated, timed := anyDay.MatchString(d.Cell), anyHour.MatchString(d.Cell)
			if e.typeName(d.fault) == "time" {
				return d.Ours != (timed && !dated)
			}
			return d.Ours != dated
		}},
	{"an empty format is the default one",
		func(e *evidence, d difference) bool {
			return !d.Ours && d.Type == "type-error" && strings.HasSuffix(d.Note, `/"`)
		}},
	{"a pattern matches the whole value by any of its alternatives, and $ is the end of the value",
		func(e *evidence, d difference) bool {
			return strings.Contains(d.Note, `constraint "pattern"`) && (strings.Contains(d.Note, "|") || strings.HasSuffix(d.Cell, "\n"))
		}},
	{"a number in the list of values of a text stands for its text",
		func(e *evidence, d difference) bool {
			return !d.Ours && strings.Contains(d.Note, `constraint "enum"`) && (e.typeName(d.fault) == "string" || e.typeName(d.fault) == "any")
		}},
}

var (
	isoForm  = regexp.MustCompile(`^(\d{4}(-\d{2}(-\d{2}(T` + isoClock + `)?)?)?|` + isoClock + `)$`)
	adjacent = regexp.MustCompile(`%[YymdHMS]%[YymdHMS]`)
)

// Forms of which choices speak.
var (
	ownMembers  = regexp.MustCompile(`"(bbox|id)"\s*:`)
	thirdNumber = regexp.MustCompile(`\[\s*[-+.\deE]+\s*,\s*[-+.\deE]+\s*,\s*[-+.\deE]+`)
	wktStart    = regexp.MustCompile(`(?i)^\s*(multi)?(point|linestring|polygon)|^\s*geometrycollection`)
	anyDay      = regexp.MustCompile(`(?i)\d{4}-?\d{1,2}-?\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(er)? \p{L}{3,}\.? \d{4}`)
	anyHour     = regexp.MustCompile(`\d{1,2}:\d{2}`)
)

const isoClock = `\d{2}:\d{2}:\d{2}([.,]\d+)?(Z|[+-]\d{2}:?(\d{2})?)?`

func isTemporal(name string) bool { return name == "date" || name == "time" || name == "datetime" }

var numbers = []string{"integer", "number", "year", "yearmonth", "geopoint", "duration"}

// refused is for cells of some types and a form that socle alone refuses.
func refused(name string, types []string, form *regexp.Regexp) func(*evidence, difference) bool {
	return func(e *evidence, d difference) bool {
		return d.Ours && d.Type == name && slices.Contains(types, e.typeName(d.fault)) && form.MatchString(d.Cell)
	}
}

// accepted is for those that the peer alone refuses.
func accepted(name string, types []string, form *regexp.Regexp) func(*evidence, difference) bool {
	return func(e *evidence, d difference) bool {
		return !d.Ours && d.Type == name && slices.Contains(types, e.typeName(d.fault)) && form.MatchString(d.Cell)
	}
}

// nested says whether the schema has arrays of arrays or of years.
func (e *evidence) nested() bool {
	return regexp.MustCompile(`"arrayItem":\s*\{[^}]*"type":\s*"(array|year)"`).Match(e.schema().Document)
}
