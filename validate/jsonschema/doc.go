// Package jsonschema judges JSON data by a JSON Schema, one item at a time: a
// feature of a GeoJSON collection, an object of a list. A schema is compiled
// once; an item is then judged on its own bytes, so that every fault has its
// place, and a valid item costs no allocation.
//
// The drafts 4, 6 and 7 are judged, and of the later ones what can be said in
// their words; Ignored names what is not. gojsonschema, which compiles the
// document before, is the reference, and a test holds the two against each
// other on random schemas and data. Formats follow their specifications where
// gojsonschema is laxer or narrower than these: see formats.go.
//
// Demands are found in the schema by their place, and lists of items are what
// its structure says: the features of a collection, the items of a list, the
// lists of objects within an object that is made of them. What a schema asks of
// the file beside its items is the Envelope.
package jsonschema
