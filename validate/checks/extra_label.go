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
		"repeated": {
			Say:  text.Text{FR: "La colonne « {value} » est de trop : c'est déjà le nom de la colonne {first}.", EN: `The column "{value}" is one too many: column {first} already bears that name.`},
			Hint: text.Text{FR: "Supprimez-la.", EN: "Remove it."},
		},
		"unnamed": {
			Say: text.Text{FR: "L'en-tête a une case vide de trop, {cell} : le schéma n'a pas autant de colonnes.", EN: "The header has an empty cell too many, {cell}: the schema does not have so many columns."},
		},
		"second": {
			Say:  text.Text{FR: "La colonne « {value} » n'est pas vérifiée : « {label} » est déjà la colonne {other} du schéma.", EN: `The column "{value}" is not checked: "{label}" already is the schema's column {other}.`},
			Hint: text.Text{FR: "Ne gardez qu'une de ces deux colonnes, sous le nom {other}, ou donnez à l'autre un nom différent.", EN: "Keep only one of these two columns, under the name {other}, or give the other one a different name."},
		},
		"similar": {
			Say:  text.Text{FR: "La colonne « {value} » n'existe pas dans le schéma : elle n'est pas vérifiée.", EN: `The column "{value}" does not exist in the schema: it is not checked.`},
			Hint: text.Text{FR: "Vouliez-vous écrire « {similar} » ?", EN: "Did you mean \"{similar}\"?"},
		},
	},
	File: func(s *schemas.Schema) func(*validate.Pass, *validate.File) {
		if s.Kind == schemas.JSON {
			return nil // json-extra tells it
		}
		return func(p *validate.Pass, f *validate.File) {
			var absent []string
			for i, column := range p.Job.Header.Fields {
				if column < 0 {
					absent = append(absent, s.Fields[i].Name)
				}
			}
			severity := validate.None
			if !s.FieldsMatch.NeedsLabels() {
				severity = validate.Notice
			}
			for c, column := range p.Job.Header.Columns {
				if !beyond(p, c) && (column.Field >= 0 || column.Label == "" || column.Duplicate >= 0) {
					continue
				}
				finding := p.FileFault(severity, c, -1)
				if finding == nil {
					continue
				}
				if column.Label == "" {
					finding.Because("unnamed")
				} else if column.Duplicate >= 0 {
					finding.Because("repeated").With("first", letters(column.Duplicate))
				} else if f := column.Second; f >= 0 {
					first := p.Job.Header.Columns[p.Job.Header.Fields[f]].Label
					finding.Because("second").With("label", first).With("other", s.Fields[f].Name)
				} else if similar := schemas.Nearest(column.Label, absent); similar != "" {
					finding.Because("similar").With("similar", similar)
				}
			}
		}
	},
}
