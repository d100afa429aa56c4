package checks

import (
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var blankRow = &validate.Check{
	Code:     "blank-row",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Ligne vide", EN: "Blank row"},
	Why: text.Text{
		FR: "La ligne ne contient aucune donnée. Une ligne vide au milieu d'un fichier en fait croire la fin à certains outils.",
		EN: "The row holds no data. To some tools a blank row in the middle of a file looks like its end.",
	},
	Mend: text.Text{FR: "Supprimez la ligne.", EN: "Remove the row."},
	Bad:  "prenom,nombre\n\nAdam,353",
	Good: "prenom,nombre\nAdam,353",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "La ligne {row} est vide.", EN: "Row {row} is blank."},
			Hint: text.Text{FR: "Supprimez-la.", EN: "Remove it."},
		},
		"at-end": {
			Say:  text.Text{FR: "Le fichier finit par {n} {n|ligne vide|lignes vides}, à partir de la ligne {first}.", EN: "The file ends with {n} blank {n|row|rows}, from row {first} on."},
			Hint: text.Text{FR: "Supprimez les lignes qui suivent les données.", EN: "Remove the rows that follow the data."},
		},
		"before-header": {
			Say:  text.Text{FR: "{n} {n|ligne vide précède|lignes vides précèdent} l'en-tête, qui se trouve à la ligne {header}.", EN: "{n} blank {n|row stands|rows stand} before the header, which is in row {header}."},
			Hint: text.Text{FR: "Supprimez ce qui précède l'en-tête : les noms des colonnes doivent être sur la première ligne.", EN: "Remove what stands before the header: the names of the columns must be on the first row."},
		},
	},
	File: func(*schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			if before := f.HeaderRow - 1 - len(f.Above); before > 0 && !f.Asked {
				p.FileFault(validate.Warning, -1, -1).Because("before-header").With("n", strconv.Itoa(before)).With("header", strconv.Itoa(f.HeaderRow))
			}
		}
	},
	Irregular: true,
	Row: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			if r.Blank && p.Strict() {
				p.FaultAt(-1, -1)
			}
		}
	},
	Table: func(*schemas.Schema) validate.State { return &blankRuns{} },
}
