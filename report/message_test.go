package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

func TestMessage(t *testing.T) {
	file := sampleFile("a.csv")
	file.Columns = append(file.Columns, validate.ColumnResult{Name: "Remarque"})
	every := text.Text{
		FR: "{value}/{field}/{cell}/{row}/{line}/{column}/{fix}/{example}/{title}/{other}",
		EN: "{n} {n|row|rows} of {value}",
	}
	r := sample(file)
	r.Checks = []*validate.Check{{Code: "all", Messages: map[string]validate.Message{
		"":        {Say: every},
		"hint":    {Say: text.Text{FR: "{value}"}, Hint: text.Text{FR: "{fix}, {expected}"}},
		"example": {Say: text.Text{FR: "« {value} » : non"}, Hint: text.Text{FR: "Ainsi : {example}", EN: "Like {example}"}},
	}}, {Code: "cell", Cell: cellCheck, Messages: map[string]validate.Message{"": {Say: text.Text{FR: "{value}", EN: "{value}"}}}},
		{Code: "mute"}}
	long := strings.Repeat("é", 1000)
	for _, c := range []struct {
		name          string
		f             validate.Finding
		lang          text.Lang
		message, hint string
	}{
		{"a cell", validate.Finding{Code: "all", Pos: validate.Position{Line: 13, Row: 12}, Column: 2, Field: "montant", Value: "1,5", Fix: "1.5"},
			text.French, "1,5/montant/B12/12/13/2/1.5/40000.00/Montant en euros/{other}", "À écrire\u00a0: «\u00a01.5\u00a0»"},
		{"an unknown column", validate.Finding{Code: "all", Pos: at(1), Column: 4, Value: "\x1b"},
			text.French, `\x1b/Remarque/D1/1/1/4///Remarque/{other}`, ""},
		{"the whole file", validate.Finding{Code: "all", Args: []string{"other", "\x00", "lost"}},
			text.French, `///0/0/0////\x00`, ""},
		{"English, and a word of the finding's own", validate.Finding{Code: "all", Value: "x", Args: []string{"n", "2", "value", "own"}},
			text.English, "2 rows of own", ""},
		{"values are clipped", validate.Finding{Code: "all", Reason: "hint", Value: long, Fix: long, Args: []string{"expected", long}},
			text.French, long[:2*79] + "…", long[:2*299] + "…, " + long[:2*299] + "…"},
		{"values are no templates", validate.Finding{Code: "all", Reason: "hint", Value: "{fix}", Fix: "{value|a|b}"},
			text.French, "{fix}", "{value|a|b}, {expected}"},
		{"French spaces", validate.Finding{Code: "all", Reason: "example", Field: "montant", Value: "a : b"},
			text.French, "«\u00a0a : b\u00a0»\u00a0: non", "Ainsi\u00a0: 40000.00"},
		{"no hint for want of an example", validate.Finding{Code: "all", Reason: "example", Field: "objet"},
			text.French, "«\u00a0\u00a0»\u00a0: non", ""},
		{"a fix for want of a hint", validate.Finding{Code: "cell", Field: "montant", Value: "1,5", Fix: "1.5"},
			text.English, "1,5", `Write: "1.5"`},
		{"an example for want of a hint", validate.Finding{Code: "cell", Field: "montant", Value: "1,5"},
			text.French, "1,5", "Exemple\u00a0: «\u00a040000.00\u00a0»"},
		{"no example that was found wrong", validate.Finding{Code: "cell", Field: "montant", Value: "40000.00"},
			text.French, "40000.00", ""},
		{"a check without words", validate.Finding{Code: "mute"}, text.French, "mute", ""},
		{"an unknown check", validate.Finding{Code: "no\x1bne"}, text.French, `no\x1bne`, ""},
	} {
		message, hint := Message(r, file, &c.f, c.lang)
		if diff := cmp.Diff([]string{c.message, c.hint}, []string{message, hint}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestCellName(t *testing.T) {
	for _, c := range []struct {
		column, row int
		want        string
	}{
		{1, 1, "A1"}, {26, 9, "Z9"}, {27, 1, "AA1"}, {28, 3, "AB3"}, {52, 1, "AZ1"}, {53, 1, "BA1"},
		{702, 1, "ZZ1"}, {703, 12, "AAA12"}, {16384, 1048576, "XFD1048576"},
		{0, 1, ""}, {1, 0, ""}, {-1, -1, ""},
	} {
		if got := CellName(c.column, c.row); got != c.want {
			t.Errorf("CellName(%d, %d) = %q, want %q", c.column, c.row, got, c.want)
		}
	}
	if got := CellName(int(^uint(0)>>1), 1); len(got) < 10 {
		t.Errorf("the last column there can be is %q", got)
	}
}
