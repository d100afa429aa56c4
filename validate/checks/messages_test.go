package checks_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/schemas/text/proof"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
)

var bothTongues = []text.Lang{text.French, text.English}

// What is said of each check and of each of its reasons reads well in both
// languages, whatever the numbers: nothing of it is a program's.
func TestMessagesReadWell(t *testing.T) {
	for _, c := range checks.All() {
		t.Run(c.Code, func(t *testing.T) {
			for _, lang := range bothTongues {
				wellRead(t, "Title", proof.Template(lang, c.Title.In(lang), inPlace))
				for what, said := range map[string]text.Text{"Why": c.Why, "Mend": c.Mend} {
					wellRead(t, what+": "+said.In(lang), append(proof.Faults(lang, said.In(lang)), sentences(said.In(lang))...))
				}
				for reason, m := range c.Messages {
					told := m.Say.In(lang)
					wellRead(t, reason+": "+told, sayFaults(lang, told))
					hint := m.Hint.In(lang)
					if hint == "" {
						continue
					}
					wellRead(t, reason+", hint: "+hint, sayFaults(lang, hint))
				}
			}
		})
	}
}

// sayFaults gives what is wrong with a message, or a hint. One that ends in a
// value to copy has no full stop, which would be copied too.
func sayFaults(lang text.Lang, template string) []string {
	faults := append(proof.Template(lang, template, inPlace), proof.Sentence(filledWith(lang, template))...)
	if endsInValue.MatchString(template) {
		faults = slices.DeleteFunc(faults, func(f string) bool { return f == "no full stop" })
	}
	return faults
}

var endsInValue = regexp.MustCompile(`\{(example|fix|rule|padded|value|why|why-en|place)\}$`)

// sentences gives what is wrong with a paragraph, which may be of any length.
func sentences(paragraph string) []string {
	return slices.DeleteFunc(proof.Sentence(paragraph), func(f string) bool { return f == "too long" })
}

func wellRead(t *testing.T, what string, faults []string) {
	t.Helper()
	for _, fault := range faults {
		t.Errorf("%s\n\t%s", fault, what)
	}
}

// inPlace is what stands in a slot: nothing where that begins with a space.
func inPlace(slot string) string {
	if slices.Contains([]string{"called", "rule", "where", "where-en", "beside", "beside-en"}, slot) {
		return ""
	}
	return "X"
}

// filledWith fills a template with values as long as they mostly are.
func filledWith(lang text.Lang, template string) string {
	return text.Fill(lang, template, func(slot string) (string, bool) { return strings.Repeat("X", min(12, 12*len(inPlace(slot)))), true })
}

// What is said of real findings reads well too: the words that checks put in
// the places of their messages.
func TestFindingsReadWell(t *testing.T) {
	eachCase(t, func(t *testing.T, c *checkCase) {
		for _, name := range c.data("bad") {
			data, _ := c.file(name + ".csv")
			r := c.judge(name, data, false)
			for i := range r.Files[0].Findings {
				f := &r.Files[0].Findings[i]
				for _, lang := range bothTongues {
					message, hint := report.Message(r, r.Files[0], f, lang)
					for _, said := range []string{message, hint} {
						wellRead(t, f.Code+" "+f.Reason+": "+said, proof.Faults(lang, withoutData(said, f, r.Files[0])))
					}
				}
			}
		}
	})
}

// withoutData leaves out of a sentence what the file, the schema and the lists
// of France put there.
func withoutData(said string, f *validate.Finding, file *validate.FileResult) string {
	values := []string{f.Value, f.Fix, f.Field, "cage d’escalier"} // the last as the address format writes it
	if field := file.Schema.Field(f.Field); field != nil {
		values = append(values, field.Model, field.Title, field.Description)
	}
	for _, name := range []string{"commune", "home", "other", "long-column", "lat-column", "key", "places", "expected"} {
		if arg, ok := f.Arg(name); ok && (name != "places" || f.Code == "workbook") && (name != "expected" || f.Code == "enum") {
			values = append(values, arg)
		}
	}
	slices.SortFunc(values, func(a, b string) int { return len(b) - len(a) })
	for _, v := range values {
		v = report.Show(v, 80)
		said = strings.ReplaceAll(said, "«\u00a0"+v+"\u00a0»", "«\u00a0_\u00a0»")
		if v != "" && v != "." && v == strings.TrimSpace(v) {
			said = strings.ReplaceAll(said, v, "_")
		}
	}
	return said
}
