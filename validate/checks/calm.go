package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
)

// calmCells is the Calm of the three checks that look at the edges of texts:
// formula-cell, stray-spaces and spreadsheet-damage. One look serves all of
// them.
func calmCells(s *schemas.Schema) func(*schemas.Field) func(raw []byte) bool {
	texts := spacedFields(s)
	return func(f *schemas.Field) func(raw []byte) bool {
		formulas := f == nil || f.Type.Name == "string" || f.Type.Name == "any"
		if !formulas {
			return nil // none of them looks at other types
		}
		var spaced *spacedField
		if f != nil {
			spaced = texts[f.Index]
		}
		watched, isWatched := watchedOf(f)
		usual := !(spaced != nil && spaced.code) && !(isWatched && watched.identifier)
		return func(raw []byte) bool {
			if n := len(raw); usual && n > 3 && plainFirst[raw[0]] && plainLast[raw[n-1]] && raw[n-3] != '+' && raw[n-4] != '+' {
				return true // nearly all cells
			}
			return !(len(raw) > 1 && beginsFormula[raw[0]] && text.IsFormula(raw)) &&
				(spaced == nil || spaced.calm(raw)) && (!isWatched || watched.calm(raw))
		}
	}
}

// calmByOthers is the Calm of the checks for which calmCells of formula-cell
// speaks: where it is not calm, all of them are shown the row.
func calmByOthers(*schemas.Schema) func(*schemas.Field) func(raw []byte) bool {
	return func(*schemas.Field) func(raw []byte) bool { return nil }
}

// plainFirst and plainLast are the signs of ASCII, seen by all, with which a text
// may begin that is no formula and no error of a spreadsheet, and end.
var plainFirst, plainLast = func() (first, last [256]bool) {
	for c := '!'; c <= '~'; c++ {
		first[c] = !beginsFormula[c] && c != '#'
		last[c] = true
	}
	return first, last
}()
