package schemas

import (
	"fmt"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas/text"
)

// A Kind is the language that a schema document is written in.
type Kind uint8

// The kinds of schema documents.
const (
	Table   Kind = iota // Table Schema: the columns of a table
	JSON                // JSON Schema: JSON data, GeoJSON among them
	Package             // Data Package: resources, each of which has its schema
)

var kindNames = [...]string{"tableschema", "jsonschema", "datapackage"}

// String gives the kind's word in the national catalogue.
func (k Kind) String() string { return kindNames[k] }

// MarshalText writes the kind's word.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (k *Kind) UnmarshalText(word []byte) error {
	i := slices.Index(kindNames[:], string(word))
	if i < 0 {
		return fmt.Errorf("no kind of schemas is called %q", word)
	}
	*k = Kind(i)
	return nil
}

var kindWords = [...]text.Text{
	{FR: "Table Schema", EN: "Table Schema"},
	{FR: "JSON Schema, pour des données JSON ou GeoJSON", EN: "JSON Schema, for JSON or GeoJSON data"},
	{FR: "Data Package, qui réunit plusieurs fichiers", EN: "Data Package, which joins several files"},
}

// Words says the kind to a person.
func (k Kind) Words() text.Text { return kindWords[k] }

// schemaMembers are members that only a JSON Schema has at its top.
var schemaMembers = []string{"properties", "$defs", "definitions", "$ref", "allOf", "oneOf", "anyOf", "items"}

// kindOf tells the kind of a document by its members. A document may be none
// of them: other says then what it is, empty where nothing tells it.
func kindOf(doc map[string]any) (kind Kind, known bool, other text.Text) {
	_, fields := doc["fields"]
	_, resources := doc["resources"].([]any)
	_, catalogue := doc["schemas"].([]any)
	schema, described := doc["schema"].(map[string]any)
	isJSON := holdsAny(doc, schemaMembers...)
	switch {
	case fields:
		return Table, true, other
	case isGeoJSON(words(doc["type"])):
		return 0, false, text.Text{FR: "un fichier de données GeoJSON", EN: "a GeoJSON data file"}
	case resources && !isJSON:
		return Package, true, other
	case described && schema["fields"] != nil:
		return 0, false, text.Text{FR: "la description d'une ressource, dont le membre « schema » est le schéma", EN: `the description of a resource, whose member "schema" is the schema`}
	case isJSON, strings.Contains(words(doc["$schema"]), "json-schema.org"):
		return JSON, true, other
	case catalogue:
		return 0, false, text.Text{FR: "un catalogue de schémas", EN: "a catalogue of schemas"}
	}
	return 0, false, other
}

func isGeoJSON(kind string) bool {
	switch kind {
	case "FeatureCollection", "Feature", "GeometryCollection", "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon":
		return true
	}
	return false
}

func holdsAny(doc map[string]any, names ...string) bool {
	for _, name := range names {
		if _, ok := doc[name]; ok {
			return true
		}
	}
	return false
}
