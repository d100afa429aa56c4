package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var oneOfRequired = &validate.Check{
	Code:     "one-of-required",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Aucune de deux colonnes remplie", EN: "Neither of two columns filled"},
	Why: text.Text{
		FR: "Le schéma demande qu'une au moins de deux colonnes soit remplie sur chaque ligne, par exemple le SIRET ou le numéro RNA du bénéficiaire.",
		EN: "The schema asks that at least one of two columns be filled in each row, such as the SIRET or the RNA number of the beneficiary.",
	},
	Mend: text.Text{FR: "Remplissez l'une des deux cellules.", EN: "Fill one of the two cells."},
	Bad:  "nom,siret,rna\nAlfa,,",
	Good: "nom,siret,rna\nAlfa,,W123456789",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "Les cellules « {field} » et « {other} » sont toutes deux vides.", EN: `The cells "{field}" and "{other}" are both empty.`},
			Hint: text.Text{FR: "Remplissez l'une des deux.", EN: "Fill one of the two."},
		},
		"one-column": {
			Say:  text.Text{FR: "La cellule « {field} » est vide, et la colonne « {other} », qui pourrait la remplacer, est absente.", EN: `The cell "{field}" is empty, and the column "{other}", which could replace it, is missing.`},
			Hint: text.Text{FR: "Remplissez la cellule, ou ajoutez la colonne « {other} ».", EN: `Fill the cell, or add the column "{other}".`},
		},
		"no-column": {
			Say:  text.Text{FR: "Les colonnes « {field} » et « {other} » sont toutes deux absentes ; il en faut au moins une.", EN: `The columns "{field}" and "{other}" are both missing; at least one is needed.`},
			Hint: text.Text{FR: "Ajoutez l'une des deux colonnes et remplissez-la.", EN: "Add one of the two columns and fill it."},
		},
	},
	File: func(s *schemas.Schema) func(*validate.Pass, *validate.File) {
		pairs := requiredPairs(s)
		return func(p *validate.Pass, f *validate.File) {
			for _, pair := range pairs {
				if first, second := pair.columns(p); first < 0 && second < 0 && !f.Empty() {
					p.FileFault(validate.None, -1, pair.first.Index).With("other", pair.second.Name).Because("no-column")
				}
			}
		}
	},
	Row: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		pairs := requiredPairs(s)
		if len(pairs) == 0 {
			return nil
		}
		return func(p *validate.Pass, r *validate.Row) {
			if r.Blank || len(r.Cells) == 0 {
				return // other checks say so
			}
			for _, pair := range pairs {
				pair.judge(p, r)
			}
		}
	},
}

// A requiredPair is two fields of which one at least must be filled.
type requiredPair struct{ first, second *schemas.Field }

func requiredPairs(s *schemas.Schema) []requiredPair {
	var pairs []requiredPair
	for _, check := range s.Checks {
		if !strings.EqualFold(check.Name, "one-of-required") {
			continue
		}
		a, b := s.Field(check.Column("column1")), s.Field(check.Column("column2"))
		if a != nil && b != nil {
			pairs = append(pairs, requiredPair{a, b})
		}
	}
	return pairs
}

// judge looks at the two cells of a row. Where the file has neither column,
// that is said of the file.
func (pair requiredPair) judge(p *validate.Pass, r *validate.Row) {
	a, b := r.Of(pair.first.Index), r.Of(pair.second.Index)
	first, second := pair.columns(p)
	if filled(a) || filled(b) || max(first, second) >= len(r.Cells) {
		return // a cell that the row lacks is told by other checks
	}
	switch {
	case first >= 0 && second >= 0:
		p.FaultAt(first, pair.first.Index).With("other", pair.second.Name)
	case first >= 0:
		p.FaultAt(first, pair.first.Index).With("other", pair.second.Name).Because("one-column")
	case second >= 0:
		p.FaultAt(second, pair.second.Index).With("other", pair.first.Name).Because("one-column")
	}
}

// columns gives the columns of the pair in the file, or -1.
func (pair requiredPair) columns(p *validate.Pass) (first, second int) {
	columns := p.Job.Header.Fields
	return columns[pair.first.Index], columns[pair.second.Index]
}

func filled(c *validate.Cell) bool { return c.State&(validate.Valid|validate.Invalid) != 0 }
