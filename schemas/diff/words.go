package diff

import (
	"strings"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/text"
)

// Say says the change in one sentence, without its last point: the column,
// then what became of it. Texts of the schemas are clipped, not escaped.
func (c *Change) Say(lang text.Lang) string {
	return c.Subject(lang) + text.Text{FR: " : ", EN: ": "}.In(lang) + c.What(lang)
}

// Subject names the column, or the table as a whole.
func (c *Change) Subject(lang text.Lang) string {
	subject := text.Text{FR: "tout le tableau", EN: "the whole table"}.In(lang)
	if c.property {
		subject = text.Text{FR: "l'ensemble", EN: "the whole"}.In(lang)
	}
	switch {
	case c.Kind == FieldRenamed:
		subject = quote(lang, c.Before)
	case c.Field != "":
		subject = quote(lang, c.Field)
	}
	if c.Item {
		subject += text.Text{FR: ", dans chaque élément de la liste", EN: ", in each item of the list"}.In(lang)
	} else if c.Label != "" && c.Kind != FieldRenamed {
		subject += " (" + clip(c.Label) + ")"
	}
	return subject
}

// What says what became of the subject.
func (c *Change) What(lang text.Lang) string {
	return text.Fill(lang, c.form().In(lang), func(name string) (string, bool) { return c.slot(lang, name) })
}

// form chooses the sentence of a change.
func (c *Change) form() text.Text {
	f, ok := sentences[c.Kind]
	if !ok {
		return f.other
	}
	for _, choice := range []struct {
		when bool
		form text.Text
	}{
		{c.Before == nil, f.appear},
		{c.After == nil, f.vanish},
		{len(c.Added) > 0 && len(c.Removed) == 0, f.grown},
		{len(c.Removed) > 0 && len(c.Added) == 0, f.shrunk},
		{c.Direction == Tightened, f.tighter},
		{c.Direction == Loosened, f.looser},
		{c.Direction == Neutral, f.same},
	} {
		if choice.when && !choice.form.Empty() {
			return choice.form
		}
	}
	return f.other
}

// slot gives what a template's slot stands for.
func (c *Change) slot(lang text.Lang, name string) (string, bool) {
	switch name {
	case "before":
		return c.value(lang, c.Before), true
	case "after":
		return c.value(lang, c.After), true
	case "added":
		return several(lang, c.Added), true
	case "removed":
		return several(lang, c.Removed), true
	case "n":
		return text.Number(lang, len(c.Added)+len(c.Removed)), true
	case "column":
		if c.property {
			return text.Text{FR: "propriété", EN: "property"}.In(lang), true
		}
		return text.Text{FR: "colonne", EN: "column"}.In(lang), true
	case "must":
		if c.Direction == Tightened {
			return text.Text{FR: "obligatoire", EN: "required"}.In(lang), true
		}
		return text.Text{FR: "facultative", EN: "optional"}.In(lang), true
	case "like":
		if c.Example == "" {
			return "", true
		}
		return text.Text{FR: " ; par exemple ", EN: "; for example "}.In(lang) + quote(lang, c.Example), true
	}
	return "", false
}

// value writes Before or After as the change's kind wants it.
func (c *Change) value(lang text.Lang, v any) string {
	known := map[Kind]map[string]text.Text{Type: typeWords, ItemType: typeWords, Format: formatWords}[c.Kind]
	switch v := v.(type) {
	case nil:
		return text.Text{FR: "rien", EN: "none"}.In(lang)
	case int:
		return text.Number(lang, v)
	case []string:
		return clipTo(longestEntry, strings.Join(v, " + "))
	case string:
		if w, ok := known[v]; ok {
			return w.In(lang)
		}
		switch c.Kind {
		case CustomCheck, UniqueKeys, ForeignKeys:
			return clipTo(longestEntry, v)
		case Minimum, Maximum, ExclusiveMinimum, ExclusiveMaximum, FieldsMatch:
			return clip(v)
		}
		return quote(lang, v)
	}
	return ""
}

// mostNamed is how many values of a list a sentence names.
const mostNamed = 5

// several names the first values of a list and counts the others.
func several(lang text.Lang, list []string) string {
	var out []string
	for _, s := range list[:min(len(list), mostNamed)] {
		if s == "" {
			out = append(out, text.Text{FR: "une cellule vide", EN: "an empty cell"}.In(lang))
			continue
		}
		out = append(out, quote(lang, s))
	}
	joined := strings.Join(out, ", ")
	if more := len(list) - mostNamed; more > 0 {
		joined += text.Fill(lang, text.Text{FR: " et {n} {n|autre|autres}", EN: " and {n} more"}.In(lang),
			func(string) (string, bool) { return text.Number(lang, more), true })
	}
	return joined
}

func quote(lang text.Lang, v any) string {
	s, _ := v.(string)
	return text.Text{FR: "« " + clip(s) + " »", EN: `"` + clip(s) + `"`}.In(lang)
}

// longestShown is how much of a text stands in a sentence, in characters, and
// longestEntry of a check or a key.
const (
	longestShown = 60
	longestEntry = 200
)

func clip(s string) string { return clipTo(longestShown, s) }

func clipTo(most int, s string) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
