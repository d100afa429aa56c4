package hours_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/socle-commun/socle/validate/france/hours"
)

// A text is an expression or is explained; the place is within it, at the
// beginning of a character; what is proposed is an expression.
func FuzzExplain(f *testing.F) {
	for line := range strings.Lines(expressions + others) {
		f.Add(value(line))
	}
	for _, seed := range []string{
		"Lu-Ve 9h-12h", "du 1er au 15 août : 9 h 30 à midi", "24h/24, 7j/7", "mar-ven\u00a09h–12h", "\xff9h", "é\xc3", "9h\x00", "«a»", "'", "Sept-Mar",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fault := hours.Explain(s)
		if valid := hours.Valid([]byte(s)); valid != (fault == hours.Fault{}) {
			t.Fatalf("%q is valid: %t, and explained: %+v", s, valid, fault)
		} else if valid {
			return
		}
		if fault.At < 0 || fault.At > len(s) || !strings.HasPrefix(s[fault.At:], fault.Word) && fault.Reason != hours.NoEnd {
			t.Errorf("%q: %+v", s, fault)
		}
		if fault.Char != utf8.RuneCountInString(s[:fault.At])+1 {
			t.Errorf("%q: character %d is not at byte %d", s, fault.Char, fault.At)
		}
		if fault.Fix != "" && !hours.Valid([]byte(fault.Fix)) {
			t.Errorf("%q: what is proposed is none: %q", s, fault.Fix)
		}
		if said := fault.Wants.Text(); said.FR == "" || said.EN == "" {
			t.Errorf("%q: nothing is wanted: %+v", s, fault)
		}
	})
}
