package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var jsonSchema = &validate.Check{
	Code:     "json-schema",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Structure inattendue dans la cellule", EN: "Unexpected structure in the cell"},
	Why: text.Text{
		FR: "La cellule contient du JSON (un objet entre accolades ou une liste entre crochets), et le schéma en impose la structure : les noms qu'il doit porter et ce que chacun contient.",
		EN: "The cell holds JSON (an object in braces or a list in brackets), and the schema imposes its structure: the names that it must bear and what each holds.",
	},
	Mend: text.Text{
		FR: "Corrigez le contenu de la cellule à l'endroit indiqué.",
		EN: "Correct what the cell holds at the place that is told.",
	},
	Bad:  "horaires\n\"{\"\"lundi\"\": 9}\"",
	Good: "horaires\n\"{\"\"lundi\"\": \"\"9h-12h\"\"}\"",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "Le contenu de la cellule {cell} n'a pas la structure attendue : {why}", EN: "What cell {cell} holds does not have the expected structure: {why-en}"},
			Hint: text.Text{FR: "Corrigez-le sur ce modèle : {example}", EN: "Correct it on this model: {example}"},
		},
		"within": {
			Say:  text.Text{FR: "Le contenu de la cellule {cell} n'a pas la structure attendue, à l'endroit « {place} » : {why}", EN: `What cell {cell} holds does not have the expected structure, at "{place}": {why-en}`},
			Hint: text.Text{FR: "Corrigez-le sur ce modèle : {example}", EN: "Correct it on this model: {example}"},
		},
	},
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		judge := f.Constraints.JSONSchema
		if judge == nil {
			return nil
		}
		return func(p *validate.Pass, c *validate.Cell) {
			problem := judge.Problem(c.Raw)
			if problem == nil {
				return
			}
			finding := p.Fault(c).With("why", problem.Say.FR).With("why-en", problem.Say.EN)
			if problem.Path != "" {
				finding.Because("within").With("place", problem.Path)
			}
		}
	},
}
