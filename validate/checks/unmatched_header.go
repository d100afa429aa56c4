package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var unmatchedHeader = &validate.Check{
	Code:     "unmatched-header",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Aucune colonne du schéma", EN: "No column of the schema"},
	Why: text.Text{
		FR: "Aucune colonne du fichier n'est l'une de celles que le schéma décrit : rien n'a pu être vérifié. Sans doute le fichier relève-t-il d'un autre schéma, ou n'a-t-il pas d'en-tête.",
		EN: "No column of the file is one of those that the schema describes: nothing could be checked. The file probably belongs to another schema, or has no header.",
	},
	Mend: text.Text{
		FR: "Vérifiez que c'est le bon fichier et le bon schéma, et que la première ligne porte les noms des colonnes.",
		EN: "Make sure that it is the right file and the right schema, and that the first row bears the names of the columns.",
	},
	Bad:  "titre,auteur\nGerminal,Zola",
	Good: "prenom,nombre\nAdam,353",
	Messages: map[string]validate.Message{"": {
		Say:  text.Text{FR: "Aucune colonne du fichier n'est une colonne du schéma : rien n'a pu être vérifié.", EN: "No column of the file is a column of the schema: nothing could be checked."},
		Hint: text.Text{FR: "Vérifiez que c'est le bon schéma, et que la première ligne porte les noms des colonnes.", EN: "Make sure that it is the right schema, and that the first row bears the names of the columns."},
	}},
	File: func(s *schemas.Schema) func(*validate.Pass, *validate.File) {
		if s.FieldsMatch != schemas.MatchUnsaid && s.FieldsMatch != schemas.MatchPartial || len(s.Fields) == 0 {
			return nil // other checks name each column
		}
		return func(p *validate.Pass, f *validate.File) {
			if byPlace(p) || f.Empty() || p.NoItems() {
				return
			}
			for _, column := range p.Job.Header.Fields {
				if column >= 0 {
					return
				}
			}
			p.FileFault(validate.None, -1, -1)
		}
	},
}
