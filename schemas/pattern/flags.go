package pattern

// flagGroup reads (?flags) and (?flags-flags:…), of which the question mark is behind.
func (p *parser) flagGroup(start int, opening bool) (*node, error) {
	const kinds = flagASCII | flagUnicode
	on, err := p.flagLetters(start)
	switch {
	case err != nil:
		return nil, err
	case on&kinds == kinds:
		return nil, p.fail(start, "the flags a and u exclude each other")
	case on != 0 && p.accept(')'):
		return nil, p.globalFlags(start, on, opening)
	}
	var off flags
	if p.accept('-') {
		if off, err = p.flagLetters(start); err != nil {
			return nil, err
		}
		if off == 0 {
			return nil, p.fail(p.pos-1, "no flag follows the minus sign")
		}
	}
	switch {
	case !p.accept(':'):
		return nil, p.fail(start, "nothing known follows (?; flags are written (?i) or (?i:…)")
	case off&kinds != 0:
		return nil, p.fail(start, "the flags a and u cannot be turned off")
	case on&off != 0:
		return nil, p.fail(start, "a flag is turned on and off at once")
	}
	outer := p.flags
	if on&kinds != 0 {
		p.flags &^= kinds
	}
	p.flags = p.flags&^off | on
	body, err := p.body(start)
	p.flags = outer
	return body, err
}

func (p *parser) flagLetters(start int) (flags, error) {
	var f flags
	for {
		switch p.peek() {
		case 'i':
			f |= flagFold
		case 'm':
			f |= flagLines
		case 's':
			f |= flagDotAll
		case 'x':
			f |= flagVerbose
		case 'a':
			f |= flagASCII
		case 'u':
			f |= flagUnicode
		case 'L':
			return 0, p.fail(start, "the flag L is for bytes, not for text")
		default:
			return f, nil
		}
		p.pos++
	}
}

// globalFlags sets flags for what follows, which is all: nothing but other flags and comments may come before.
func (p *parser) globalFlags(start int, on flags, opening bool) error {
	if !opening {
		return p.fail(start, "flags for the whole expression must open it; for a part of it write (?i:…)")
	}
	p.flags |= on
	if p.flags&flagASCII != 0 && p.flags&flagUnicode != 0 {
		return p.fail(start, "the flags a and u exclude each other")
	}
	return nil
}
