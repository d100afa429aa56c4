package pattern

// maxEmptyTurns is how often what may be empty is repeated to the letter, nested repetitions multiplied. Once is
// enough to allow the rest: (a|){9999} matches what (a|){1,9999} does, and the back-tracking matcher, which
// remembers every turn, need not remember 9999 empty ones.
const maxEmptyTurns = 10

// repetition reads * + ? or {m,n}. It returns nil, and has moved nowhere, where there is none: Python
// takes a brace that opens no repetition as itself.
func (p *parser) repetition() (*node, error) {
	switch p.peek() {
	case '*':
		p.pos++
		return &node{op: opRepeat, max: unbounded}, nil
	case '+':
		p.pos++
		return &node{op: opRepeat, min: 1, max: unbounded}, nil
	case '?':
		p.pos++
		return &node{op: opRepeat, max: 1}, nil
	case '{':
		return p.braces()
	}
	return nil, nil
}

func (p *parser) braces() (*node, error) {
	start := p.pos
	p.pos++
	if p.peek() == '}' {
		p.pos = start
		return nil, nil
	}
	lo, hasLo := p.number()
	hi, hasHi := lo, hasLo
	if p.accept(',') {
		hi, hasHi = p.number()
	}
	if !p.accept('}') {
		p.pos = start
		return nil, nil
	}
	if lo > maxRepeat || hi > maxRepeat {
		return nil, p.fail(start, "the repetition asks for too large a number")
	}
	if !hasHi {
		hi = unbounded
	} else if hi < lo {
		return nil, p.fail(start, "the repetition asks for at least %d but at most %d", lo, hi)
	}
	return &node{op: opRepeat, min: lo, max: hi}, nil
}

// number reads decimal digits; too large a number gives maxRepeat+1.
func (p *parser) number() (n int, ok bool) {
	for '0' <= p.peek() && p.peek() <= '9' {
		n = min(n*10+int(p.next()-'0'), maxRepeat+1)
		ok = true
	}
	return n, ok
}

// repeatLast puts the last item of seq under the repetition that begins at index at.
func (p *parser) repeatLast(seq, repeat *node, at int) error {
	n := len(seq.sub)
	if n == 0 || seq.sub[n-1].op == opAssert {
		return p.fail(at, "there is nothing to repeat before %c; write \\%[1]c for the character itself", p.src[at])
	}
	last := seq.sub[n-1]
	if last.repeated {
		return p.fail(at, "two repetitions follow each other")
	}
	repeat.sub = []*node{last}
	if repeat.min > 1 && last.width(p.groups).min == 0 && repeat.turns() > maxEmptyTurns {
		repeat.min = 1
	}
	switch {
	case p.accept('?'):
		repeat.lazy = true
	case p.accept('+'):
		// Python tries no turn of a possessive repetition again, not even before the last.
		repeat.sub = []*node{{op: opAtomic, sub: repeat.sub}}
		repeat = &node{op: opAtomic, sub: []*node{repeat}}
		p.backtracks = true
	}
	seq.sub[n-1] = repeat
	repeat.repeated = true
	return nil
}

// turns multiplies the repetitions that n demands, one inside the other.
func (n *node) turns() int {
	most := 1
	for _, sub := range n.sub {
		most = max(most, sub.turns())
	}
	if n.op == opRepeat {
		most = min(most*max(n.min, 1), wide)
	}
	return most
}
