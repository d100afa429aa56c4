// Package geometry reads the geometry of a GeoJSON feature from its JSON text
// and says what is wrong with it.
//
// [Shape.Decode] reads the text in one pass over its coordinates and notes what
// RFC 7946 forbids or advises against: the wrong nesting, open rings, degrees out
// of range. [Shape.Analyse] asks more of polygons: whether their rings cross,
// touch or turn the wrong way. Both describe, by [Fault]; what a fault weighs and
// how it is told is for others to say.
//
// A Shape is used again for one feature after another, and then allocates
// nothing for those that are no larger than the ones before. No coordinates
// make it panic, recurse without end or take more than its bounded work: where
// the bound is met, a fault of the kind [TooComplex] says so.
//
// The answers of Analyse are exact: the side of a line on which a point lies is
// decided without rounding, so that they do not change where a ring starts, which
// way it turns or in which order rings are written.
package geometry
