package pattern

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A verdictTest lists values that an expression matches and values that it does not, as Python's re.fullmatch has it.
type verdictTest struct {
	expr       string
	match, not []string
}

func (tt verdictTest) run(t *testing.T) {
	t.Helper()
	p, err := Compile(tt.expr)
	if err != nil {
		t.Errorf("Compile(%q): %v", tt.expr, err)
		return
	}
	got := verdictTest{expr: p.String()}
	for i, v := range append(append([]string(nil), tt.match...), tt.not...) {
		ok, err := p.MatchErr([]byte(v))
		if err != nil {
			t.Errorf("%q on %q: %v", tt.expr, v, err)
		}
		switch {
		case ok:
			got.match = append(got.match, v)
		default:
			got.not = append(got.not, v)
		}
		if other := p.Match([]byte(v)); other != ok {
			t.Errorf("%q on value %d: MatchErr says %v, Match says %v", tt.expr, i, ok, other)
		}
	}
	if diff := cmp.Diff(tt, got, cmp.AllowUnexported(verdictTest{})); diff != "" {
		t.Errorf("%q by %s (-want +got):\n%s", tt.expr, p.Engine(), diff)
	}
}

var python = []verdictTest{
	{"abc|xyz", []string{"abc", "xyz"}, []string{"abcd", "wxyz", ""}},
	{"^a$|^b$", []string{"a", "b"}, []string{"ab", "a\n"}},
	{"^a$", []string{"a"}, []string{"a\n", "\na"}},
	{"", []string{""}, []string{"a", "\n"}},
	{".", []string{"a", "é", "\u000d", "\u2028"}, []string{"\n"}},
	{"(?s).", []string{"\n", "a"}, nil},
	{`\d+`, []string{"0", "٣", "𝟘"}, []string{"½", "Ⅷ"}},
	{`\w+`, []string{"été", "Ⅷ", "½", "_", "漢"}, []string{"e\u0301", "a-b", "\u200d"}},
	{`\s`, []string{" ", "\u00a0", "\u001c", "\u3000", "\u0085"}, []string{"\u200b", "a"}},
	{`\W`, []string{"-", "\u0301"}, []string{"é", "_"}},
	{`[\w-]+`, []string{"été-1"}, []string{"a b"}},
	{`[^\d]`, []string{"a"}, []string{"٣", "5"}},
	{`[\W\d]`, []string{"-", "5"}, []string{"é"}},
	{`[^\W_]`, []string{"é"}, []string{"_", "-"}},
	{`(?a)\w\d\s`, []string{"a1 "}, []string{"é1 ", "a٣ ", "a1\u00a0"}},
	{`(?a:\w)\w`, []string{"aé"}, []string{"éé"}},
	{`\bété\b`, []string{"été"}, nil},
	{`a\b.*`, []string{"a", "a b", "a-"}, []string{"aé", "ab"}},
	{`(?a:a\b.*)`, []string{"aé"}, []string{"ab"}},
	{`a\B.`, []string{"aé"}, []string{"a-"}},
	{`\b`, nil, []string{""}},
	{`\u00e9\x41\U0001d7d8\101\0`, []string{"éA𝟘A\u0000"}, []string{"éA𝟘A0"}},
	{`[\u00C0-\u00FF]+`, []string{"Éé"}, []string{"A", "Œ"}},
	{`[\b\07\1]+`, []string{"\u0008\u0007\u0001"}, []string{"b"}},
	{`\–\’\/\_`, []string{"–’/_"}, []string{`\–`}},
	{`[\–\’\/\]]+`, []string{"–’/]"}, []string{`\`}},
	{"[]a]+", []string{"]a"}, []string{"b"}},
	{"[^]a]", []string{"b"}, []string{"]", "a"}},
	{"[a-]+", []string{"a-"}, []string{"b"}},
	{"[[:alpha:]]", []string{"a]", ":]", "[]"}, []string{"a", "b]"}},
	{"a{,2}", []string{"", "aa"}, []string{"aaa", "a{,2}"}},
	{"a{,}", []string{"", "aaa"}, []string{"a{,}"}},
	{"a{}", []string{"a{}"}, []string{"a", ""}},
	{"x{a}{1,2", []string{"x{a}{1,2"}, []string{"x"}},
	{"a{2}?a*?", []string{"aa", "aaaa"}, []string{"a"}},
	{`\Aa\Z`, []string{"a"}, []string{"a\n"}},
	{"(?m)a$\n^b", []string{"a\nb"}, []string{"ab"}},
	{"(?m:^)a\n(?m:^)", []string{"a\n"}, []string{"a"}},
	{"(?i)été", []string{"ÉTÉ", "été"}, []string{"ete"}},
	{"(?i)i", []string{"I", "i", "İ", "ı"}, []string{"l"}},
	{"(?i)[s-t]", []string{"S", "ſ"}, []string{"r"}},
	{"(?ia)s", []string{"S"}, []string{"ſ"}},
	{"(?i)[^é]", []string{"e"}, []string{"É", "é"}},
	{"(?i)[α-ω]", []string{"Σ", "\u0345"}, []string{"a"}},
	{"(?i:a)b", []string{"Ab"}, []string{"AB"}},
	{"(?i)a(?-i:b)", []string{"Ab"}, []string{"AB"}},
	{"(?x) a b # c\n [ ] \\ ", []string{"ab  "}, []string{"ab", "a b  "}},
	{"a(?#comment)*", []string{"", "aaa"}, []string{"b"}},
	{"(?P<n>a|b)(?P=n)", []string{"aa", "bb"}, []string{"ab"}},
	{`(a|b)\1`, []string{"aa"}, []string{"ab"}},
	{`(?i)(a)\1`, []string{"aA"}, []string{"ab"}},
	{"(a)?(?(1)b|c)", []string{"ab", "c"}, []string{"ac", "b"}},
	{"(?=.*5)[0-9]+", []string{"152"}, []string{"12"}},
	{"(?!00)[0-9]{2}", []string{"01"}, []string{"00"}},
	{".*(?<=é)", []string{"é"}, []string{"ae"}},
	{`(?<!\b)a|b`, []string{"b"}, []string{"a"}},
	{"(?>a|ab)c", []string{"ac"}, []string{"abc"}},
	{"a*+a", nil, []string{"aaa"}},
	{"(?:a|ab){2}+", []string{"aa"}, []string{"abab", "aba"}},
	{"(?:^|,)a|^$", []string{"a", ",a", ""}, nil},
}

func TestPython(t *testing.T) {
	for _, tt := range python {
		tt.run(t)
	}
}

// What is decided otherwise than by Python, as the package says.
func TestDifferences(t *testing.T) {
	for _, tt := range []verdictTest{
		{"a$\n", nil, []string{"a\n", "a"}},
		{`\B`, []string{""}, []string{"a"}},
	} {
		tt.run(t)
	}
}

// A byte that is not UTF-8 is the character U+FFFD, on every route.
func TestInvalidUTF8(t *testing.T) {
	for _, expr := range []string{`\uFFFD`, "[^a]", "(?!a).", `(?=.)\uFFFD`} {
		verdictTest{expr, []string{"\xff", "\xe9", "\uFFFD"}, []string{"\xff\xff", "a", ""}}.run(t)
	}
}
