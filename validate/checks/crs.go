package checks

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/lazyregexp"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var crs = &validate.Check{
	Code:     "crs",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Système de coordonnées déclaré", EN: "Declared coordinate system"},
	Why: text.Text{
		FR: "Depuis 2016, un fichier GeoJSON est toujours en WGS 84, en degrés, longitude d'abord, et n'a plus de membre « crs » (RFC 7946, § 4). Dans un autre système, les points tombent au mauvais endroit chez ceux qui suivent la norme.",
		EN: `Since 2016 a GeoJSON file is always in WGS 84, in degrees, longitude first, and has no member "crs" any more (RFC 7946, section 4). In any other system, places land in the wrong spot for those who follow the standard.`,
	},
	Mend: text.Text{
		FR: "Dans QGIS : Exporter, Sauvegarder les entités sous, GeoJSON, SCR EPSG:4326, option RFC7946 = YES.",
		EN: "In QGIS: Export, Save features as, GeoJSON, CRS EPSG:4326, option RFC7946 = YES.",
	},
	Bad:  `{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}, "features": []}`,
	Good: `{"type": "FeatureCollection", "features": []}`,
	Messages: map[string]validate.Message{
		"": advise("Le fichier déclare un autre système de coordonnées que WGS 84 : {value}.", "The file declares another coordinate system than WGS 84: {value}.",
			"Exportez-le en EPSG:4326, sans membre « crs ».", `Export it in EPSG:4326, without the member "crs".`),
		"known": advise("Le fichier déclare le système de coordonnées {title} ({value}), et non WGS 84.", "The file declares the coordinate system {title} ({value}), not WGS 84.",
			"Exportez-le en EPSG:4326, sans membre « crs ».", `Export it in EPSG:4326, without the member "crs".`),
		"degrees": advise("Le fichier déclare le système de coordonnées {title} ({value}) : ses degrés sont ceux de WGS 84 à un mètre près, mais la norme n'admet que WGS 84.", "The file declares the coordinate system {title} ({value}): its degrees are those of WGS 84 within a metre, but the standard allows WGS 84 only.",
			"Exportez-le en EPSG:4326, sans membre « crs ».", `Export it in EPSG:4326, without the member "crs".`),
		"unreadable": advise("Le fichier a un membre « crs » qui ne nomme pas de système de coordonnées.", `The file has a member "crs" that names no coordinate system.`,
			"Supprimez-le, si les coordonnées sont bien en degrés.", "Remove it, if the coordinates are indeed in degrees."),
		"wgs84": advise("Le membre « crs » ({value}) est inutile : un fichier GeoJSON est toujours en WGS 84.", `The member "crs" ({value}) is of no use: a GeoJSON file is always in WGS 84.`,
			"Supprimez-le : la norme ne l'admet plus depuis 2016.", "Remove it: the standard does not allow it any more since 2016."),
	},
	Table: func(*schemas.Schema) validate.State { return &declaredCRS{} },
}

// declaredCRS tells the "crs" of a collection, which may stand behind the features.
// It remembers nothing of the rows.
type declaredCRS struct{}

func init() { gob.Register(&declaredCRS{}) }

// GobEncode writes nothing.
func (*declaredCRS) GobEncode() ([]byte, error) { return nil, nil }

// GobDecode has nothing to read.
func (*declaredCRS) GobDecode([]byte) error { return nil }

// Row remembers nothing.
func (*declaredCRS) Row(*validate.Row) {}

// Chooses says that no row tells anything.
func (*declaredCRS) Chooses(*validate.File) validate.Rows { return validate.NoRows }

// Seal has nothing to report.
func (*declaredCRS) Seal(*validate.Pass) {}

// Merge has nothing to join.
func (*declaredCRS) Merge(*validate.Pass, validate.State) {}

// Finish tells it.
func (*declaredCRS) Finish(p *validate.Pass) {
	f := p.Job.File
	if f.Format != "geojson" {
		return
	}
	if f.CRS != nil {
		tellCRS(p, f.CRS, f.CRSAt)
	}
	if f.Notes == nil {
		return
	}
	for _, note := range f.Notes() {
		if note.Kind == "crs" {
			tellCRS(p, []byte(note.Text), note.Pos)
		}
	}
}

