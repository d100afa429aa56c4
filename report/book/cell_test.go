package book

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestCellText(t *testing.T) {
	for _, c := range []struct {
		name, given, want string
		cut               bool
	}{
		{"plain", "007", "007", false},
		{"accents", "été 日本 😀", "été 日本 😀", false},
		{"line ends", "a\nb\r\nc\rd\te", "a\nb\nc\\rd\te", false},
		{"control characters", "a\x00\x1b[2J", `a\x00\x1b[2J`, false},
		{"not UTF-8", "\xffa\xe9", `\xffa\xe9`, false},
		{"no characters", "a\ufffe\uffff\ufffd", `a\ufffe\uffff` + "\ufffd", false},
		{"as long as can be", strings.Repeat("a", longest), strings.Repeat("a", longest), false},
		{"a character too long", strings.Repeat("a", longest+1), strings.Repeat("a", longest-1) + "…", true},
		{"pairs as long as can be", strings.Repeat("😀", longest/2) + "a", strings.Repeat("😀", longest/2) + "a", false},
		{"pairs too long", strings.Repeat("😀", longest/2+1), strings.Repeat("😀", longest/2) + "…", true},
		{"much too long", strings.Repeat("é", 100*longest), strings.Repeat("é", longest-1) + "…", true},
		{"too long by its escapes", strings.Repeat("\x00", longest), strings.Repeat(`\x00`, longest/4) + `\x…`, true},
	} {
		got, cut := cellText(c.given)
		if diff := cmp.Diff(c.want, got); diff != "" || cut != c.cut {
			t.Errorf("%s: cut %t, want %t (-want +got):\n%.300s", c.name, cut, c.cut, diff)
		}
	}
}

func TestNames(t *testing.T) {
	n := names{}
	for _, c := range []struct{ given, want string }{
		{"Résumé", "Résumé"},
		{"résumé", "résumé (2)"},
		{"RÉSUMÉ", "RÉSUMÉ (3)"},
		{"a:b/c\\d?e*f[g]'h", "a_b_c_d_e_f_g__h"},
		{"", "_"},
		{"  ", "_ (2)"},
		{"History", "History_"},
		{strings.Repeat("commune-", 6), "commune-commune-commune-commune"},
		{strings.Repeat("commune-", 7), "commune-commune-commune-com (2)"},
		{strings.Repeat("😀", 20), strings.Repeat("😀", 15)},
		{"a\xff\x00\ufffe", "a___"},
	} {
		if got := n.free(c.given); got != c.want {
			t.Errorf("%q is called %q, want %q", c.given, got, c.want)
		}
	}
}

func TestLinesOf(t *testing.T) {
	for _, c := range []struct {
		text        string
		width, want int
	}{{"", 10, 1}, {"abc", 10, 1}, {"abc def ghi", 7, 2}, {strings.Repeat("a", 25), 10, 3}, {"a b", 0, 2}} {
		if got := linesOf(c.text, c.width); got != c.want {
			t.Errorf("%q takes %d lines of %d, want %d", c.text, got, c.width, c.want)
		}
	}
}

// Whatever a cell holds, XML takes it and gives it back, and Excel has room.
func FuzzCellText(f *testing.F) {
	f.Add(nasty)
	f.Add(strings.Repeat("é\x01", longest))
	f.Fuzz(func(t *testing.T, given string) {
		got, _ := cellText(given)
		var b bytes.Buffer
		b.WriteString("<t>")
		if err := xml.EscapeText(&b, []byte(got)); err != nil {
			t.Fatal(err)
		}
		b.WriteString("</t>")
		var back string
		if err := xml.Unmarshal(b.Bytes(), &back); err != nil || back != got {
			t.Errorf("%q comes back as %q (%v)", got, back, err)
		}
		if n := len(utf16.Encode([]rune(got))); n > longest || !utf8.ValidString(got) {
			t.Errorf("%d units", n)
		}
	})
}
