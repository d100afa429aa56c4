package types

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"github.com/socle-commun/socle/schemas/lazyregexp"
)

// maxExplained bounds the cells that are looked into: nobody corrects a longer one from a message.
const maxExplained = 4096

// Explain says why a cell is not valid, as a short stable word in kebab case, and gives a corrected text that is valid,
// or "" when no correction is certain. It is "" and "" for a cell that is valid, or that is wrong in no known way.
// It takes microseconds and allocates: it is for the findings that are shown, not for every cell.
func (t *Type) Explain(raw []byte) (reason, fix string) {
	if len(raw) > maxExplained || t.valid(raw) {
		return "", ""
	}
	reason, fix = t.explainBlanks(raw)
	if reason == "" {
		reason = explainSheet(raw)
	}
	if reason == "" {
		reason, fix = t.explain(raw)
	}
	if fix != "" && !t.valid([]byte(fix)) {
		fix = ""
	}
	return reason, fix
}

// explainBlanks finds what is wrong only by what cannot be seen, or by the apostrophe of spreadsheets.
func (t *Type) explainBlanks(raw []byte) (reason, fix string) {
	accepts := func(b []byte) bool { return len(b) > 0 && t.valid(b) }
	trimmed := bytes.TrimSpace(raw)
	switch {
	case len(trimmed) == 0:
		return "blank", ""
	case accepts(trimmed):
		return "spaces", string(trimmed)
	}
	shown := bytes.TrimSpace(bytes.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) || unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, raw))
	if accepts(shown) {
		return "invisible-character", string(shown)
	}
	if rest, found := bytes.CutPrefix(trimmed, []byte("'")); found && accepts(rest) {
		return "leading-apostrophe", string(rest)
	}
	return "", ""
}

// sheetErrors are what spreadsheets show, in French and in English, in place of a value that they cannot compute.
var sheetErrors = []string{
	"#N/A", "#REF!", "#VALEUR!", "#VALUE!", "#NOM?", "#NAME?", "#DIV/0!", "#NUL!", "#NULL!", "#NOMBRE!", "#NUM!",
}

// IsSheetError says whether a text is what a spreadsheet shows when it cannot compute a value, or when the column is too
// narrow for it.
func IsSheetError(s string) bool {
	return slices.Contains(sheetErrors, s) || len(s) > 2 && strings.Trim(s, "#") == ""
}

// explainSheet finds what spreadsheets show in place of a value.
func explainSheet(raw []byte) (reason string) {
	s := tidy(raw)
	switch {
	case IsSheetError(s):
		return "spreadsheet-error"
	case len(s) > 1 && s[0] == '=':
		return "formula"
	}
	return ""
}

var (
	affirmations = []string{"oui", "o", "yes", "y", "vrai", "v", "true", "t", "1", "1.0", "1,0"}
	negations    = []string{"non", "n", "no", "faux", "f", "false", "0", "0.0", "0,0"}
)

// explain finds the accepted word that is the cell's in another letter case, or that says the same.
func (w *words) explain(raw []byte) (reason, fix string) {
	s := tidy(raw)
	for _, list := range [][]string{w.yes, w.no} {
		for _, accepted := range list {
			if strings.EqualFold(s, accepted) {
				return "boolean-case", accepted
			}
		}
	}
	says := func(list []string) bool {
		for _, word := range list {
			if strings.EqualFold(s, word) {
				return true
			}
		}
		return false
	}
	switch {
	case says(affirmations) && len(w.yes) > 0:
		return "boolean-word", w.yes[0]
	case says(negations) && len(w.no) > 0:
		return "boolean-word", w.no[0]
	}
	return "not-a-boolean", ""
}

var bareDomain = lazyregexp.New(`(?i)^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}([/?#].*)?$`)

// explainText explains the formats of a string, and what has no better explanation.
func (t *Type) explainText(raw []byte) (reason, fix string) {
	s := tidy(raw)
	switch t.Name + "/" + t.Format {
	case "string/email":
		return explainEmail(s)
	case "string/uri":
		if bareDomain.MatchString(s) {
			return "uri-without-scheme", ""
		}
		return "not-a-uri", ""
	case "string/uuid":
		return "not-a-uuid", ""
	case "string/binary":
		return "not-base64", ""
	case "string/wkt":
		if upper := strings.ToUpper(s); isWKT([]byte(upper)) {
			return "wkt-case", upper
		}
		return "not-wkt", ""
	case "list/default":
		return "list-item", ""
	}
	return "", ""
}

func explainEmail(s string) (reason, fix string) {
	if rest, found := strings.CutPrefix(s, "mailto:"); found {
		return "email-mailto", rest
	}
	if strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">") {
		return "email-brackets", s[1 : len(s)-1]
	}
	switch strings.Count(s, "@") {
	case 0:
		return "email-without-at", ""
	case 1:
		return "not-an-email", ""
	}
	return "email-several", ""
}

// straightQuotes turns the quotes of Python and of word processors into those of JSON.
var straightQuotes = strings.NewReplacer("'", `"`, "“", `"`, "”", `"`, "«", `"`, "»", `"`)

// explainJSON explains an array, an object or a GeoJSON.
func (t *Type) explainJSON(raw []byte) (reason, fix string) {
	if !json.Valid(raw) {
		if fixed := straightQuotes.Replace(string(raw)); !bytes.Contains(raw, []byte(`"`)) && t.valid([]byte(fixed)) {
			return "json-quotes", fixed
		}
		return "not-json", ""
	}
	switch {
	case t.Name == "array" && startsWith(raw, '['):
		return "array-item", ""
	case t.Name == "geojson" && startsWith(raw, '{'):
		return "geojson-structure", ""
	}
	return "json-type", ""
}

const (
	degreesDot   = `([-+]?\d+(?:\.\d+)?)`
	degreesComma = `([-+]?\d+,\d+)`
)

var (
	placeDots   = lazyregexp.New(`^[\[(]? *` + degreesDot + ` *[,;/ ] *` + degreesDot + ` *[\])]?$`)
	placeCommas = lazyregexp.New(`^[\[(]? *` + degreesComma + ` *[,;/ ] *` + degreesComma + ` *[\])]?$`)
)

// explainGeopoint finds two coordinates in whatever order and form.
func (t *Type) explainGeopoint(raw []byte) (reason, fix string) {
	s := tidy(raw)
	reason = "geopoint-form"
	var p place
	if m := placeDots.FindStringSubmatch(s); m != nil {
		p = place{[]byte(m[1]), []byte(m[2])}
	} else if m := placeCommas.FindStringSubmatch(s); m != nil {
		reason = "decimal-comma"
		p = place{[]byte(strings.Replace(m[1], ",", ".", 1)), []byte(strings.Replace(m[2], ",", ".", 1))}
	} else if q, ok := readPlaceObject([]byte(s)); ok {
		p = q
	} else if q, ok := readPlaceArray([]byte(s)); ok {
		p = q
	}
	for _, b := range [][]byte{p.lon, p.lat} {
		if d, ok := jsonNumeral.read(b); !ok || d.class != finite {
			return "not-a-geopoint", ""
		}
	}
	swapped := place{p.lat, p.lon}
	switch {
	case p.onEarth():
	case swapped.onEarth():
		reason, p = "coordinates-swapped", swapped
	default:
		return "coordinates-out-of-range", ""
	}
	switch t.Format {
	case "array":
		return reason, "[" + string(p.lon) + "," + string(p.lat) + "]"
	case "object":
		return reason, `{"lon":` + string(p.lon) + `,"lat":` + string(p.lat) + `}`
	}
	return reason, string(p.lon) + "," + string(p.lat)
}
