package main

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/validate"
)

// A choice is a way in which socle differs from a peer, with its reason.
type choice struct {
	why   string
	holds func(d difference) bool
}

// reason gives why socle differs by choice, "" where it does not.
func (d difference) reason() string {
	for _, list := range [][]choice{unseenChoices, peerChoices, weightChoices} {
		for _, c := range list {
			if c.holds(d) {
				return c.why
			}
		}
	}
	return ""
}

// unseen is for what socle alone finds: checks, and the reasons of their messages
// where not all of these are meant.
func unseen(code string, reasons ...string) func(difference) bool {
	return func(d difference) bool {
		return d.side == socleAlone && d.mine.Code == code && (len(reasons) == 0 || slices.Contains(reasons, d.mine.Reason))
	}
}

// any of several.
func any(of ...func(difference) bool) func(difference) bool {
	return func(d difference) bool {
		return slices.ContainsFunc(of, func(holds func(difference) bool) bool { return holds(d) })
	}
}

// unseenChoices are about faults that the peers do not look for.
var unseenChoices = []choice{
	{"the peers judge how polygons are written; socle judges also that rings neither cross nor touch nor lie where they must not (ISO 19107, which RFC 7946 presupposes)",
		any(unseen("self-intersection"), unseen("hole-outside"), unseen("overlapping-rings"))},
	{"check-geojson does not look at the direction of rings, which RFC 7946 prescribes",
		func(d difference) bool { return unseen("winding")(d) && d.peer == "check-geojson" }},
	{"the peers read coordinates as mere numbers; socle asks where on Earth they lie, for RFC 7946 allows degrees of WGS 84 only",
		any(unseen("coordinate-range"), unseen("projected-coordinates"), unseen("swapped-coordinates"), unseen("outside-territory"), unseen("antimeridian"))},
	{"a member crs is of the specification of 2008: RFC 7946 has none, and the peers pass over it",
		any(unseen("crs"), unseen("geometry-member", "crs"))},
	{"the peers count the numbers of a bounding box; socle asks also whether it holds what it bounds",
		unseen("bbox", "south", "range", "outside", "features")},
	{"geojsonhint takes a bounding box that is null for none; RFC 7946 wants an array",
		func(d difference) bool { return unseen("bbox", "")(d) && d.peer == "geojsonhint" }},
	{"what JSON leaves without a meaning: half of a pair of characters (RFC 8259, section 8.2), more levels than programs read (section 9)",
		unseen("json-syntax", "half", "deep")},
	{"check-geojson lets control characters stand in texts, which RFC 8259 forbids",
		func(d difference) bool {
			return unseen("json-syntax", "character")(d) && d.peer == "check-geojson"
		}},
	{"the peers look for duplicate members in some objects only: not among properties, or not in features",
		unseen("json-duplicate")},
	{"the peers say only what is forbidden; socle remarks as well what is allowed and of no use: no geometry, no properties, nothing in brackets, no feature",
		any(unseen("geometry-missing", "null"), unseen("missing-properties", "null"), unseen("empty-geometry"), unseen("no-rows"))},
	{"a geometry alone is a text of GeoJSON, but no dataset: socle remarks it",
		unseen("not-a-feature", "alone")},
	{"socle remarks details that the peers pass over: decimals below a centimetre, repeated vertices, lines without a length, heights given in part",
		any(unseen("coordinate-precision"), unseen("duplicate-vertex"), unseen("zero-length-line"), unseen("mixed-dimensions", ""))},
	{"geojsonhint takes a feature where a geometry is expected",
		func(d difference) bool { return unseen("geometry-type", "feature")(d) && d.peer == "geojsonhint" }},
	{"check-geojson looks for features alone among the members that a feature must not have",
		func(d difference) bool { return unseen("feature-member")(d) && d.peer == "check-geojson" }},
	{"the peer crashes over the file, which socle judges",
		func(d difference) bool {
			return d.side == socleAlone && (d.all.answer.Crash != "" || slices.ContainsFunc(d.all.answer.Issues, isCrash))
		}},
}

// isCrash says whether an issue is an error of the peer's program.
func isCrash(i issue) bool { return strings.Contains(i.Message, "Cannot read properties of") }

// peerChoices are about what the peers say and socle does not.
var peerChoices = []choice{
	{"the error is one of the peer's program",
		func(d difference) bool { return d.side == peerAlone && isCrash(d.theirs) }},
	{"features that stand one after the other, a line each (GeoJSON Text Sequences, NDJSON), are read as such",
		func(d difference) bool {
			return d.side == peerAlone && (d.all.layout == "lines" || d.all.layout == "sequence") && slices.Contains(means(d.theirs.Message), "json-syntax")
		}},
	{"a collection of one geometry is allowed, if of no use: RFC 7946 says that it should be avoided",
		func(d difference) bool {
			return d.side == peerAlone && strings.HasPrefix(d.theirs.Message, "GeometryCollection with a single geometry")
		}},
}

// weighs is for what both find and weigh differently.
func weighs(s side, codes ...string) func(difference) bool {
	return func(d difference) bool { return d.side == s && slices.Contains(codes, d.mine.Code) }
}

// weightChoices are about what one side forbids and the other does not.
var weightChoices = []choice{
	{"RFC 7946 lets the coordinates of a geometry be empty, to be read as null: socle warns, and forbids only what is empty within",
		weighs(weaker, "empty-geometry")},
	{"RFC 7946 advises against a collection within a collection and against a fourth number, and forbids neither",
		any(func(d difference) bool { return weighs(weaker, "geometry-member")(d) && d.mine.Reason == "nest" }, weighs(weaker, "mixed-dimensions"))},
	{"geojsonhint takes a ring without an area for one in the wrong direction; socle says what it is, which is an error",
		func(d difference) bool {
			return weighs(stronger, "self-intersection", "ring-too-short")(d) && d.mine.Severity == validate.Error
		}},
}
