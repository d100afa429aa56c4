package checks

import (
	"bytes"
	"testing"
)

// The lines within a text are counted as if it were cut at its line ends.
func FuzzWholeLines(f *testing.F) {
	for _, seed := range []string{
		"", "a", "a,b,c", "a\nb,c,d\ne", "a\r\nb,c,d\r\ne,f,g\r\nh", "\n\na,,\n", "\ra,,\rb,,\rc", "a\n\r\n,,\n\nx,,\n", "a,,\nb,\nc", "\n,,\n,,\n,,",
		"a\n,,\r", "a\r,,\nb",
	} {
		f.Add([]byte(seed), 2)
	}
	f.Fuzz(func(t *testing.T, text []byte, separators int) {
		if separators < 1 {
			return
		}
		want := 0
		if fields := bytes.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }); len(fields) >= 3 {
			want = len(fields) - 2
			for _, field := range fields[1 : len(fields)-1] {
				if bytes.Count(field, []byte(",")) != separators {
					want = 0
					break
				}
			}
		}
		if got := wholeLines(text, ',', separators); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	})
}
