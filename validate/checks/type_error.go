package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var typeError = &validate.Check{
	Code:     "type-error",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Valeur du mauvais type", EN: "Value of the wrong type"},
	Why: text.Text{
		FR: "Le schéma attend dans cette colonne un nombre, une date, un oui ou un non… et la valeur ne se lit pas ainsi. Les programmes qui réutilisent les données s'arrêteraient là.",
		EN: "The schema expects a number, a date, a yes or no… in this column, and the value does not read as one. The programs that reuse the data would stop here.",
	},
	Mend: text.Text{
		FR: "Écrivez la valeur dans la forme attendue : le point pour les décimales, aucune espace dans les nombres, les dates en année-mois-jour.",
		EN: "Write the value in the expected form: a point for decimals, no spaces within numbers, dates as year-month-day.",
	},
	Bad:      "montant,date\n\"40 000,00\",12/03/2023",
	Good:     "montant,date\n40000.00,2023-03-12",
	Messages: typeMessages,
	On:       validate.Invalid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		plain := f.Type.Name
		if _, said := typeMessages[plain+"/"+f.Type.Format]; said {
			plain += "/" + f.Type.Format
		}
		return func(p *validate.Pass, c *validate.Cell) {
			finding := p.Fault(c)
			if finding == nil {
				return
			}
			reason, fix := f.Type.Explain(c.Raw)
			if _, said := typeMessages[reason]; !said {
				reason = plain
			}
			finding.Because(reason).Write(fix).With("expected", f.Type.Name)
			if f.Type.Name == "boolean" {
				finding.With("yes", listed(f.TrueValues)).With("no", listed(f.FalseValues))
			}
			if f.Type.Format != "default" {
				finding.With("format", f.Type.Format)
			}
		}
	},
}
