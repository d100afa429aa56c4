// Package plain says in plain words, French or English, what a field of a
// schema asks for.
package plain

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
)

// kinds says what each type of Table Schema holds.
var kinds = map[string]text.Text{
	"string":    {FR: "texte", EN: "text"},
	"number":    {FR: "nombre, avec un point avant les décimales", EN: "number, with a point before the decimals"},
	"integer":   {FR: "nombre entier", EN: "whole number"},
	"boolean":   {FR: "oui ou non", EN: "yes or no"},
	"date":      {FR: "date, année-mois-jour", EN: "date, year-month-day"},
	"time":      {FR: "heure, heures:minutes:secondes", EN: "time, hours:minutes:seconds"},
	"datetime":  {FR: "date et heure", EN: "date and time"},
	"year":      {FR: "année, quatre chiffres", EN: "year, four digits"},
	"yearmonth": {FR: "année-mois", EN: "year-month"},
	"duration":  {FR: "durée", EN: "duration"},
	"geopoint":  {FR: "coordonnées d'un point", EN: "coordinates of a point"},
	"geojson":   {FR: "forme géographique en GeoJSON", EN: "geographical shape in GeoJSON"},
	"array":     {FR: "liste en JSON", EN: "list in JSON"},
	"list":      {FR: "liste", EN: "list"},
	"object":    {FR: "objet JSON", EN: "JSON object"},
	"any":       {FR: "valeur libre", EN: "any value"},
}

// formats says what some formats of types ask for instead.
var formats = map[string]text.Text{
	"string email": {FR: "adresse électronique", EN: "e-mail address"},
	"string uri":   {FR: "adresse du web", EN: "web address"},
	"string uuid":  {FR: "identifiant UUID", EN: "UUID"},

	"date %Y":       {FR: "année, quatre chiffres", EN: "year, four digits"},
	"date %Y-%m-%d": {FR: "date, année-mois-jour", EN: "date, year-month-day"},
	"time %H:%M:%S": {FR: "heure, heures:minutes:secondes", EN: "time, hours:minutes:seconds"},

	"geopoint default": {FR: "longitude,latitude", EN: "longitude,latitude"},
	"geopoint array":   {FR: "[longitude, latitude]", EN: "[longitude, latitude]"},
}

// Kind says what a cell of the field holds: "date, année-mois-jour".
func Kind(lang text.Lang, f *schemas.Field) string {
	if own, ok := formats[f.Type.Name+" "+f.Type.Format]; ok {
		return own.In(lang)
	}
	kind := kinds[f.Type.Name].In(lang)
	if !strings.HasPrefix(f.Type.Format, "%") {
		return kind
	}
	name, _, _ := strings.Cut(kind, ",")
	return name + text.Text{FR: " au format ", EN: " in the format "}.In(lang) + spelt(lang, f.Type.Format)
}

// directives are the parts of a date or a time, as people write their places.
var directives = map[byte]text.Text{
	'Y': {FR: "aaaa", EN: "yyyy"}, 'y': {FR: "aa", EN: "yy"}, 'm': {FR: "mm", EN: "mm"}, 'd': {FR: "jj", EN: "dd"},
	'H': {FR: "hh", EN: "hh"}, 'M': {FR: "mm", EN: "mm"}, 'S': {FR: "ss", EN: "ss"},
}

// spelt writes the format of a date or a time for people: "jj/mm/aaaa". One
// with rarer parts stays as it is.
func spelt(lang text.Lang, format string) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			b.WriteByte(format[i])
			continue
		}
		i++
		if i == len(format) || directives[format[i]].Empty() {
			return format
		}
		b.WriteString(directives[format[i]].In(lang))
	}
	return b.String()
}

// Duty says whether a cell of the field must be filled, and whether it may be
// repeated: "obligatoire · sans doublon".
func Duty(lang text.Lang, f *schemas.Field) string {
	duty := text.Text{FR: "facultatif", EN: "optional"}
	if f.Constraints.Required {
		duty = text.Text{FR: "obligatoire", EN: "required"}
	}
	out := duty.In(lang)
	if f.Constraints.Unique {
		out += text.Text{FR: " · sans doublon", EN: " · no duplicates"}.In(lang)
	}
	return out
}

// Values lists the only texts that the field takes, in the order of the
// document; nil where it takes others. Of a boolean, the first that means yes
// and the first that means no come before their likes.
func Values(f *schemas.Field) []string {
	switch {
	case f.Constraints.Enum != nil:
		return f.Constraints.Enum.Values
	case f.Type.Name == "boolean":
		yes, no := min(len(f.TrueValues), 1), min(len(f.FalseValues), 1)
		return slices.Concat(f.TrueValues[:yes], f.FalseValues[:no], f.TrueValues[yes:], f.FalseValues[no:])
	}
	return nil
}

// Limits says what the field asks of its values besides: "au moins 0".
func Limits(lang text.Lang, f *schemas.Field) []string {
	var out []string
	k := &f.Constraints
	for _, limit := range []struct {
		bound *schemas.Bound
		say   text.Text
	}{
		{k.Minimum, text.Text{FR: "au moins ", EN: "at least "}},
		{k.Maximum, text.Text{FR: "au plus ", EN: "at most "}},
		{k.ExclusiveMin, text.Text{FR: "plus que ", EN: "more than "}},
		{k.ExclusiveMax, text.Text{FR: "moins que ", EN: "less than "}},
	} {
		if limit.bound != nil {
			out = append(out, limit.say.In(lang)+limit.bound.Text)
		}
	}
	for _, limit := range []struct {
		n   int
		say text.Text
	}{
		{k.MinLength, text.Text{FR: "au moins ", EN: "at least "}},
		{k.MaxLength, text.Text{FR: "au plus ", EN: "at most "}},
	} {
		if limit.n >= 0 {
			out = append(out, limit.say.In(lang)+size(lang, f, limit.n))
		}
	}
	return out
}

// size writes a length of the field's values in its own unit.
func size(lang text.Lang, f *schemas.Field, n int) string {
	unit := text.Text{FR: "{n} {n|caractère|caractères}", EN: "{n} {n|character|characters}"}
	if f.Type.Name != "string" {
		unit = text.Text{FR: "{n} {n|élément|éléments}", EN: "{n} {n|item|items}"}
	}
	return text.Fill(lang, unit.In(lang), func(name string) (string, bool) {
		return text.Number(lang, n), name == "n"
	})
}
