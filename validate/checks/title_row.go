package checks

import (
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var titleRow = &validate.Check{
	Code:     "title-row",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Titre au-dessus de l'en-tête", EN: "Title above the header"},
	Why: text.Text{
		FR: "Des lignes de titre, d'unités ou de notes précèdent les noms des colonnes. Elles sont passées ici, mais ceux qui réutilisent les données les prendraient pour l'en-tête.",
		EN: "Rows of titles, units or notes stand above the names of the columns. They are passed over here, but those who reuse the data would take them for the header.",
	},
	Mend: text.Text{
		FR: "Supprimez ces lignes : la première ligne du fichier doit porter les noms des colonnes. Un titre a sa place dans la fiche du jeu de données.",
		EN: "Remove these rows: the first row of the file must bear the names of the columns. A title belongs into the description of the dataset.",
	},
	Bad:  "Subventions de 2024,,\nnom,montant,date\nAlfa,12,2024-01-01\nBravo,3,2024-02-01",
	Good: "nom,montant,date\nAlfa,12,2024-01-01\nBravo,3,2024-02-01",
	Messages: map[string]validate.Message{"": {
		Say:  text.Text{FR: "{n} {n|ligne précède|lignes précèdent} les noms des colonnes, qui sont à la ligne {header} : « {value} ».", EN: `{n} {n|row stands|rows stand} above the names of the columns, which are in row {header}: "{value}".`},
		Hint: text.Text{FR: "Supprimez ce qui précède l'en-tête.", EN: "Remove what stands above the header."},
	}},
	File: func(*schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			if len(f.Above) == 0 {
				return
			}
			finding := p.FileFault(validate.None, -1, -1).With("n", strconv.Itoa(len(f.Above))).With("header", strconv.Itoa(f.HeaderRow))
			if finding != nil {
				finding.Value = validate.Clip([]byte(strings.Join(f.Above, " / ")))
			}
		}
	},
}
