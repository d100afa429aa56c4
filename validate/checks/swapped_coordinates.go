package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var swappedCoordinates = &validate.Check{
	Code:     "swapped-coordinates",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Longitude et latitude inversées", EN: "Longitude and latitude swapped"},
	Why: text.Text{
		FR: "Le point tombe hors de France, et en France dès qu'on échange la longitude et la latitude : elles ont été inversées. En métropole, la latitude va de 41 à 51 et la longitude de -5 à 10.",
		EN: "The point lies outside of France, and in France once longitude and latitude are exchanged: they have been swapped. In metropolitan France, latitude goes from 41 to 51 and longitude from -5 to 10.",
	},
	Mend: text.Text{
		FR: "Échangez les deux valeurs. Si tout le fichier est ainsi, échangez les noms des deux colonnes.",
		EN: "Exchange the two values. If the whole file is so, exchange the names of the two columns.",
	},
	Bad:  "longitude,latitude\n48.8566,2.3522",
	Good: "longitude,latitude\n2.3522,48.8566",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "La longitude et la latitude ({long} ; {lat}) sont inversées : le point tombe hors de France.", EN: "The longitude and the latitude ({long}; {lat}) are swapped: the point lies outside of France."},
			Hint: text.Text{FR: "Écrivez {lat} dans « {long-column} » et {long} dans « {lat-column} ».", EN: `Write {lat} in "{long-column}" and {long} in "{lat-column}".`},
		},
		"geometry": {
			Say:  text.Text{FR: "La longitude et la latitude sont inversées : [{long}, {lat}]{where} tombe hors de France{alike}.", EN: "The longitude and the latitude are swapped: [{long}, {lat}]{where-en} lies outside of France{alike-en}."},
			Hint: text.Text{FR: "GeoJSON veut la longitude d'abord : {fix}. Dans QGIS, « Inverser les coordonnées X et Y » les échange toutes.", EN: "GeoJSON wants the longitude first: {fix}. In QGIS, \"Swap X and Y coordinates\" exchanges all of them."},
		},
		"point": {
			Say: text.Text{FR: "Les coordonnées « {value} » sont inversées : la longitude vient avant la latitude.", EN: `The coordinates "{value}" are swapped: the longitude comes before the latitude.`},
		},
	},
	After: judgeSpots(func(p *validate.Pass, s spot, at position) {
		finding := p.Fault(p.Row().Of(s.lon.Index))
		if s.lon == s.lat {
			finding.Because("point").Write(point(s.lon, shortest(at.lon), shortest(at.lat)))
			return
		}
		s.name(p, finding)
	}, sitedSwapped),
	Shape: judgeSites(func(p *validate.Pass, r *validate.Row, at site) {
		at.fault(p, r).Because("geometry").Write("[" + shortest(at.y) + ", " + shortest(at.x) + "]")
	}, sitedSwapped),
}

// name adds to a finding the cells of a place and the names of their columns.
func (s spot) name(p *validate.Pass, f *validate.Finding) {
	if f == nil {
		return
	}
	lon, lat := p.Row().Of(s.lon.Index), p.Row().Of(s.lat.Index)
	f.With("long", validate.Clip(lon.Raw)).With("lat", validate.Clip(lat.Raw))
	f.With("long-column", p.Job.Header.Columns[lon.Column].Label).With("lat-column", p.Job.Header.Columns[lat.Column].Label)
}
