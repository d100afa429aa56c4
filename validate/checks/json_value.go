package checks

import (
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// jsonKindWords names the kinds of JSON values.
var jsonKindWords = map[validate.JSONKind]text.Text{
	validate.JSONNumber: {FR: "un nombre", EN: "a number"},
	validate.JSONBool:   {FR: "une réponse par oui ou non (true ou false)", EN: "an answer by yes or no (true or false)"},
	validate.JSONArray:  {FR: "une liste", EN: "a list"},
	validate.JSONObject: {FR: "un objet à plusieurs valeurs", EN: "an object of several values"},
}

// typeWords names the types of Table Schema as what a value is expected to be.
var typeWords = map[string]text.Text{
	"string": {FR: "un texte", EN: "a text"}, "number": {FR: "un nombre", EN: "a number"}, "integer": {FR: "un nombre entier", EN: "a whole number"},
	"boolean": {FR: "une réponse par oui ou non (true ou false)", EN: "an answer by yes or no (true or false)"}, "date": {FR: "une date", EN: "a date"}, "time": {FR: "une heure", EN: "a time"},
	"datetime": {FR: "une date et une heure", EN: "a date and a time"}, "year": {FR: "une année", EN: "a year"}, "yearmonth": {FR: "un mois", EN: "a month"},
	"duration": {FR: "une durée", EN: "a duration"}, "geopoint": {FR: "un point", EN: "a point"}, "geojson": {FR: "une géométrie GeoJSON", EN: "a GeoJSON geometry"},
	"array": {FR: "une liste", EN: "a list"}, "list": {FR: "une liste écrite comme un texte", EN: "a list written as a text"}, "object": {FR: "un objet", EN: "an object"},
}

// ofKind says whether the field takes values of the kind that a property has,
// so that only this value is wrong.
func ofKind(f *schemas.Field, c *validate.Cell) bool {
	switch f.Type.Name {
	case "integer", "year", "number":
		return c.JSON == validate.JSONNumber
	}
	return c.JSON <= validate.JSONString
}

// wrongKind completes the finding on a property whose value is not of a JSON
// kind that its field takes.
func wrongKind(f *schemas.Field, c *validate.Cell, finding *validate.Finding) {
	got, want := jsonKindWords[c.JSON], typeWords[f.Type.Name]
	finding.Because("json-kind").With("kind", got.FR).With("kind-en", got.EN).With("type", want.FR).With("type-en", want.EN)
	if c.JSON == validate.JSONNumber && f.Type.Name == "string" {
		finding.Because("json-unquoted").Write(strconv.Quote(string(c.Raw)))
	}
}
