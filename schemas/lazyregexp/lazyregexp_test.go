package lazyregexp

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The methods give what those of package regexp give.
func TestAsRegexp(t *testing.T) {
	const expression = `(\d+)-(\pL*)`
	late, now := New(expression), regexp.MustCompile(expression)
	for _, s := range []string{"", "a 12-é, 3-", "none", "4-x"} {
		got := []any{
			late.Match([]byte(s)), late.MatchString(s), late.FindStringIndex(s), late.FindStringSubmatch(s),
			late.FindStringSubmatchIndex(s), late.FindAllString(s, -1), late.FindAllStringIndex(s, 1), late.ReplaceAllString(s, "$2"),
			late.ReplaceAllStringFunc(s, strings.ToUpper), late.Split(s, -1),
		}
		want := []any{
			now.Match([]byte(s)), now.MatchString(s), now.FindStringIndex(s), now.FindStringSubmatch(s),
			now.FindStringSubmatchIndex(s), now.FindAllString(s, -1), now.FindAllStringIndex(s, 1), now.ReplaceAllString(s, "$2"),
			now.ReplaceAllStringFunc(s, strings.ToUpper), now.Split(s, -1),
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", s, diff)
		}
	}
}

// A wrong expression is no fault until it is used.
func TestWrongExpression(t *testing.T) {
	wrong := New(`(`)
	defer func() {
		if recover() == nil {
			t.Error("a wrong expression matches")
		}
	}()
	wrong.MatchString("")
}
