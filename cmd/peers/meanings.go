package main

import (
	"regexp"
	"slices"
)

// A meaning says which codes of socle's stand for a peer's message.
type meaning struct {
	message *regexp.Regexp
	codes   []string
}

// broken are the codes of what is not JSON, or ends before its time.
var broken = []string{"json-syntax", "empty-file", "not-json", "no-features"}

// meanings are tried in order. A message that has none stands for nothing, so that
// it differs.
var meanings = []meaning{
	{is(`Expected an object, but found`), []string{"geometry-type", "not-a-feature"}},
	{is(`^Invalid JSON|^Parse error`), broken},
	{is(`(?i)element in a bbox|bbox must|^bbox member`), []string{"bbox"}},
	{is(`(?i)element in a position must be a number`), []string{"geometry-coordinates"}},
	{is(`(?i)position (should have 2 or 3|must have 2|should not have more)`), []string{"geometry-coordinates", "empty-geometry", "mixed-dimensions"}},
	{is(`Expected to find an array of positions`), []string{"geometry-coordinates", "bbox"}},
	{is(`(?i)expected to find a position|^position should be an array|needs to be nested more deeply`), []string{"geometry-coordinates", "empty-geometry"}},
	{is(`two or more`), []string{"geometry-coordinates", "empty-geometry"}},
	{is(`four or more`), []string{"ring-too-short", "empty-geometry"}},
	{is(`(?i)first and last positions`), []string{"ring-not-closed"}},
	{is(`right-hand rule`), []string{"winding", "self-intersection", "ring-too-short"}},
	{is(`(?i)^geometry objects? cannot contain`), []string{"geometry-member"}},
	{is(`(?i)objects? cannot contain`), []string{"feature-member", "not-a-feature"}},
	{is(`(?i)duplicate (members|properties)`), []string{"json-duplicate", "geometry-member"}},
	{is(`requires a features|"features" member|Every feature must`), []string{"no-features", "not-a-feature"}},
	{is(`requires a (coordinates|geometries)|"(coordinates|geometries)" member|geometries array`), []string{"geometry-coordinates", "geometry-type"}},
	{is(`requires a geometry|"geometry" member`), []string{"geometry-missing", "geometry-type", "not-a-feature"}},
	{is(`(?i)requires a properties|properties member|"properties" member`), []string{"missing-properties", "not-a-feature"}},
	{is(`nested geometry collections`), []string{"geometry-member"}},
	{is(`not allowed here`), []string{"geometry-type", "not-a-feature", "topojson", "geometry-member"}},
	{is(`type member|"type" member|^Expected \w+ but got|^The type |type=feature`), []string{"geometry-type", "not-a-feature", "topojson"}},
	{is(`(?i)feature "?id`), []string{"feature-member"}},
	{is(`^This must be an (array|object)`), []string{"geometry-type", "geometry-coordinates", "not-a-feature", "no-features", "bbox"}},
}

func is(pattern string) *regexp.Regexp { return regexp.MustCompile(pattern) }

// means gives the codes that stand for a message, nil where nothing is known of it.
func means(message string) []string {
	i := slices.IndexFunc(meanings, func(m meaning) bool { return m.message.MatchString(message) })
	if i < 0 {
		return nil
	}
	return meanings[i].codes
}
