package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/geometry"
)

// goodLine is a right line, for the examples of several checks.
const goodLine = `{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[2.1, 48.1], [2.2, 48.2]]}}`

var duplicateVertex = &validate.Check{
	Code:     "duplicate-vertex",
	Severity: validate.Notice,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Sommet répété", EN: "Repeated vertex"},
	Why: text.Text{
		FR: "Un sommet est écrit deux fois de suite. Cela ne se voit pas, mais alourdit le fichier et gêne certains calculs.",
		EN: "A vertex is written twice in a row. That does not show, but makes the file heavier and troubles some computations.",
	},
	Mend: text.Text{
		FR: "Dans QGIS : « Supprimer les sommets en double », puis réexportez la couche.",
		EN: `In QGIS: "Remove duplicate vertices", then export the layer again.`,
	},
	Bad:  `{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[2.1, 48.1], [2.1, 48.1], [2.2, 48.2]]}}`,
	Good: goodLine,
	Messages: map[string]validate.Message{"": advise("{n} {n|sommet répète|sommets répètent} celui qui {n|le|les} précède{n| :|, à commencer par} {point}{where}.",
		"{n} {n|vertex repeats|vertices repeat} the one before{n|:|, the first of which is} {point}{where-en}.",
		"Supprimez la répétition ; dans QGIS, « Supprimer les sommets en double » le fait.", `Remove the repetition; in QGIS, "Remove duplicate vertices" does so.`)},
	Shape: judgeFaults(shapeReasons{geometry.Twice: ""}),
}

var zeroLengthLine = &validate.Check{
	Code:     "zero-length-line",
	Severity: validate.Warning,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Ligne sans longueur", EN: "Line without a length"},
	Why: text.Text{
		FR: "Toutes les positions de la ligne sont la même : c'est un point, ou un reste de dessin.",
		EN: "All positions of the line are the same: it is a point, or a remnant of drawing.",
	},
	Mend: text.Text{
		FR: "Redessinez la ligne, faites-en un point, ou supprimez-la.",
		EN: "Draw the line again, make it a point, or remove it.",
	},
	Bad:  `{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[2.1, 48.1], [2.1, 48.1]]}}`,
	Good: goodLine,
	Messages: map[string]validate.Message{"": advise("{n} {n|tracé n'a|tracés n'ont} aucune longueur : toutes {n|ses|leurs} positions sont la même, {point}{where}.",
		"{n} {n|line has|lines have} no length: all {n|its|their} positions are the same, {point}{where-en}.",
		"Redessinez le tracé, faites-en un point, ou supprimez-le.", "Draw the line again, make it a point, or remove it.")},
	Shape: judgeFaults(shapeReasons{geometry.NoLength: ""}),
}

var coordinatePrecision = &validate.Check{
	Code:     "coordinate-precision",
	Severity: validate.Notice,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Coordonnées trop précises", EN: "Coordinates too precise"},
	Why: text.Text{
		FR: "La septième décimale d'un degré vaut un centimètre sur le terrain : celles d'après ne disent rien et doublent la taille du fichier. La norme en conseille six (RFC 7946, § 11.2).",
		EN: "The seventh decimal of a degree is a centimetre on the ground: those behind it tell nothing and double the size of the file. The standard advises six (RFC 7946, section 11.2).",
	},
	Mend: text.Text{
		FR: "Dans QGIS, à l'export en GeoJSON, mettez « COORDINATE_PRECISION » à 6 ou 7.",
		EN: `In QGIS, set "COORDINATE_PRECISION" to 6 or 7 when exporting to GeoJSON.`,
	},
	Bad:  `{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [2.352219123456789, 48.856614]}}`,
	Good: `{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [2.352219, 48.856614]}}`,
	Messages: map[string]validate.Message{"": advise("{n} {n|position a|positions ont} plus de 7 décimales (jusqu'à {found}), soit moins d'un centimètre{n| :| ; la première est} « {value} ».",
		"{n} {n|position has|positions have} more than 7 decimals (up to {found}), which is less than a centimetre{n|:|; the first is} \"{value}\".",
		"À l'export depuis QGIS, mettez « COORDINATE_PRECISION » à 6 ou 7.", `When exporting from QGIS, set "COORDINATE_PRECISION" to 6 or 7.`)},
	Shape: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			if f := r.Shape.Fault(geometry.Precise); f != nil && meaningful(r.Shape) {
				tellShape(p, r, f)
			}
		}
	},
}

var mixedDimensions = &validate.Check{
	Code:     "mixed-dimensions",
	Severity: validate.Warning,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Altitudes à moitié données", EN: "Heights given in part"},
	Why: text.Text{
		FR: "Une position a deux nombres, longitude et latitude, ou trois avec l'altitude : les mêmes dans toute une géométrie. Un quatrième nombre n'a pas de sens défini (RFC 7946, § 3.1.1).",
		EN: "A position has two numbers, longitude and latitude, or three with the height: the same throughout a geometry. A fourth number has no defined meaning (RFC 7946, section 3.1.1).",
	},
	Mend: text.Text{
		FR: "Donnez l'altitude partout ou nulle part : dans QGIS, « Supprimer les valeurs Z ou M » l'enlève.",
		EN: `Give the height everywhere or nowhere: in QGIS, "Drop M/Z values" removes it.`,
	},
	Bad:  `{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[2.1, 48.1, 35], [2.2, 48.2]]}}`,
	Good: goodLine,
	Messages: map[string]validate.Message{
		"": advise("Certaines positions ont une altitude et d'autres non ; le changement se fait ici{where}.", "Some positions have a height and others have none; the change is here{where-en}.",
			"Donnez l'altitude partout, ou nulle part ; dans QGIS, « Supprimer les valeurs Z ou M » l'enlève.", `Give the height everywhere or nowhere; in QGIS, "Drop M/Z values" removes it.`),
		"many": advise("{n} {n|position a|positions ont} plus de trois nombres{n| :|, à commencer par} {value}{where}. Le quatrième n'a pas de sens défini.", "{n} {n|position has|positions have} more than three numbers{n|:|, the first of which is} {value}{where-en}. The fourth has no defined meaning.",
			"Ne gardez que la longitude, la latitude et l'altitude.", "Keep but longitude, latitude and height."),
	},
	Shape: judgeFaults(shapeReasons{geometry.MixedHeights: "", geometry.ManyNumbers: "many"}),
}

