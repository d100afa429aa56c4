package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balColonnes = &validate.Check{
	Code:     "bal-colonnes",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : colonne exigée absente", EN: "Local address base: required column missing"},
	Why: text.Text{
		FR: "Le format exige certaines colonnes dont des cellules peuvent rester vides, comme la longitude d'un lieu-dit : la colonne doit être là, même si aucune adresse ne la remplit.",
		EN: "The format requires some columns whose cells may stay empty, such as the longitude of a place name: the column must be there, even if no address fills it.",
	},
	Mend: text.Text{FR: "Ajoutez la colonne, sous ce nom exact.", EN: "Add the column, under this exact name."},
	Bad:  "numero;voie_nom\n9;Rue des Lilas",
	Good: "numero;voie_nom;long;lat\n9;Rue des Lilas;1.028392;43.111637",
	Messages: map[string]validate.Message{"": balSay("La colonne « {field} » est absente, et le format l'exige même si des cellules y restent vides.",
		`The column "{field}" is missing, and the format requires it even if cells of it stay empty.`,
		"Ajoutez-la, sous ce nom exact.", "Add it, under this exact name."),
	},
	File: balFile("bal-colonnes", map[string]balWeight{"": balError}, func(rule *balRule, p *validate.Pass, _ *validate.File) {
		for _, f := range rule.fields {
			if p.Job.Header.Fields[f.Index] < 0 {
				rule.report(p, f.Index, "")
			}
		}
	}),
}
