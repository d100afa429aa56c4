package swar

import "testing"

func TestNoDigits(t *testing.T) {
	for c := range 256 {
		for at := range 8 {
			text := []byte("09090909")
			text[at] = byte(c)
			want := uint64(0)
			if c < '0' || c > '9' {
				want = 0x80 << (8 * at)
			}
			if got := NoDigits(Of(text) ^ Zeros); got != want {
				t.Errorf("%q: %#x, want %#x", text, got, want)
			}
		}
	}
}

func TestHalves(t *testing.T) {
	for text, want := range map[string]string{"abcd": "abcdabcd", "abcde": "abcdbcde", "abcdefgh": "abcdefgh", "abcdefghij": "abcdghij"} {
		if got := Halves([]byte(text)); got != Of([]byte(want)) {
			t.Errorf("%q: %#x, want %q", text, got, want)
		}
	}
}
