package checks

import (
	"strconv"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/projection"
)

var balLongLat = &validate.Check{
	Code:     "bal-longlat",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : longitude et latitude absentes ou hors de France", EN: "Local address base: longitude and latitude missing or outside of France"},
	Why: text.Text{
		FR: "Une adresse sans longitude ni latitude, ou placée hors du territoire français, ne peut pas être montrée sur une carte. Seuls les lieux-dits (numéro 99999) peuvent s'en passer.",
		EN: "An address without longitude and latitude, or placed outside of French territory, cannot be shown on a map. Only place names (number 99999) may do without.",
	},
	Mend: text.Text{FR: "Donnez la longitude (long) et la latitude (lat) en degrés : en métropole, long va de -5 à 10 et lat de 41 à 51.", EN: "Give the longitude (long) and the latitude (lat) in degrees: in metropolitan France, long goes from -5 to 10 and lat from 41 to 51."},
	Bad:  "numero;long;lat\n9;43.111637;1.028392",
	Good: "numero;long;lat\n9;1.028392;43.111637",
	Messages: map[string]validate.Message{
		"": balSay("La longitude et la latitude ({long} ; {lat}) sont hors du territoire français.", "The longitude and the latitude ({long}; {lat}) are outside of French territory.",
			"Donnez-les en degrés, la longitude dans long et la latitude dans lat.", "Give them in degrees, the longitude in long and the latitude in lat."),
		"empty": balSay("La cellule « {field} » est vide : l'adresse n'est pas placée.", `The cell "{field}" is empty: the address has no place.`,
			"Donnez la longitude et la latitude en degrés.", "Give the longitude and the latitude in degrees."),
		"swapped": balSay("La longitude et la latitude ({long} ; {lat}) sont inversées.", "The longitude and the latitude ({long}; {lat}) are swapped.",
			"Écrivez {lat} dans long et {long} dans lat.", "Write {lat} in long and {long} in lat."),
		"metres": balSay("La longitude et la latitude ({long} ; {lat}) sont des mètres ({system}) et non des degrés.", "The longitude and the latitude ({long}; {lat}) are metres ({system}), not degrees.",
			"Ces valeurs vont dans x et y ; écrivez {fix} dans long et {north} dans lat.", "These values belong in x and y; write {fix} in long and {north} in lat."),
	},
	Row: balRows("bal-longlat", map[string]balWeight{"": balErrorFrom3, "empty": balErrorFrom3, "swapped": balErrorFrom3, "metres": balErrorFrom3}, judgeLongLat),
}

func judgeLongLat(rule *balRule, r balRow) {
	long, lat := r.cell(rule.long), r.cell(rule.lat)
	if long.State == validate.Valid && lat.State == validate.Valid && plainlyFrench(balTrim(long.Raw), balTrim(lat.Raw)) {
		return
	}
	if rule.isPlace(r) {
		return
	}
	if long.State == validate.Missing {
		rule.fault(r, rule.long, "empty")
	}
	if lat.State == validate.Missing {
		rule.fault(r, rule.lat, "empty")
	}
	x, okX := r.coordinate(rule.long)
	y, okY := r.coordinate(rule.lat)
	if !okX || !okY || projection.Legal(x, y) != nil {
		return
	}
	switch system := projection.Recognise(x, y); {
	case projection.Legal(y, x) != nil:
		rule.longLatFault(r, "swapped").Write(string(r.text(rule.lat)))
	case system != nil:
		east, north, _ := system.ToWGS84(x, y)
		rule.longLatFault(r, "metres").With("system", system.Name).With("north", balDegrees(north)).Write(balDegrees(east))
	default:
		rule.longLatFault(r, "")
	}
}

// plainlyFrench says by the first digits of two coordinates that they lie in
// metropolitan France: from -9 to 10 degrees of longitude, from 42 to 51 of
// latitude. It may be wrong of what is no coordinate.
func plainlyFrench(long, lat []byte) bool {
	if len(long) > 0 && long[0] == '-' && !(len(long) > 1 && long[1] == '9') {
		long = long[1:]
	}
	return len(long) > 1 && balDigit(long[0]) && long[1] == '.' && len(lat) > 2 && lat[2] == '.' &&
		(lat[0] == '4' && lat[1] >= '2' && lat[1] <= '9' || lat[0] == '5' && lat[1] == '0')
}

// longLatFault reports a fault of the longitude and the latitude together.
func (rule *balRule) longLatFault(r balRow, reason string) *validate.Finding {
	return rule.fault(r, rule.long, reason).With("long", string(r.text(rule.long))).With("lat", string(r.text(rule.lat)))
}

// balDegrees writes an angle with six decimals: a tenth of a metre.
func balDegrees(v float64) string { return strconv.FormatFloat(v, 'f', 6, 64) }
