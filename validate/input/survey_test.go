package input

import (
	"bytes"
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
		"a\x00b":                        {ascii: true, valid: true, odd: true},
		"a\x0bb":                        {ascii: true, valid: true, odd: true},
		"a\x7fb":                        {ascii: true, valid: true, odd: true},
		"a\x1fb":                        {ascii: true, valid: true, odd: true},
		"a\u200bb":                      {valid: true, odd: true},
		"a\ufeffb":                      {valid: true, odd: true},
		"a\u00adb":                      {valid: true, odd: true},
		"a\u202eb":                      {valid: true, odd: true},
		"👩\u200d🌾":                      {valid: true},
		"a\u00a0b\u202fc":               {valid: true},
		strings.Repeat("x", 100) + "\b": {ascii: true, valid: true, odd: true},
	} {
		for _, before := range []int{0, 1, 7, 31, 33} {
			if got := surveyUTF8([]byte(strings.Repeat("-", before) + text)); got != want {
				t.Errorf("%q behind %d signs: %+v, want %+v", text, before, got, want)
			}
		}
	}
	got := surveyBytes([]byte("d\xe9j\xe0 \xad"), charmaps[Windows1252])
	if diff := cmp.Diff(traits{odd: true}, got, cmp.AllowUnexported(traits{})); diff != "" {
		t.Error(diff)
	}
}

// A survey says what a look at each character does.
func FuzzSurvey(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add([]byte(s))
	}
	f.Add([]byte("été\u200b\x00\xff\ufffd\u202e"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		want := traits{ascii: text.IsASCII(raw), valid: utf8.Valid(raw), lost: bytes.Contains(raw, replacement)}
		want.odd = bytes.ContainsFunc(raw, validate.Hidden)
		if got := surveyUTF8(raw); got != want {
			t.Fatalf("%q: %+v, want %+v", raw, got, want)
		}
		if got := surveyBytes(raw, charmaps[Windows1252]); got.ascii != want.ascii || got.valid != want.ascii {
			t.Fatalf("%q: %+v, want %+v", raw, got, want)
		}
	})
}
