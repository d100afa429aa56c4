package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var missingLabel = &validate.Check{
	Code:     "missing-label",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Colonne absente", EN: "Missing column"},
	Why: text.Text{
		FR: "Le schéma décrit une colonne que le fichier n'a pas. C'est une erreur si la colonne est obligatoire, un avertissement sinon ; toujours une erreur en lecture stricte.",
		EN: "The schema describes a column that the file does not have. That is an error where the column is required, a warning otherwise; always an error in a strict reading.",
	},
	Mend: text.Text{
		FR: "Ajoutez la colonne, même vide si elle est facultative.",
		EN: "Add the column, even an empty one where it is optional.",
	},
	Bad:  "prenom",
	Good: "prenom,nombre",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "La colonne obligatoire « {field} »{called} est absente.", EN: `The required column "{field}"{called} is missing.`},
			Hint: text.Text{FR: "Ajoutez-la, sous ce nom exact.", EN: "Add it, under this exact name."},
		},
		"similar": {
			Say:  text.Text{FR: "La colonne obligatoire « {field} »{called} est absente.", EN: `The required column "{field}"{called} is missing.`},
			Hint: text.Text{FR: "Serait-ce la colonne « {similar} » ? Renommez-la alors en {field}.", EN: `Is it the column "{similar}"? If so, rename it to {field}.`},
		},
		"optional": {
			Say:  text.Text{FR: "La colonne facultative « {field} »{called} est absente.", EN: `The optional column "{field}"{called} is missing.`},
			Hint: text.Text{FR: "Ajoutez-la, même vide, pour suivre le schéma en entier.", EN: "Add it, even empty, to follow the schema in full."},
		},
		"optional-similar": {
			Say:  text.Text{FR: "La colonne facultative « {field} »{called} est absente.", EN: `The optional column "{field}"{called} is missing.`},
			Hint: text.Text{FR: "Serait-ce la colonne « {similar} » ? Renommez-la alors en {field}.", EN: `Is it the column "{similar}"? If so, rename it to {field}.`},
		},
	},
	File: func(s *schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			if f.Empty() {
				return
			}
			unknown := unknownLabels(p.Job.Header)
			for i, column := range p.Job.Header.Fields {
				if column < 0 && (s.FieldsMatch.NeedsFields() || s.Fields[i].Constraints.Required) {
					missing(p, &s.Fields[i], schemas.Nearest(s.Fields[i].Name, unknown))
				}
			}
		}
	},
}

func missing(p *validate.Pass, field *schemas.Field, similar string) {
	severity, reason := validate.Error, ""
	if !field.Constraints.Required {
		reason = "optional"
		if !p.Strict() {
			severity = validate.Warning
		}
	}
	called := ""
	if field.Title != "" && field.Title != field.Name {
		called = " (" + field.Title + ")"
	}
	finding := p.FileFault(severity, -1, field.Index).With("called", called)
	if similar != "" {
		finding.With("similar", similar)
		reason = map[string]string{"": "similar", "optional": "optional-similar"}[reason]
	}
	finding.Because(reason)
}

// unknownLabels lists the labels that found no field.
func unknownLabels(h *validate.Header) []string {
	var labels []string
	for _, c := range h.Columns {
		if c.Field < 0 && c.Label != "" && c.Duplicate < 0 {
			labels = append(labels, c.Label)
		}
	}
	return labels
}
