package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/geometry"
)

var geometryCoordinates = &validate.Check{
	Code:     "geometry-coordinates",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Coordonnées mal construites", EN: "Ill-formed coordinates"},
	Why: text.Text{
		FR: "Une position s'écrit [longitude, latitude]. Un point en a une ; une ligne, une liste ; un polygone, une liste de contours ; un MultiPolygon, une liste de polygones (RFC 7946, § 3.1). Un niveau de crochets en trop ou en moins, un nombre entre guillemets ou un vide, et l'entité ne s'affiche pas.",
		EN: "A position is written [longitude, latitude]. A point has one; a line, a list; a polygon, a list of rings; a MultiPolygon, a list of polygons (RFC 7946, section 3.1). One level of brackets too many or too few, a number in quotes or an empty value, and the feature does not show.",
	},
	Mend: text.Text{
		FR: "Réexportez la couche en GeoJSON depuis QGIS (Exporter > Sauvegarder les entités sous…) ou uMap. Si un programme écrit le fichier, corrigez-le là.",
		EN: "Export the layer to GeoJSON again from QGIS (Export > Save Features As…) or uMap. If a program writes the file, mend it there.",
	},
	Bad:  `{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": ["2.35", "48.85"]}}`,
	Good: `{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [2.35, 48.85]}}`,
	Messages: map[string]validate.Message{
		"": advise("La géométrie n'a pas de coordonnées.", "The geometry has no coordinates.",
			"Ajoutez-les, ou écrivez null à la place de la géométrie si le lieu n'est pas connu.", "Add them, or write null in place of the geometry if the place is not known."),
		"spelling": advise("La géométrie n'a pas de coordonnées : le nom {value} n'est pas le bon.", "The geometry has no coordinates: the name {value} is not the right one.",
			"Écrivez {fix}.", "Write {fix}."),
		"geometries": advise("La collection (GeometryCollection) n'a pas de liste « geometries ».", `The collection (GeometryCollection) has no list "geometries".`,
			"Ajoutez-la, ou donnez à l'entité une géométrie simple.", "Add it, or give the feature a simple geometry."),
		"not-list": advise("Les coordonnées sont {value}, et non une liste entre crochets.", "The coordinates are {value}, not a list in square brackets.",
			"Écrivez [longitude, latitude], par exemple [2.35, 48.85].", "Write [longitude, latitude], such as [2.35, 48.85]."),
		"depth": advise("La géométrie se dit {type}, et ses coordonnées sont celles d'un {expected}.", "The geometry says that it is a {type}, and its coordinates are those of a {expected}.",
			"Corrigez le type ou le nombre de crochets : un Point en a 1, un LineString 2, un Polygon 3, un MultiPolygon 4.", "Correct the type or the number of brackets: a Point has 1, a LineString 2, a Polygon 3, a MultiPolygon 4."),
		"brackets": advise("Les coordonnées ne sont celles d'aucun type : elles ont plus de quatre niveaux de crochets.", "The coordinates are those of no type: they have more than four levels of brackets.",
			"Un Point en a 1, un LineString 2, un Polygon 3, un MultiPolygon 4.", "A Point has 1, a LineString 2, a Polygon 3, a MultiPolygon 4."),
		"not-position": advise("{n} {n|valeur n'est pas|valeurs ne sont pas} à {n|sa|leur} place dans les coordonnées{n| :|, à commencer par} {value} : on attend une position [longitude, latitude] ou une liste de positions.", "{n} {n|value is|values are} out of place in the coordinates{n|:|, the first of which is} {value}: a position [longitude, latitude] or a list of positions is expected.",
			"Vérifiez les crochets autour de cette valeur, ou supprimez-la.", "Look at the brackets around this value, or remove it."),
		"few": advise("{n} {n|position n'a|positions n'ont} pas ses deux nombres{n| :|, à commencer par} {value}.", "{n} {n|position does|positions do} not have two numbers{n|:|, the first of which is} {value}.",
			"Une position s'écrit [longitude, latitude].", "A position is written [longitude, latitude]."),
		"not-number": advise("{n} {n|position contient|positions contiennent} autre chose que des nombres{n| :|, à commencer par} {value}.", "{n} {n|position holds|positions hold} something else than numbers{n|:|, the first of which is} {value}.",
			"Écrivez des nombres sans guillemets, avec un point : 48.85.", "Write numbers without quotes, with a point: 48.85."),
		"too-large": advise("Le nombre {value} est trop grand pour être une coordonnée.", "The number {value} is too large for a coordinate.", "Corrigez-le.", "Correct it."),
		"short-line": advise("{n} {n|tracé n'a|tracés n'ont} qu'une position : il en faut deux au moins.", "{n} {n|line has|lines have} but one position: it takes two at least.",
			"Ajoutez l'autre bout, ou faites-en un point.", "Add the other end, or make it a point."),
		"deep": advise("La géométrie a plus de niveaux de crochets et d'accolades qu'aucune n'en demande : elle n'a pas été lue.", "The geometry has more levels of brackets and braces than any takes: it was not read.",
			"Réexportez la couche en GeoJSON.", "Export the layer to GeoJSON again."),
	},
	Shape: func(*schemas.Schema) func(*validate.Pass, *validate.Row) { return judgeCoordinates },
}

var coordinatesReasons = map[geometry.FaultKind]string{
	geometry.NoCoordinates: "", geometry.NotList: "not-list", geometry.WrongDepth: "depth", geometry.NotPosition: "not-position",
	geometry.FewNumbers: "few", geometry.NotNumber: "not-number", geometry.TooLarge: "too-large", geometry.ShortLine: "short-line", geometry.TooDeep: "deep",
}

func judgeCoordinates(p *validate.Pass, r *validate.Row) {
	for i := range r.Shape.Faults {
		f := &r.Shape.Faults[i]
		reason, ours := coordinatesReasons[f.Kind]
		if !ours {
			continue
		}
		finding := tellShape(p, r, f)
		if finding == nil {
			continue
		}
		collection := r.Shape.Kind == geometry.GeometryCollection
		switch {
		case f.Kind == geometry.NoCoordinates && f.End > f.At:
			name := "coordinates"
			if collection {
				name = "geometries"
			}
			finding.Because("spelling").With("expected", name).Write(`"` + name + `"`)
		case f.Kind == geometry.NoCoordinates && collection:
			finding.Because("geometries")
		case f.Kind == geometry.WrongDepth && f.Near == geometry.Unknown:
			finding.Because("brackets")
		case f.Kind == geometry.WrongDepth:
			finding.Because(reason).With("type", r.Shape.Type)
		default:
			finding.Because(reason)
		}
	}
}
