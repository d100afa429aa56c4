package checks

import (
	"bytes"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// The names of the checks in schema documents: fr-format's classes. Validata
// lists them in none of its releases.
var (
	latitudeL93Names  = []string{"latitude-l93"}
	longitudeL93Names = []string{"longitude-l93"}
)

var latitudeL93 = &validate.Check{
	Code:     "latitude-l93",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Coordonnée Y hors du Lambert-93", EN: "Y coordinate outside Lambert-93"},
	Why:      lambertWhy,
	Mend:     lambertMend,
	Bad:      "y\n48.11",
	Good:     "y\n6789432.5",
	Messages: lambertMessages("y", "6 037 008", "7 230 728", "6,037,008", "7,230,728"),
	On:       validate.Valid,
	Cell:     onLambert(latitudeL93Names, lambertY, lambertX),
}

var longitudeL93 = &validate.Check{
	Code:     "longitude-l93",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Coordonnée X hors du Lambert-93", EN: "X coordinate outside Lambert-93"},
	Why:      lambertWhy,
	Mend:     lambertMend,
	Bad:      "x\n6789432.5",
	Good:     "x\n351845.2",
	Messages: lambertMessages("x", "-357 823", "1 313 633", "-357,823", "1,313,633"),
	On:       validate.Valid,
	Cell:     onLambert(longitudeL93Names, lambertX, lambertY),
}

var (
	lambertWhy = text.Text{
		FR: "Le Lambert-93 est la projection officielle de la France métropolitaine : x et y s'y comptent en mètres, entre des bornes connues.",
		EN: "Lambert-93 is the official projection of metropolitan France: x and y are counted in metres, within known bounds.",
	}
	lambertMend = text.Text{
		FR: "Vérifiez que x et y ne sont pas intervertis, et que l'outil a exporté en Lambert-93 et non en degrés.",
		EN: "Make sure that x and y are not swapped, and that the tool exported Lambert-93, not degrees.",
	}
)

func lambertMessages(axis, fromFR, toFR, fromEN, toEN string) map[string]validate.Message {
	other := map[string]string{"x": "y", "y": "x"}[axis]
	messages := map[string]validate.Message{
		"": say("« {value} » n'est pas une coordonnée "+axis+" en Lambert-93 : elle va de "+fromFR+" à "+toFR+" mètres.",
			`"{value}" is no `+axis+" coordinate in Lambert-93: it goes from "+fromEN+" to "+toEN+" metres."),
		"swapped": advise("« {value} » est une coordonnée "+other+" en Lambert-93, et non "+axis+".", `"{value}" is a coordinate `+other+" in Lambert-93, not "+axis+".",
			"Les colonnes x et y sont sans doute interverties.", "The columns x and y are probably swapped."),
		"degrees": advise("« {value} » est en degrés ; on attend ici des mètres en Lambert-93.", `"{value}" is in degrees; metres in Lambert-93 are expected here.`,
			"Exportez de nouveau le fichier en Lambert-93 (EPSG 2154).", "Export the file again in Lambert-93 (EPSG 2154)."),
	}
	if axis == "x" {
		delete(messages, "degrees") // degrees are within its bounds
	}
	return messages
}

// The bounds are fr-format's, in metres; so small a longitude as one in
// degrees is within them.
var (
	lambertX  = [2]string{"-357823", "1313633"}
	lambertY  = [2]string{"6037008", "7230728"}
	inDegrees = [2]string{"-180", "180"}
)

// A numberRange is two bounds as canonical keys.
type numberRange struct{ low, high []byte }

func rangeOf(bounds [2]string) numberRange {
	low, _ := plainNumber.Key(nil, []byte(bounds[0]))
	high, _ := plainNumber.Key(nil, []byte(bounds[1]))
	return numberRange{low, high}
}

func (r numberRange) has(key []byte) bool {
	return bytes.Compare(r.low, key) <= 0 && bytes.Compare(key, r.high) <= 0
}

// onLambert makes the Cell function of a check of one axis. Texts are read as
// plain numbers.
func onLambert(names []string, bounds, others [2]string) func(*schemas.Field) func(*validate.Pass, *validate.Cell) {
	return func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		if !f.HasCheck(names...) {
			return nil
		}
		reader := plainNumber
		if isNumeric(f.Type) {
			reader = f.Type
		}
		within, other, degrees := rangeOf(bounds), rangeOf(others), rangeOf(inDegrees)
		return func(p *validate.Pass, c *validate.Cell) {
			var buffer [64]byte
			key, ok := reader.Key(buffer[:0], c.Raw)
			if ok && within.has(key) {
				return
			}
			switch finding := p.Fault(c); {
			case ok && degrees.has(key):
				finding.Because("degrees")
			case ok && other.has(key):
				finding.Because("swapped")
			}
		}
	}
}
