package template

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/plain"
)

// lastRow is how far the rules of a workbook reach, in rows of the sheet.
const lastRow = 10_001

// Spreadsheets refuse longer words in a rule, counted in UTF-16 units.
const (
	longestRuleTitle = 32
	longestRuleText  = 255
)

// rule says what a spreadsheet is to tell an agent who types something else
// than the column asks for; nil where it cannot know. list is the place of the
// values of a closed column, "" without one. Only what is not in a closed list
// is refused: the rest is a warning that can be passed over.
func (t *Template) rule(c column, name, list string) *excelize.DataValidation {
	rule := excelize.NewDataValidation(true)
	style := excelize.DataValidationErrorStyleWarning
	switch {
	case list != "":
		rule.SetSqrefDropList(list)
		if c.closed() {
			style = excelize.DataValidationErrorStyleStop
		}
	case c.as != asText:
		setRange(rule, c)
	case c.field.Type.Name == "string":
		if !setLength(rule, &c.field.Constraints) {
			return nil
		}
	default:
		return nil
	}
	rule.SetError(style, clip(c.field.Name, longestRuleTitle), t.expected(c))
	rule.SetSqref(fmt.Sprintf("%s2:%s%d", name, name, lastRow))
	return rule
}

// closed says whether nothing but the listed values and an empty cell may
// stand in the column.
func (c column) closed() bool {
	for _, missing := range c.field.Missing {
		if missing != "" {
			return false
		}
	}
	return true
}

// expected says what the column takes.
func (t *Template) expected(c column) string {
	parts := []string{t.kind(c)}
	if values := plain.Values(c.field); len(values) > 0 {
		list, whole := listed(values, longestRuleText/2)
		parts[0] = t.say("une valeur de la liste : ", "a value of the list: ") + list
		if !whole {
			parts = append(parts, t.say("toutes sont dans la feuille « Listes »", `all of them are in the sheet "Lists"`))
		}
	}
	out := t.say("Attendu : ", "Expected: ") + strings.Join(append(parts, plain.Limits(t.Lang, c.field)...), " ; ") + "."
	if c.field.Model != "" {
		out += t.say(" Exemple : ", " Example: ") + c.field.Model
	}
	return clip(out, longestRuleText)
}

// ranges are the types of rules on numbers, and the whole of what each knows.
var ranges = map[holding]struct {
	kind      excelize.DataValidationType
	low, high float64
}{
	asNumber: {excelize.DataValidationTypeDecimal, -maxWhole, maxWhole},
	asWhole:  {excelize.DataValidationTypeWhole, -maxWhole, maxWhole},
	asMoment: {excelize.DataValidationTypeDate, 0, 2_958_465}, // 9999-12-31
}

// setRange asks for a number or a moment between the bounds of the column's
// field.
func setRange(rule *excelize.DataValidation, c column) {
	known := ranges[c.as]
	k := &c.field.Constraints
	low, high := known.low, known.high
	lowest, bounded := c.bound(k.Minimum, k.ExclusiveMin)
	if bounded {
		low = lowest
	}
	highest, ended := c.bound(k.Maximum, k.ExclusiveMax)
	if ended {
		high = highest
	}
	operator := excelize.DataValidationOperatorBetween
	switch { // a spreadsheet has no range that is open at one end
	case bounded && !ended && k.ExclusiveMin != nil:
		operator = excelize.DataValidationOperatorGreaterThan
	case ended && !bounded && k.ExclusiveMax != nil:
		operator, low, high = excelize.DataValidationOperatorLessThan, high, 0
	}
	kind := known.kind
	if c.field.Type.Name == "time" {
		kind = excelize.DataValidationTypeTime
		high = min(high, 1)
	}
	formula := func(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
	rule.SetRange(formula(low), formula(high), kind, operator) // which takes every string
}

// bound gives the bound of one end as the column holds it; ok is false where
// there is none, or none that a spreadsheet knows.
func (c column) bound(b, exclusive *schemas.Bound) (n float64, ok bool) {
	if exclusive != nil {
		b = exclusive
	}
	if b == nil {
		return 0, false
	}
	n, ok = c.value(b.Text).(float64)
	return n, ok
}

// setLength asks for a text of the length that the constraints allow. It is
// false where they allow any.
func setLength(rule *excelize.DataValidation, k *schemas.Constraints) bool {
	operator := excelize.DataValidationOperatorBetween
	low, high := k.MinLength, k.MaxLength
	switch {
	case low < 0 && high < 0:
		return false
	case low < 0:
		low = 0
	case high < 0:
		high = longestCell
	}
	rule.SetRange(low, high, excelize.DataValidationTypeTextLength, operator)
	return true
}
