package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// phoneNumberNames are the names of the check in schema documents: ours, and
// Validata's.
var phoneNumberNames = []string{"phone-number", "phone-number-value"}

var phoneNumber = &validate.Check{
	Code:     "phone-number",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Numéro de téléphone incorrect", EN: "Wrong telephone number"},
	Why: text.Text{
		FR: "Le schéma attend un numéro de téléphone que l'on puisse composer : un numéro français à dix chiffres, un numéro court comme le 115 ou le 3949, ou un numéro d'un autre pays ou d'outre-mer avec son indicatif.",
		EN: "The schema expects a telephone number that can be dialled: a French number of ten digits, a short one such as 115 or 3949, or a number of another country or overseas with its country code.",
	},
	Mend: text.Text{
		FR: "Écrivez un seul numéro par cellule, comme 01 99 00 27 37 ou +33 1 99 00 27 37, et mettez la colonne au format Texte dans votre tableur.",
		EN: "Write one number a cell, such as 01 99 00 27 37 or +33 1 99 00 27 37, and set the column to Text in your spreadsheet.",
	},
	Bad:  "telephone\n01 99 00 27",
	Good: "telephone\n01 99 00 27 37",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "« {value} » n'est pas un numéro de téléphone.", EN: `"{value}" is not a telephone number.`},
			Hint: text.Text{FR: "Écrivez un numéro à dix chiffres comme 01 99 00 27 37, ou avec son indicatif comme +33 1 99 00 27 37.", EN: "Write a number of ten digits such as 01 99 00 27 37, or with its country code such as +33 1 99 00 27 37."},
		},
		"length": {
			Say:  text.Text{FR: "« {value} » n'est pas un numéro de téléphone : il a {digits} {digits|chiffre|chiffres} au lieu de dix.", EN: `"{value}" is not a telephone number: it has {digits} {digits|digit|digits} instead of ten.`},
			Hint: text.Text{FR: "Recopiez-le depuis sa source.", EN: "Copy it from its source again."},
		},
		"range": {
			Say:  text.Text{FR: "« {value} » n'est pas un numéro de téléphone : aucun numéro français ne commence par {start}.", EN: `"{value}" is not a telephone number: no French number begins with {start}.`},
			Hint: text.Text{FR: "Recopiez-le depuis sa source.", EN: "Copy it from its source again."},
		},
		"overseas": say("« {value} » est un numéro d'outre-mer : écrivez-le avec son indicatif.", `"{value}" is a number of overseas France: write it with its country code.`),
		"letters":  say("« {value} » : des lettres se sont glissées dans le numéro de téléphone.", `"{value}": letters have crept into the telephone number.`),
		"decimal":  say("« {value} » : le tableur a transformé le numéro de téléphone en nombre à virgule.", `"{value}": the spreadsheet turned the telephone number into a decimal number.`),
		"scientific": {
			Say:  text.Text{FR: "« {value} » : le tableur a mis le numéro de téléphone en notation scientifique, des chiffres sont peut-être perdus.", EN: `"{value}": the spreadsheet put the telephone number into scientific notation, digits may be lost.`},
			Hint: text.Text{FR: "Mettez la colonne au format Texte dans le tableur, puis recopiez les numéros depuis leur source.", EN: "Set the column to Text in the spreadsheet, then copy the numbers from their source again."},
		},
		"several": {
			Say:  text.Text{FR: "« {value} » contient plusieurs numéros de téléphone ; il en faut un seul par cellule.", EN: `"{value}" contains several telephone numbers; a cell takes one.`},
			Hint: text.Text{FR: "Gardez le principal, par exemple {first}.", EN: "Keep the main one, for instance {first}."},
		},
		"around": {
			Say: text.Text{FR: "« {value} » : la cellule doit contenir le numéro de téléphone, et rien d'autre.", EN: `"{value}": the cell must contain the telephone number and nothing else.`},
		},
	},
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		if !f.HasCheck(phoneNumberNames...) {
			return nil
		}
		return func(p *validate.Pass, c *validate.Cell) {
			if isFrenchPhone(c.Raw) || known.isPhone(c.Raw) {
				return
			}
			if finding := p.Fault(c); finding != nil {
				explainPhone(finding, string(c.Raw[:min(len(c.Raw), validate.MaxValue)]))
			}
		}
	},
}
