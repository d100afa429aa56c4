package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNotUTF8(t *testing.T) {
	for data, want := range map[string]int{
		"":                  -1,
		"é\ufffd\U0001f600": -1, // U+FFFD may be written
		"é\xe9":             2,
		"a\xc3":             1,
		"\xff\xfea":         0,
		"ab\xed\xa0\x80":    2, // half of a surrogate pair
	} {
		if diff := cmp.Diff(want, NotUTF8([]byte(data))); diff != "" {
			t.Errorf("%q: %s", data, diff)
		}
	}
}
