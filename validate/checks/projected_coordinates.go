package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var projectedCoordinates = &validate.Check{
	Code:     "projected-coordinates",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Coordonnées en mètres et non en degrés", EN: "Coordinates in metres, not in degrees"},
	Why: text.Text{
		FR: "La longitude et la latitude s'écrivent en degrés (système WGS84, celui du GPS). Celles-ci sont des mètres d'une projection française, comme Lambert-93 : aucune carte ne placerait le point au bon endroit.",
		EN: "Longitude and latitude are written in degrees (the system WGS84, that of GPS). These are metres of a French projection such as Lambert-93: no map would put the point in the right place.",
	},
	Mend: text.Text{
		FR: "Exportez les données en WGS84 (EPSG:4326) depuis le logiciel de cartographie.",
		EN: "Export the data in WGS84 (EPSG:4326) from the mapping software.",
	},
	Bad:  "longitude,latitude\n652381.2,6862047.9",
	Good: "longitude,latitude\n2.350969,48.858066",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "« {value} » est en mètres ({system}) ; on attend des degrés.", EN: `"{value}" is in metres ({system}); degrees are expected.`},
			Hint: text.Text{FR: "Écrivez {fix}, ou exportez toute la colonne en WGS84 (EPSG:4326).", EN: "Write {fix}, or export the whole column in WGS84 (EPSG:4326)."},
		},
		"geometry": {
			Say:  text.Text{FR: "La géométrie est en mètres ({system}) : [{long}, {lat}]{where}{alike}. GeoJSON n'admet que des degrés.", EN: "The geometry is in metres ({system}): [{long}, {lat}]{where-en}{alike-en}. GeoJSON allows degrees only."},
			Hint: text.Text{FR: "Réexportez la couche avec le SCR EPSG:4326 (WGS84) ; cette position devient {fix}.", EN: "Export the layer again with the CRS EPSG:4326 (WGS84); this position becomes {fix}."},
		},
	},
	After: judgeSpots(func(p *validate.Pass, s spot, at position) {
		p.Fault(p.Row().Of(s.lon.Index)).With("system", at.system).Write(sixDecimals(at.lon))
		p.Fault(p.Row().Of(s.lat.Index)).With("system", at.system).Write(sixDecimals(at.lat))
	}, sitedInMetres),
	Shape: judgeSites(func(p *validate.Pass, r *validate.Row, at site) {
		at.fault(p, r).Because("geometry").With("system", at.system).Write("[" + sixDecimals(at.lon) + ", " + sixDecimals(at.lat) + "]")
	}, sitedInMetres),
}
