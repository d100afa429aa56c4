package checks

import (
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/geometry"
)

var selfIntersection = &validate.Check{
	Code:     "self-intersection",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Polygone qui se croise", EN: "Polygon that crosses itself"},
	Why: text.Text{
		FR: "Le contour d'un polygone se croise, se touche ou revient sur lui-même : il n'est plus possible de dire ce qui est dedans. Les calculs de surface et les croisements de couches sont faux ou refusés.",
		EN: "The ring of a polygon crosses itself, touches itself or turns back: there is no telling any more what is inside. Areas and overlays come out wrong, or are refused.",
	},
	Mend: text.Text{
		FR: "Dans QGIS : Traitement > Boîte à outils > « Réparer les géométries », puis regardez le résultat à l'endroit indiqué ; ou déplacez les sommets à la main. Dans uMap, déplacez le sommet fautif.",
		EN: `In QGIS: Processing > Toolbox > "Fix geometries", then look at the result in the place that is told; or move the vertices by hand. In uMap, move the vertex.`,
	},
	Bad:  `{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[2, 48], [3, 49], [3, 48], [2, 49], [2, 48]]]}}`,
	Good: goodPolygon,
	Messages: map[string]validate.Message{
		"": advise("Le contour se croise lui-même en {n} {n|endroit|endroits}{n| :|, à commencer par} {point}{where} : il y coupe le segment qui part d'un autre sommet{beside}.", "The ring crosses itself in {n} {n|place, at|places, the first at} {point}{where-en}: there it cuts the segment that starts at another vertex{beside-en}.",
			"Dans QGIS, « Réparer les géométries » ; ou déplacez l'un de ces sommets.", `In QGIS, "Fix geometries"; or move one of these vertices.`),
		"bow-tie": advise("Le contour a la forme d'un nœud papillon : il se croise à {point}.", "The ring has the shape of a bow tie: it crosses itself at {point}.",
			"Deux sommets sont dans le mauvais ordre : échangez le sommet {from} et le sommet {to}.", "Two vertices are in the wrong order: exchange vertex {from} and vertex {to}."),
		"touches": advise("Le contour se touche lui-même en {n} {n|endroit|endroits}{n| :|, à commencer par} {point}{where}.", "The ring touches itself in {n} {n|place, at|places, the first at} {point}{where-en}.",
			"Dans QGIS, « Réparer les géométries » ; ou écartez les sommets à cet endroit.", `In QGIS, "Fix geometries"; or move the vertices apart in this place.`),
		"spike": advise("Le contour a {n} {n|pointe|pointes} sans épaisseur, où il revient sur ses pas{n| :|, à commencer par} {point}{where}.", "The ring has {n} {n|spike|spikes} without any width, where it turns back on itself, {n|at|the first at} {point}{where-en}.",
			"Supprimez ce sommet.", "Remove this vertex."),
		"flat": advise("{n} {n|contour n'a|contours n'ont} aucune surface : tous {n|ses|leurs} sommets sont sur une même droite{where}.", "{n} {n|ring has|rings have} no area: all {n|its|their} vertices lie on one line{where-en}.",
			"Supprimez ce contour, ou faites-en un tracé (LineString).", "Remove this ring, or make it a line."),
	},
	Shape: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		others := judgeFaults(shapeReasons{geometry.RingTouches: "touches", geometry.Spike: "spike", geometry.Flat: "flat"})(nil)
		return func(p *validate.Pass, r *validate.Row) {
			others(p, r)
			f := r.Shape.Fault(geometry.RingCrosses)
			if f == nil {
				return
			}
			finding := tellShape(p, r, f)
			if r.Shape.Kind == geometry.Polygon && r.Shape.Positions() == 5 { // four sides, two of which cross
				finding.Because("bow-tie").With("from", strconv.Itoa(f.Where.Vertex+1)).With("to", strconv.Itoa(f.Where.Vertex+2))
			}
		}
	},
}