var antimeridian = &validate.Check{
	Code:     "antimeridian",
	Severity: validate.Notice,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Segment qui fait le tour de la Terre", EN: "Segment around the Earth"},
	Why: text.Text{
		FR: "Un segment couvre plus de 180° de longitude : il traverse sans doute l'antiméridien (Wallis-et-Futuna, Fidji), et une carte le dessinera dans l'autre sens, tout autour de la Terre. La norme demande de couper la géométrie à 180° (RFC 7946, § 3.1.9).",
		EN: "A segment spans more than 180° of longitude: it probably crosses the antimeridian (Wallis and Futuna, Fiji), and a map will draw it the other way, all around the Earth. The standard asks to cut the geometry at 180° (RFC 7946, section 3.1.9).",
	},
	Mend: text.Text{
		FR: "Coupez la géométrie en deux morceaux à la longitude 180 (MultiLineString ou MultiPolygon) ; ogr2ogr le fait avec -wrapdateline.",
		EN: "Cut the geometry into two pieces at longitude 180 (MultiLineString or MultiPolygon); ogr2ogr does so with -wrapdateline.",
	},
	Bad:  `{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[-176.2, -13.3], [178.4, -18.1]]}}`,
	Good: `{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[-176.2, -13.3], [-178.1, -14.3]]}}`,
	Messages: map[string]validate.Message{"": advise("{n} {n|segment couvre|segments couvrent} plus de 180° de longitude, à partir de {point}{where}.", "{n} {n|segment spans|segments span} more than 180° of longitude, from {point} on{where-en}.",
		"Coupez la géométrie à l'antiméridien (longitude 180).", "Cut the geometry at the antimeridian (longitude 180).")},
	Shape: judgeFaults(shapeReasons{geometry.LongSegment: ""}),
}

var geometryMember = &validate.Check{
	Code:     "geometry-member",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Membre déplacé dans une géométrie", EN: "Misplaced member of a geometry"},
	Why: text.Text{
		FR: "Une géométrie n'a que son type et ses coordonnées. « properties », « geometry » et « features » y sont interdits : « properties » va dans l'entité, à côté de « geometry » ; « crs » n'existe plus depuis 2016 (tout est en WGS84) ; une collection dans une collection est déconseillée (RFC 7946, § 3.1.8, 4 et 7.1). Ce qui est mal placé est ignoré par les logiciels.",
		EN: `A geometry has but its type and its coordinates. "properties", "geometry" and "features" are forbidden there: "properties" belongs in the feature, beside "geometry"; "crs" is gone since 2016 (all is in WGS84); a collection within a collection is advised against (RFC 7946, sections 3.1.8, 4 and 7.1). Programs ignore what is misplaced.`,
	},
	Mend: text.Text{
		FR: "Déplacez le membre dans l'entité, ou supprimez-le.",
		EN: "Move the member into the feature, or remove it.",
	},
	Bad:  `{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [2.35, 48.85], "properties": {"nom": "Mairie"}}}`,
	Good: `{"type": "Feature", "properties": {"nom": "Mairie"}, "geometry": {"type": "Point", "coordinates": [2.35, 48.85]}}`,
	Messages: map[string]validate.Message{
		"":     advise("La norme interdit {value} dans une géométrie : ce qu'il contient est ignoré.", "The standard forbids {value} within a geometry: what it holds is ignored.", "Déplacez-le dans l'entité, à côté de « geometry », ou supprimez-le.", `Move it into the feature, beside "geometry", or remove it.`),
		"crs":  advise("{value} n'a plus de sens dans une géométrie : GeoJSON est toujours en WGS84 (EPSG:4326).", "{value} has no meaning within a geometry any more: GeoJSON is always in WGS84 (EPSG:4326).", "Supprimez-le, et exportez en EPSG:4326 si les coordonnées sont dans un autre système.", "Remove it, and export in EPSG:4326 if the coordinates are in another system."),
		"nest": advise("Une collection de géométries en contient une autre : la norme le déconseille.", "A collection of geometries holds another one: the standard advises against that.", "Mettez toutes les géométries dans une seule liste.", "Put all geometries into one list."),
	},
	Shape: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			if f := r.Shape.Fault(geometry.Foreign); f != nil {
				tellShape(p, r, f)
			}
			if f := r.Shape.Fault(geometry.OwnCRS); f != nil {
				tellShapeAs(validate.Notice, p, r, f).Because("crs")
			}
			if f := r.Shape.Fault(geometry.Nested); f != nil {
				tellShapeAs(validate.Notice, p, r, f).Because("nest")
			}
		}
	},
}
