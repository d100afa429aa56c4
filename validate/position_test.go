package validate

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestLines(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "a": 0, "\n": 1, "\r": 1, "\r\n": 1, "\n\r": 2, "\r\r\n": 2, "\r\n\r\n": 2,
		"a\nb\r\nc\rd": 3, "\n\n\n": 3, "\r\r\r": 3, "é\u2028\v\f": 0,
	} {
		if got := Lines([]byte(text)); got != want {
			t.Errorf("Lines(%q) = %d, want %d", text, got, want)
		}
	}
}

// A cell stands on its own line where the record spans several; its row is
// the record's.
func TestPlace(t *testing.T) {
	row := &Row{Pos: Position{Byte: 100, Line: 7, Char: 4, Row: 5}, Record: []byte("a,\"b\r\nc\",\"é\re\",f"), Inner: 2}
	got := map[string]Position{}
	for name, start := range map[string]int{"a": 0, "b": 2, "é": 9, "e": 13, "f": 16, "beyond": 1000} {
		got[name] = row.Place(&Cell{Start: start})
	}
	want := map[string]Position{
		"a": {100, 7, 4, 5}, "b": {102, 7, 6, 5}, "é": {109, 8, 4, 5}, "e": {113, 9, 1, 5}, "f": {116, 9, 4, 5}, "beyond": {117, 9, 5, 5},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A place is the same whatever place was asked for before.
func TestPlaceAfterAnother(t *testing.T) {
	record := []byte("é,\"b\r\nc\r\r\nd\xc3\",\xa9 \"é\re\",f\n")
	for _, row := range []Row{{Inner: 5}, {}, {Inner: 5, Single: true}} {
		row.Pos, row.Record = Position{Byte: 100, Line: 7, Char: 4, Row: 5}, record
		for first := range len(record) + 1 {
			for second := range len(record) + 1 {
				alone, after := row, row
				after.At(first)
				if diff := cmp.Diff(alone.At(second), after.At(second)); diff != "" {
					t.Errorf("at %d after %d (-alone +after)\n%s", second, first, diff)
				}
			}
		}
	}
}

// A long cell is cut between characters.
func TestClip(t *testing.T) {
	for _, tt := range []struct {
		name, raw string
		kept      int // bytes before the ellipsis; -1 for all
	}{
		{"empty", "", -1},
		{"as long as can be", strings.Repeat("a", MaxValue), -1},
		{"a byte too long", strings.Repeat("a", MaxValue+1), MaxValue},
		{"two-byte characters", strings.Repeat("é", MaxValue), MaxValue},
		{"odd two-byte characters", "a" + strings.Repeat("é", MaxValue), MaxValue - 1},
		{"four-byte characters", "abc" + strings.Repeat("😀", MaxValue), MaxValue - 1},
		{"an ellipsis at the end", strings.Repeat("a", MaxValue-1) + "…b", MaxValue - 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			want := tt.raw
			if tt.kept >= 0 {
				want = tt.raw[:tt.kept] + "…"
			}
			got := Clip([]byte(tt.raw))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			if !utf8.ValidString(got) {
				t.Error("cut within a character")
			}
		})
	}
	if got := Clip([]byte(strings.Repeat("\xbf", 2*MaxValue))); len(got) > MaxValue+len("…") || len(got) < MaxValue-utf8.UTFMax {
		t.Errorf("%d bytes kept of what is no text", len(got))
	}
}

// A finding that is only counted is nil, and may be completed all the same.
func TestFindingMayBeNil(t *testing.T) {
	var none *Finding
	if got := none.With("n", "1").Because("reason").Write("fix"); got != nil {
		t.Errorf("%+v", got)
	}
	got := new(Finding).With("n", "1").With("m", "2").Because("reason").Write("fix")
	if diff := cmp.Diff(&Finding{Reason: "reason", Args: []string{"n", "1", "m", "2"}, Fix: "fix"}, got); diff != "" {
		t.Error(diff)
	}
	if m, ok := got.Arg("m"); m != "2" || !ok {
		t.Errorf("Arg gives %q, %t", m, ok)
	}
	if value, ok := got.Arg("1"); ok {
		t.Errorf("a value is taken for a name: %q", value)
	}
}
