package checks

import (
	"time"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balDate = &validate.Check{
	Code:     "bal-date",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : date de mise à jour douteuse", EN: "Local address base: doubtful date of the last update"},
	Why: text.Text{
		FR: "La date de dernière mise à jour est antérieure à 2010, avant toute Base Adresse Locale, ou elle est dans le futur, au jour du contrôle.",
		EN: "The date of the last update is before 2010, earlier than any local address base, or it is in the future, on the day of the check.",
	},
	Mend: text.Text{FR: "Mettez la date à laquelle l'adresse a été vérifiée en dernier.", EN: "Put the date when the address was last looked over."},
	Bad:  "numero;date_der_maj\n9;1999-12-31",
	Good: "numero;date_der_maj\n9;2020-11-09",
	Messages: map[string]validate.Message{
		"": balSay("La date « {value} » est antérieure à 2010.", `The date "{value}" is before 2010.`,
			"Mettez la date à laquelle l'adresse a été vérifiée en dernier.", "Put the date when the address was last looked over."),
		"future": balSay("La date « {value} » est dans le futur.", `The date "{value}" is in the future.`, "Vérifiez l'année.", "Look at the year."),
	},
	Row: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		today := time.Now().Format(time.DateOnly)
		return balCells("bal-date", map[string]balWeight{"": balWarnFrom3, "future": balWarnFrom3}, func(rule *balRule, r balRow, c *validate.Cell, raw []byte) {
			switch { // such dates compare as texts
			case string(raw) < "2010-01-01":
				rule.fault(r, c.Field.Index, "")
			case string(raw) > today:
				rule.fault(r, c.Field.Index, "future")
			}
		})(s)
	},
}
