package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var extraLabel = &validate.Check{
	Code:     "extra-label",
	Severity: validate.Notice,
	Strict:   validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Colonne inconnue du schéma", EN: "Column unknown to the schema"},
	Why: text.Text{
		FR: "Le fichier a une colonne que le schéma ne décrit pas. Elle n'est pas jugée. Ce n'est une erreur qu'en lecture stricte.",
		EN: "The file has a column that the schema does not describe. It is not judged. It is an error only in a strict reading.",
	},
	Mend: text.Text{
		FR: "Si la colonne est une colonne du schéma mal nommée, renommez-la. Sinon elle peut rester, ou être publiée à part.",
		EN: "If it is a column of the schema under a wrong name, rename it. Otherwise it may stay, or be published apart.",
	},
	Bad:  "prenom,nombre,remarque",
	Good: "prenom,nombre",
	Messages: map[string]validate.Message{
		"": {
			Say: text.Text{FR: "La colonne « {value} » n'existe pas dans le schéma : elle n'est pas vérifiée.", EN: `The column "{value}" does not exist in the schema: it is not checked.`},
		},
		"similar": {
			Say:  text.Text{FR: "La colonne « {value} » n'existe pas dans le schéma : elle n'est pas vérifiée.", EN: `The column "{value}" does not exist in the schema: it is not checked.`},
			Hint: text.Text{FR: "Vouliez-vous écrire « {similar} » ?", EN: "Did you mean \"{similar}\"?"},
		},
	},
	File: func(s *schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			var absent []string
			for i, column := range p.Job.Header.Fields {
				if column < 0 {
					absent = append(absent, s.Fields[i].Name)
				}
			}
			for c, column := range p.Job.Header.Columns {
				if column.Field >= 0 || column.Label == "" || column.Duplicate >= 0 {
					continue
				}
				finding := p.FileFault(validate.None, c, -1)
				if finding == nil {
					continue
				}
				if similar := schemas.Nearest(column.Label, absent); similar != "" {
					finding.Because("similar").With("similar", similar)
				}
			}
		}
	},
}
