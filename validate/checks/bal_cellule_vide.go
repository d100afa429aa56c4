package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balCelluleVide = &validate.Check{
	Code:     "bal-cellule-vide",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : cellule attendue mais vide", EN: "Local address base: cell expected but empty"},
	Why: text.Text{
		FR: "Le format attend que chaque adresse dise d'où elle vient (source) et quand elle a été mise à jour (date_der_maj). L'adresse est acceptée sans cela, mais moins bien employée.",
		EN: "The format expects each address to say where it comes from (source) and when it was last updated (date_der_maj). The address is accepted without, but is of less use.",
	},
	Mend: text.Text{FR: "Remplissez la cellule, de la même manière sur chaque ligne.", EN: "Fill the cell, in the same way in each row."},
	Bad:  "numero;source\n9;",
	Good: "numero;source\n9;Commune d'Escoulis",
	Messages: map[string]validate.Message{"": balSay("La cellule « {field} » est vide, alors que le format l'attend.", `The cell "{field}" is empty, but the format expects it.`,
		"Remplissez-la.", "Fill it.")},
	Row: balRows("bal-cellule-vide", map[string]balWeight{"": balErrorTo2}, func(rule *balRule, r balRow) {
		for i, at := range rule.places {
			c := r.Of(at)
			if c.State == validate.Missing && !rule.fields[i].Constraints.Required || c.State == validate.Valid && len(balTrim(c.Raw)) == 0 {
				rule.fault(r, at, "")
			}
		}
	}),
}
