package scan

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tallied counts the line ends of a text byte by byte.
func tallied(text []byte, separator, quote byte) (t Tally) {
	inside, before := false, byte('\n')
	ends := func(c byte) bool { return c == '\n' || c == '\r' }
	for i, c := range text {
		isQuote := quote != 0 && c == quote
		switch {
		case !isQuote && !inside && i > 0 && before == quote && quote != 0 && c != separator && !ends(c):
			return t // behind a quote that closes
		case isQuote && !inside && before != separator && !ends(before) && before != quote:
			return t
		}
		if isQuote {
			inside = !inside
		}
		t.Seen = i + 1
		if twin := c == '\n' && i > 0 && before == '\r'; ends(c) {
			if !twin {
				t.Lines++
			}
			if !inside {
				t.Last = i + 1
				if !twin {
					t.Rows++
				}
			}
		}
		before = c
	}
	return t
}

// tell is what a tally tells.
func (t *Tally) tell() [4]int { return [4]int{t.Seen, t.Last, t.Rows, t.Lines} }

func compareTally(t *testing.T, text []byte, separator, quote byte) {
	t.Helper()
	want := tallied(text, separator, quote)
	for _, step := range []int{Size, 3 * Size, max(len(text), 1)} {
		got := NewTally(quote != 0)
		plain, rest := true, text
		for len(rest) > 0 && plain {
			part := rest[:min(step, len(rest))]
			plain = got.Add(part, separator, quote)
			rest = rest[len(part):]
		}
		if diff := cmp.Diff(want.tell(), got.tell()); diff != "" || plain != (want.Seen == len(text)) {
			t.Fatalf("%q by %d, with %q and %q, plain: %v (-by bytes +by blocks)\n%s", text, step, separator, quote, plain, diff)
		}
	}
	if whole := len(text) / Size; whole > 0 {
		got := NewTally(quote != 0)
		if plain := tallyWords(&got, &text[0], whole, separator, quote); plain != min(want.Seen/Size, whole) {
			t.Fatalf("%q, with %q and %q: %d blocks are plain by words, and %d bytes", text, separator, quote, plain, want.Seen)
		}
		want := tallied(text[:got.Seen], separator, quote)
		if diff := cmp.Diff(want.tell(), got.tell()); diff != "" {
			t.Fatalf("%q, with %q and %q (-by bytes +by words)\n%s", text, separator, quote, diff)
		}
	}
}

func TestTally(t *testing.T) { bothWidths(t, checkTally) }

func checkTally(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	for _, of := range []string{"aaaaaaa,\"\n", "ab,,\"\"\"\r\n\r\n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,\n\r", "\"\n,"} {
		for range 5_000 {
			text := make([]byte, r.IntN(700))
			for i := range text {
				text[i] = of[r.IntN(len(of))]
			}
			if r.IntN(2) == 0 { // most quotes plainly used
				text = bytes.ReplaceAll(text, []byte(`"`), []byte(`,"a`+"\r\n"+`b""c",`))
			}
			compareTally(t, text, ',', '"')
			compareTally(t, text, ',', 0)
		}
	}
}

func FuzzTally(f *testing.F) {
	f.Add([]byte("nom,\"a\r\n\"\"b\"\"\"\r\n\"x\"y\n"), byte(','), byte('"'))
	f.Fuzz(func(t *testing.T, text []byte, separator, quote byte) {
		if separator == quote || separator == '\n' || separator == '\r' || quote == '\n' || quote == '\r' || separator == 0 {
			return
		}
		compareTally(t, text, separator, quote)
	})
}
