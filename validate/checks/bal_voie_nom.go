package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balVoieNom = &validate.Check{
	Code:     "bal-voie-nom",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : nom de voie incorrect", EN: "Local address base: wrong name of a street"},
	Why: text.Text{
		FR: "Le nom de la voie ou du lieu-dit s'écrit en toutes lettres, comme on le lit sur la plaque, avec ses accents : de 3 à 200 caractères, sans tiret bas. Tout en majuscules, il perd ses accents.",
		EN: "The name of the street or the place is written in full, as it is read on the sign, with its accents: 3 to 200 characters, no underscore. All in capitals, it loses its accents.",
	},
	Mend: text.Text{FR: "Écrivez « Rue de l'Église » et non « RUE DE L EGLISE » ni « rue_de_l'église ».", EN: `Write "Rue de l'Église", not "RUE DE L EGLISE" nor "rue_de_l'église".`},
	Bad:  "numero;voie_nom\n9;RUE DES LILAS",
	Good: "numero;voie_nom\n9;Rue des Lilas",
	Messages: map[string]validate.Message{
		"damaged": balSay("Le nom « {value} » contient un caractère perdu à l'enregistrement (�).", `The name "{value}" holds a character that was lost when it was saved (�).`,
			"Reprenez le nom depuis sa source.", "Take the name from its source again."),
		"":           balSay("Le nom « {value} » a moins de trois caractères.", `The name "{value}" has fewer than three characters.`, "Écrivez-le en toutes lettres.", "Write it in full."),
		"long":       balSay("Le nom a plus de 200 caractères.", "The name has more than 200 characters.", "N'y laissez que le nom de la voie.", "Leave only the name of the street there."),
		"underscore": balSay("Le nom « {value} » contient un tiret bas.", `The name "{value}" holds an underscore.`),
		"case":       balSay("Le nom « {value} » est tout en majuscules.", `The name "{value}" is all in capitals.`, "Écrivez-le comme on le lit, avec ses accents : « Rue de l'Église ».", `Write it as it is read, with its accents: "Rue de l'Église".`),
	},
	Row: balCells("bal-voie-nom", map[string]balWeight{"": balError, "long": balError, "damaged": balError, "underscore": balWarnFrom3, "case": balWarnFrom3},
		func(rule *balRule, r balRow, c *validate.Cell, raw []byte) {
			if isPlainName(raw) {
				return
			}
			reason, wrong := nameFault(raw)
			if !wrong {
				return
			}
			f := rule.fault(r, c.Field.Index, reason)
			if reason == "underscore" {
				f.Write(strings.ReplaceAll(string(raw), "_", " "))
				if balCapitals(raw) {
					rule.fault(r, c.Field.Index, "case")
				}
			}
		}),
}
