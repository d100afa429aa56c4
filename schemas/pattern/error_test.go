package pattern

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A faultTest is an expression that Python refuses too, save for the last three.
type faultTest struct {
	Expr   string
	Pos    int
	Reason string
}

var syntaxErrors = []faultTest{
	{"a**", 3, "two repetitions follow each other"},
	{"*a", 1, `there is nothing to repeat before *; write \* for the character itself`},
	{"a|+", 3, `there is nothing to repeat before +; write \+ for the character itself`},
	{"^*", 2, `there is nothing to repeat before *; write \* for the character itself`},
	{`\b+`, 3, `there is nothing to repeat before +; write \+ for the character itself`},
	{"a{2}{3}", 5, "two repetitions follow each other"},
	{"a{2,1}", 2, "the repetition asks for at least 2 but at most 1"},
	{"(a", 1, `this ( is never closed; write \( for the character itself`},
	{"a)", 2, `this ) closes nothing; write \) for the character itself`},
	{"(?:a", 1, `this ( is never closed; write \( for the character itself`},
	{"[a", 1, `this [ is never closed; write \[ for the character itself`},
	{"[]", 1, `this [ is never closed; write \[ for the character itself`},
	{"[z-a]", 2, "the range z-a runs backwards"},
	{`[a-\d]`, 2, `the range a-\d does not go from character to character`},
	{`[\w-z]`, 2, `the range \w-z does not go from character to character`},
	{`\`, 1, `nothing follows the backslash; write \\ for the character itself`},
	{`[\ `, 1, `this [ is never closed; write \[ for the character itself`},
	{`\q`, 1, `\q means nothing here`},
	{`[\Z]`, 2, `\Z means nothing here`},
	{`\8`, 1, "there is no group 8 here"},
	{`\1`, 1, "there is no group 1 here"},
	{`(a\1)`, 3, "group 1 is not closed yet"},
	{`\x4`, 1, `\x must be followed by 2 hexadecimal digits`},
	{`\u00g0`, 1, `\u must be followed by 4 hexadecimal digits`},
	{`\U00110000`, 1, `there is no character of that number; the last is \U0010FFFF`},
	{`\777`, 1, `an octal escape goes up to \377`},
	{`[\777]`, 2, `an octal escape goes up to \377`},
	{"(?<n>a)", 1, "(?< must be followed by = or !; a name is written (?P<name>…)"},
	{"(?P<1>a)", 5, "a group's name is made of letters, digits and underscores, and does not begin with a digit"},
	{"(?P<>a)", 5, "the group's name is missing"},
	{"(?P<n", 5, "the group's name is never closed by >"},
	{"(?P<n>a)(?P<n>b)", 9, "a group named n exists already"},
	{"(?P=n)", 1, "there is no group named n here"},
	{"(?Pn)", 1, "(?P must be followed by <name> or =name"},
	{"(?(1)a)", 4, "there is no group 1"},
	{"(?(0)a)", 4, "groups are numbered from 1"},
	{"(a)(?(1)a|b|c)", 4, "a condition has more than two branches"},
	{"(?(n)a)", 4, "there is no group named n here"},
	{"a(?i)", 2, "flags for the whole expression must open it; for a part of it write (?i:…)"},
	{"(?z)", 1, "nothing known follows (?; flags are written (?i) or (?i:…)"},
	{"(?L)", 1, "the flag L is for bytes, not for text"},
	{"(?au)", 1, "the flags a and u exclude each other"},
	{"(?i-i:a)", 1, "a flag is turned on and off at once"},
	{"(?i-:a)", 4, "no flag follows the minus sign"},
	{"(?-a:a)", 1, "the flags a and u cannot be turned off"},
	{"(?#a", 1, "this comment is never closed"},
	{"(?<=a*)b", 1, "what a look-behind looks for must have a fixed number of characters"},
	{`(?<=(a)\1)b`, 8, "group 1 belongs to the same look-behind"},
	{"^[Aa-Zz]{255}$", 4, "the range a-Z runs backwards"},
	{`\N{BULLET}`, 1, `characters cannot be given by name here; write \uXXXX with the character's number`},
	{"a{1,9999999999}", 2, "the repetition asks for too large a number"},
	{"a\xff", 0, "it is not valid UTF-8"},
}

func TestSyntaxErrors(t *testing.T) {
	for _, tt := range syntaxErrors {
		_, err := Compile(tt.Expr)
		fault, ok := err.(*SyntaxError)
		if !ok {
			t.Errorf("Compile(%q): got %v, want a SyntaxError", tt.Expr, err)
			continue
		}
		if diff := cmp.Diff(SyntaxError(tt), *fault); diff != "" {
			t.Errorf("Compile(%q) (-want +got):\n%s", tt.Expr, diff)
		}
	}
}

func TestErrorText(t *testing.T) {
	for expr, want := range map[string]string{
		"é[z-a]":                       "regular expression, character 3: the range z-a runs backwards",
		"é\xff":                        "regular expression: it is not valid UTF-8",
		strings.Repeat("a", maxExpr+1): "regular expression: it is longer than 16384 bytes",
	} {
		_, err := Compile(expr)
		if err == nil {
			t.Errorf("Compile(%.20q): no error", expr)
			continue
		}
		if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Errorf("Compile(%.20q) (-want +got):\n%s", expr, diff)
		}
	}
}
