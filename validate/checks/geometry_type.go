package checks

import (
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/geometry"
)

var geometryType = &validate.Check{
	Code:     "geometry-type",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Type de géométrie inconnu", EN: "Unknown type of geometry"},
	Why: text.Text{
		FR: "Une géométrie dit par « type » si elle est un point, une ligne ou un polygone. GeoJSON connaît sept types, écrits en anglais et avec leurs majuscules : Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon, GeometryCollection (RFC 7946, § 3.1). Un autre mot ne s'affiche sur aucune carte.",
		EN: `A geometry says by "type" whether it is a point, a line or a polygon. GeoJSON knows seven types, with their capitals: Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon, GeometryCollection (RFC 7946, section 3.1). Another word shows on no map.`,
	},
	Mend: text.Text{
		FR: "Écrivez l'un des sept types, ou réexportez la couche en GeoJSON depuis QGIS ou uMap, qui les écrivent bien.",
		EN: "Write one of the seven types, or export the layer to GeoJSON again from QGIS or uMap, which write them well.",
	},
	Bad:  `{"type": "Feature", "properties": {}, "geometry": {"type": "point", "coordinates": [2.35, 48.85]}}`,
	Good: `{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [2.35, 48.85]}}`,
	Messages: map[string]validate.Message{
		"": advise("La géométrie a pour type {value}, que GeoJSON ne connaît pas.", `The geometry has the type {value}, which GeoJSON does not know.`,
			"Écrivez Point, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon ou GeometryCollection.", "Write Point, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon or GeometryCollection."),
		"near": advise("La géométrie a pour type {value}, que GeoJSON ne connaît pas : les majuscules comptent, et les noms sont en anglais.", `The geometry has the type {value}, which GeoJSON does not know: capitals count.`,
			"Écrivez {fix}.", "Write {fix}."),
		"missing": advise("La géométrie ne dit pas son type : le membre « type » manque.", `The geometry does not tell its type: the member "type" is missing.`,
			"Ajoutez-le devant les coordonnées, par exemple \"type\": \"Point\".", `Add it before the coordinates, such as "type": "Point".`),
		"spelling": advise("La géométrie ne dit pas son type : le nom {value} n'est pas le bon.", "The geometry does not tell its type: the name {value} is not the right one.",
			"Écrivez {fix}, en minuscules.", "Write {fix}, in small letters."),
		"not-text": advise("Le type de la géométrie doit être un mot entre guillemets, et non {value}.", "The type of the geometry must be a word in quotes, not {value}.",
			"Écrivez par exemple \"Point\".", `Write "Point", for example.`),
		"feature": advise("La géométrie est elle-même une entité complète ({value}) : on attend ici la géométrie seule.", "The geometry is itself a whole feature ({value}): the geometry alone is expected here.",
			"Mettez à la place la géométrie qui se trouve dedans.", "Put the geometry that is within it in its place."),
		"not-object": advise("La géométrie est {value}, et non un objet GeoJSON avec un type et des coordonnées.", "The geometry is {value}, not a GeoJSON object with a type and coordinates.",
			"Réexportez la couche en GeoJSON ; sans géométrie, écrivez null.", "Export the layer to GeoJSON again; without a geometry, write null."),
	},
	Shape: func(*schemas.Schema) func(*validate.Pass, *validate.Row) { return judgeShapeType },
}

var typeReasons = map[geometry.FaultKind]string{
	geometry.NotGeometry: "not-object", geometry.NoType: "missing", geometry.TypeNotText: "not-text", geometry.UnknownType: "", geometry.FeatureType: "feature",
}

func judgeShapeType(p *validate.Pass, r *validate.Row) {
	for i := range r.Shape.Faults {
		f := &r.Shape.Faults[i]
		reason, ours := typeReasons[f.Kind]
		if !ours {
			continue
		}
		finding := tellShape(p, r, f)
		switch {
		case finding == nil:
		case f.Kind == geometry.NoType && f.End > f.At:
			finding.Because("spelling").Write(`"type"`)
		case f.Near >= geometry.Point:
			finding.Because("near").Write(strconv.Quote(f.Near.String()))
		default:
			finding.Because(reason)
		}
	}
}
