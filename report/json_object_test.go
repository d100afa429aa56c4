package report

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate"
)

// encoded writes a value as encoding/json does.
func encoded(t *testing.T, value any, indent string) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if indent != "" {
		e.SetIndent("", indent)
	}
	if err := e.Encode(value); err != nil {
		t.Fatal(err)
	}
	return string(escapeHidden(bytes.TrimSuffix(b.Bytes(), []byte("\n"))))
}

var allMembers = jsonFinding{
	Code: "type-error", Reason: "date", Severity: validate.Warning, Row: 12, Line: 13, Char: 4, Column: 9, Field: "montant", Cell: "I12",
	Value: "40 000,00", Expected: "number", Pattern: `^\d+$`, Message: "« 40 000,00 »", Hint: "<&>", Fix: "40000.00",
}

func TestObjectIsWhatTheTagsSay(t *testing.T) {
	for _, f := range []jsonFinding{{}, allMembers, {Code: "blank-row", Severity: validate.Error, Row: 3, Line: 3, Message: "x"}} {
		compact := object{b: []byte("{"), colon: ":"}
		compact.finding(&f)
		if diff := cmp.Diff(encoded(t, f, ""), string(compact.b)+"}"); diff != "" {
			t.Errorf("on one line (-want +got):\n%s", diff)
		}
		indented := object{b: []byte("{"), before: "\n  ", colon: ": "}
		indented.finding(&f)
		if diff := cmp.Diff(encoded(t, f, "  "), string(indented.b)+"\n}"); diff != "" {
			t.Errorf("indented (-want +got):\n%s", diff)
		}
	}
}

func FuzzString(f *testing.F) {
	for _, s := range []string{
		"", "plain", `"quotes" and \ and / and <&>`, "\x00\b\t\n\f\r\x1b\x7f", "déjà « vu »\u00a0\u202f", "\u00ad\u009b\u0085",
		"\u202e\u2028\u2029\ufeff\ufe0f", "\U000e0041\U0001f600\U0010ffff", "\xff\xc3é\xed\xa0\x80", "\ufffd",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if diff := cmp.Diff(encoded(t, s, ""), string(appendString(nil, s))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", s, diff)
		}
	})
}

func TestFindingsAreWrittenWithoutReflection(t *testing.T) {
	o, found := object{before: "\n  ", colon: ": "}, allMembers
	o.finding(&found)
	if n := testing.AllocsPerRun(100, func() {
		o.b, o.begun = o.b[:0], false
		o.finding(&found)
	}); n != 0 {
		t.Errorf("%v allocations a finding, want none", n)
	}
}
