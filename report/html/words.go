package html

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

const nb = "\u00a0"

// A voice says sentences in one language.
type voice struct{ lang text.Lang }

// say gives the sentence of that name, filled with names and values in turn:
// texts as they are, numbers as the language writes them.
func (v voice) say(name string, pairs ...any) string {
	return v.fill(v.sentence(name), pairs)
}

func (v voice) sentence(name string) string {
	t, ok := sentences[name]
	if !ok {
		panic("html: no sentence " + strconv.Quote(name))
	}
	return t.In(v.lang)
}

func (v voice) fill(template string, pairs []any) string {
	return text.Fill(v.lang, report.Typeset(v.lang, template), func(slot string) (string, bool) {
		if slot == "nb" {
			return nb, true
		}
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == slot {
				return v.word(pairs[i+1]), true
			}
		}
		return "", false
	})
}

func (v voice) word(value any) string {
	if n, ok := value.(int); ok {
		return v.number(n)
	}
	return fmt.Sprint(value)
}

// number writes n with the thousands separator of the language.
func (v voice) number(n int) string { return text.Number(v.lang, n) }

// severity names the findings of a severity.
func (v voice) severity(s validate.Severity) string { return severityAll[s].In(v.lang) }

// share writes part/whole in percent, with one decimal. It is 100 % and 0 %
// only where that is exact.
func (v voice) share(part, whole int) string {
	if whole <= 0 {
		return "–"
	}
	tenths := (2000*part + whole) / (2 * whole)
	switch {
	case part > 0 && tenths == 0:
		tenths = 1
	case part < whole && tenths >= 1000:
		tenths = 999
	}
	s := strconv.Itoa(tenths / 10)
	if tenths%10 > 0 {
		s = v.decimal(fmt.Sprintf("%d.%d", tenths/10, tenths%10))
	}
	if v.lang == text.English {
		return s + "%"
	}
	return s + nb + "%"
}

// decimal writes a number that has a decimal point.
func (v voice) decimal(s string) string {
	if v.lang == text.English {
		return s
	}
	return strings.Replace(s, ".", ",", 1)
}

// The words of severities: one fault, and a column of them.
var (
	severityOne = map[validate.Severity]text.Text{
		validate.Error:   {FR: "erreur", EN: "error"},
		validate.Warning: {FR: "avertissement", EN: "warning"},
		validate.Notice:  {FR: "remarque", EN: "notice"},
	}
	severityAll = map[validate.Severity]text.Text{
		validate.Error:   {FR: "Erreurs", EN: "Errors"},
		validate.Warning: {FR: "Avertissements", EN: "Warnings"},
		validate.Notice:  {FR: "Remarques", EN: "Notices"},
	}
)
