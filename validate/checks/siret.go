package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france"
)

// siretNames are the names of the check in schema documents: the present one,
// and Validata's former one.
var siretNames = []string{"siret", "french-siret-value"}

var siret = &validate.Check{
	Code:     "siret",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "SIRET incorrect", EN: "Wrong SIRET"},
	Why: text.Text{
		FR: "Un SIRET identifie un établissement : les neuf chiffres du SIREN, puis cinq chiffres. Le dernier se calcule d'après les autres, ce qui révèle les fautes de frappe. Les bureaux de La Poste suivent une règle à part.",
		EN: "A SIRET identifies an establishment: the nine digits of the SIREN, then five digits. The last is computed from the others, which reveals typing errors. The offices of La Poste follow a rule of their own.",
	},
	Mend: text.Text{
		FR: "Recopiez le numéro depuis l'annuaire des entreprises (annuaire-entreprises.data.gouv.fr), et mettez la colonne au format Texte dans votre tableur.",
		EN: "Copy the number from the national directory (annuaire-entreprises.data.gouv.fr), and set the column to Text in your spreadsheet.",
	},
	Bad:      "siret\n21350238800018",
	Good:     "siret\n21350238800019",
	Messages: identifierMessages("SIRET", "quatorze", "fourteen", "14"),
	On:       validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		if !f.HasCheck(siretNames...) {
			return nil
		}
		return func(p *validate.Pass, c *validate.Cell) {
			if france.IsSIRET(c.Raw) {
				return
			}
			if finding := p.Fault(c); finding != nil {
				explainIdentifier(finding, france.ExplainSIRET(string(c.Raw)))
			}
		}
	},
	Right: func(*schemas.Field) func(raw []byte) bool { return france.IsSIRET },
}
