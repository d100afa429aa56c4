package types

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"testing"
	"time"
)

// Numbers that are judged by words are those that a rule of each sign takes, or
// are left to it.
func TestPlainNumber(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	rules := map[byte]*regexp.Regexp{
		'.': regexp.MustCompile(`^(?:[0-9]+\.?[0-9]*|\.[0-9]+)$`), ',': regexp.MustCompile(`^(?:[0-9]+,?[0-9]*|,[0-9]+)$`), '0': regexp.MustCompile(`^[0-9]+$`)}
	taken := 0
	for range 200_000 {
		b := make([]byte, r.IntN(20))
		for i := range b {
			b[i] = byte('0' + r.IntN(10))
		}
		for range r.IntN(3) {
			if len(b) > 0 {
				b[r.IntN(len(b))] = ".,.,\x00/:-e \xb2\xff"[r.IntN(12)]
			}
		}
		for point, rule := range rules {
			want := len(b) >= 4 && len(b) <= 16 && rule.Match(b)
			if got := plainNumber(b, point); got != want {
				t.Fatalf("%q with the sign %q: %v, want %v", b, point, got, want)
			} else if got {
				taken++
			}
		}
	}
	if taken < 50_000 {
		t.Errorf("only %d are taken", taken)
	}
}

// Every day is read as the standard library reads it, and days beside them.
func TestReadDate(t *testing.T) {
	for year := range 10_000 {
		step := 1
		if year%97 > 4 {
			step = 40 // some days of most years
		}
		for n := 0; n < 13*32; n += step {
			month, day := n/32+year%2, n%32
			text := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
			_, err := time.Parse(time.DateOnly, text)
			got, ok := readDate([]byte(text))
			if want := err == nil && year > 0; ok != want || ok && got != (civil{year, month, day}) {
				t.Fatalf("%s: %v %v, want %v", text, got, ok, want)
			}
		}
	}
	for i := range len("2024-02-29") {
		for c := range 256 {
			text := []byte("2024-02-29")
			text[i] = byte(c)
			_, err := time.Parse(time.DateOnly, string(text))
			if _, ok := readDate(text); ok != (err == nil) {
				t.Errorf("%q: %v, want %v", text, ok, err == nil)
			}
		}
	}
}
