package checks

import (
	"math"
	"strconv"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/projection"
)

var balXY = &validate.Check{
	Code:     "bal-xy",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : x et y loin de la longitude et de la latitude", EN: "Local address base: x and y far from longitude and latitude"},
	Why: text.Text{
		FR: "x et y donnent en mètres le même point que la longitude et la latitude en degrés, dans la projection légale du territoire : Lambert-93 en métropole, une zone UTM outre-mer. Plus de dix mètres les séparent.",
		EN: "x and y give in metres the same point as longitude and latitude in degrees, in the legal projection of the territory: Lambert-93 in metropolitan France, a UTM zone overseas. They lie more than ten metres apart.",
	},
	Mend: text.Text{FR: "Recalculez x et y depuis la longitude et la latitude, si celles-ci sont justes.", EN: "Compute x and y again from longitude and latitude, if these are right."},
	Bad:  "long;lat;x;y\n1.028392;43.111637;539516.13;6225601.11",
	Good: "long;lat;x;y\n1.028392;43.111637;539416.13;6225601.11",
	Messages: map[string]validate.Message{
		"": balSay("x et y sont à {distance} m de la longitude et de la latitude, qui donnent en {system} x = {east} et y = {north}.", "x and y lie {distance} m from longitude and latitude, which give in {system} x = {east} and y = {north}.",
			"Corrigez celles des coordonnées qui sont fausses.", "Correct those coordinates that are wrong."),
		"swapped": balSay("x et y sont inversés.", "x and y are swapped.", "Écrivez {fix} dans x et {north} dans y.", "Write {fix} in x and {north} in y."),
		"projection": balSay("x et y sont dans la projection {plane}, et non en {system}.", "x and y are in the projection {plane}, not in {system}.",
			"Écrivez {east} dans x et {north} dans y.", "Write {east} in x and {north} in y."),
	},
	Row: balRows("bal-xy", map[string]balWeight{"": balWarnFrom3, "swapped": balWarnFrom3, "projection": balWarnFrom3}, judgeXY),
}

// balNear is how far x and y may lie from longitude and latitude, in metres.
const balNear = 10

func judgeXY(rule *balRule, r balRow) {
	x, ok := r.coordinate(rule.x)
	if !ok {
		return
	}
	y, okY := r.coordinate(rule.y)
	lon, okLon := r.coordinate(rule.long)
	lat, okLat := r.coordinate(rule.lat)
	if !okY || !okLon || !okLat {
		return
	}
	if lambertGlance().near(x, y, lon, lat) {
		return
	}
	legal := projection.Legal(lon, lat)
	if legal == nil {
		return // another rule says so
	}
	east, north, _ := legal.FromWGS84(lon, lat)
	far := math.Hypot(x-east, y-north)
	if !(far > balNear) {
		return
	}
	if math.Hypot(y-east, x-north) <= balNear {
		rule.fault(r, rule.x, "swapped").With("north", string(r.text(rule.x))).Write(string(r.text(rule.y)))
		return
	}
	if found := projection.Recognise(x, y); found != nil && found != legal {
		if e, n, ok := found.FromWGS84(lon, lat); ok && math.Hypot(x-e, y-n) <= balNear {
			rule.fault(r, rule.x, "projection").With("plane", found.Name).With("system", legal.Name).
				With("east", balMetres(east)).With("north", balMetres(north)).Write(balMetres(east))
			return
		}
	}
	rule.fault(r, rule.x, "").With("distance", strconv.FormatFloat(far, 'f', 0, 64)).With("system", legal.Name).
		With("east", balMetres(east)).With("north", balMetres(north))
}

// balMetres writes a length with two decimals.
func balMetres(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }
