package report

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestShow(t *testing.T) {
	for _, c := range []struct {
		value string
		max   int
		want  string
	}{
		{"", 5, ""},
		{"plain", 5, "plain"},
		{"plainer", 5, "plai…"},
		{"déjà vu", 7, "déjà vu"},
		{"déjà vu!", 7, "déjà v…"},
		{"e\u0301te\u0301", 0, "e\u0301te\u0301"},
		{"1\u00a0000", 0, "1\u00a0000"},
		{"a\nb\r\nc\rd\te", 0, `a⏎b⏎c\rd\te`},
		{"\x00\x1b[31m\x7f", 0, `\x00\x1b[31m\x7f`},
		{"\u009b\u0085", 0, `\u009b\u0085`},
		{"\xff\xfe\xc3", 0, `\xff\xfe\xc3`},
		{"\ufffd", 0, "\ufffd"},
		{"a\u202eb\u2066c\u061c", 0, `a\u202eb\u2066c\u061c`},
		{"a\u200bb\u200dc\ufeffd\u00ade", 0, `a\u200bb\u200dc\ufeffd\u00ade`},
		{"\u2028\u2029\ufe0f\u3164", 0, `\u2028\u2029\ufe0f\u3164`},
		{"\U000e0041\U0010ffff", 0, `\U000e0041\U0010ffff`},
		{"\x1b\x1b", 8, `\x1b\x1b`},
		{"\x1b\x1b", 7, `\x1b…`},
		{"\x1b\x1b", 3, "…"},
		{"\x1b", 1, "…"},
		{`C:\données`, 0, `C:\données`},
	} {
		if diff := cmp.Diff(c.want, Show(c.value, c.max)); diff != "" {
			t.Errorf("Show(%q, %d) (-want +got):\n%s", c.value, c.max, diff)
		}
	}
}

func TestHiddenCharacters(t *testing.T) {
	for r := range unicode.MaxRune + 1 {
		want := !unicode.IsGraphic(r) || unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
		if got := hidden(r); got != want {
			t.Errorf("hidden(%U) = %v, want %v", r, got, want)
		}
	}
}

func TestShowIsCheapForLongValues(t *testing.T) {
	long := strings.Repeat("é", 1<<20)
	if n := testing.AllocsPerRun(10, func() { Show(long, 80) }); n > 10 {
		t.Errorf("%v allocations, want 10 at most", n)
	}
}

func FuzzShow(f *testing.F) {
	f.Add(nasty, 20)
	f.Add("e\u0301\xff", 0)
	f.Fuzz(func(t *testing.T, value string, max int) {
		got := Show(value, max)
		if !utf8.ValidString(got) {
			t.Errorf("%q is not UTF-8", got)
		}
		if n := utf8.RuneCountInString(got); max > 0 && n > max {
			t.Errorf("%q has %d runes, want %d at most", got, n, max)
		}
		for _, r := range got {
			if hidden(r) {
				t.Errorf("%q holds %U", got, r)
			}
		}
	})
}
