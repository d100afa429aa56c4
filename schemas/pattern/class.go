package pattern

// classLetters are the categories that a class may contain.
const classLetters = "dDsSwW"

// class reads what follows an opening bracket. Categories are never folded: what differs by case only from
// a letter need not be one (U+0345 folds to iota).
func (p *parser) class() (*node, error) {
	start := p.pos - 1
	negated := p.accept('^')
	first := p.pos
	var pairs []rune
	var letters [len(classLetters)]bool
	for {
		if p.done() {
			return nil, p.fail(start, "this [ is never closed; write \\[ for the character itself")
		}
		if p.pos > first && p.accept(']') {
			break
		}
		at := p.pos
		lo, letter, err := p.member()
		if err != nil {
			return nil, err
		}
		hi := lo
		if p.pos+1 < len(p.src) && p.src[p.pos] == '-' && p.src[p.pos+1] != ']' {
			p.pos++
			var letterHi int
			if hi, letterHi, err = p.member(); err != nil {
				return nil, err
			}
			if letter >= 0 || letterHi >= 0 {
				return nil, p.fail(at, "the range %s does not go from character to character", string(p.src[at:p.pos]))
			}
			if hi < lo {
				return nil, p.fail(at, "the range %s runs backwards", string(p.src[at:p.pos]))
			}
		}
		if letter >= 0 {
			letters[letter] = true
			continue
		}
		pairs = append(pairs, lo, hi)
	}
	ascii := p.flags&flagASCII != 0
	s := newSet(pairs)
	if p.flags&flagFold != 0 {
		s = s.fold(ascii)
	}
	for i, in := range letters {
		if in {
			s = union(s, category(rune(classLetters[i]), ascii))
		}
	}
	if negated {
		s = s.negate()
	}
	return &node{op: opClass, set: s}, nil
}

// member reads one character of a class, or one of classLetters, of which it returns the index; -1 for a character.
func (p *parser) member() (r rune, letter int, err error) {
	start := p.pos
	if !p.accept('\\') {
		return p.next(), -1, nil
	}
	if p.done() {
		return 0, 0, p.fail(start, "nothing follows the backslash; write \\\\ for the character itself")
	}
	r = p.peek()
	for i, l := range classLetters {
		if r == l {
			p.pos++
			return 0, i, nil
		}
	}
	switch {
	case r == 'b':
		p.pos++
		return '\b', -1, nil
	case isOctal(r):
		r, err = p.octal(start)
	default:
		r, err = p.charEscape(start)
	}
	return r, -1, err
}

// octal reads one to three octal digits.
func (p *parser) octal(start int) (rune, error) {
	c := rune(0)
	for n := 0; n < 3 && isOctal(p.peek()); n++ {
		c = c<<3 | (p.next() - '0')
	}
	if c > 0o377 {
		return 0, p.fail(start, "an octal escape goes up to \\377")
	}
	return c, nil
}
