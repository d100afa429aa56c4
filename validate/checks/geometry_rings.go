package checks

import (
	"bytes"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/geometry"
)

// An open and a right polygon, for the examples of several checks.
const (
	goodPolygon = `{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[2, 48], [3, 48], [3, 49], [2, 49], [2, 48]]]}}`
	openPolygon = `{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[2, 48], [3, 48], [3, 49], [2, 49]]]}}`
)

var ringNotClosed = &validate.Check{
	Code:     "ring-not-closed",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Contour non fermé", EN: "Ring not closed"},
	Why: text.Text{
		FR: "Le contour d'un polygone finit par la position où il commence, écrite de la même façon (RFC 7946, § 3.1.6). Sans elle, certains logiciels refusent le polygone et d'autres le ferment à leur façon.",
		EN: "The ring of a polygon ends with the position where it starts, written the same (RFC 7946, section 3.1.6). Without it, some programs refuse the polygon and others close it in their own way.",
	},
	Mend: text.Text{
		FR: "Répétez la première position à la fin du contour ; ou ouvrez la couche dans QGIS, lancez « Réparer les géométries » et réexportez-la en GeoJSON.",
		EN: `Repeat the first position at the end of the ring; or open the layer in QGIS, run "Fix geometries" and export it to GeoJSON again.`,
	},
	Bad: openPolygon, Good: goodPolygon,
	Messages: map[string]validate.Message{
		"": say("Le contour n'est pas fermé{where} : il commence à {expected} et finit à {value}.", "The ring is not closed{where-en}: it starts at {expected} and ends at {value}."),
		"several": advise("{n} {n|contour n'est pas fermé|contours ne sont pas fermés}. Le premier{where} commence à {expected} et finit à {value}.", "{n} {n|ring is|rings are} not closed. The first one{where-en} starts at {expected} and ends at {value}.",
			"Répétez la première position de chacun à sa fin ; dans QGIS, « Réparer les géométries » le fait.", `Repeat the first position of each at its end; in QGIS, "Fix geometries" does so.`),
	},
	Shape: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			f := r.Shape.Fault(geometry.OpenRing)
			if f == nil {
				return
			}
			finding := tellShape(p, r, f)
			if finding == nil {
				return
			}
			first := firstPosition(r.Shape, f)
			if finding.With("expected", first); f.N > 1 {
				finding.Because("several")
			} else {
				finding.Write(string(r.Shape.Text(f)) + ", " + first)
			}
		}
	},
}

// firstPosition is how the first position of an open ring is written.
func firstPosition(s *geometry.Shape, f *geometry.Fault) string {
	for i := range s.Positions() {
		if p, at := s.Position(i); p[0] == f.X && p[1] == f.Y && at < f.At {
			if end := bytes.IndexByte(s.Raw[at:], ']'); end > 0 {
				return string(s.Raw[at : at+end+1])
			}
		}
	}
	return ""
}

var ringTooShort = &validate.Check{
	Code:     "ring-too-short",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Contour de moins de quatre positions", EN: "Ring of less than four positions"},
	Why: text.Text{
		FR: "Le plus petit polygone est un triangle : trois sommets, et le premier répété à la fin, soit quatre positions (RFC 7946, § 3.1.6).",
		EN: "The smallest polygon is a triangle: three vertices, and the first one again at the end, which makes four positions (RFC 7946, section 3.1.6).",
	},
	Mend: text.Text{
		FR: "Redessinez le polygone, ou supprimez ce contour s'il ne représente rien.",
		EN: "Draw the polygon again, or remove this ring if it stands for nothing.",
	},
	Bad:  `{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[2, 48], [3, 48], [2, 48]]]}}`,
	Good: goodPolygon,
	Messages: map[string]validate.Message{"": advise(
		"{n} {n|contour a|contours ont} moins de quatre positions : {found} pour {n|celui-ci|le premier}{where}.",
		"{n} {n|ring has|rings have} less than four positions: {n|this one|the first one}{where-en} has {found}.",
		"Redessinez-le : trois sommets, et le premier répété à la fin ; ou supprimez-le.", "Draw it again: three vertices, and the first one again at the end; or remove it.")},
	Shape: judgeFaults(shapeReasons{geometry.ShortRing: ""}),
}

var emptyGeometry = &validate.Check{
	Code:     "empty-geometry",
	Severity: validate.Warning,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Géométrie vide", EN: "Empty geometry"},
	Why: text.Text{
		FR: "La géométrie a un type et des crochets vides. GeoJSON le permet et laisse le lire comme null (RFC 7946, § 3.1) ; bien des logiciels s'y trompent. Un contour ou un tracé vide parmi d'autres est interdit.",
		EN: "The geometry has a type and empty brackets. GeoJSON allows that, and lets it be read as null (RFC 7946, section 3.1); many programs get it wrong. An empty ring or line among others is forbidden.",
	},
	Mend: text.Text{
		FR: "Écrivez \"geometry\": null, ou placez l'entité sur la carte. Supprimez les contours vides.",
		EN: `Write "geometry": null, or put the feature on the map. Remove empty rings.`,
	},
	Bad:  `{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": []}}`,
	Good: `{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [2.35, 48.85]}}`,
	Messages: map[string]validate.Message{
		"": advise("La géométrie est vide : elle n'a aucune position.", "The geometry is empty: it has no position.",
			"Écrivez null à la place, ou placez l'entité sur la carte.", "Write null in its place, or put the feature on the map."),
		"part": advise("{n} {n|partie de la géométrie est vide|parties de la géométrie sont vides}, sans aucune position{where}.", "{n} {n|part|parts} of the geometry {n|is|are} empty, without any position{where-en}.",
			"Supprimez ces crochets vides.", "Remove these empty brackets."),
	},
	Shape: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			switch f := r.Shape.Fault(geometry.Empty); {
			case f == nil:
			case f.Where.Ring > 0 || f.Where.Polygon > 0: // a ring has four positions, a line two: only "coordinates" may be empty
				tellShapeAs(validate.Error, p, r, f).Because("part")
			case r.Shape.Positions() > 0:
				tellShape(p, r, f).Because("part")
			default:
				tellShape(p, r, f)
			}
		}
	},
}
