package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/jsonschema"
)

var jsonPattern = &validate.Check{
	Code:     "json-pattern",
	Severity: validate.Error,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Propriété d'une forme inattendue", EN: "Property of an unexpected form"},
	Why: text.Text{
		FR: "Le schéma impose une forme à cette propriété, par exemple quatorze chiffres, et la valeur ne l'a pas.",
		EN: "The schema imposes a form on this property, such as fourteen digits, and the value does not have it.",
	},
	Mend: text.Text{
		FR: "Écrivez la valeur sur le modèle de l'exemple donné par le schéma.",
		EN: "Write the value on the model of the example that the schema gives.",
	},
	Bad:  `[{"siret": "214 401 095 00015"}]`,
	Good: `[{"siret": "21440109500015"}]`,
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "« {value} » n'a pas la forme attendue dans la propriété « {place} », ligne {row}.", EN: `"{value}" does not have the form that the property "{place-en}" asks for, row {row}.`},
			Hint: text.Text{FR: "Écrivez la valeur sur ce modèle : {example}", EN: "Write the value like this: {example}"},
		},
		"spaces": {
			Say:  text.Text{FR: "« {value} » contient des espaces, que la propriété « {place} » n'admet pas, ligne {row}.", EN: `"{value}" has spaces, which the property "{place-en}" does not allow, row {row}.`},
			Hint: text.Text{FR: "Écrivez « {fix} ».", EN: `Write "{fix}".`},
		},
	},
}

// tellPattern looks whether spaces alone are wrong.
func (j *jsonFault) tellPattern() {
	j.f.With("pattern", j.Pattern)
	bare := closeUp(j.value)
	if bare != "" && bare != j.value && jsonschema.Matches(j.Pattern, bare) {
		j.f.Because("spaces").Write(bare)
	}
}

var jsonFormat = &validate.Check{
	Code:     "json-format",
	Severity: validate.Error,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Date, adresse ou identifiant mal écrits", EN: "Date, address or identifier badly written"},
	Why: text.Text{
		FR: "Le schéma attend une date, une adresse électronique, une adresse du web ou un autre texte d'une forme connue, et la valeur ne se lit pas ainsi.",
		EN: "The schema expects a date, an e-mail address, a web address or another text of a known form, and the value does not read as one.",
	},
	Mend: text.Text{
		FR: "Écrivez les dates en année-mois-jour, et les adresses en entier, sans espaces.",
		EN: "Write dates as year-month-day, and addresses in full, without spaces.",
	},
	Bad:  `[{"jour": "02/04/2025"}]`,
	Good: `[{"jour": "2025-04-02"}]`,
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "« {value} » n'a pas la forme attendue dans la propriété « {place} », ligne {row} ({format}).", EN: `"{value}" does not have the form that the property "{place-en}" asks for, row {row} ({format}).`},
			Hint: text.Text{FR: "Écrivez la valeur sur ce modèle : {example}", EN: "Write the value like this: {example}"},
		},
		"date": {
			Say:  text.Text{FR: "« {value} » n'est pas une date comme la veut la propriété « {place} », ligne {row}.", EN: `"{value}" is not a date as the property "{place-en}" wants it, row {row}.`},
			Hint: text.Text{FR: "Une date s'écrit année-mois-jour, par exemple 2025-04-02, et le jour doit exister.", EN: "A date is written year-month-day, such as 2025-04-02, and the day must exist."},
		},
		"date-form": {
			Say:  text.Text{FR: "La date « {value} » de la propriété « {place} », ligne {row}, doit s'écrire année-mois-jour.", EN: `The date "{value}" of the property "{place-en}", row {row}, must be written year-month-day.`},
			Hint: text.Text{FR: "Écrivez {fix}.", EN: "Write {fix}."},
		},
		"date-time": {
			Say:  text.Text{FR: "« {value} » n'est pas une date avec son heure comme la veut la propriété « {place} », ligne {row}.", EN: `"{value}" is not a date with its time as the property "{place-en}" wants it, row {row}.`},
			Hint: text.Text{FR: "Écrivez par exemple 2025-04-02T08:30:00Z : la date, T, l'heure, puis Z ou l'écart avec l'heure de Greenwich (+02:00).", EN: "Write for instance 2025-04-02T08:30:00Z: the date, T, the time, then Z or the distance from Greenwich time (+02:00)."},
		},
		"email": say("« {value} » n'est pas une adresse électronique, dans la propriété « {place} », ligne {row}.",
			`"{value}" is not an e-mail address, in the property "{place-en}", row {row}.`),
		"uri": {
			Say:  text.Text{FR: "« {value} » n'est pas une adresse du web complète, dans la propriété « {place} », ligne {row}.", EN: `"{value}" is not a complete web address, in the property "{place-en}", row {row}.`},
			Hint: text.Text{FR: "Elle commence par https:// et n'a ni espace ni lettre accentuée : copiez-la depuis la barre d'adresse du navigateur.", EN: "It starts with https:// and has neither spaces nor accents: copy it from the browser's address bar."},
		},
		"uuid": {
			Say:  text.Text{FR: "« {value} » n'est pas un identifiant comme le veut la propriété « {place} », ligne {row}.", EN: `"{value}" is not an identifier as the property "{place-en}" wants it, row {row}.`},
			Hint: text.Text{FR: "C'est un UUID : 32 chiffres ou lettres de a à f, en cinq groupes séparés par des tirets, comme 0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9.", EN: "It is a UUID: 32 digits or letters from a to f, in five groups with hyphens between them, such as 0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9."},
		},
	},
}

// tellFormat says what the form is.
func (j *jsonFault) tellFormat() {
	j.f.With("format", j.Format)
	switch j.Format {
	case "date":
		if day := jsonschema.Day(strings.TrimSpace(j.value)); day != "" {
			j.f.Because("date-form").Write(day)
			return
		}
		j.f.Because("date")
	case "date-time", "email", "uri", "uuid":
		j.f.Because(j.Format)
	case "idn-email":
		j.f.Because("email")
	case "iri":
		j.f.Because("uri")
	}
}
