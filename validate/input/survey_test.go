package input

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

func TestSurvey(t *testing.T) {
	for text, want := range map[string]traits{
		"":                              {ascii: true, valid: true},
		"abc\tdef\r\n":                  {ascii: true, valid: true},
		"été":                           {valid: true},
		"\xe9t\xe9":                     {},
		"num\ufffdraire":                {valid: true, lost: true},
		"a\x00b":                        {ascii: true, valid: true, hidden: true},
		"a\x0bb":                        {ascii: true, valid: true, hidden: true},
		"a\x7fb":                        {ascii: true, valid: true, hidden: true},
		"a\x1fb":                        {ascii: true, valid: true, hidden: true},
		"a\u200bb":                      {valid: true, hidden: true},
		"a\ufeffb":                      {valid: true, hidden: true},
		"a\u00adb":                      {valid: true, hidden: true},
		"a\u202eb":                      {valid: true, hidden: true},
		"👩\u200d🌾":                      {valid: true},
		"a\u00a0b\u202fc":               {valid: true},
		strings.Repeat("x", 100) + "\b": {ascii: true, valid: true, hidden: true},
	} {
		for _, before := range []int{0, 1, 7, 31, 33, 61, 62, 63, 4093, 4095} {
			if diff := cmp.Diff(want, surveyed(strings.Repeat("-", before)+text), cmp.AllowUnexported(traits{})); diff != "" {
				t.Errorf("%q behind %d signs (-want +got)\n%s", text, before, diff)
			}
		}
	}
	var got survey
	got.narrow([]byte("d\xe9j\xe0 \xad"), charmaps[Windows1252], ',', '"')
	if diff := cmp.Diff(traits{hidden: true}, got.traits, cmp.AllowUnexported(traits{})); diff != "" {
		t.Error(diff)
	}
}

// surveyed gives the traits of a text in UTF-8.
func surveyed(text string) traits {
	var s survey
	s.utf8([]byte(text), ',', '"')
	return s.traits
}

func isPlainASCII(c byte) bool {
	return c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c < 0x7f
}

// A survey says what a look at each character does.
func FuzzSurvey(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add([]byte(s))
	}
	f.Add([]byte("été\u200b\x00\xff\ufffd\u202e"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		beyond := func(c byte) bool { return !isPlainASCII(c) }
		want := traits{ascii: text.IsASCII(raw), valid: utf8.Valid(raw), lost: bytes.Contains(raw, replacement)}
		want.hidden = bytes.ContainsFunc(raw, validate.Hidden)
		if got := surveyed(string(raw)); got != want {
			t.Fatalf("%q: %+v, want %+v", raw, got, want)
		}
		var s survey
		s.narrow(raw, charmaps[Windows1252], ',', '"')
		if s.ascii != want.ascii || s.valid != want.ascii {
			t.Fatalf("%q: %+v, want %+v", raw, s.traits, want)
		}
		var wide survey
		wide.utf8(raw, ',', '"')
		for from := range raw {
			for to := from; to <= min(len(raw), from+130); to += 1 + to%7 {
				want := to
				if i := slices.IndexFunc(raw[from:to], beyond); i >= 0 {
					want = from + i
				}
				if got := s.next(from, to); got != want {
					t.Fatalf("%q: from %d to %d: the next is at %d, want %d", raw, from, to, got, want)
				}
				if wide.sparse(from, to) && beside(string(raw[from:to])) {
					t.Fatalf("%q: from %d to %d: two characters beyond ASCII stand side by side", raw, from, to)
				}
				if s.sparse(from, to) && beside(widened(raw[from:to])) {
					t.Fatalf("%q in Windows-1252: from %d to %d: two characters beyond ASCII stand side by side", raw, from, to)
				}
			}
		}
	})
}

// beside says whether two characters beyond ASCII stand side by side.
func beside(text string) bool {
	before := 'x'
	for _, r := range text {
		if r >= utf8.RuneSelf && before >= utf8.RuneSelf && r != utf8.RuneError && before != utf8.RuneError {
			return true
		}
		before = r
	}
	return false
}

func widened(raw []byte) string {
	return string(text.NarrowOf(charmaps[Windows1252]).Append(nil, raw))
}
