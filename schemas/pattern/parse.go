package pattern

import (
	"fmt"
	"unicode/utf8"
)

// The flags of (?imsxau). The last two choose a kind of text; without them it is Unicode's.
type flags uint8

const (
	flagFold flags = 1 << iota
	flagLines
	flagDotAll
	flagVerbose
	flagASCII
	flagUnicode
)

// maxDepth is how deep groups may nest. It bounds the recursion of everything that walks the tree.
const maxDepth = 200

// maxRepeat is the largest number in a repetition: the back-tracking matcher knows no greater.
const maxRepeat = 1<<31 - 2

// A tree is a parsed expression.
type tree struct {
	root         *node
	backtracks   bool // it needs what no automaton has
	unicodeWords bool // it has \b or \B outside (?a)
}

// A group is a capturing group; number 0 is the whole match.
type group struct {
	name   string
	closed bool
	width  width
}

type parser struct {
	expr   string
	src    []rune
	pos    int // index in src
	flags  flags
	depth  int
	groups []group
	behind int                     // groups that existed where the outermost look-behind began, 0 outside
	ahead  struct{ group, at int } // the highest group that a condition names, and where: it may come later
	tree
}

func parse(expr string) (*tree, error) {
	if len(expr) > maxExpr {
		return nil, &SyntaxError{Expr: expr, Reason: fmt.Sprintf("it is longer than %d bytes", maxExpr)}
	}
	if !utf8.ValidString(expr) {
		return nil, &SyntaxError{Expr: expr, Reason: "it is not valid UTF-8"}
	}
	p := &parser{expr: expr, src: []rune(expr), groups: make([]group, 1)}
	root, err := p.expression()
	if err != nil {
		return nil, err
	}
	p.root = root
	return &p.tree, nil
}

// fail makes the error of the character at index at.
func (p *parser) fail(at int, format string, args ...any) error {
	return &SyntaxError{Expr: p.expr, Pos: at + 1, Reason: fmt.Sprintf(format, args...)}
}

func (p *parser) done() bool { return p.pos == len(p.src) }

// peek returns the character at hand, or -1 at the end.
func (p *parser) peek() rune {
	if p.done() {
		return -1
	}
	return p.src[p.pos]
}

// next returns the character at hand and steps over it.
func (p *parser) next() rune {
	r := p.peek()
	if r >= 0 {
		p.pos++
	}
	return r
}

func (p *parser) accept(r rune) bool {
	if p.peek() != r {
		return false
	}
	p.pos++
	return true
}

func (p *parser) expression() (*node, error) {
	root, err := p.alternation(true)
	if err != nil {
		return nil, err
	}
	if !p.done() {
		return nil, p.fail(p.pos, "this ) closes nothing; write \\) for the character itself")
	}
	if p.ahead.group >= len(p.groups) {
		return nil, p.fail(p.ahead.at, "there is no group %d", p.ahead.group)
	}
	return root, nil
}

// alternation reads branches up to a closing parenthesis or the end. Top is true for the whole expression.
func (p *parser) alternation(top bool) (*node, error) {
	var branches []*node
	for {
		branch, err := p.sequence(top && branches == nil)
		if err != nil {
			return nil, err
		}
		branches = append(branches, branch)
		if !p.accept('|') {
			break
		}
	}
	if len(branches) == 1 {
		return branches[0], nil
	}
	return &node{op: opAlternate, sub: branches}, nil
}

// sequence reads one branch. Global flags may open the first branch of the expression only.
func (p *parser) sequence(first bool) (*node, error) {
	seq := &node{op: opConcat}
	for !p.done() && p.peek() != '|' && p.peek() != ')' {
		if p.flags&flagVerbose != 0 {
			if skipped, err := p.skipVerbose(); err != nil {
				return nil, err
			} else if skipped {
				continue
			}
		}
		at := p.pos
		repeat, err := p.repetition()
		if err != nil {
			return nil, err
		}
		if repeat != nil {
			if err := p.repeatLast(seq, repeat, at); err != nil {
				return nil, err
			}
			continue
		}
		item, err := p.item(first && len(seq.sub) == 0)
		if err != nil {
			return nil, err
		}
		if item != nil {
			seq.sub = append(seq.sub, item)
		}
	}
	if len(seq.sub) == 1 {
		return seq.sub[0], nil
	}
	return seq, nil
}

// skipVerbose steps over the blanks and the comment that (?x) allows.
func (p *parser) skipVerbose() (bool, error) {
	switch p.peek() {
	case ' ', '\t', '\n', '\r', '\v', '\f':
		p.pos++
		return true, nil
	case '#':
		_, err := p.skipPast('\n')
		return true, err
	}
	return false, nil
}

// skipPast steps over a comment and the character that ends it. A backslash hides what follows it.
func (p *parser) skipPast(end rune) (found bool, err error) {
	for !p.done() {
		switch p.next() {
		case end:
			return true, nil
		case '\\':
			if p.next() < 0 {
				return false, p.fail(p.pos-1, "nothing follows the backslash; write \\\\ for the character itself")
			}
		}
	}
	return false, nil
}

// item reads one thing that may be repeated; nil for a comment or global flags.
func (p *parser) item(opening bool) (*node, error) {
	switch r := p.next(); r {
	case '.':
		if p.flags&flagDotAll != 0 {
			return &node{op: opClass, set: set(nil).negate()}, nil
		}
		return &node{op: opClass, set: newline.negate()}, nil
	case '^':
		return p.anchor(placeBegin, placeBeginLine), nil
	case '$':
		return p.anchor(placeEnd, placeEndLine), nil
	case '(':
		return p.group(opening)
	case '[':
		return p.class()
	case '\\':
		return p.escape()
	default:
		return p.literal(r), nil
	}
}

func (p *parser) anchor(text, line place) *node {
	if p.flags&flagLines != 0 {
		text = line
	}
	return &node{op: opAssert, place: text}
}

func (p *parser) literal(r rune) *node {
	n := char(r)
	if p.flags&flagFold != 0 {
		n.set = n.set.fold(p.flags&flagASCII != 0)
	}
	return n
}
