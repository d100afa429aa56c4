package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var oneOfRequiredNames = []string{"one-of-required"}

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
				if pair.first.in(p) < 0 && pair.second.in(p) < 0 && !f.Empty() {
					p.FileFault(validate.None, -1, pair.first.field).
						With("field", pair.first.name).With("other", pair.second.name).Because("no-column")
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
			for i := range pairs {
				pairs[i].judge(p, r)
			}
		}
	},
}

// A requiredPair is two columns of which one at least must be filled.
type requiredPair struct{ first, second checkColumn }

func requiredPairs(s *schemas.Schema) []requiredPair {
	var pairs []requiredPair
	for i := range s.Checks {
		check := &s.Checks[i]
		if !named(check, oneOfRequiredNames) {
			continue
		}
		if pair := columnsOf(s, check, "column1", "column2"); len(pair) == 2 {
			pairs = append(pairs, requiredPair{pair[0], pair[1]})
		}
	}
	return pairs
}

// judge looks at the two cells of a row. Where the file has neither column,
// that is said of the file.
func (pair *requiredPair) judge(p *validate.Pass, r *validate.Row) {
	if field := pair.first.field; field >= 0 && filled(r.Of(field)) {
		return // nearly always
	}
	first, second := pair.first.in(p), pair.second.in(p)
	if filled(pair.first.of(p, r)) || filled(pair.second.of(p, r)) || max(first, second) >= len(r.Cells) {
		return // a cell that the row lacks is told by other checks
	}
	noFirst, noSecond := first < 0 || lacking(p, r, pair.first.field), second < 0 || lacking(p, r, pair.second.field)
	if first >= 0 && (!noFirst || noSecond) {
		tellPair(p, first, pair.first, pair.second, noSecond && !noFirst)
	}
	if second >= 0 && noFirst { // of two that no feature may have, what is told of both goes with each
		tellPair(p, second, pair.second, pair.first, !noSecond || first < 0)
	}
}

// tellPair reports that a column is empty and the other one is too, or absent.
func tellPair(p *validate.Pass, at int, here, other checkColumn, alone bool) {
	finding := p.FaultAt(at, here.field).With("field", here.name).With("other", other.name)
	if alone {
		finding.Because("one-column")
	}
}

func filled(c *validate.Cell) bool { return c.State&(validate.Valid|validate.Invalid) != 0 }
