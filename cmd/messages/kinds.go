package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/socle-commun/socle/schemas"
)

// A kind is one kind of fault of a cell.
type kind struct {
	name    string
	certain bool // it has one reading only, so that a proposal is due
	// plant spoils the value of a cell, or gives "" where it cannot.
	plant func(f *schemas.Field, value string) string
}

// kinds lists the faults as they come from spreadsheets, exports and hands.
var kinds = []kind{
	{"SIRET in scientific notation", false, only(isSIRET, func(v string) string { return fmt.Sprintf("%s,%sE+13", v[:1], v[1:6]) })},
	{"SIRET rounded by the spreadsheet", false, only(isSIRET, func(v string) string { return v[:11] + "000" })},
	{"SIRET with a mistyped digit", false, only(isSIRET, mistyped)},
	{"SIREN with a mistyped digit", false, only(isSIREN, mistyped)},
	{"SIREN for SIRET", false, only(isSIRET, func(v string) string { return v[:9] })},
	{"SIRET for SIREN", true, only(isSIREN, ofHeadOffice)},
	{"SIRET as a decimal number", true, only(isSIRET, func(v string) string { return v + ".0" })},
	{"SIRET in groups", true, only(isSIRET, func(v string) string { return v[:3] + " " + v[3:6] + " " + v[6:9] + " " + v[9:] })},
	{"SIREN in groups", true, only(isSIREN, func(v string) string { return v[:3] + "\u00a0" + v[3:6] + "\u00a0" + v[6:] })},
	{"decimal comma", true, typed("number", func(v string) string { return strings.ReplaceAll(v, ".", ",") })},
	{"thousands with spaces", true, typed("number integer", func(v string) string { return grouped(v, " ") })},
	{"thousands with no-break spaces", true, typed("number integer", func(v string) string { return grouped(v, "\u202f") })},
	{"amount with a unit", true, typed("number", func(v string) string { return v + " €" })},
	{"whole number with decimals", true, typed("integer year", func(v string) string { return v + ".0" })},
	{"whole number with a fraction", false, typed("integer", func(v string) string { return v + ".5" })},
	{"word for a number", false, typed("number integer", func(string) string { return "néant" })},
	{"day first, slashes", true, dated("02/01/2006")},
	{"day first, hyphens", true, dated("02-01-2006")},
	{"year first, slashes", true, dated("2006/01/02")},
	{"date without separators", true, dated("20060102")},
	{"date with a time", true, dated("2006-01-02 00:00:00")},
	{"date in words", true, typed("date", inWords)},
	{"Excel's number of a day", false, typed("date", serial)},
	{"day that does not exist", false, typed("date", func(string) string { return "2023-02-30" })},
	{"two digits for the year", false, dated("02/01/06")},
	{"spaces around", true, func(_ *schemas.Field, v string) string { return " " + v + " " }},
	{"no-break space at the end", true, func(_ *schemas.Field, v string) string { return v + "\u00a0" }},
	{"tabulation at the end", true, func(_ *schemas.Field, v string) string { return v + "\t" }},
	{"line end at the end", true, func(_ *schemas.Field, v string) string { return v + "\n" }},
	{"apostrophe of a spreadsheet's text", true, typed("number integer date", func(v string) string { return "'" + v })},
	{"value of a list in lower case", true, listed(strings.ToLower)},
	{"value of a list in capitals", true, listed(strings.ToUpper)},
	{"value of a list without accents", true, listed(unaccented)},
	{"value that is not in the list", false, listed(func(string) string { return "hors liste" })},
	{"empty though required", false, nil},
	{"e-mail without @", false, formatted("email", func(v string) string { return strings.Replace(v, "@", " chez ", 1) })},
	{"e-mail with mailto", true, formatted("email", func(v string) string { return "mailto:" + v })},
	{"e-mail in brackets", true, formatted("email", func(v string) string { return "<" + v + ">" })},
	{"two e-mails", false, formatted("email", func(v string) string { return v + " ; " + v })},
	{"address of the web without its beginning", false, formatted("uri", func(v string) string { _, rest, _ := strings.Cut(v, "://"); return rest })},
	{"phone without its zero", true, only(isPhone, func(v string) string { return strings.ReplaceAll(v, " ", "")[1:] })},
	{"phone with (0)", true, only(isPhone, func(v string) string { return "+33(0)" + strings.ReplaceAll(v, " ", "")[1:] })},
	{"phone with a word", true, only(isPhone, func(v string) string { return "tél. " + v })},
	{"phone in scientific notation", false, only(isPhone, func(v string) string { return v[1:2] + ",99E+08" })},
	{"oui for true", true, typed("boolean", yesOrNo("oui", "non"))},
	{"VRAI for true", true, typed("boolean", yesOrNo("VRAI", "FAUX"))},
	{"code without its zero", true, zeroLost},
	{"accents wrongly decoded", true, func(_ *schemas.Field, v string) string { return wrongly(v) }},
	{"lost characters", false, func(_ *schemas.Field, v string) string { return lost(v) }},
	{"spreadsheet's error value", false, typed("number integer date", func(string) string { return "#N/A" })},
	{"formula", false, func(_ *schemas.Field, v string) string { return "=" + v }},
	{"too long", false, tooLong},
	{"out of the bounds", false, outside},
	{"time with an h", true, typed("time", func(v string) string { return strings.Replace(strings.TrimSuffix(v, ":00"), ":", "h", 1) })},
	{"point with the latitude first", true, pointed(func(lon, lat string) string { return lat + "," + lon })},
	{"point in brackets", true, pointed(func(lon, lat string) string { return "[" + lon + "," + lat + "]" })},
	{"point with a semicolon", true, pointed(func(lon, lat string) string { return lon + ";" + lat })},
}

