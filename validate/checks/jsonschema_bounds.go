package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var jsonBounds = &validate.Check{
	Code:     "json-bounds",
	Severity: validate.Error,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Propriété trop petite ou trop grande", EN: "Property too small or too large"},
	Why: text.Text{
		FR: "Le schéma borne les nombres de cette propriété, et la valeur n'est pas dans les bornes.",
		EN: "The schema bounds the numbers of this property, and the value is not within the bounds.",
	},
	Mend: text.Text{
		FR: "Vérifiez la valeur et son unité.",
		EN: "Check the value and its unit.",
	},
	Bad:  `[{"annee": 19}]`,
	Good: `[{"annee": 2019}]`,
	Messages: map[string]validate.Message{
		"": say("La propriété « {place} » de la ligne {row} vaut {value} ; le minimum est {expected}.",
			`The property "{place-en}" of row {row} is {value}; the minimum is {expected}.`),
		"maximum": say("La propriété « {place} » de la ligne {row} vaut {value} ; le maximum est {expected}.",
			`The property "{place-en}" of row {row} is {value}; the maximum is {expected}.`),
		"more": say("La propriété « {place} » de la ligne {row} vaut {value} ; elle doit être plus grande que {expected}.",
			`The property "{place-en}" of row {row} is {value}; it must be more than {expected}.`),
		"less": say("La propriété « {place} » de la ligne {row} vaut {value} ; elle doit être plus petite que {expected}.",
			`The property "{place-en}" of row {row} is {value}; it must be less than {expected}.`),
		"multiple": say("La propriété « {place} » de la ligne {row} vaut {value} ; elle doit être un multiple de {expected}.",
			`The property "{place-en}" of row {row} is {value}; it must be a multiple of {expected}.`),
		"huge": say("Le nombre {value} de la propriété « {place} », ligne {row}, est démesuré.",
			`The number {value} of the property "{place-en}", row {row}, is out of all measure.`),
	},
}

var jsonLength = &validate.Check{
	Code:     "json-length",
	Severity: validate.Error,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Propriété trop longue ou trop courte", EN: "Property too long or too short"},
	Why: text.Text{
		FR: "Le schéma borne le nombre de caractères de cette propriété.",
		EN: "The schema bounds the number of characters of this property.",
	},
	Mend: text.Text{
		FR: "Abrégez le texte, ou complétez-le.",
		EN: "Abridge the text, or complete it.",
	},
	Bad:  `[{"code": "44 000"}]`,
	Good: `[{"code": "44000"}]`,
	Messages: map[string]validate.Message{
		"": say("La propriété « {place} » de la ligne {row} est trop longue : {found} {found|caractère|caractères}, le maximum est {expected}.",
			`The property "{place-en}" of row {row} is too long: {found} {found|character|characters}, the maximum is {expected}.`),
		"short": say("La propriété « {place} » de la ligne {row} est trop courte : {found} {found|caractère|caractères}, le minimum est {expected}.",
			`The property "{place-en}" of row {row} is too short: {found} {found|character|characters}, the minimum is {expected}.`),
		"empty": {
			Say:  text.Text{FR: "La propriété « {place} » de la ligne {row} est un texte vide.", EN: `The property "{place-en}" of row {row} is an empty text.`},
			Hint: text.Text{FR: "Remplissez-la ou, si elle est facultative, retirez-la.", EN: "Fill it in or, if it is optional, leave it out."},
		},
	},
}

// tellShort tells an empty text from a short one.
func (j *jsonFault) tellShort() {
	if j.Count == 0 {
		j.f.Because("empty")
		return
	}
	j.f.Because("short")
}
