package pattern

import (
	"strings"
	"unicode"
)

// group reads what follows an opening parenthesis. It returns nil for a comment and for global flags.
func (p *parser) group(opening bool) (*node, error) {
	start := p.pos - 1
	if p.depth++; p.depth > maxDepth {
		return nil, p.fail(start, "groups are nested more than %d deep", maxDepth)
	}
	defer func() { p.depth-- }()
	if !p.accept('?') {
		return p.capture(start, "")
	}
	switch p.peek() {
	case 'P':
		p.pos++
		return p.named(start)
	case ':':
		p.pos++
		return p.body(start)
	case '#':
		return nil, p.comment(start)
	case '=', '!', '<':
		return p.look(start)
	case '>':
		p.pos++
		p.backtracks = true
		body, err := p.body(start)
		return &node{op: opAtomic, sub: []*node{body}}, err
	case '(':
		p.pos++
		return p.condition(start)
	}
	return p.flagGroup(start, opening)
}

// body reads up to the closing parenthesis. Its node hides a repetition inside from one outside.
func (p *parser) body(start int) (*node, error) {
	inner, err := p.alternation(false)
	if err != nil {
		return nil, err
	}
	if !p.accept(')') {
		return nil, p.fail(start, "this ( is never closed; write \\( for the character itself")
	}
	return &node{op: opConcat, sub: []*node{inner}}, nil
}

func (p *parser) capture(start int, name string) (*node, error) {
	number := len(p.groups)
	p.groups = append(p.groups, group{name: name})
	body, err := p.body(start)
	if err != nil {
		return nil, err
	}
	p.groups[number].closed = true
	p.groups[number].width = body.width(p.groups)
	return &node{op: opCapture, sub: []*node{body}, group: number}, nil
}

// named reads (?P<name>…) and (?P=name).
func (p *parser) named(start int) (*node, error) {
	switch p.next() {
	case '<':
		name, err := p.name('>')
		if err != nil {
			return nil, err
		}
		if p.lookup(name) > 0 {
			return nil, p.fail(start, "a group named %s exists already", name)
		}
		return p.capture(start, name)
	case '=':
		name, err := p.name(')')
		if err != nil {
			return nil, err
		}
		number := p.lookup(name)
		if number == 0 {
			return nil, p.fail(start, "there is no group named %s here", name)
		}
		return p.backref(start, number)
	}
	return nil, p.fail(start, "(?P must be followed by <name> or =name")
}

// name reads an identifier up to its terminator.
func (p *parser) name(end rune) (string, error) {
	start := p.pos
	var name strings.Builder
	for !p.done() && p.peek() != end {
		r := p.next()
		if r != '_' && !unicode.IsLetter(r) && (name.Len() == 0 || !unicode.In(r, unicode.Nd, unicode.M, unicode.Pc)) {
			return "", p.fail(p.pos-1, "a group's name is made of letters, digits and underscores, and does not begin with a digit")
		}
		name.WriteRune(r)
	}
	if name.Len() == 0 {
		return "", p.fail(start, "the group's name is missing")
	}
	if !p.accept(end) {
		return "", p.fail(start, "the group's name is never closed by %c", end)
	}
	return name.String(), nil
}

// lookup returns the number of a named group, 0 for none.
func (p *parser) lookup(name string) int {
	for i, g := range p.groups {
		if i > 0 && g.name == name {
			return i
		}
	}
	return 0
}

func (p *parser) backref(at, number int) (*node, error) {
	switch {
	case number >= len(p.groups):
		return nil, p.fail(at, "there is no group %d here", number)
	case !p.groups[number].closed:
		return nil, p.fail(at, "group %d is not closed yet", number)
	case p.behind > 0 && number >= p.behind:
		return nil, p.fail(at, "group %d belongs to the same look-behind", number)
	}
	p.backtracks = true
	return &node{op: opBackref, group: number, fold: p.flags&flagFold != 0}, nil
}

func (p *parser) comment(start int) error {
	found, err := p.skipPast(')')
	if err == nil && !found {
		err = p.fail(start, "this comment is never closed")
	}
	return err
}

// look reads (?=…), (?!…), (?<=…) and (?<!…).
func (p *parser) look(start int) (*node, error) {
	n := &node{op: opLook, behind: p.accept('<')}
	switch p.next() {
	case '=':
	case '!':
		n.refuse = true
	default:
		return nil, p.fail(start, "(?< must be followed by = or !; a name is written (?P<name>…)")
	}
	p.backtracks = true
	outer := p.behind
	if n.behind && outer == 0 {
		p.behind = len(p.groups)
	}
	body, err := p.body(start)
	p.behind = outer
	if err != nil {
		return nil, err
	}
	if w := body.width(p.groups); n.behind && w.min != w.max {
		return nil, p.fail(start, "what a look-behind looks for must have a fixed number of characters")
	}
	n.sub = []*node{body}
	return n, nil
}

// condition reads (?(group)yes|no).
func (p *parser) condition(start int) (*node, error) {
	number, err := p.conditionGroup()
	if err != nil {
		return nil, err
	}
	p.backtracks = true
	body, err := p.body(start)
	if err != nil {
		return nil, err
	}
	branches := []*node{body, {op: opConcat}}
	if alt := body.sub[0]; alt.op == opAlternate && len(alt.sub) > 2 {
		return nil, p.fail(start, "a condition has more than two branches")
	} else if alt.op == opAlternate {
		branches = alt.sub
	}
	return &node{op: opCondition, group: number, sub: branches}, nil
}

// conditionGroup reads the group that a condition asks about. A number may come before its group, but not in
// a look-behind.
func (p *parser) conditionGroup() (int, error) {
	at := p.pos
	number, numbered := p.number()
	switch {
	case !numbered:
		name, err := p.name(')')
		if err != nil {
			return 0, err
		}
		if number = p.lookup(name); number == 0 {
			return 0, p.fail(at, "there is no group named %s here", name)
		}
	case !p.accept(')'):
		return 0, p.fail(at, "the group's number is never closed by )")
	case number == 0:
		return 0, p.fail(at, "groups are numbered from 1")
	}
	if p.behind > 0 && (number >= p.behind || !p.groups[number].closed) {
		return 0, p.fail(at, "group %d is not closed before this look-behind", number)
	}
	if number > p.ahead.group {
		p.ahead.group, p.ahead.at = number, at
	}
	return number, nil
}
