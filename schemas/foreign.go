package schemas

import (
	"strings"

	"github.com/socle-commun/socle/schemas/text"
)

// expected ends the sentence that says what a document is instead of a Table
// Schema.
var expected = text.Text{
	FR: " ; socle attend un Table Schema, avec une liste « fields ».",
	EN: `; socle expects a Table Schema, with a list "fields".`,
}

// foreign says what a JSON document is that has no member "fields", nil for
// one that has it and may be a Table Schema.
func foreign(doc any) *Problem {
	what := text.Text{FR: "ce document n'a pas de liste « fields »", EN: `this document has no list "fields"`}
	switch doc := doc.(type) {
	case []any:
		what = text.Text{FR: "ce document est une liste, et non un objet", EN: "this document is a list, not an object"}
	case map[string]any:
		if _, ok := doc["fields"]; ok {
			return nil
		}
		if kind := kindOf(doc); !kind.Empty() {
			what = text.Text{FR: "ce document est " + kind.FR, EN: "this document is " + kind.EN}
		}
	default:
		what = text.Text{FR: "ce document n'est qu'une valeur (" + clip(shown(doc)) + ")", EN: "this document is a mere value (" + clip(shown(doc)) + ")"}
	}
	return &Problem{Say: text.Text{FR: what.FR + expected.FR, EN: what.EN + expected.EN}}
}

// kindOf names the kind of an object that is not a Table Schema, empty where
// nothing tells it.
func kindOf(doc map[string]any) text.Text {
	_, resources := doc["resources"].([]any)
	_, schemas := doc["schemas"].([]any)
	schema, described := doc["schema"].(map[string]any)
	switch {
	case isGeoJSON(words(doc["type"])):
		return text.Text{FR: "un fichier de données GeoJSON", EN: "a GeoJSON data file"}
	case resources && doc["properties"] == nil:
		return text.Text{FR: "un Data Package, dont chaque ressource a son schéma", EN: "a Data Package, each resource of which has its schema"}
	case described && schema["fields"] != nil:
		return text.Text{FR: "la description d'une ressource, dont le membre « schema » est le schéma", EN: `the description of a resource, whose member "schema" is the schema`}
	case strings.Contains(words(doc["$schema"]), "json-schema.org"), holdsAny(doc, "properties", "$defs", "definitions", "$ref", "allOf", "oneOf", "anyOf"):
		return text.Text{FR: "un JSON Schema", EN: "a JSON Schema"}
	case schemas:
		return text.Text{FR: "un catalogue de schémas", EN: "a catalogue of schemas"}
	}
	return text.Text{}
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
