package checks

import (
	"slices"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var unknownCustomCheck = &validate.Check{
	Code:     "unknown-custom-check",
	Severity: validate.Warning,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Contrôle inconnu dans le schéma", EN: "Unknown check in the schema"},
	Why: text.Text{
		FR: "Le schéma demande un contrôle que socle ne connaît pas : ce point n'a pas été vérifié.",
		EN: "The schema asks for a check that socle does not know: this point was not checked.",
	},
	Mend: text.Text{
		FR: "Vérifiez le nom du contrôle dans le schéma, ou mettez socle à jour.",
		EN: "Look at the name of the check in the schema, or update socle.",
	},
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "Le schéma demande le contrôle « {check} », que socle ne connaît pas : il n'a pas été fait.", EN: `The schema asks for the check "{check}", which socle does not know: it was not done.`},
			Hint: text.Text{FR: "Vérifiez son nom dans le schéma, ou mettez socle à jour.", EN: "Look at its name in the schema, or update socle."},
		},
		"no-field": {
			Say:  text.Text{FR: "Le contrôle « {check} » vise la colonne « {target} », que le schéma ne décrit pas : il n'a pas été fait.", EN: `The check "{check}" is about the column "{target}", which the schema does not describe: it was not done.`},
			Hint: text.Text{FR: "Corrigez le nom de la colonne dans le schéma.", EN: "Correct the name of the column in the schema."},
		},
	},
	File: func(s *schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			for _, check := range s.Checks {
				known := customNamed(check.Name)
				if known == nil {
					p.FileFault(validate.None, -1, -1).With("check", check.Name)
					continue
				}
				if byLabel(p, &check) {
					continue
				}
				for _, param := range known.columns {
					for _, name := range check.List(param) {
						if s.Field(name) == nil {
							p.FileFault(validate.None, -1, -1).Because("no-field").With("check", check.Name).With("target", name)
						}
					}
				}
			}
		}
	},
}

// byLabel says whether a custom check was done though the schema lacks a column
// of it: by the labels of the file. Where the file has neither of the columns,
// one-of-required says so; the columns that are filled together may all be
// absent, and then nothing was checked.
func byLabel(p *validate.Pass, check *schemas.CustomCheck) bool {
	switch {
	case named(check, oneOfRequiredNames):
		return len(columnsOf(p.Job.Schema, check, "column1", "column2")) == 2
	case named(check, cohesiveColumnsNames):
		columns := columnsOf(p.Job.Schema, check, "column", "othercolumns")
		return slices.ContainsFunc(columns, func(c checkColumn) bool { return c.in(p) >= 0 })
	}
	return false
}
