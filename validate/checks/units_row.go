package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var unitsRow = &validate.Check{
	Code:     "units-row",
	Severity: validate.Warning,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Ligne d'unités sous l'en-tête", EN: "Row of units beneath the header"},
	Why: text.Text{
		FR: "La ligne qui suit les noms des colonnes donne des unités et non des données. Elle est passée ici, mais ceux qui réutilisent les données la prendraient pour une ligne comme les autres.",
		EN: "The row that follows the names of the columns gives units, not data. It is passed over here, but those who reuse the data would take it for a row like any other.",
	},
	Mend: text.Text{
		FR: "Supprimez cette ligne. Les unités ont leur place dans la fiche du jeu de données.",
		EN: "Remove this row. Units belong into the description of the dataset.",
	},
	Bad:  "nom,montant\n,(en euros)\nAlfa,12\nBravo,3",
	Good: "nom,montant\nAlfa,12\nBravo,3",
	Messages: map[string]validate.Message{"": {
		Say:  text.Text{FR: "La ligne {row} donne des unités et non des données : « {value} ».", EN: `Row {row} gives units, not data: "{value}".`},
		Hint: text.Text{FR: "Supprimez-la.", EN: "Remove it."},
	}},
	File: func(*schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			if len(f.Units) == 0 {
				return
			}
			finding := p.FileFault(validate.None, -1, -1)
			if finding != nil {
				finding.Pos = f.UnitsAt
				finding.Value = validate.Clip([]byte(strings.Join(f.Units, " / ")))
			}
		}
	},
}
