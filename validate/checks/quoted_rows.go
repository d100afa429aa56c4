package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var quotedRows = &validate.Check{
	Code:     "quoted-rows",
	Severity: validate.Error,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Lignes entières entre guillemets", EN: "Whole rows in quotes"},
	Why: text.Text{
		FR: "Des lignes sont entourées de guillemets d'un bout à l'autre, et leurs propres guillemets sont doublés : pour un logiciel, chacune n'est qu'une cellule. Cela arrive quand un fichier CSV est ouvert avec le mauvais séparateur, puis enregistré. socle lit ces lignes comme si les guillemets en trop n'étaient pas là.",
		EN: "Rows are quoted from end to end, and their own quotes are doubled: to a program each of them is but one cell. That happens when a CSV file is opened with the wrong separator and then saved. socle reads these rows as if the extra quotes were not there.",
	},
	Mend: text.Text{
		FR: "Reprenez l'export d'origine, ou importez le fichier dans un tableur avec le bon séparateur et enregistrez-le à nouveau.",
		EN: "Take the original export, or import the file into a spreadsheet with the right separator and save it again.",
	},
	Bad:  "\"nom;objet;montant\"\n\"Alfa;\"\"fête ; bal\"\";12\"",
	Good: "nom;objet;montant\nAlfa;\"fête ; bal\";12",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "Des lignes entières sont entre guillemets : chacune ne forme qu'une seule cellule.", EN: "Whole rows stand in quotes: each of them is but one cell."},
			Hint: text.Text{FR: "Reprenez l'export d'origine, ou importez le fichier avec le bon séparateur avant de l'enregistrer.", EN: "Take the original export, or import the file with the right separator before saving it."},
		},
		"header": {
			Say:  text.Text{FR: "La ligne des noms de colonnes est tout entière entre guillemets : elle ne forme qu'une seule cellule.", EN: "The row of the column names stands in quotes as a whole: it is but one cell."},
			Hint: text.Text{FR: "Supprimez le premier et le dernier guillemet de la ligne.", EN: "Remove the first and the last quote of that row."},
		},
	},
	File: func(*schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			switch f.Wrapped {
			case "records":
				p.FileFault(validate.None, -1, -1)
			case "header":
				finding := p.FileFault(validate.None, -1, -1).Because("header")
				if finding != nil {
					finding.Pos = f.Header
				}
			}
		}
	},
}
