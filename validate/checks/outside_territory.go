package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var outsideTerritory = &validate.Check{
	Code:     "outside-territory",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Point hors de France", EN: "Point outside of France"},
	Why: text.Text{
		FR: "Le point n'est ni en métropole ni dans aucun territoire d'outre-mer : un chiffre ou un signe est sans doute faux. Le point (0 ; 0) est en mer, au large de l'Afrique : un logiciel l'écrit quand il n'a pas trouvé l'adresse.",
		EN: "The point lies neither in metropolitan France nor in any overseas territory: a digit or a sign is probably wrong. The point (0, 0) lies in the sea, off Africa: programs write it where they did not find the address.",
	},
	Mend: text.Text{
		FR: "Vérifiez la longitude et la latitude sur une carte, par exemple geoportail.gouv.fr. Laissez vides celles que vous ne connaissez pas.",
		EN: "Check the longitude and the latitude on a map, such as geoportail.gouv.fr. Leave empty those that you do not know.",
	},
	Bad:  "longitude,latitude\n23.522,48.8566",
	Good: "longitude,latitude\n2.3522,48.8566",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "Le point de longitude {long} et de latitude {lat} n'est dans aucun territoire français.", EN: "The point of longitude {long} and latitude {lat} lies in no French territory."},
			Hint: text.Text{FR: "Vérifiez les deux valeurs sur une carte.", EN: "Check both values on a map."},
		},
		"geometry": {
			Say:  text.Text{FR: "La position [{long}, {lat}]{where} n'est dans aucun territoire français{alike}.", EN: "The position [{long}, {lat}]{where-en} lies in no French territory{alike-en}."},
			Hint: text.Text{FR: "Vérifiez l'entité sur une carte.", EN: "Check the feature on a map."},
		},
		"null-island": {
			Say:  text.Text{FR: "Le point (0 ; 0) est en mer, au large de l'Afrique : l'adresse n'a sans doute pas été trouvée.", EN: "The point (0, 0) lies in the sea, off Africa: the address was probably not found."},
			Hint: text.Text{FR: "Donnez les coordonnées du lieu.", EN: "Give the coordinates of the place."},
		},
		"sign": {
			Say:  text.Text{FR: "Le point de longitude {long} et de latitude {lat} n'est dans aucun territoire français.", EN: "The point of longitude {long} and latitude {lat} lies in no French territory."},
			Hint: text.Text{FR: "Vérifiez les signes « moins » : le point pourrait être dans ce territoire : {territory}.", EN: "Check the minus signs: the point might be in this territory: {area-en}."},
		},
		"point": {
			Say:  text.Text{FR: "Le point « {value} » n'est dans aucun territoire français.", EN: `The point "{value}" lies in no French territory.`},
			Hint: text.Text{FR: "La longitude vient avant la latitude. Vérifiez les deux sur une carte.", EN: "The longitude comes before the latitude. Check both on a map."},
		},
	},
	After: judgeSpots(func(p *validate.Pass, s spot, at position) {
		finding := p.Fault(p.Row().Of(s.lon.Index))
		switch {
		case at.siting == sitedNowhere:
			finding.Because("null-island")
		case s.lon == s.lat:
			finding.Because("point")
		case at.siting == sitedUnsigned:
			s.name(p, finding)
			finding.Because("sign").With("territory", at.home.Name).With("area-en", at.home.English())
		default:
			s.name(p, finding)
		}
	}, sitedNowhere, sitedUnsigned, sitedAbroad),
	Shape: judgeSites(func(p *validate.Pass, r *validate.Row, at site) {
		finding := at.fault(p, r)
		switch at.siting {
		case sitedNowhere:
			finding.Because("null-island")
		case sitedUnsigned:
			finding.Because("sign").With("territory", at.home.Name).With("area-en", at.home.English())
		default:
			finding.Because("geometry")
		}
	}, sitedNowhere, sitedUnsigned, sitedAbroad),
}
