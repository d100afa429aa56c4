package checks

import (
	"encoding/json"
	"strings"

	"github.com/paulmach/orb"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/schemas/types"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/territory"
)

// frenchGPSNames are the names of the check in schema documents: Validata's, a
// misspelling that a schema has, and that of fr-format's class, which Validata
// lists and cannot run.
var frenchGPSNames = []string{"french-gps-coordinates", "french_gps_coordinates", "coordonnees-gps-francaises"}

var frenchGPS = &validate.Check{
	Code:     "french-gps-coordinates",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Coordonnées hors de France", EN: "Coordinates outside France"},
	Why: text.Text{
		FR: "La cellule doit situer un point en France, longitude d'abord, en degrés. Toute la France compte, outre-mer compris ; Validata n'admet que la métropole et les cinq départements d'outre-mer. La vérification se fait par rectangles : un point proche de la frontière passe.",
		EN: "The cell must tell a place in France, longitude first, in degrees. All of France counts, overseas too; Validata accepts only metropolitan France and the five overseas departments. Rectangles are what is verified: a place near the border passes.",
	},
	Mend: text.Text{
		FR: "Vérifiez l'ordre des deux nombres, longitude puis latitude, et leur signe.",
		EN: "Look at the order of the two numbers, longitude, then latitude, and at their signs.",
	},
	Bad:  "position\n\"48.11, -1.68\"",
	Good: "position\n\"-1.68, 48.11\"",
	Messages: map[string]validate.Message{
		"": advise("« {value} » n'est pas en France.", `"{value}" is not in France.`,
			"Écrivez la longitude puis la latitude, en degrés : « -1.68, 48.11 » pour Rennes.", `Write the longitude, then the latitude, in degrees: "-1.68, 48.11" for Rennes.`),
		"swapped": say("« {value} » : la latitude et la longitude sont inversées.", `"{value}": latitude and longitude are swapped.`),
		"shape": advise("« {value} » n'est pas un point : il faut une longitude et une latitude séparées par une virgule.", `"{value}" is no place: it takes a longitude and a latitude with a comma between them.`,
			"Écrivez « -1.68, 48.11 » pour Rennes.", `Write "-1.68, 48.11" for Rennes.`),
	},
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		if !f.HasCheck(frenchGPSNames...) {
			return nil
		}
		reader := f.Type
		if reader.Name != "geopoint" {
			reader = placeType
		}
		return func(p *validate.Pass, c *validate.Cell) {
			place, ok := reader.Point(c.Raw)
			if ok && withinFrance(place) {
				return
			}
			switch finding := p.Fault(c); {
			case !ok:
				finding.Because("shape")
			case withinFrance(orb.Point{place[1], place[0]}):
				finding.Because("swapped").Write(swapPlace(reader.Format, string(c.Raw)))
			}
		}
	},
}

// placeType reads the places in columns of other types.
var placeType = func() *types.Type {
	t, _, err := types.Compile(types.Spec{Type: "geopoint"})
	if err != nil {
		panic(err)
	}
	return t
}()

// swapPlace writes the two numbers of a place in the other order, as they are
// written; "" where they are not plainly two.
func swapPlace(format, raw string) string {
	if format == "object" {
		var parts struct{ Lon, Lat json.RawMessage }
		if json.Unmarshal([]byte(raw), &parts) != nil {
			return ""
		}
		return `{"lon": ` + string(parts.Lat) + `, "lat": ` + string(parts.Lon) + "}"
	}
	trimmed := strings.TrimSpace(raw)
	inner := strings.TrimSuffix(strings.TrimPrefix(trimmed, "["), "]")
	first, second, found := strings.Cut(inner, ",")
	if !found || strings.Contains(second, ",") {
		return ""
	}
	between := ","
	if strings.HasPrefix(second, " ") {
		between = ", "
	}
	swapped := strings.TrimSpace(second) + between + strings.TrimSpace(first)
	if inner != trimmed {
		return "[" + swapped + "]"
	}
	return swapped
}

// withinFrance says whether a place is in one of the rectangles of package
// territory. They hold those of Validata, whose margins are narrower: its own
// leave out the east of La Désirade.
func withinFrance(place orb.Point) bool { return territory.At(place[0], place[1]) != nil }
