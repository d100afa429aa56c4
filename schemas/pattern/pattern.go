// Package pattern compiles the regular expressions of Table Schema documents into matchers of bytes.
//
// The expressions are written for Python's re module, and keep its meaning here: \w, \d, \s and \b
// know all of Unicode, a dot is anything but a line feed, \uXXXX is a character, {,n} is {0,n}.
//
// Three things are decided otherwise than by frictionless, which compiles "^expr$" and asks for a match
// at the start of the value:
//
//   - the whole alternation must match the whole value, so abc|xyz does not accept abcd;
//   - $ is the true end of the value: a value that ends in a line feed is not accepted without it;
//   - \B matches in an empty value, as in Python since 3.14.
//
// An expression takes the first of three routes that can follow it: a table of states (dfa), Go's
// regexp (re2), or a back-tracking matcher with a time limit (backtrack).
package pattern

import (
	"errors"
	"regexp"
)

// The names that Engine gives to the three routes.
const (
	EngineDFA       = "dfa"
	EngineRE2       = "re2"
	EngineBacktrack = "backtrack"
)

// Values that a back-tracking matcher could not judge. MatchErr returns them.
var (
	// ErrTimeout says that the time limit ended before the verdict.
	ErrTimeout = errors.New("pattern: no verdict within the time limit")
	// ErrTooLong says that the value is longer than MaxBacktrack.
	ErrTooLong = errors.New("pattern: value too long for a back-tracking expression")
)

// maxExpr is the longest expression accepted, in bytes: ten times the longest one published.
const maxExpr = 16 << 10

// A Pattern is a compiled expression. It never changes and is shared by all goroutines.
type Pattern struct {
	expr string
	// Exactly one of the three is set.
	dfa  *dfa
	re2  *regexp.Regexp
	back *backtracker
}

// Compile translates an expression with Python's meaning; the result matches whole values.
// What Python refuses is refused with a *SyntaxError, and so are the few things that Python
// knows and we do not: \N{NAME}, and expressions of more than 16 KiB.
func Compile(expr string) (*Pattern, error) {
	tree, err := parse(expr)
	if err != nil {
		return nil, err
	}
	p := &Pattern{expr: expr}
	if !tree.backtracks {
		if prog := assemble(tree.root); prog != nil {
			if p.dfa = determinise(prog); p.dfa != nil {
				p.dfa.ladder = newLadder(p.dfa)
				return p, nil
			}
			if p.re2 = compileRE2(tree, prog); p.re2 != nil {
				return p, nil
			}
		}
	}
	p.back, err = newBacktracker(tree.root)
	if err != nil {
		return nil, &SyntaxError{Expr: expr, Reason: "the expression is beyond what can be matched here: " + err.Error()}
	}
	return p, nil
}

// maxRE2 is the largest program left to regexp, in instructions. Its time for a byte of the value may grow
// with the program, and nothing limits it.
const maxRE2 = 2000

// compileRE2 returns nil where regexp would refuse the expression, be slow, or mean something else:
// its word boundaries are those of ASCII.
func compileRE2(tree *tree, prog *program) *regexp.Regexp {
	if tree.unicodeWords || len(prog.insts) > maxRE2 {
		return nil
	}
	re, err := regexp.Compile(writeRE2(tree.root))
	if err != nil {
		return nil
	}
	return re
}

// Match says whether the whole value matches. A value that could not be judged does not; MatchErr tells
// them apart. It keeps nothing of b, and allocates only on the back-tracking route.
func (p *Pattern) Match(b []byte) bool {
	ok, _ := p.MatchErr(b)
	return ok
}

// Matcher is Match as a function, for those who ask it of many values.
func (p *Pattern) Matcher() func(b []byte) bool {
	if p.dfa != nil {
		return p.dfa.match
	}
	return p.Match
}

// MatchErr is Match, with ErrTimeout or ErrTooLong where a back-tracking expression came to no verdict.
// The two other routes never fail.
func (p *Pattern) MatchErr(b []byte) (bool, error) {
	switch {
	case p.dfa != nil:
		return p.dfa.match(b), nil
	case p.re2 != nil:
		return p.re2.Match(b), nil
	default:
		return p.back.match(b)
	}
}

// String returns the expression as it was written.
func (p *Pattern) String() string { return p.expr }

// Engine names the route that the expression takes: EngineDFA, EngineRE2 or EngineBacktrack.
func (p *Pattern) Engine() string {
	switch {
	case p.dfa != nil:
		return EngineDFA
	case p.re2 != nil:
		return EngineRE2
	default:
		return EngineBacktrack
	}
}