func tellCRS(p *validate.Pass, raw []byte, at validate.Position) {
	name := crsName(raw)
	severity, reason, title := validate.None, "", systems[epsgCode(name)]
	switch {
	case isWGS84(name):
		severity, reason = validate.Notice, "wgs84"
	case name == "" && bytes.Equal(bytes.TrimSpace(raw), []byte("null")):
		severity, reason = validate.Notice, "unreadable"
	case name == "":
		reason = "unreadable"
	case nearlyWGS84[title]:
		severity, reason = validate.Warning, "degrees"
	case title != "":
		reason = "known"
	}
	if finding := p.FileFault(severity, -1, -1); finding != nil {
		finding.Pos, finding.Value = at, validate.Clip([]byte(name))
		finding.Because(reason).With("title", title)
	}
}

// crsName gives the name within a "crs" of the GeoJSON of 2008, "" for none.
func crsName(raw []byte) string {
	var document struct {
		Properties struct {
			Name, Href string
			Code       json.RawMessage
		}
	}
	if json.Unmarshal(raw, &document) != nil {
		var name string
		if json.Unmarshal(raw, &name) != nil {
			return ""
		}
		return name
	}
	switch of := document.Properties; {
	case of.Name != "":
		return of.Name
	case of.Code != nil:
		return "EPSG:" + strings.Trim(string(of.Code), `"`)
	default:
		return of.Href
	}
}

// epsgForm is how names hold a number of EPSG: EPSG:2154, urn:ogc:def:crs:EPSG::2154
// or http://www.opengis.net/def/crs/EPSG/0/2154.
var epsgForm = lazyregexp.New(`(?i)epsg[:/].*?([0-9]{4,6})/?$`)

// epsgCode gives the number of EPSG in a name, "" for none.
func epsgCode(name string) string {
	if m := epsgForm.FindStringSubmatch(strings.TrimSpace(name)); m != nil {
		return m[1]
	}
	return ""
}

// isWGS84 says whether a name is one of WGS 84 in degrees.
func isWGS84(name string) bool {
	upper := strings.ToUpper(strings.TrimSpace(name))
	code := epsgCode(name)
	return code == "4326" || code == "4979" || strings.HasSuffix(upper, "CRS84") || strings.HasSuffix(upper, "CRS84H") || upper == "WGS84" || upper == "WGS 84"
}

// nearlyWGS84 are those of the systems whose longitudes and latitudes are those of
// WGS 84 within a metre: of ETRS89 and of the French systems that go with it.
var nearlyWGS84 = map[string]bool{
	"RGF93": true, "ETRS89": true, "RGAF09": true, "RGFG95": true, "RGR92": true, "RGM04": true, "RGSPM06": true, "RGNC91-93": true, "RGPF": true,
}

// systems are the names of coordinate systems that French files are in, by their
// number of EPSG.
var systems = map[string]string{
	"2154": "Lambert-93", "3857": "Web Mercator", "900913": "Web Mercator", "4171": "RGF93", "9777": "RGF93", "9782": "RGF93", "5489": "RGAF09", "4624": "RGFG95", "4627": "RGR92", "4470": "RGM04", "4463": "RGSPM06", "4749": "RGNC91-93", "4687": "RGPF", "4258": "ETRS89", "3035": "ETRS89-LAEA",
	"27572": "Lambert II étendu", "27571": "Lambert I", "27573": "Lambert III", "27574": "Lambert IV", "27561": "Lambert I", "27562": "Lambert II", "27563": "Lambert III", "27564": "Lambert IV",
	"3942": "CC42", "3943": "CC43", "3944": "CC44", "3945": "CC45", "3946": "CC46", "3947": "CC47", "3948": "CC48", "3949": "CC49", "3950": "CC50",
	"9842": "CC42", "9843": "CC43", "9844": "CC44", "9845": "CC45", "9846": "CC46", "9847": "CC47", "9848": "CC48", "9849": "CC49", "9850": "CC50",
	"2972": "RGFG95 / UTM 22N", "2975": "RGR92 / UTM 40S", "4471": "RGM04 / UTM 38S", "5490": "RGAF09 / UTM 20N", "32620": "WGS 84 / UTM 20N", "4467": "RGSPM06 / UTM 21N",
	"32630": "WGS 84 / UTM 30N", "32631": "WGS 84 / UTM 31N", "32632": "WGS 84 / UTM 32N", "25830": "ETRS89 / UTM 30N", "25831": "ETRS89 / UTM 31N", "25832": "ETRS89 / UTM 32N", "3163": "RGNC91-93 / Lambert NC", "9794": "Lambert-93 v2b", "9793": "Lambert-93 v2",
}
