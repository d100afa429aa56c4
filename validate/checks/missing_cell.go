package checks

import (
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var missingCell = &validate.Check{
	Code:     "missing-cell",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Cellule absente", EN: "Missing cell"},
	Why: text.Text{
		FR: "La ligne a moins de cellules que l'en-tête. Souvent un séparateur manque, et ce qui suit a glissé d'une colonne.",
		EN: "The row has fewer cells than the header. Often a separator is missing, and what follows has slipped by one column.",
	},
	Mend: text.Text{
		FR: "Ajoutez les séparateurs manquants ; une cellule vide garde son séparateur.",
		EN: "Add the missing separators; an empty cell keeps its separator.",
	},
	Bad:  "prenom,nombre,annee\nAdam,353",
	Good: "prenom,nombre,annee\nAdam,353,2016",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "La ligne {row} s'arrête avant la colonne « {label} » : elle a {found} {found|cellule|cellules}, l'en-tête en a {expected}.", EN: `Row {row} ends before the column "{label}": it has {found} {found|cell|cells}, the header has {expected}.`},
			Hint: text.Text{FR: "Vérifiez qu'aucun séparateur ne manque dans la ligne.", EN: "Make sure that no separator is missing in the row."},
		},
		"unnamed": {
			Say:  text.Text{FR: "La ligne {row} s'arrête avant la cellule {cell}, dont la colonne n'a pas de nom : elle a {found} {found|cellule|cellules}, l'en-tête en a {expected}.", EN: `Row {row} ends before the cell {cell}, whose column has no name: it has {found} {found|cell|cells}, the header has {expected}.`},
			Hint: text.Text{FR: "Si cette colonne est vide, supprimez le séparateur en trop de l'en-tête.", EN: "If that column is empty, remove the extra separator of the header."},
		},
		"schema": {
			Say:  text.Text{FR: "La ligne {row} s'arrête avant la colonne « {label} » : elle a {found} {found|cellule|cellules}, le schéma a {expected} {expected|colonne|colonnes}.", EN: `Row {row} ends before the column "{label}": it has {found} {found|cell|cells}, the schema has {expected} {expected|column|columns}.`},
			Hint: text.Text{FR: "Vérifiez qu'aucun séparateur ne manque dans la ligne.", EN: "Make sure that no separator is missing in the row."},
		},
	},
	Irregular: true,
	Row: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			columns := p.Job.Header.Columns
			if len(r.Cells) == 0 || r.Blank || p.Job.File.Items {
				return
			}
			if byPlace(p) {
				for c := len(r.Cells); c < len(s.Fields); c++ {
					p.FaultAt(c, c).With("label", s.Fields[c].Name).Because("schema").
						With("found", strconv.Itoa(len(r.Cells))).With("expected", strconv.Itoa(len(s.Fields)))
				}
				return
			}
			for c := len(r.Cells); c < len(columns); c++ {
				finding := p.FaultAt(c, columns[c].Field).With("label", columns[c].Label).
					With("found", strconv.Itoa(len(r.Cells))).With("expected", strconv.Itoa(len(columns)))
				if columns[c].Label == "" {
					finding.Because("unnamed")
				}
				if !p.Strict() {
					return // where the row ends says it all
				}
			}
		}
	},
}
