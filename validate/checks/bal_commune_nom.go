package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balCommuneNom = &validate.Check{
	Code:     "bal-commune-nom",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : nom de la commune", EN: "Local address base: name of the commune"},
	Why: text.Text{
		FR: "Le nom de la commune doit être celui du code officiel géographique, avec ses accents, ses traits d'union et ses majuscules. Un nom laissé vide n'est qu'une remarque.",
		EN: "The name of the commune must be that of the official geographical code, with its accents, hyphens and capitals. An empty name is a mere notice.",
	},
	Mend: text.Text{FR: "Écrivez le nom officiel, que le message donne.", EN: "Write the official name, which the message gives."},
	Bad:  "commune_insee;commune_nom\n31591;ESCOULIS",
	Good: "commune_insee;commune_nom\n31591;Escoulis",
	Messages: map[string]validate.Message{
		"":            balSay("« {value} » n'est pas le nom officiel de la commune {code}.", `"{value}" is not the official name of the commune {code}.`),
		"empty":       balSay("Le nom de la commune est vide.", "The name of the commune is empty.", "Remplissez-le.", "Fill it."),
		"empty-known": balSay("Le nom de la commune {code} est vide.", "The name of the commune {code} is empty."),
		"case": balSay("« {value} » est écrit tout en majuscules ou tout en minuscules.", `"{value}" is written all in capitals or all in small letters.`,
			"Écrivez-le comme on le lit, avec ses accents : Saint-Étienne.", "Write it as it is read, with its accents: Saint-Étienne."),
	},
	Row: balRows("bal-commune-nom", map[string]balWeight{"": balWarnFrom3, "empty": balNote, "empty-known": balNote, "case": balNote}, func(rule *balRule, r balRow) {
		c := r.cell(rule.communeNom)
		if c.State == validate.Absent {
			return
		}
		name, commune := balTrim(c.Raw), rule.communeOf(r)
		switch {
		case len(name) == 0 && commune == nil:
			rule.fault(r, rule.communeNom, "empty")
		case len(name) == 0:
			rule.fault(r, rule.communeNom, "empty-known").With("code", commune.Code).Write(commune.Name)
		case commune != nil && string(name) != commune.Name:
			rule.fault(r, rule.communeNom, "").With("code", commune.Code).Write(commune.Name)
		case commune == nil && (balSmall(name) || balCapitals(name)):
			rule.fault(r, rule.communeNom, "case")
		}
	}),
}
