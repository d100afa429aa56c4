package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
)

// describedWidth is how many characters a line of a description has.
const describedWidth = 78

// describe writes a schema as a person reads it: each column, and what is to
// be written there.
func (a *app) describe(s *schemas.Schema) {
	fmt.Fprintln(a.out, shown(s.ID()))
	a.lines("", s.Title)
	if s.Proposal {
		a.lines("", a.say("Proposition de socle : il n'y a pas de schéma national pour ces données.", "A proposal of socle: there is no national schema for this data."))
	}
	a.lines("", s.Description)
	a.lines("", s.Homepage)
	if key := a.key(s); key != "" {
		a.lines("", a.say("Ne se répète pas d'une ligne à l'autre : %s.", "Is not repeated from one row to another: %s.", key))
	}
	for _, note := range s.Notes {
		a.lines("", a.say("Remarque : ", "Note: ")+note)
	}
	booleans := booleanWords(s)
	for i := range s.Fields {
		f := &s.Fields[i]
		fmt.Fprintf(a.out, "\n%d. %s\n", i+1, shown(f.Name))
		a.lines("   ", f.Title)
		a.lines("   ", a.kind(f))
		a.lines("   ", f.Description)
		a.lines("   ", a.demands(f, booleans[i]))
		if f.Example != "" {
			a.lines("   ", a.say("Exemple : ", "Example: ")+f.Example)
		}
	}
}

// lines writes a text, wrapped and indented.
func (a *app) lines(indent, s string) {
	for _, line := range wrap(s, describedWidth-len(indent)) {
		fmt.Fprintln(a.out, indent+shown(line))
	}
}

func (a *app) key(s *schemas.Schema) string {
	var names []string
	for _, i := range s.PrimaryKey {
		names = append(names, s.Fields[i].Name)
	}
	return strings.Join(names, " + ")
}

// kinds says in plain words what each type of Table Schema holds.
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

	"geopoint default": {FR: "longitude,latitude", EN: "longitude,latitude"},
	"geopoint array":   {FR: "[longitude, latitude]", EN: "[longitude, latitude]"},
}

// kind says what a cell of the field holds, and whether it must be filled.
func (a *app) kind(f *schemas.Field) string {
	kind := kinds[f.Type.Name]
	if own, ok := formats[f.Type.Name+" "+f.Type.Format]; ok {
		kind = own
	} else if strings.HasPrefix(f.Type.Format, "%") {
		kind = text.Text{FR: kind.FR[:strings.IndexAny(kind.FR+",", ",")] + " au format " + f.Type.Format, EN: kind.EN[:strings.IndexAny(kind.EN+",", ",")] + " in the format " + f.Type.Format}
	}
	out := kind.In(a.lang)
	if f.Constraints.Required {
		out += a.say(" · obligatoire", " · required")
	} else {
		out += a.say(" · facultatif", " · optional")
	}
	if f.Constraints.Unique {
		out += a.say(" · sans doublon", " · no duplicates")
	}
	return out
}

// demands says what values the field takes.
func (a *app) demands(f *schemas.Field, boolean []string) string {
	var out []string
	tell := func(fr, en, value string) { out = append(out, a.say(fr, en)+value) }
	k := &f.Constraints
	switch {
	case k.Enum != nil:
		tell("Valeurs : ", "Values: ", strings.Join(k.Enum.Values, " · "))
	case len(boolean) > 0:
		tell("Valeurs : ", "Values: ", strings.Join(boolean, " · "))
	}
	for _, bound := range []struct {
		b      *schemas.Bound
		fr, en string
	}{
		{k.Minimum, "au moins ", "at least "}, {k.Maximum, "au plus ", "at most "},
		{k.ExclusiveMin, "plus que ", "more than "}, {k.ExclusiveMax, "moins que ", "less than "},
	} {
		if bound.b != nil {
			tell(bound.fr, bound.en, bound.b.Text)
		}
	}
	for _, length := range []struct {
		n      int
		fr, en string
	}{
		{k.MinLength, "au moins {n} {n|caractère|caractères}", "at least {n} {n|character|characters}"},
		{k.MaxLength, "au plus {n} {n|caractère|caractères}", "at most {n} {n|character|characters}"},
	} {
		if length.n >= 0 {
			out = append(out, a.count(length.n, length.fr, length.en))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return a.say("À écrire : ", "To write: ") + lowerFirst(strings.Join(out, " ; "))
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// booleanWords gives, by field, what the document takes for true and false.
func booleanWords(s *schemas.Schema) [][]string {
	words := make([][]string, len(s.Fields))
	var doc struct {
		Fields []struct {
			True  []any `json:"trueValues"`
			False []any `json:"falseValues"`
		} `json:"fields"`
	}
	if json.Unmarshal(s.Document, &doc) != nil {
		doc.Fields = nil // its oddities do not matter here
	}
	for i := range s.Fields {
		if s.Fields[i].Type.Name != "boolean" {
			continue
		}
		words[i] = []string{"true", "false"}
		if i >= len(doc.Fields) {
			continue
		}
		if own := append(doc.Fields[i].True, doc.Fields[i].False...); len(own) > 0 {
			words[i] = nil
			for _, w := range own {
				words[i] = append(words[i], strings.Trim(fmt.Sprint(w), strconv.Quote("")))
			}
		}
	}
	return words
}
