package checks

import (
	"errors"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/jsonschema"
)

var jsonOther = &validate.Check{
	Code:     "json-other",
	Severity: validate.Error,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Fichier ou entité autrement contraires au schéma", EN: "File or feature otherwise against the schema"},
	Why: text.Text{
		FR: "Le schéma dit comment le fichier est fait autour des données, ou ce que le programme doit vérifier d'autre, et ce n'est pas respecté ou n'a pas pu être vérifié.",
		EN: "The schema says how the file is made around the data, or what else the program has to check, and that is not kept to or could not be checked.",
	},
	Mend: text.Text{
		FR: "Exportez les données dans le format que le schéma demande.",
		EN: "Export the data in the format that the schema asks for.",
	},
	Bad:  `{"type": "Feature", "properties": {"id_local": "44109AC001"}}`,
	Good: `{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id_local": "44109AC001"}}]}`,
	Messages: map[string]validate.Message{
		"": say("« {place} », ligne {row}, a {found} {found|propriété|propriétés} ; il en faut au moins {expected}.",
			`"{place-en}", row {row}, has {found} {found|member|members}; it needs at least {expected}.`),
		"members": say("« {place} », ligne {row}, a {found} {found|propriété|propriétés} ; il en faut au plus {expected}.",
			`"{place-en}", row {row}, has {found} {found|member|members}; at most {expected} are allowed.`),
		"unjudged": say("La ligne {row} n'a pas pu être comparée au schéma : cela demande trop de calculs.",
			"Row {row} could not be held against the schema: that takes too much reckoning."),
		"collection": {
			Say:  text.Text{FR: "Le schéma demande une collection GeoJSON (FeatureCollection), et le fichier n'en est pas une.", EN: "The schema asks for a GeoJSON collection (FeatureCollection), and the file is none."},
			Hint: text.Text{FR: "Exportez la couche en GeoJSON depuis votre logiciel (QGIS, uMap…).", EN: "Export the layer as GeoJSON from your software (QGIS, uMap…)."},
		},
		"list": say("Le schéma demande une liste d'objets, entre crochets, et le fichier est fait autrement.",
			"The schema asks for a list of objects, between brackets, and the file is made otherwise."),
		"within": say("Le schéma demande une liste sous le nom « {name} », et le fichier est fait autrement.",
			`The schema asks for a list under the name "{name}", and the file is made otherwise.`),
		"absent": {
			Say:  text.Text{FR: "Il manque « {place} » à côté des données.", EN: `"{place-en}" is missing beside the data.`},
			Hint: text.Text{FR: "Ajoutez-le. Exemple : {example}", EN: "Add it. Example: {example}"},
		},
		"kind": say("« {place} », à côté des données, doit contenir {type}, et non {kind}.",
			`"{place-en}", beside the data, must hold {type-en}, not {kind-en}.`),
		"extra": {
			Say:  text.Text{FR: "« {place} », à côté des données, n'est pas prévu par le schéma.", EN: `The schema has no "{place-en}" beside the data.`},
			Hint: text.Text{FR: "Retirez-le, ou corrigez son nom.", EN: "Take it out, or correct its name."},
		},
		"other-value": {
			Say:  text.Text{FR: "« {place} », à côté des données, ne peut pas valoir « {value} ».", EN: `"{place-en}", beside the data, cannot be "{value}".`},
			Hint: text.Text{FR: "Écrivez l'une des valeurs du schéma : {names}.", EN: "Write one of the values of the schema: {names-en}."},
		},
		"beside": {
			Say:  text.Text{FR: "« {place} », à côté des données, n'est pas comme le schéma le demande : « {value} ».", EN: `"{place-en}", beside the data, is not as the schema asks: "{value}".`},
			Hint: text.Text{FR: "Exemple : {example}", EN: "Example: {example}"},
		},
		"long": say("Ce qui entoure les données est trop long pour être comparé au schéma.",
			"What stands around the data is too long to be held against the schema."),
		"ignored": {
			Say:  text.Text{FR: "Le schéma demande aussi ce que ce programme ne vérifie pas ({name}) : une faute peut passer inaperçue.", EN: "The schema also asks for what this program does not check ({name}): a fault may go unseen."},
			Hint: text.Text{FR: "Vérifiez le fichier avec un autre programme, ou demandez à l'auteur du schéma une version en Draft-07.", EN: "Check the file with another program, or ask the author of the schema for a version in Draft-07."},
		},
		"schema": {
			Say:  text.Text{FR: "Ce schéma ne permet pas de vérifier les données une à une : elles n'ont pas été vérifiées.", EN: "This schema does not allow the data to be checked one by one: they were not checked."},
			Hint: text.Text{FR: "Dites-le à l'auteur du schéma : {why}.", EN: "Tell the author of the schema: {why-en}."},
		},
	},
	File: judgeEnvelope,
}

// judgeEnvelope judges what a file of JSON is beside its items.
func judgeEnvelope(s *schemas.Schema) func(*validate.Pass, *validate.File) {
	if s.Kind != schemas.JSON {
		return nil
	}
	judge, err := jsonschema.Compile(s)
	return func(p *validate.Pass, file *validate.File) {
		if err != nil {
			why := text.Text{FR: err.Error(), EN: err.Error()}
			if known := (*jsonschema.Error)(nil); errors.As(err, &known) {
				why = known.Say
			}
			p.FileFault(validate.None, -1, -1).Because("schema").With("why", why.FR).With("why-en", why.EN)
			return
		}
		if ignored := judge.Ignored(); len(ignored) > 0 {
			p.FileFault(validate.Warning, -1, -1).Because("ignored").With("name", strings.Join(ignored, ", "))
		}
		list := judge.Lists()[0]
		if file.Layout == "object" || file.Layout == "collection" {
			tellBeside(p, s, judge, file)
		}
		switch {
		case list.Single || !file.Items:
		case list.Features:
			if file.Layout != "collection" {
				p.FileFault(validate.None, -1, -1).Because("collection")
			}
		case len(list.Path) == 0:
			if file.Layout != "array" {
				p.FileFault(validate.None, -1, -1).Because("list")
			}
		case file.Layout != "object":
			p.FileFault(validate.None, -1, -1).Because("within").With("name", listNames(judge))
		}
	}
}
