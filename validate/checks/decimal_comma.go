package checks

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// cutNumber gives the first number of a row that its decimal comma cuts in
// two, as it was meant, where such numbers account for all the cells that the
// row has too many: in the columns that may hold decimals, two cells of digits
// stand where one belongs. It is "" where they do not.
func cutNumber(p *validate.Pass, r *validate.Row, columns int) string {
	if p.Job.File.Delimiter != "," {
		return ""
	}
	first, extra := "", len(r.Cells)-columns
	for c, at := 0, 0; c < columns && extra > 0 && at+1 < len(r.Cells); c, at = c+1, at+1 {
		whole, decimals := &r.Cells[at], &r.Cells[at+1]
		if !mayBeDecimal(p, c) || whole.Quoted || decimals.Quoted || !allDigits(bytes.TrimPrefix(whole.Raw, []byte("-"))) || !allDigits(decimals.Raw) {
			continue
		}
		if first == "" {
			first = validate.Clip(whole.Raw) + "," + validate.Clip(decimals.Raw)
		}
		extra--
		at++
	}
	if extra > 0 {
		return ""
	}
	return first
}

// mayBeDecimal says whether a column may hold numbers with decimals: one whose
// field is a number, or which the schema does not know.
func mayBeDecimal(p *validate.Pass, column int) bool {
	if column >= len(p.Job.Header.Columns) {
		return true
	}
	field := p.Job.Header.Columns[column].Field
	return field < 0 || p.Job.Schema.Fields[field].Type.Name == "number"
}

func allDigits(text []byte) bool {
	for _, b := range text {
		if b < '0' || b > '9' {
			return false
		}
	}
	return len(text) > 0
}
