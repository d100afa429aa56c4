package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france"
)

// sirenNames are the names of the check in schema documents: the present one,
// and Validata's former one.
var sirenNames = []string{"siren", "french-siren-value"}

var siren = &validate.Check{
	Code:     "siren",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "SIREN incorrect", EN: "Wrong SIREN"},
	Why: text.Text{
		FR: "Un SIREN identifie une entreprise, une association ou une collectivité. Il a neuf chiffres ; le dernier se calcule d'après les autres, ce qui révèle les fautes de frappe.",
		EN: "A SIREN identifies a company, an association or a local authority. It has nine digits; the last is computed from the others, which reveals typing errors.",
	},
	Mend: text.Text{
		FR: "Recopiez le numéro depuis l'annuaire des entreprises (annuaire-entreprises.data.gouv.fr), et mettez la colonne au format Texte dans votre tableur.",
		EN: "Copy the number from the national directory (annuaire-entreprises.data.gouv.fr), and set the column to Text in your spreadsheet.",
	},
	Bad:      "siren\n213502389",
	Good:     "siren\n213502388",
	Messages: identifierMessages("SIREN", "neuf", "nine", "9"),
	On:       validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		if !f.HasCheck(sirenNames...) {
			return nil
		}
		return func(p *validate.Pass, c *validate.Cell) {
			if france.IsSIREN(c.Raw) {
				return
			}
			if finding := p.Fault(c); finding != nil {
				explainIdentifier(finding, france.ExplainSIREN(string(c.Raw)))
			}
		}
	},
	Right: func(*schemas.Field) func(raw []byte) bool { return france.IsSIREN },
}