func init() {
	for i := range kinds {
		if kinds[i].plant == nil {
			kinds[i].plant = func(*schemas.Field, string) string { return "" }
		}
	}
}

// only plants in values that a function knows.
func only(is func(*schemas.Field, string) bool, spoil func(string) string) func(*schemas.Field, string) string {
	return func(f *schemas.Field, v string) string {
		if !is(f, v) {
			return ""
		}
		return spoil(v)
	}
}

// typed plants in values of some types.
func typed(types string, spoil func(string) string) func(*schemas.Field, string) string {
	return only(func(f *schemas.Field, _ string) bool {
		for name := range strings.FieldsSeq(types) {
			if f.Type.Name == name {
				return true
			}
		}
		return false
	}, spoil)
}

func formatted(format string, spoil func(string) string) func(*schemas.Field, string) string {
	return only(func(f *schemas.Field, _ string) bool { return f.Type.Format == format }, spoil)
}

func listed(spoil func(string) string) func(*schemas.Field, string) string {
	return only(func(f *schemas.Field, _ string) bool { return f.Constraints.Enum != nil && f.Type.Name == "string" }, spoil)
}

func pointed(spoil func(lon, lat string) string) func(*schemas.Field, string) string {
	return func(f *schemas.Field, v string) string {
		lon, lat, ok := strings.Cut(strings.ReplaceAll(v, " ", ""), ",")
		if f.Type.Name != "geopoint" || f.Type.Format != "default" || !ok {
			return ""
		}
		return spoil(lon, lat)
	}
}

func isSIRET(f *schemas.Field, v string) bool {
	return f.HasCheck("siret", "french-siret-value") && len(v) == 14
}

func isSIREN(f *schemas.Field, v string) bool {
	return f.HasCheck("siren", "french-siren-value") && len(v) == 9
}

func isPhone(f *schemas.Field, v string) bool {
	return f.HasCheck("phone-number-value", "phone-number") && strings.HasPrefix(v, "0") && len(strings.ReplaceAll(v, " ", "")) == 10
}

// mistyped changes one digit in the middle.
func mistyped(v string) string {
	b := []byte(v)
	b[4] = '0' + (b[4]-'0'+3)%10
	return string(b)
}

// ofHeadOffice gives the SIRET of a SIREN's first establishment: the digits
// of a SIRET, every second one doubled, sum up to a multiple of ten.
func ofHeadOffice(siren string) string {
	for last := range 10 {
		siret := fmt.Sprintf("%s0001%d", siren, last)
		sum := 0
		for i, r := range siret {
			digit := int(r - '0')
			if i%2 == 0 {
				digit *= 2
			}
			sum += digit/10 + digit%10
		}
		if sum%10 == 0 {
			return siret
		}
	}
	return ""
}

// grouped writes the thousands apart.
func grouped(v, separator string) string {
	whole, _, _ := strings.Cut(v, ".")
	if len(whole) < 4 || strings.Trim(whole, "0123456789") != "" {
		return ""
	}
	decimals := v[len(whole):]
	out := ""
	for ; len(whole) > 3; whole = whole[:len(whole)-3] {
		out = separator + whole[len(whole)-3:] + out
	}
	return whole + out + decimals
}

func dated(layout string) func(*schemas.Field, string) string {
	return typed("date", func(v string) string {
		day, err := time.Parse(time.DateOnly, v)
		if err != nil || day.Day() <= 12 && strings.HasPrefix(layout, "02") {
			return "" // the month might come first
		}
		return day.Format(layout)
	})
}

func inWords(v string) string {
	day, err := time.Parse(time.DateOnly, v)
	if err != nil {
		return ""
	}
	months := []string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}
	return fmt.Sprintf("%d %s %d", day.Day(), months[day.Month()-1], day.Year())
}

func serial(v string) string {
	day, err := time.Parse(time.DateOnly, v)
	if err != nil {
		return ""
	}
	return fmt.Sprint(int(day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24))
}

func yesOrNo(yes, no string) func(string) string {
	return func(v string) string {
		if slices.Contains([]string{"true", "1", "oui", "vrai"}, strings.ToLower(v)) {
			return yes
		}
		return no
	}
}

// zeroLost takes the first zero of a code of a commune, or of a postal code, away.
func zeroLost(f *schemas.Field, v string) string {
	if f.Type.Name != "string" || !strings.HasPrefix(v, "0") || len(v) != 5 || strings.Trim(v, "0123456789") != "" || f.Constraints.Pattern == nil && len(f.Checks) == 0 {
		return ""
	}
	return v[1:]
}

func unaccented(v string) string {
	out, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), v)
	if err != nil {
		return ""
	}
	return out
}

// wrongly reads UTF-8 as Windows-1252.
func wrongly(v string) string {
	out, err := charmap.Windows1252.NewDecoder().String(v)
	if err != nil || strings.ContainsAny(out, "\ufffdŽ") { // Ž may be Î or ô
		return ""
	}
	return out
}

func lost(v string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0xc0 && unicode.IsLetter(r) {
			return '\ufffd'
		}
		return r
	}, v)
}

func tooLong(f *schemas.Field, v string) string {
	if f.Constraints.MaxLength < 0 || f.Constraints.Pattern != nil || f.Type.Name != "string" {
		return ""
	}
	return v + strings.Repeat(" et la suite", f.Constraints.MaxLength/10+1)
}

func outside(f *schemas.Field, v string) string {
	switch k := f.Constraints; {
	case k.Minimum != nil && (f.Type.Name == "number" || f.Type.Name == "integer"):
		return "-99999"
	case k.Maximum != nil && (f.Type.Name == "number" || f.Type.Name == "integer"):
		return "9999999"
	}
	return ""
}
