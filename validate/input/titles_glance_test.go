package input

import (
	"strconv"
	"testing"
)

// A glance spares numbers and dates nothing.
func FuzzStartsLikeValue(f *testing.F) {
	for _, seed := range []string{"", " ", "12,5", "1 234,56", "\u00a012", "-Inf", "+nan", "Infinity", "12/05/2024", "08:30", "-", ".,", "Montant", "2024-2025", "0x1p-2", "1e5", "é", "/1", "i", "№ 5", "\xa05"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, err := strconv.ParseFloat(numberSigns.Replace(text), 64)
		want := err == nil || trimmedDate(text) == ""
		if got := startsLikeValue(text); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	})
}
