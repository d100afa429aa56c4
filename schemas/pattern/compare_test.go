package pattern

import (
	"fmt"
	"testing"
)

func TestCompare(t *testing.T) {
	mirror := map[Relation]Relation{Equal: Equal, Narrower: Wider, Crossing: Crossing, Unknown: Unknown}
	for _, tt := range []struct {
		a, b string
		want Relation
	}{
		{`^\d{14}$`, `\d{14}`, Equal},
		{`^[0-9]{4}$`, `^\d{4}$`, Narrower}, // \d knows the digits of all scripts
		{`a|b`, `[ab]`, Equal},
		{`a|ab`, `ab?`, Equal},
		{`[a-z]+`, `[a-z]*`, Narrower},
		{`[a-c]{2}`, `[a-z]{2}`, Narrower},
		{`^\d{5}$`, `^([013-9]\d|2[AB1-9])\d{3}$`, Crossing},
		{`^[0-9]{5}$`, `^([013-9][0-9]|2[AB0-9])[0-9]{3}$`, Narrower},
		{`abc`, `xyz`, Crossing},
		{`[é]`, `[éè]`, Narrower},
		{`.`, `[\ud800-\udfff]|.`, Equal},
		{`(a)\1`, `aa`, Unknown},
		{`(a)\1`, `(a)\1`, Equal},
		{`a[^a]`, `(?:a).(?<!a)`, Unknown},
		{`x*`, `(?!)|`, Unknown},
		{`\bA\b`, `A`, Equal},
	} {
		t.Run(tt.a+" "+tt.b, func(t *testing.T) {
			a, b := mustCompile(t, tt.a), mustCompile(t, tt.b)
			if got := Compare(a, b); got != tt.want {
				t.Errorf("Compare(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
			}
			if want, ok := mirror[tt.want]; ok && Compare(b, a) != want {
				t.Errorf("Compare(%q, %q) = %d, want %d", tt.b, tt.a, Compare(b, a), want)
			}
		})
	}
}

// TestCompareValues holds the verdict against all short values of a small
// alphabet.
func TestCompareValues(t *testing.T) {
	expressions := []string{`a*`, `a+`, `(ab)*`, `[ab]*`, `a?b?`, `b|a`, `(a|b){2}`, `ab|ba|`, `[^b]*`, `^a$|^b$`, `a*b*`, `(?:a|aa)+`}
	values := []string{""}
	for from := 0; len(values) < 1000; from++ {
		values = append(values, values[from]+"a", values[from]+"b", values[from]+"c")
	}
	for _, x := range expressions {
		for _, y := range expressions {
			a, b := mustCompile(t, x), mustCompile(t, y)
			var onlyA, onlyB bool
			for _, v := range values {
				inA, inB := a.Match([]byte(v)), b.Match([]byte(v))
				onlyA, onlyB = onlyA || inA && !inB, onlyB || inB && !inA
			}
			want := map[string]Relation{"false false": Equal, "true false": Wider, "false true": Narrower, "true true": Crossing}[fmt.Sprint(onlyA, onlyB)]
			if got := Compare(a, b); got != want {
				t.Errorf("Compare(%q, %q) = %d, want %d", x, y, got, want)
			}
		}
	}
}

// TestCompareIsBounded gives two tables whose pairs of states are millions.
func TestCompareIsBounded(t *testing.T) {
	a, b := mustCompile(t, `(?:a{1013})*b`), mustCompile(t, `(?:a{1009})*c|a*b`)
	if got := Compare(a, b); got != Unknown || a.Engine() != EngineDFA || b.Engine() != EngineDFA {
		t.Errorf("Compare = %d by %s and %s", got, a.Engine(), b.Engine())
	}
}
