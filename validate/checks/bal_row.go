package checks

import "github.com/socle-commun/socle/validate"

// A balRow is a row that is judged, and where its faults go.
type balRow struct {
	*validate.Pass
	*validate.Row
}

// weight is what a fault of that reason weighs in the rule's profile.
func (rule *balRule) weight(reason string) validate.Severity {
	return rule.weights[reason][rule.profile]
}

// fault reports a fault of a cell; of the row as a whole, where the row has no
// such cell. The finding is nil where the fault is only counted, or not judged.
func (rule *balRule) fault(r balRow, field int, reason string) *validate.Finding {
	c := r.cell(field)
	f := rule.report(r.Pass, field, reason)
	if f == nil {
		return nil
	}
	rule.at(f, r, c)
	return f
}

// at puts a finding at a cell, which may be absent.
func (rule *balRule) at(f *validate.Finding, r balRow, c *validate.Cell) {
	f.Pos, f.Column, f.Value = r.Row.Pos, c.Column+1, validate.Clip(c.Raw)
	if c.State != validate.Absent {
		f.Pos = r.Place(c)
	}
	if r.Job.Options.Cells {
		f.Cells = make([]string, len(r.Cells))
		for i := range r.Cells {
			f.Cells[i] = validate.Clip(r.Cells[i].Raw)
		}
	}
}

// report reports a fault in a field, or -1, at no place.
func (rule *balRule) report(p *validate.Pass, field int, reason string) *validate.Finding {
	s := rule.weight(reason)
	if s == validate.None {
		return nil
	}
	return p.FileFault(s, -1, field).Because(reason)
}

// balNoCell stands for the cell of a field that the schema does not have.
var balNoCell = validate.Cell{Column: -1, State: validate.Absent}

// cell gives the cell of a field, which may be -1.
func (r balRow) cell(field int) *validate.Cell {
	if field < 0 {
		return &balNoCell
	}
	return r.Of(field)
}

// text gives the text of a field's cell without the spaces around it; nil
// where it is empty, absent or not of its type.
func (r balRow) text(field int) []byte {
	c := r.cell(field)
	if c.State != validate.Valid {
		return nil
	}
	return balTrim(c.Raw)
}

// coordinate gives the number of a field's cell, where it is written as the
// format has it.
func (r balRow) coordinate(field int) (v float64, ok bool) {
	return readCoordinate(r.text(field))
}

// placeNumber is the number of a row that stands for a place name, not an address.
const placeNumber = 99999

// numero gives the number of the address. It is not ok where the cell has none
// that the format allows.
func (rule *balRule) numero(r balRow) (n int, ok bool) {
	return balNumero(r.text(rule.balNames.numero))
}

// balNumero reads a number of digits alone, at most 99999.
func balNumero(text []byte) (n int, ok bool) {
	for _, c := range text {
		if c < '0' || c > '9' {
			return 0, false
		}
		if n = n*10 + int(c-'0'); n > placeNumber {
			return 0, false
		}
	}
	return n, len(text) > 0
}

// isPlace says whether the row stands for a place name.
func (rule *balRule) isPlace(r balRow) bool {
	n, ok := rule.numero(r)
	return ok && n == placeNumber
}
