package pattern

import (
	"regexp"
	"testing"
)

// FuzzDFA compares the table of states with the two other routes, which share nothing with it but the tree.
func FuzzDFA(f *testing.F) {
	for _, tests := range [][]verdictTest{python, published} {
		for _, tt := range tests {
			for _, v := range append(append([]string{"\xff"}, tt.match...), tt.not...) {
				f.Add(tt.expr, []byte(v))
			}
		}
	}
	f.Fuzz(func(t *testing.T, expr string, value []byte) {
		if len(expr) > 200 || len(value) > 200 {
			return
		}
		p, err := Compile(expr)
		if err != nil || p.dfa == nil {
			return
		}
		tree, err := parse(expr)
		if err != nil {
			t.Fatalf("%q compiles, and does not parse: %v", expr, err)
		}
		got := p.Match(value)
		if !tree.unicodeWords {
			// It may still refuse: its repetitions end at 1000.
			if re, err := regexp.Compile(writeRE2(tree.root)); err == nil && re.Match(value) != got {
				t.Errorf("%q on %q: dfa %v, regexp %v", expr, value, got, !got)
			}
		}
		back, err := newBacktracker(tree.root)
		if err != nil {
			t.Fatalf("%q: regexp2 refuses %q: %v", expr, writeBacktrack(tree.root), err)
		}
		if want, err := back.match(value); err == nil && want != got {
			t.Errorf("%q on %q: dfa %v, regexp2 %v", expr, value, got, want)
		}
	})
}

// FuzzCompile looks for expressions that panic or end in another error than a SyntaxError.
func FuzzCompile(f *testing.F) {
	for _, tt := range syntaxErrors {
		f.Add(tt.Expr)
	}
	for _, tt := range python {
		f.Add(tt.expr)
	}
	f.Fuzz(func(t *testing.T, expr string) {
		p, err := Compile(expr)
		if err == nil {
			p.Match([]byte("aé\n0"))
			return
		}
		fault, ok := err.(*SyntaxError)
		if !ok || fault.Pos < 0 || fault.Pos > len([]rune(expr))+1 || fault.Reason == "" {
			t.Errorf("%q: %#v", expr, err)
		}
	})
}
