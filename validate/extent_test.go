package validate

import (
	"strings"
	"testing"
)

// The record of each case has its cell between §.
func TestSpan(t *testing.T) {
	for _, c := range []struct {
		name, record, raw string
		quoted            bool
		json              JSONKind
		want              int
	}{
		{"bare", `a,§douze§,b`, "douze", false, TextCell, 5},
		{"the last", `a,§douze§`, "douze", false, TextCell, 5},
		{"beyond ASCII", `é,§été 日本§,b`, "été 日本", false, TextCell, 6},
		{"quoted", `a,§"1,5"§,b`, "1,5", true, TextCell, 5},
		{"quoted otherwise", `a,§'1,5'§,b`, "1,5", true, TextCell, 5},
		{"with quotes in it", `a,§"1""5"§,b`, `1"5`, true, TextCell, 0},
		{"with text behind the quotes", `a,§"1"5§,b`, `15`, true, TextCell, 0},
		{"decoded", "a,§\xe9t\xe9§,b", "été", false, TextCell, 0},
		{"of two lines", "a,§\"b\nc\"§", "b\nc", true, TextCell, 0},
		{"empty", `a,§§,b`, "", false, TextCell, 0},
		{"behind skipped spaces", `a,§  12§,b`, "12", false, TextCell, 0},
		{"a string of JSON", `{"a": §"x y"§}`, "x y", false, JSONString, 5},
		{"a string with escapes", `{"a": §"x\u0020y"§}`, "x y", false, JSONString, 0},
		{"a number of JSON", `{"a": §1.50§}`, "1.50", false, JSONNumber, 4},
		{"cut off", `{"a": §"x`, "x", false, JSONString, 0},
	} {
		before, after, _ := strings.Cut(c.record, "§")
		record := []byte(before + strings.Replace(after, "§", "", 1))
		row := &Row{Record: record}
		lent := &Cell{Raw: []byte(c.raw), Start: len(before), Quoted: c.quoted, JSON: c.json}
		if got := row.span(lent); got != c.want {
			t.Errorf("%s: %d characters, want %d", c.name, got, c.want)
		}
		lent.Derived = true
		if got := row.span(lent); got != 0 {
			t.Errorf("%s: made from a geometry, it takes %d characters", c.name, got)
		}
	}
	if got := (&Row{}).span(&Cell{Raw: []byte("x")}); got != 0 {
		t.Errorf("without a record a cell takes %d characters", got)
	}
}
