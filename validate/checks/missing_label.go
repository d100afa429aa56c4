package checks

import (
	"cmp"
	"slices"
	"strings"

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
		FR: "Le schéma décrit une colonne que le fichier n'a pas. C'est une erreur si la colonne est obligatoire ou fait partie de la clé primaire, un avertissement sinon ; toujours une erreur en lecture stricte.",
		EN: "The schema describes a column that the file does not have. That is an error where the column is required or part of the primary key, a warning otherwise; always an error in a strict reading.",
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
		"primary-key": {
			Say:  text.Text{FR: "La colonne « {field} »{called} est absente, alors qu'elle sert d'identifiant aux lignes.", EN: `The column "{field}"{called} is missing, though it is part of what identifies each row.`},
			Hint: text.Text{FR: "Ajoutez-la, sous ce nom exact, et remplissez-la.", EN: "Add it, under this exact name, and fill it."},
		},
		"primary-key-similar": {
			Say:  text.Text{FR: "La colonne « {field} »{called} est absente, alors qu'elle sert d'identifiant aux lignes.", EN: `The column "{field}"{called} is missing, though it is part of what identifies each row.`},
			Hint: text.Text{FR: "Serait-ce la colonne « {similar} » ? Renommez-la alors en {field}.", EN: `Is it the column "{similar}"? If so, rename it to {field}.`},
		},
		"key": {
			Say:  text.Text{FR: "La colonne facultative « {field} »{called} est absente : la clé du schéma dont elle fait partie n'a pas été vérifiée.", EN: `The optional column "{field}"{called} is missing: the key of the schema that it is part of was not checked.`},
			Hint: text.Text{FR: "Ajoutez-la pour que les doublons et les renvois soient vérifiés.", EN: "Add it so that duplicates and references are checked."},
		},
		"key-similar": {
			Say:  text.Text{FR: "La colonne facultative « {field} »{called} est absente : la clé du schéma dont elle fait partie n'a pas été vérifiée.", EN: `The optional column "{field}"{called} is missing: the key of the schema that it is part of was not checked.`},
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
		keys, told := keyFields(s), toldElsewhere(s)
		return func(p *validate.Pass, f *validate.File) {
			if f.Empty() || p.NoItems() {
				return
			}
			unknown := unknownLabels(p.Job.Header)
			for i, column := range p.Job.Header.Fields {
				if column < 0 && !told[s.Fields[i].Name] && (s.FieldsMatch.NeedsFields() || s.Fields[i].Constraints.Required || keys[i] != "") {
					missing(p, &s.Fields[i], keys[i], schemas.Nearest(s.Fields[i].Name, unknown))
				}
			}
		}
	},
}

// toldElsewhere names the columns whose absence the address format has a rule
// of its own for.
func toldElsewhere(s *schemas.Schema) map[string]bool {
	told := map[string]bool{}
	for _, check := range s.Checks {
		if strings.EqualFold(check.Name, "bal-colonnes") {
			for _, column := range check.List("column") {
				told[column] = true
			}
		}
	}
	return told
}

// keyFields says in which keys fields stand, by position: "primary-key", whose
// columns are required as frictionless 5.20 has it, "key" for another, which a
// file may do without.
func keyFields(s *schemas.Schema) map[int]string {
	in := map[int]string{}
	for _, key := range s.UniqueKeys {
		for _, i := range key {
			in[i] = "key"
		}
	}
	for _, key := range s.ForeignKeys {
		for _, i := range slices.Concat(key.Fields, key.Own) {
			in[i] = "key"
		}
	}
	for _, i := range s.PrimaryKey {
		in[i] = "primary-key"
	}
	return in
}

// missing tells a column that is not there; key is what keyFields says of it.
func missing(p *validate.Pass, field *schemas.Field, key, similar string) {
	severity, reason := validate.Error, ""
	switch {
	case field.Constraints.Required:
	case key == "primary-key":
		reason = key
	case p.Strict() && p.Job.Schema.FieldsMatch.NeedsFields():
		reason = cmp.Or(key, "optional")
	default:
		severity, reason = validate.Warning, cmp.Or(key, "optional")
	}
	called := ""
	if field.Title != "" && field.Title != field.Name {
		called = " (" + field.Title + ")"
	}
	finding := p.FileFault(severity, -1, field.Index).With("called", called)
	if similar != "" {
		finding.With("similar", similar)
		reason = strings.TrimPrefix(reason+"-similar", "-")
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
