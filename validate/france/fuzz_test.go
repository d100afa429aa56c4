package france_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate/france"
)

// An explanation of a right number says nothing; a correction is right; and a
// correction is never explained further.
func FuzzExplain(f *testing.F) {
	for _, seed := range []string{
		"", "213502388", "21350238800019", "35600000000001", "35600000000048", "5520135", "213 502 388 00019", "21350238800019.0",
		"2.1350238800019E+13", "2,18602E+13", "9e99", "0.0", "é", "\xff", "'21350238800019", "00000000000000", "0,0e0",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, kind := range []struct {
			name    string
			is      func([]byte) bool
			explain func(string) france.Explanation
			other   france.Reason
		}{
			{"SIREN", france.IsSIREN, france.ExplainSIREN, france.SIRENForSIRET},
			{"SIRET", france.IsSIRET, france.ExplainSIRET, france.SIRETForSIREN},
		} {
			got := kind.explain(s)
			if kind.is([]byte(s)) {
				if diff := cmp.Diff(france.Explanation{}, got); diff != "" {
					t.Errorf("%s %q is right, and yet: %s", kind.name, s, diff)
				}
			}
			if got.Fix != "" && !kind.is([]byte(got.Fix)) {
				t.Errorf("%s %q: the correction %q is not right", kind.name, s, got.Fix)
			}
			if got.Reason == kind.other {
				t.Errorf("%s %q is explained as %s", kind.name, s, got.Reason)
			}
			if (got.Reason == "") && (got.Fix != "" || got.Digits != 0) {
				t.Errorf("%s %q: %+v has no reason", kind.name, s, got)
			}
		}
	})
}
