package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/geometry"
)

var notAFeature = &validate.Check{
	Code:     "not-a-feature",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Ce n'est pas une entité", EN: "Not a feature"},
	Why: text.Text{
		FR: "Un fichier GeoJSON est une collection (« FeatureCollection ») dont la liste « features » contient des entités, chacune de type « Feature » (RFC 7946). Autre chose s'y trouve.",
		EN: `A GeoJSON file is a collection ("FeatureCollection") whose list "features" holds features, each of the type "Feature" (RFC 7946). Something else stands there.`,
	},
	Mend: text.Text{
		FR: "Écrivez chaque entité sous la forme {\"type\": \"Feature\", \"properties\": {…}, \"geometry\": {…}}, ou exportez le fichier en GeoJSON depuis votre logiciel.",
		EN: `Write each feature in the form {"type": "Feature", "properties": {…}, "geometry": {…}}, or export the file as GeoJSON from your program.`,
	},
	Bad:  `{"type": "FeatureCollection", "features": [{"type": "Point", "coordinates": [2.35, 48.85]}]}`,
	Good: `{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [2.35, 48.85]}}`,
	Messages: map[string]validate.Message{
		"": advise("L'entité {row} est de type « {value} » et non « Feature ».", `Feature {row} is of the type "{value}", not "Feature".`,
			"Écrivez « Feature », ou supprimez cet élément.", `Write "Feature", or remove this item.`),
		"case": advise("L'entité {row} est de type « {value} » : les majuscules comptent.", `Feature {row} is of the type "{value}": capitals matter.`, "Écrivez « {fix} ».", `Write "{fix}".`),
		"untyped": advise("L'entité {row} n'a pas de type.", "Feature {row} has no type.",
			`Écrivez-y "type": "Feature".`, `Write "type": "Feature" there.`),
		"geometry": advise("L'entité {row} est une géométrie seule ({value}), sans propriétés.", "Feature {row} is a bare geometry ({value}), without properties.",
			`Mettez-la dans le membre « geometry » d'une entité.`, `Put it into the member "geometry" of a feature.`),
		"alone": advise("Le fichier n'est qu'une géométrie ({value}) : c'est du GeoJSON, mais sans entité ni propriétés.", "The file is but a geometry ({value}): that is GeoJSON, but without a feature and properties.",
			`Mettez-la dans le membre « geometry » d'une entité.`, `Put it into the member "geometry" of a feature.`),
		"within": advise("L'élément {row} est une collection entière : ses entités n'ont pas été vérifiées.", "Item {row} is a whole collection: its features were not checked.",
			"Mettez ses entités à sa place.", "Put its features in its place."),
		"value": advise("L'élément {row} n'est ni une entité ni un objet, mais {kind}.", "Item {row} is neither a feature nor an object but {kind-en}.",
			"Supprimez-le.", "Remove it."),
		"list": advise("Le fichier est une liste d'entités, et non une collection GeoJSON.", "The file is a list of features, not a GeoJSON collection.",
			`Entourez la liste : {"type": "FeatureCollection", "features": […]}.`, `Put the list into a collection: {"type": "FeatureCollection", "features": […]}.`),
		"collection": advise("Le fichier ne dit pas qu'il est une collection GeoJSON.", "The file does not say that it is a GeoJSON collection.",
			`Ajoutez "type": "FeatureCollection" au début.`, `Add "type": "FeatureCollection" at the beginning.`),
	},
	Irregular: true,
	Row: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			for _, f := range r.Faults {
				if f.Kind != validate.FaultNoFeature {
					continue
				}
				if isGeometryType(f.Text) && p.Job.File.Layout != "collection" && p.Job.File.Layout != "array" { // a GeoJSON text (RFC 7946, section 2)
					p.FaultOf(validate.Warning, &validate.Cell{Column: -1, Start: f.At, Raw: []byte(f.Text)}).Because("alone")
					continue
				}
				tellNoFeature(p.FaultIn(f.At, -1), r, f)
			}
		}
	},
	Table: func(*schemas.Schema) validate.State { return &jsonNotes{"feature"} },
}

// tellNoFeature completes a finding, which may be nil.
func tellNoFeature(finding *validate.Finding, r *validate.Row, f validate.Fault) {
	if finding == nil {
		return
	}
	finding.Value = validate.Clip([]byte(f.Text))
	switch {
	case f.Text == "FeatureCollection":
		finding.Because("within")
	case f.At < len(r.Record) && r.Record[f.At] != '{':
		kind := itemKindWords[f.Text]
		finding.Because("value").With("kind", kind.FR).With("kind-en", kind.EN)
		finding.Value = ""
	case f.Text == "":
		finding.Because("untyped")
	case isGeometryType(f.Text):
		finding.Because("geometry")
	case strings.EqualFold(f.Text, "Feature"):
		finding.Because("case").Write("Feature")
	}
}

// isGeometryType says whether a type is that of a geometry.
func isGeometryType(name string) bool {
	for k := geometry.Point; k <= geometry.GeometryCollection; k++ {
		if k.String() == name {
			return true
		}
	}
	return false
}

// itemKindWords are the words for kinds of values, with their article.
var itemKindWords = map[string]text.Text{
	"array": {FR: "une liste", EN: "a list"}, "object": {FR: "un objet", EN: "an object"}, "string": {FR: "un texte", EN: "a text"}, "number": {FR: "un nombre", EN: "a number"},
	"boolean": {FR: "un oui ou non (true, false)", EN: "a yes or no (true, false)"}, "null": {FR: "null", EN: "null"}, "text": {FR: "du texte", EN: "text"},
}
