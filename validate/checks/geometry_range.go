package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/geometry"
)

var coordinateRange = &validate.Check{
	Code:     "coordinate-range",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Coordonnées hors de la Terre", EN: "Coordinates off the Earth"},
	Why: text.Text{
		FR: "Une longitude va de -180 à 180 degrés, une latitude de -90 à 90. Au-delà, ce ne sont pas des degrés, ou un chiffre est faux. Les mètres des projections sont reconnus à part (projected-coordinates).",
		EN: "A longitude goes from -180 to 180 degrees, a latitude from -90 to 90. Beyond that they are no degrees, or a digit is wrong. Metres of projections are recognised apart (projected-coordinates).",
	},
	Mend: text.Text{
		FR: "Réexportez la couche avec le SCR EPSG:4326 (WGS84), ou corrigez la position.",
		EN: "Export the layer again with the CRS EPSG:4326 (WGS84), or correct the position.",
	},
	Bad:  `{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [2.35, 488.5]}}`,
	Good: `{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [2.35, 48.85]}}`,
	Messages: map[string]validate.Message{
		"": advise("{n} {n|position est|positions sont} hors de la Terre{n| :|, à commencer par} {point}{where}.", "{n} {n|position lies|positions lie} off the Earth{n|:|, the first of which is} {point}{where-en}.",
			"Une longitude va de -180 à 180 degrés, une latitude de -90 à 90. Vérifiez la position, ou réexportez la couche avec le SCR EPSG:4326 (WGS84).", "A longitude goes from -180 to 180 degrees, a latitude from -90 to 90. Check the position, or export the layer again with the CRS EPSG:4326 (WGS84)."),
		"swapped": advise("La longitude et la latitude sont inversées : [{long}, {lat}]{where} est hors de la Terre{alike}.", "The longitude and the latitude are swapped: [{long}, {lat}]{where-en} lies off the Earth{alike-en}.",
			"GeoJSON veut la longitude d'abord : {fix}. Dans QGIS, « Inverser les coordonnées X et Y » les échange toutes.", `GeoJSON wants the longitude first: {fix}. In QGIS, "Swap X and Y coordinates" exchanges all of them.`),
	},
	Shape: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			f := r.Shape.Fault(geometry.OutOfRange)
			if f == nil || siteOf(r.Shape).siting == sitedInMetres {
				return
			}
			finding := tellShape(p, r, f)
			if judgePlace(f.X, f.Y).siting == sitedSwapped {
				finding.Because("swapped").With("long", shortest(f.X)).With("lat", shortest(f.Y)).Write("[" + shortest(f.Y) + ", " + shortest(f.X) + "]")
			}
		}
	},
}
