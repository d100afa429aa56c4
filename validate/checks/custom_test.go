package checks

import (
	"fmt"
	"testing"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france"
	"github.com/socle-commun/socle/validate/france/hours"
)

// A value that fails a check may be given another spelling, which passes. No
// value makes an explanation fail.
func FuzzCustomFixes(f *testing.F) {
	for _, seed := range []string{
		"", "w35 1234567", "301S0301001688", "2019-20", "de 2019 à 2020", "2019.0", "Finances locales > Divers", "7.1 finanseslocales/x/ y", "/",
		"01 99 00 27", "+33", "0262 12 34 56", "O1 99 00 27 37", "612345678.0", "01 99 00 27 37 / 01 99 00 27 38", "tel:;phone-context=+33", "1e9",
		"00000000", "\xff0199002737", "０１９９００２７３７", "١٢٣", "a/\u0301/ ", "Lu-Ve 9h-12h",
	} {
		f.Add(seed)
	}
	explained := []struct {
		name    string
		is      func([]byte) bool
		explain func(*validate.Finding, string)
	}{
		{"RNA", france.IsRNA, explainRNA},
		{"year", func(b []byte) bool { return isYearInterval(b) || isYear(b) }, func(f *validate.Finding, s string) { explainYears(f, s, true) }},
		{"range of years", isYearInterval, func(f *validate.Finding, s string) { explainYears(f, s, false) }},
		{"act", isActe, explainActe},
		{"telephone", func(b []byte) bool { return isPhone(string(b)) }, explainPhone},
		{"hours", hours.Valid, func(f *validate.Finding, s string) { f.Write(hours.Explain(s).Fix) }},
	}
	f.Fuzz(func(t *testing.T, value string) {
		if isFrenchPhone([]byte(value)) && !isPhone(value) {
			t.Errorf("%q is no telephone number to libphonenumber", value)
		}
		for _, kind := range explained {
			if kind.is([]byte(value)) {
				continue
			}
			var finding validate.Finding
			kind.explain(&finding, value)
			if finding.Fix != "" && !kind.is([]byte(finding.Fix)) {
				t.Errorf("%s %q: %q is proposed, which is none", kind.name, value, finding.Fix)
			}
		}
	})
}

// All that isFrenchPhone takes is a number to libphonenumber, whatever range
// that opens or closes: the first four digits decide.
func TestFrenchPhones(t *testing.T) {
	taken := 0
	for start := range 10_000 {
		number := fmt.Sprintf("0%04d56789", start)
		if !isFrenchPhone([]byte(number)) {
			continue
		}
		taken++
		if !isPhone(number) {
			t.Errorf("%s is none", number)
		}
	}
	if taken < 6000 {
		t.Errorf("%d of 10,000 starts are taken: most numbers need libphonenumber", taken)
	}
}

func TestFrenchPhoneForms(t *testing.T) {
	for value, want := range map[string]bool{
		"0199002737": true, "01 99 00 27 37": true, "01.99.00.27.37": true, "01-99-00-27-37": true, "0 199 002 737": true,
		"+33199002737": true, "+33 1 99 00 27 37": true, "0033199002737": true, "0033 1 99 00 27 37": true,
		"": false, "0": false, "+": false, "+33": false, "0033": false, "199002737": false, "01990027370": false, "019900273": false,
		"01  99002737": false, "0199002737 ": false, "01/99002737": false, "O199002737": false, "0262123456": false, "0712345678": false,
	} {
		if got := isFrenchPhone([]byte(value)); got != want {
			t.Errorf("isFrenchPhone(%q) = %t", value, got)
		}
	}
}

// What is remembered of a value is not taken for another's, though they share
// a place.
func TestVerdicts(t *testing.T) {
	var v verdicts
	for range 2 {
		for i := range 3000 {
			value := fmt.Sprintf("39%02d", i%200)
			if got, want := v.isPhone([]byte(value)), isPhone(value); got != want {
				t.Fatalf("%q: %t", value, got)
			}
		}
	}
}

func fieldsFrom(t *testing.T, document string) []schemas.Field {
	t.Helper()
	s, err := schemas.Parse("test", []byte(document))
	if err != nil {
		t.Fatal(err)
	}
	return s.Fields
}
