package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// vintageOf gives the year of the official geographical code that a custom
// check asks for, in the parameter's old name or its new one: "2023", "latest",
// or "" where it does not say. Validata does nothing without one; here the
// present code is meant.
func vintageOf(check *schemas.CustomCheck) string {
	for _, param := range []string{"cog", "version"} {
		if year := check.Column(param); year != "" {
			return year
		}
	}
	return ""
}

// onCells makes the Cell function of a check that judges the texts of the
// column which a custom check of one of these names is about. is must not
// allocate for a right value; explain completes the finding on a wrong one.
func onCells(names []string, is func(raw []byte, vintage string) bool, explain func(f *validate.Finding, value string)) func(*schemas.Field) func(*validate.Pass, *validate.Cell) {
	return func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		check := customOn(f, names)
		if check == nil {
			return nil
		}
		vintage := vintageOf(check)
		return func(p *validate.Pass, c *validate.Cell) {
			if is(c.Raw, vintage) {
				return
			}
			if finding := p.Fault(c); finding != nil {
				explain(finding, string(c.Raw[:min(len(c.Raw), validate.MaxValue)]))
			}
		}
	}
}

// advise is a message with a hint.
func advise(fr, en, hintFR, hintEN string) validate.Message {
	return validate.Message{Say: text.Text{FR: fr, EN: en}, Hint: text.Text{FR: hintFR, EN: hintEN}}
}
