package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balCertification = &validate.Check{
	Code:     "bal-certification",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : certification mal écrite", EN: "Local address base: certification written wrongly"},
	Why: text.Text{
		FR: "La certification de l'adresse par la commune s'écrit 1 ou 0. Toute autre écriture est laissée de côté : l'adresse ne sera pas tenue pour certifiée.",
		EN: "The certification of the address by the commune is written 1 or 0. Any other writing is passed over: the address will not be held to be certified.",
	},
	Mend: text.Text{FR: "Écrivez 1 si la commune certifie l'adresse, 0 sinon.", EN: "Write 1 if the commune certifies the address, 0 otherwise."},
	Bad:  "numero;certification_commune\n9;oui",
	Good: "numero;certification_commune\n9;1",
	Messages: map[string]validate.Message{
		"":     balSay("« {value} » n'est ni 1 ni 0.", `"{value}" is neither 1 nor 0.`, "Écrivez 1 si la commune certifie l'adresse, 0 sinon.", "Write 1 if the commune certifies the address, 0 otherwise."),
		"word": balSay("« {value} » : la certification s'écrit 1 ou 0.", `"{value}": the certification is written 1 or 0.`),
	},
	Row: balCells("bal-certification", map[string]balWeight{"": balErrorTo2, "word": balErrorTo2}, func(rule *balRule, r balRow, c *validate.Cell, raw []byte) {
		if len(raw) == 0 || len(raw) == 1 && (raw[0] == '0' || raw[0] == '1') {
			return
		}
		switch strings.ToLower(string(raw)) {
		case "oui", "vrai", "true", "yes", "o", "1.0", "1,0":
			rule.fault(r, c.Field.Index, "word").Write("1")
		case "non", "faux", "false", "no", "n", "0.0", "0,0":
			rule.fault(r, c.Field.Index, "word").Write("0")
		default:
			rule.fault(r, c.Field.Index, "")
		}
	}),
}
