package pattern

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func mustCompile(t testing.TB, expr string) *Pattern {
	t.Helper()
	p, err := Compile(expr)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestEngine(t *testing.T) {
	for expr, want := range map[string]string{
		`^\d{14}$`:           EngineDFA,
		`\bété\b`:            EngineDFA,
		`(?m:^a$\n?)+`:       EngineDFA,
		`.{1,2000}`:          EngineDFA,
		`.*a.{12}`:           EngineDFA,
		`.*a.{20}`:           EngineRE2,
		`(?a:\b.*a.{20})`:    EngineRE2,
		`\b.*a.{20}`:         EngineBacktrack,
		`(a{1000}){1000}`:    EngineBacktrack,
		`(?P<a>.)(?P=a)`:     EngineBacktrack,
		`(?=a).`:             EngineBacktrack,
		`(?:[a-z]{1,400}-)*`: EngineDFA,
	} {
		if diff := cmp.Diff(want, mustCompile(t, expr).Engine()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", expr, diff)
		}
	}
}

func TestLargeOnEveryRoute(t *testing.T) {
	long := strings.Repeat("b", 20)
	for _, tt := range []verdictTest{
		{`.*a.{20}`, []string{"a" + long, "aéa" + long}, []string{long, "é" + long}},
		{`\b.*a.{20}`, []string{"a" + long}, []string{" a" + long, long}},
		{`(?:a{100}){100}`, []string{strings.Repeat("a", 10000)}, []string{strings.Repeat("a", 9999)}},
		{`.{1,2000}`, []string{"a", strings.Repeat("é", 2000)}, []string{"", strings.Repeat("é", 2001)}},
		{`(|){2000000000}`, []string{""}, []string{"a"}},
		{`((a|){99}){99}(?!b)`, []string{"", "aa"}, []string{"b"}},
	} {
		tt.run(t)
	}
}

func TestNoVerdict(t *testing.T) {
	p := mustCompile(t, `(a+)+\1b`)
	for _, tt := range []struct {
		value string
		match bool
		err   error
	}{
		{"aab", true, nil},
		{"ac", false, nil},
		{strings.Repeat("a", 60), false, ErrTimeout},
		{strings.Repeat("a", MaxBacktrack+1), false, ErrTooLong},
	} {
		start := time.Now()
		ok, err := p.MatchErr([]byte(tt.value))
		if ok != tt.match || !errors.Is(err, tt.err) {
			t.Errorf("%.20q of %d bytes: got %v, %v; want %v, %v", tt.value, len(tt.value), ok, err, tt.match, tt.err)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%.20q took %v", tt.value, took)
		}
		if p.Match([]byte(tt.value)) != tt.match {
			t.Errorf("%.20q: Match and MatchErr differ", tt.value)
		}
	}
}

func TestMatchDoesNotAllocate(t *testing.T) {
	for expr, value := range map[string]string{
		`^\d{14}$`:         "21590350100017",
		`[\w-]+`:           "Saint-Étienne-漢",
		`.*a.{20}`:         "abbbbbbbbbbbbbbbbbbbb",
		`(?a:\b.*a.{20})é`: "abbbbbbbbbbbbbbbbbbbbé",
	} {
		p, b := mustCompile(t, expr), []byte(value)
		if !p.Match(b) {
			t.Errorf("%q does not match %q", expr, value)
		}
		if n := testing.AllocsPerRun(100, func() { p.Match(b) }); n != 0 {
			t.Errorf("%q by %s: %v allocations", expr, p.Engine(), n)
		}
	}
}

func TestManyGoroutines(t *testing.T) {
	for _, expr := range []string{`[\w-]+`, `[\w-]*a.{20}|[\w-]+`, `(?!\d)[\w-]+`} {
		p := mustCompile(t, expr)
		var group sync.WaitGroup
		for range 8 {
			group.Go(func() {
				for range 200 {
					if !p.Match([]byte("Saint-Étienne")) || p.Match([]byte("Saint Étienne")) {
						t.Errorf("%q: wrong verdict", expr)
					}
				}
			})
		}
		group.Wait()
	}
}
