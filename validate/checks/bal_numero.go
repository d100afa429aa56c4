package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balNumeroCheck = &validate.Check{
	Code:     "bal-numero",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : numéro incorrect", EN: "Local address base: wrong number"},
	Why: text.Text{
		FR: "Le numéro s'écrit en chiffres, sans zéro au début ; « bis » ou une lettre vont dans la colonne suffixe. 99999 est réservé aux lieux-dits et aux voies sans adresse.",
		EN: "The number is written in digits, without leading zeros; \"bis\" or a letter go to the column suffixe. 99999 is kept for place names and streets without addresses.",
	},
	Mend: text.Text{FR: "Écrivez le numéro seul : 9 et non 009, et le suffixe dans sa colonne.", EN: "Write the number alone: 9 and not 009, and the suffix in its column."},
	Bad:  "numero;voie_nom\n009;Rue des Lilas",
	Good: "numero;voie_nom\n9;Rue des Lilas",
	Messages: map[string]validate.Message{
		"":       balSay("« {value} » : le numéro s'écrit avec des chiffres seuls, sans signe.", `"{value}": the number is written with digits alone, without a sign.`, "Écrivez-le comme 9.", "Write it like 9."),
		"large":  balSay("« {value} » est trop grand : un numéro va jusqu'à 99998, et 99999 désigne un lieu-dit.", `"{value}" is too large: a number goes up to 99998, and 99999 stands for a place name.`),
		"zero":   balSay("Le numéro est zéro.", "The number is zero.", "Un lieu-dit ou une voie sans adresse porte 99999 ; sinon, écrivez le numéro de l'adresse.", "A place name or a street without addresses has 99999; else write the number of the address."),
		"padded": balSay("« {value} » commence par un zéro.", `"{value}" begins with a zero.`),
	},
	Row: balCells("bal-numero", map[string]balWeight{"": balError, "large": balError, "zero": balWarnFrom3, "padded": balError}, func(rule *balRule, r balRow, c *validate.Cell, raw []byte) {
		n, ok := balNumero(raw)
		switch field := c.Field.Index; {
		case !allDigits(raw):
			rule.fault(r, field, "")
		case !ok:
			rule.fault(r, field, "large")
		case n == 0:
			rule.fault(r, field, "zero")
		case raw[0] == '0':
			rule.fault(r, field, "padded").Write(strings.TrimLeft(string(raw), "0"))
		}
	}),
}