var holeOutside = &validate.Check{
	Code:     "hole-outside",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Trou hors de son polygone", EN: "Hole outside of its polygon"},
	Why: text.Text{
		FR: "Le premier contour d'un polygone est son bord ; les suivants sont des trous, qui doivent être dedans (RFC 7946, § 3.1.6). Ici un trou est dehors : sans doute s'agit-il d'un autre polygone.",
		EN: "The first ring of a polygon is its border; those that follow are holes, which must lie inside (RFC 7946, section 3.1.6). Here a hole lies outside: it is probably another polygon.",
	},
	Mend: text.Text{
		FR: "Faites du second contour un polygone d'un MultiPolygon, ou réexportez la couche depuis QGIS après « Réparer les géométries ».",
		EN: `Make the second ring a polygon of a MultiPolygon, or export the layer from QGIS again after "Fix geometries".`,
	},
	Bad:  `{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[2, 48], [3, 48], [3, 49], [2, 49], [2, 48]], [[4, 48], [4, 49], [5, 49], [4, 48]]]}}`,
	Good: goodPolygon,
	Messages: map[string]validate.Message{"": advise("{n} {n|trou est|trous sont} hors du contour de {n|son|leur} polygone{n| :|, à commencer par} celui qui part de {point}{where}.", "{n} {n|hole lies|holes lie} outside of the ring of {n|its|their} polygon{n|: it starts|, the first of which starts} at {point}{where-en}.",
		"Un second morceau se met dans un MultiPolygon, et non parmi les trous.", "A second piece goes into a MultiPolygon, not among the holes.")},
	Shape: judgeFaults(shapeReasons{geometry.HoleOutside: ""}),
}

var overlappingRings = &validate.Check{
	Code:     "overlapping-rings",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Contours qui se chevauchent", EN: "Rings that overlap"},
	Why: text.Text{
		FR: "Les contours d'un polygone, ou les polygones d'un MultiPolygon, ne peuvent ni se croiser, ni se recouvrir, ni partager un bord : une surface serait comptée deux fois, ou pas du tout.",
		EN: "The rings of a polygon, or the polygons of a MultiPolygon, may neither cross nor cover one another, nor share an edge: an area would count twice, or not at all.",
	},
	Mend: text.Text{
		FR: "Dans QGIS, lancez « Réparer les géométries » ; pour des morceaux qui se touchent, « Regrouper » (Dissolve) en fait un seul.",
		EN: `In QGIS, run "Fix geometries"; of pieces that touch, "Dissolve" makes one.`,
	},
	Bad:  `{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[2, 48], [3, 48], [3, 49], [2, 49], [2, 48]], [[2.5, 48.2], [2.5, 48.4], [3.5, 48.3], [2.5, 48.2]]]}}`,
	Good: goodPolygon,
	Messages: map[string]validate.Message{
		"": advise("Des contours du polygone se croisent en {n} {n|endroit|endroits}{n| :|, à commencer par} {point}{where}.", "Rings of the polygon cross in {n} {n|place, at|places, the first at} {point}{where-en}.",
			"Dans QGIS, « Réparer les géométries » ; ou écartez les sommets à la main.", `In QGIS, "Fix geometries"; or move the vertices apart by hand.`),
		"edge": advise("Des contours du polygone partagent {n} {n|bord|bords}{n| :|, à commencer par} {point}{where}.", "Rings of the polygon share {n} {n|edge, at|edges, the first at} {point}{where-en}.",
			"Un trou ne peut toucher le bord qu'en un point : redessinez-le, ou entaillez le contour.", "A hole may touch the border in one point only: draw it again, or cut into the ring."),
		"twice": advise("{n} {n|contour est|contours sont} deux fois dans le polygone{n| :|, à commencer par} celui qui part de {point}{where}.", "{n} {n|ring stands|rings stand} twice in the polygon{n|: it starts|, the first of which starts} at {point}{where-en}.",
			"Supprimez la répétition.", "Remove the repetition."),
		"nested": advise("{n} {n|trou est|trous sont} à l'intérieur d'un autre trou{n| :|, à commencer par} celui qui part de {point}{where}.", "{n} {n|hole lies|holes lie} within another hole{n|: it starts|, the first of which starts} at {point}{where-en}.",
			"Supprimez-le, ou faites-en un polygone d'un MultiPolygon si c'est une île.", "Remove it, or make it a polygon of a MultiPolygon if it is an island."),
		"disconnected": advise("Les trous se touchent si bien qu'ils coupent le polygone en morceaux, à {point}{where}.", "The holes touch so that they cut the polygon into pieces, at {point}{where-en}.", "Faites de chaque morceau un polygone d'un MultiPolygon.", "Make each piece a polygon of a MultiPolygon."),
		"polygons": advise("Des polygones du MultiPolygon se recouvrent ou se croisent en {n} {n|endroit|endroits}{n| :|, à commencer par} {point}{where}.", "Polygons of the MultiPolygon cover or cross one another in {n} {n|place, at|places, the first at} {point}{where-en}.",
			"Dans QGIS, « Regrouper » (Dissolve) réunit les morceaux.", `In QGIS, "Dissolve" joins the pieces.`),
		"border": advise("Des polygones du MultiPolygon partagent {n} {n|bord|bords}{n| :|, à commencer par} {point}{where}.", "Polygons of the MultiPolygon share {n} {n|edge, at|edges, the first at} {point}{where-en}.",
			"Dans QGIS, « Regrouper » (Dissolve) en fait un seul polygone.", `In QGIS, "Dissolve" makes one polygon of them.`),
		"polygon-twice": advise("{n} {n|polygone est|polygones sont} deux fois dans le MultiPolygon{n| :|, à commencer par} celui qui part de {point}{where}.", "{n} {n|polygon stands|polygons stand} twice in the MultiPolygon{n|: it starts|, the first of which starts} at {point}{where-en}.",
			"Supprimez la répétition.", "Remove the repetition."),
	},
	Shape: judgeFaults(shapeReasons{
		geometry.RingsCross: "", geometry.RingsOverlap: "edge", geometry.RingTwice: "twice", geometry.HoleInHole: "nested", geometry.Disconnected: "disconnected",
		geometry.PolygonsOverlap: "polygons", geometry.PolygonsBorder: "border", geometry.PolygonTwice: "polygon-twice",
	}),
}

