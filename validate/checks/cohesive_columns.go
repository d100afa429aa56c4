package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// cohesiveColumnsNames are the names of the check in schema documents: ours,
// and Validata's.
var cohesiveColumnsNames = []string{"cohesive-columns", "cohesive-columns-value"}

var cohesiveColumns = &validate.Check{
	Code:     "cohesive-columns",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Colonnes à remplir ensemble", EN: "Columns to be filled together"},
	Why: text.Text{
		FR: "Le schéma demande que plusieurs colonnes soient, sur chaque ligne, toutes remplies ou toutes vides : l'une ne se comprend pas sans les autres.",
		EN: "The schema asks that several columns be all filled or all empty in each row: one of them cannot be understood without the others.",
	},
	Mend: text.Text{
		FR: "Remplissez les cellules vides de la ligne, ou videz les autres.",
		EN: "Fill the empty cells of the row, or empty the others.",
	},
	Bad:  "annee,nom,objet\n2024,Budget,",
	Good: "annee,nom,objet\n2024,Budget,Primitif",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "Des cellules vont ensemble et ne sont pas toutes remplies. Vides : {empty} ; remplies : {filled}.", EN: "Cells that go together are not all filled. Empty: {empty-en}; filled: {filled-en}."},
			Hint: text.Text{FR: "Remplissez-les toutes, ou videz-les toutes.", EN: "Fill them all, or empty them all."},
		},
		"some-columns": {
			Say:  text.Text{FR: "Des colonnes vont ensemble et ne sont pas toutes là. Absentes : {empty} ; présentes : {filled}.", EN: "Columns that go together are not all there. Missing: {empty-en}; present: {filled-en}."},
			Hint: text.Text{FR: "Ajoutez les colonnes absentes, ou supprimez les autres.", EN: "Add the missing columns, or remove the others."},
		},
	},
	File: func(s *schemas.Schema) func(*validate.Pass, *validate.File) {
		groups := cohesiveGroups(s)
		return func(p *validate.Pass, f *validate.File) {
			for _, group := range groups {
				absent := func(c checkColumn) bool { return c.in(p) < 0 }
				if f.Empty() || group.count(absent) == 0 || group.count(absent) == len(group) {
					continue
				}
				group.tell(p.FileFault(validate.None, -1, group[0].field).Because("some-columns"), absent)
			}
		}
	},
	Row: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		groups := cohesiveGroups(s)
		if len(groups) == 0 {
			return nil
		}
		return func(p *validate.Pass, r *validate.Row) {
			if r.Blank {
				return // other checks say so
			}
			for _, group := range groups {
				group.judge(p, r)
			}
		}
	},
}

// A cohesiveGroup is columns that are filled together, the one that findings
// stand on first.
type cohesiveGroup []checkColumn

func cohesiveGroups(s *schemas.Schema) []cohesiveGroup {
	var groups []cohesiveGroup
	for i := range s.Checks {
		check := &s.Checks[i]
		if !named(check, cohesiveColumnsNames) {
			continue
		}
		if columns := columnsOf(s, check, "column", "othercolumns"); len(columns) > 1 {
			groups = append(groups, columns)
		}
	}
	return groups
}

func (g cohesiveGroup) count(is func(checkColumn) bool) int {
	n := 0
	for _, column := range g {
		if is(column) {
			n++
		}
	}
	return n
}

// judge looks at a row. A file without one of the columns, and a row that is
// too short, are told once and elsewhere.
func (g cohesiveGroup) judge(p *validate.Pass, r *validate.Row) {
	empty := 0
	for _, column := range g {
		switch c := column.of(p, r); {
		case c.State == validate.Absent:
			return
		case !filled(c):
			empty++
		}
	}
	if empty == 0 || empty == len(g) {
		return
	}
	g.tell(p.Fault(g[0].of(p, r)), func(c checkColumn) bool { return !filled(c.of(p, r)) })
}

// tell completes a finding with the columns that are empty and those that are not.
func (g cohesiveGroup) tell(f *validate.Finding, empty func(checkColumn) bool) {
	if f == nil {
		return
	}
	var without, with []string
	for _, column := range g {
		if empty(column) {
			without = append(without, column.name)
		} else {
			with = append(with, column.name)
		}
	}
	f.With("empty", quotedFR(without)).With("empty-en", quotedEN(without))
	f.With("filled", quotedFR(with)).With("filled-en", quotedEN(with))
}

// quotedFR and quotedEN list names for a message, all of them.
func quotedFR(names []string) string {
	return "«\u00a0" + strings.Join(names, "\u00a0», «\u00a0") + "\u00a0»"
}

func quotedEN(names []string) string { return `"` + strings.Join(names, `", "`) + `"` }
