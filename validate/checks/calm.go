package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// calmCells is the Calm of the three checks that look at the edges of texts:
// formula-cell, stray-spaces and spreadsheet-damage. One look serves all of
// them.
func calmCells(s *schemas.Schema) func(*schemas.Field) func(raw []byte) bool {
	texts := spacedFields(s)
	return func(f *schemas.Field) func(raw []byte) bool {
		if !mayHoldFormulas(f) {
			return nil // none of them looks at other types
		}
		var spaced *spacedField
		if f != nil {
			spaced = texts[f.Index]
		}
		watched, isWatched := watchedOf(f)
		return func(raw []byte) bool {
			return !(len(raw) > 1 && beginsFormula[raw[0]] && text.IsFormula(raw)) &&
				(spaced == nil || spaced.calm(raw)) && (!isWatched || watched.calm(raw))
		}
	}
}

// calmEdges describes texts that are calm: nearly all, but short ones of
// identifiers, and those of identifiers whose digits are counted.
func calmEdges(s *schemas.Schema) func(*schemas.Field) *validate.Glance {
	texts := spacedFields(s)
	return func(f *schemas.Field) *validate.Glance {
		if f != nil && texts[f.Index] != nil && texts[f.Index].code {
			return nil
		}
		switch watched, _ := watchedOf(f); {
		case !watched.identifier:
			return &validate.Glance{Edges: &plainEdges}
		case watched.kind == nil:
			return &validate.Glance{Edges: &plainEdges, Least: longestMonthAndNumber + 1}
		}
		return nil
	}
}

func mayHoldFormulas(f *schemas.Field) bool {
	return f == nil || f.Type.Name == "string" || f.Type.Name == "any"
}

// calmByOthers is the Calm of the checks for which calmCells of formula-cell
// speaks: where it is not calm, all of them are shown the row.
func calmByOthers(*schemas.Schema) func(*schemas.Field) func(raw []byte) bool {
	return func(*schemas.Field) func(raw []byte) bool { return nil }
}

// plainEdges are signs of ASCII, seen by all, with which a text begins that is no
// formula and no error of a spreadsheet, and ends that is no number in scientific
// notation: 1,2E+05 has its sign there.
var plainEdges = func() (edges validate.Edges) {
	for c := range edges {
		if c >= '!' && c <= '~' {
			edges[c] |= validate.AtEnd
			if !beginsFormula[c] && c != '#' {
				edges[c] |= validate.AtStart
			}
		}
		if c != '+' {
			edges[c] |= validate.NearEnd
		}
	}
	return edges
}()