var winding = &validate.Check{
	Code:     "winding",
	Severity: validate.Notice,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Contour dans le mauvais sens", EN: "Ring in the wrong direction"},
	Why: text.Text{
		FR: "Le bord d'un polygone tourne dans le sens inverse des aiguilles d'une montre, ses trous dans l'autre (RFC 7946, § 3.1.6). La plupart des logiciels s'en accommodent ; quelques bibliothèques de cartes colorient alors tout sauf le polygone.",
		EN: "The border of a polygon turns counter-clockwise, its holes clockwise (RFC 7946, section 3.1.6). Most programs do not mind; some map libraries then colour everything but the polygon.",
	},
	Mend: text.Text{
		FR: "Dans QGIS, réexportez en GeoJSON avec l'option de couche « RFC7946 » à YES, qui remet les contours dans le bon sens. L'outil « Forcer la règle de la main droite » ne convient pas : il fait l'inverse.",
		EN: `In QGIS, export to GeoJSON again with the layer option "RFC7946" set to YES, which turns the rings. The tool "Force right-hand-rule" does not serve: it does the opposite.`,
	},
	Bad:  `{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[2, 48], [2, 49], [3, 49], [3, 48], [2, 48]]]}}`,
	Good: goodPolygon,
	Messages: map[string]validate.Message{"": advise("{n} {n|contour tourne|contours tournent} dans le mauvais sens{n| :|, à commencer par} celui qui part de {point}{where}.", "{n} {n|ring turns|rings turn} the wrong way{n|: it starts|, the first of which starts} at {point}{where-en}.",
		"Le bord tourne dans le sens inverse des aiguilles d'une montre, les trous dans l'autre.", "The border turns counter-clockwise, holes clockwise.")},
	Shape: judgeFaults(shapeReasons{geometry.Clockwise: ""}),
}

var geometryUndecided = &validate.Check{
	Code:     "geometry-undecided",
	Severity: validate.Warning,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Polygone trop complexe pour être vérifié", EN: "Polygon too complex to be verified"},
	Why: text.Text{
		FR: "Chercher si les contours se croisent aurait demandé trop de calculs : beaucoup de longs segments serrés les uns contre les autres, par exemple. socle ne dit pas que le polygone est bon.",
		EN: "To look whether rings cross would have taken too much work: many long segments close to one another, for example. socle does not say that the polygon is right.",
	},
	Mend: text.Text{
		FR: "Vérifiez-le dans QGIS avec « Vérifier la validité », ou simplifiez-le.",
		EN: `Verify it in QGIS with "Check validity", or simplify it.`,
	},
	Messages: map[string]validate.Message{"": say("Ce polygone a {n} {n|sommet|sommets} et trop de croisements possibles : socle n'a pas pu vérifier qu'il ne se croise pas.", "This polygon has {n} {n|vertex|vertices} and too many possible crossings: socle could not verify that it does not cross itself.")},
	Shape:    judgeFaults(shapeReasons{geometry.TooComplex: ""}),
}
