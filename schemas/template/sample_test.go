package template

import (
	"regexp"
	"strings"
	"testing"
)

func TestSample(t *testing.T) {
	for pattern, want := range map[string]string{
		`^\d{14}$`:                      "00000000000000",
		`^[A-Z]{2}[0-9]+$`:              "AA0",
		`^(oui|non)( merci)?$`:          "oui",
		`.*_[0-9]{4}_.*`:                "_0000_",
		`^[\w.]+-[\w]+-\d{4}-\d{2}$`:    "0-0-0000-00",
		`^https?://[^\s]+$`:             "http://0",
		`^[éèà]{2}$`:                    "àà",
		`^(?:(?:^|\|)(rouge|vert))+$`:   "rouge",
		``:                              "",
		`(?i)abc`:                       "ABC",
		`^(0[1-9]|[1-8][0-9]|2[AB]).*$`: "01",
	} {
		got, ok := sample(pattern)
		if !ok || got != want {
			t.Errorf("sample(%s) = %q, %t, want %q", pattern, got, ok, want)
		}
		if !regexp.MustCompile(pattern).MatchString(got) {
			t.Errorf("%q is not what %s describes", got, pattern)
		}
	}
	for _, pattern := range []string{`(?=a)b`, `(a)\1`, `[^\x00-\x{10FFFF}]`, strings.Repeat("a{1000}", 2), "("} {
		if got, ok := sample(pattern); ok {
			t.Errorf("sample(%s) = %q", pattern, got)
		}
	}
}
