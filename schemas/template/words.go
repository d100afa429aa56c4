package template

import (
	"strings"

	"github.com/socle-commun/socle/schemas/plain"
	"github.com/socle-commun/socle/schemas/text"
)

// say gives a sentence in the language of the template.
func (t *Template) say(fr, en string) string { return text.Text{FR: fr, EN: en}.In(t.Lang) }

// typed says how what a column holds is typed in a spreadsheet, which has its
// own ways with numbers and dates.
var typed = [...]text.Text{
	asNumber: {FR: "nombre, tapé comme d'habitude dans votre tableur", EN: "number, typed as usual in your spreadsheet"},
	asMoment: {FR: "tapée comme d'habitude dans votre tableur", EN: "typed as usual in your spreadsheet"},
}

// kind says what an agent writes in the column.
func (t *Template) kind(c column) string {
	kind := plain.Kind(t.Lang, c.field)
	switch {
	case c.as == asNumber:
		return typed[asNumber].In(t.Lang)
	case c.as == asMoment:
		return kind + ", " + typed[asMoment].In(t.Lang)
	}
	return kind
}

// duty says whether the column must be filled.
func (t *Template) duty(c column) string {
	duty := plain.Duty(t.Lang, c.field)
	if !c.field.Constraints.Required {
		return strings.ToUpper(duty[:1]) + duty[1:]
	}
	word, rest, more := strings.Cut(duty, " ")
	if more {
		rest = " " + rest
	}
	return strings.ToUpper(word) + rest
}

// listed joins values for people, as many as fit into a number of UTF-16
// units. whole is false where some are left out.
func listed(values []string, units int) (out string, whole bool) {
	out = strings.Join(values, " · ")
	short := clip(out, units)
	if short == out {
		return out, true
	}
	if i := strings.LastIndex(short, " · "); i > 0 {
		short = short[:i] + " · …"
	}
	return short, false
}

// example gives what a note shows as an example of the column's cells: the
// document's own words, or else what the template's row holds.
func (t *Template) example(i int) string {
	if f := &t.Schema.Fields[i]; f.Model == "" && t.Row != nil && t.Row[i] != "" {
		return t.Row[i]
	}
	return t.Schema.Fields[i].Example
}
