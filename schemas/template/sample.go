package template

import (
	"regexp/syntax"
	"strings"
)

// longestSample bounds the texts that are made of patterns, in bytes.
const longestSample = 1000

// sample makes a short text that the pattern describes. ok is false where the
// pattern uses what Go's own expressions do not have, or asks for too much;
// whether the text does match is for a judge to say.
func sample(pattern string) (text string, ok bool) {
	expr, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return "", false
	}
	var b strings.Builder
	if !write(&b, expr) {
		return "", false
	}
	return b.String(), true
}

// write appends what an expression describes: the first of alternatives, the
// fewest repetitions. It is false once the text is too long.
func write(b *strings.Builder, expr *syntax.Regexp) bool {
	times := 1
	switch expr.Op {
	case syntax.OpLiteral:
		b.WriteString(string(expr.Rune))
		return b.Len() <= longestSample
	case syntax.OpCharClass:
		if len(expr.Rune) == 0 {
			return false
		}
		b.WriteRune(pick(expr.Rune))
		return b.Len() <= longestSample
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.WriteByte('0')
		return b.Len() <= longestSample
	case syntax.OpNoMatch:
		return false
	case syntax.OpAlternate:
		return write(b, expr.Sub[0])
	case syntax.OpStar, syntax.OpQuest:
		return true
	case syntax.OpRepeat:
		times = expr.Min
	}
	for range times {
		for _, sub := range expr.Sub {
			if !write(b, sub) {
				return false
			}
		}
	}
	return true
}

// pick chooses a character of a class, given as one or more pairs of bounds: a
// digit or a letter where there is one.
func pick(class []rune) rune {
	for _, wanted := range "0Aa1" {
		for i := 0; i+1 < len(class); i += 2 {
			if class[i] <= wanted && wanted <= class[i+1] {
				return wanted
			}
		}
	}
	return class[0]
}
