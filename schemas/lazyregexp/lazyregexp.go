// Package lazyregexp has regular expressions that are compiled when they are
// first used: most runs of the program need none of the hundred that tell how
// a faulty value was meant, and compiling all of them takes as long as judging
// a small file.
package lazyregexp

import (
	"regexp"
	"sync"
)

// A Regexp is an expression of package regexp, with its methods. It may be
// used by many goroutines.
type Regexp func() *regexp.Regexp

// New gives an expression. A wrong one panics when it is first used.
func New(expression string) Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// Match says whether b has a match.
func (r Regexp) Match(b []byte) bool { return r().Match(b) }

// MatchString says whether s has a match.
func (r Regexp) MatchString(s string) bool { return r().MatchString(s) }

// FindStringIndex says where the leftmost match is, or gives nil.
func (r Regexp) FindStringIndex(s string) []int { return r().FindStringIndex(s) }

// FindStringSubmatch gives the leftmost match and its groups, or nil.
func (r Regexp) FindStringSubmatch(s string) []string { return r().FindStringSubmatch(s) }

// FindStringSubmatchIndex says where the leftmost match and its groups are, or
// gives nil.
func (r Regexp) FindStringSubmatchIndex(s string) []int { return r().FindStringSubmatchIndex(s) }

// FindAllString gives n matches at most, and all where n is negative.
func (r Regexp) FindAllString(s string, n int) []string { return r().FindAllString(s, n) }

// FindAllStringIndex says where n matches at most are, and all where n is negative.
func (r Regexp) FindAllStringIndex(s string, n int) [][]int { return r().FindAllStringIndex(s, n) }

// ReplaceAllString gives s with replacement for each match; $1 is its first group.
func (r Regexp) ReplaceAllString(s, replacement string) string {
	return r().ReplaceAllString(s, replacement)
}

// ReplaceAllStringFunc gives s with what replace makes of each match.
func (r Regexp) ReplaceAllStringFunc(s string, replace func(string) string) string {
	return r().ReplaceAllStringFunc(s, replace)
}

// Split gives the parts between the matches, n at most, and all where n is negative.
func (r Regexp) Split(s string, n int) []string { return r().Split(s, n) }
