package pattern

import (
	"strings"
	"testing"
	"time"
)

// Expressions that ask for much are refused or matched, and never keep anybody waiting.
func TestHostile(t *testing.T) {
	var cjk, cjkClasses strings.Builder
	for r := rune(0x4e00); r < 0x4e00+4000; r += 2 {
		cjk.WriteRune(r)
		cjkClasses.WriteString("[" + string(r) + "]")
	}
	values := []string{"", strings.Repeat("a", 5000) + "b", strings.Repeat("é", 3000), strings.Repeat("ab ", 2000)}
	for _, expr := range []string{
		strings.Repeat("(", 150) + "a" + strings.Repeat(")", 150),
		strings.Repeat("(", 8000) + strings.Repeat(")", 8000),
		strings.Repeat("(?:", 150) + "a" + strings.Repeat("*)*", 150),
		strings.Repeat("(x*)*", 3000),
		strings.Repeat(`[^\Wa]`, 2600),
		strings.Repeat(`\w`, 8000),
		strings.Repeat("a?", 8000),
		strings.Repeat("(?=a)", 3000),
		strings.Repeat("|", 16000),
		strings.Repeat(`(?<=\b)`, 2000),
		"[" + strings.Repeat(`\w`, 8000) + "]",
		"[" + cjk.String() + "]", cjkClasses.String(),
		strings.Repeat("a", 1<<20),
		"((a{1000}){1000}){1000}",
		"(?:){2000000000}",
		"((((a?){99}){99}){99}){99}(?=)",
		"(.{1,100}){1,100}",
		".*a.{20}b",
		"(?:a|b|\\b|^|$){500}",
		`(?=(\w+)+$)(\w+\s?)+!`,
		"a{99999999999999999999}",
	} {
		start := time.Now()
		p, err := Compile(expr)
		if err != nil {
			if _, ok := err.(*SyntaxError); !ok {
				t.Errorf("%.30q: %T instead of a SyntaxError: %v", expr, err, err)
			}
		} else {
			for _, v := range values {
				if ok, err := p.MatchErr([]byte(v)); ok && err != nil {
					t.Errorf("%.30q matches, and says %v", expr, err)
				}
			}
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%.30q took %v", expr, took)
		}
	}
}
