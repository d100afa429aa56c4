package main

import (
	"fmt"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
)

// jsonTypes says in plain words what JSON's types hold.
var jsonTypes = map[string]text.Text{
	"string":  {FR: "texte", EN: "text"},
	"number":  {FR: "nombre", EN: "number"},
	"integer": {FR: "nombre entier", EN: "whole number"},
	"boolean": {FR: "true ou false", EN: "true or false"},
	"array":   {FR: "liste", EN: "list"},
	"object":  {FR: "objet", EN: "object"},
}

// jsonFormats says what a text of a format is.
var jsonFormats = map[string]text.Text{
	"date":      {FR: "date, année-mois-jour", EN: "date, year-month-day"},
	"date-time": {FR: "date et heure, 2024-03-15T08:30:00Z", EN: "date and time, 2024-03-15T08:30:00Z"},
	"email":     {FR: "adresse électronique", EN: "e-mail address"},
	"uri":       {FR: "adresse web complète", EN: "whole web address"},
	"uuid":      {FR: "identifiant UUID", EN: "UUID"},
}

// describeProperties writes the properties of a JSON Schema.
func (a *app) describeProperties(s *schemas.Schema) {
	for i, p := range s.Properties {
		fmt.Fprintf(a.out, "\n%d. %s\n", i+1, shown(p.Path))
		a.lines("   ", p.Title)
		duty := a.say(" · facultatif", " · optional")
		if p.Required {
			duty = a.say(" · obligatoire", " · required")
		}
		if p.Null {
			duty += a.say(" · null s'il n'y a rien", " · null where there is nothing")
		}
		a.lines("   ", a.propertyKind(p)+duty)
		a.lines("   ", p.Description)
		if len(p.Enum) > 0 {
			a.lines("   ", a.say("À écrire : valeurs : ", "To write: values: ")+strings.Join(p.Enum, " · "))
		}
		if p.Example != "" {
			a.lines("   ", a.say("Exemple : ", "Example: ")+p.Example)
		}
	}
}

// propertyKind says what a property holds: its types and, of a text, its format.
func (a *app) propertyKind(p schemas.Property) string {
	var kinds []string
	for _, t := range p.Types {
		kind, known := jsonTypes[t]
		if !known {
			continue
		}
		if t != "string" || p.Format == "" {
			kinds = append(kinds, kind.In(a.lang))
			continue
		}
		for _, format := range strings.Split(p.Format, " | ") {
			said, known := jsonFormats[format]
			if !known {
				said = text.Text{FR: "texte au format " + format, EN: "text in the format " + format}
			}
			kinds = append(kinds, said.In(a.lang))
		}
	}
	if len(kinds) == 0 {
		return a.say("valeur", "value")
	}
	return strings.Join(kinds, a.say(" ou ", " or "))
}

// describeResources writes the files of a Data Package, each with its schema.
func (a *app) describeResources(s *schemas.Schema) {
	for i, r := range s.Resources {
		fmt.Fprintf(a.out, "\n%d. %s\n", i+1, shown(r.Name))
		a.lines("   ", r.Title)
		switch {
		case r.Entry != "":
			a.lines("   ", a.say("Schéma : ", "Schema: ")+r.Entry)
		case r.Schema != "":
			a.lines("   ", a.say("Schéma : ", "Schema: ")+r.Schema)
		case r.Inline != nil:
			a.lines("   ", a.say("Schéma : dans le document", "Schema: in the document"))
		}
		a.lines("   ", strings.Join(r.Paths, ", "))
	}
}
