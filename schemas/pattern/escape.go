package pattern

import "unicode"

// escape reads what follows a backslash outside a class.
func (p *parser) escape() (*node, error) {
	start := p.pos - 1
	r := p.peek()
	if r < 0 {
		return nil, p.fail(start, "nothing follows the backslash; write \\\\ for the character itself")
	}
	ascii := p.flags&flagASCII != 0
	switch r {
	case 'A':
		p.pos++
		return &node{op: opAssert, place: placeBegin}, nil
	case 'Z':
		p.pos++
		return &node{op: opAssert, place: placeEnd}, nil
	case 'b', 'B':
		p.pos++
		return p.boundary(r == 'B', ascii), nil
	case 'd', 'D', 's', 'S', 'w', 'W':
		p.pos++
		return &node{op: opClass, set: category(r, ascii)}, nil
	}
	if '1' <= r && r <= '9' {
		return p.numbered(start)
	}
	c, err := p.charEscape(start)
	if err != nil {
		return nil, err
	}
	return p.literal(c), nil
}

func (p *parser) boundary(negated, ascii bool) *node {
	at := placeWord
	if ascii {
		at = placeASCIIWord
	} else {
		p.unicodeWords = true
	}
	if negated {
		at++
	}
	return &node{op: opAssert, place: at}
}

// category is the set of \d \D \s \S \w or \W.
func category(r rune, ascii bool) set {
	var s set
	switch unicode.ToLower(r) {
	case 'd':
		if s = asciiDigits; !ascii {
			s = digits()
		}
	case 's':
		if s = asciiSpaces; !ascii {
			s = spaces()
		}
	case 'w':
		if s = asciiWords; !ascii {
			s = words()
		}
	}
	if unicode.IsUpper(r) {
		return s.negate()
	}
	return s
}

// numbered reads a back-reference of one or two digits, or a character of three octal ones.
func (p *parser) numbered(start int) (*node, error) {
	number := int(p.next() - '0')
	if r := p.peek(); '0' <= r && r <= '9' {
		p.pos++
		if third := p.peek(); isOctal(p.src[p.pos-2]) && isOctal(r) && isOctal(third) {
			p.pos++
			c := rune(number)<<6 | (r-'0')<<3 | (third - '0')
			if c > 0o377 {
				return nil, p.fail(start, "an octal escape goes up to \\377")
			}
			return p.literal(c), nil
		}
		number = number*10 + int(r-'0')
	}
	return p.backref(start, number)
}

func isOctal(r rune) bool { return '0' <= r && r <= '7' }

// charEscape reads the escapes that stand for one character, in and out of a class.
func (p *parser) charEscape(start int) (rune, error) {
	switch r := p.next(); r {
	case 'a':
		return '\a', nil
	case 'f':
		return '\f', nil
	case 'n':
		return '\n', nil
	case 'r':
		return '\r', nil
	case 't':
		return '\t', nil
	case 'v':
		return '\v', nil
	case 'x':
		return p.hex(start, 2)
	case 'u':
		return p.hex(start, 4)
	case 'U':
		return p.hex(start, 8)
	case 'N':
		return 0, p.fail(start, "characters cannot be given by name here; write \\uXXXX with the character's number")
	case '0':
		c := rune(0)
		for range 2 {
			if isOctal(p.peek()) {
				c = c<<3 | (p.next() - '0')
			}
		}
		return c, nil
	default:
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' {
			return 0, p.fail(start, "\\%c means nothing here", r)
		}
		return r, nil
	}
}

// hex reads exactly n hexadecimal digits.
func (p *parser) hex(start, n int) (rune, error) {
	letter := p.src[p.pos-1]
	c := int64(0)
	for range n {
		d := hexDigit(p.next())
		if d < 0 {
			return 0, p.fail(start, "\\%c must be followed by %d hexadecimal digits", letter, n)
		}
		c = c<<4 | d
	}
	if c > unicode.MaxRune {
		return 0, p.fail(start, "there is no character of that number; the last is \\U0010FFFF")
	}
	return rune(c), nil
}

func hexDigit(r rune) int64 {
	switch {
	case '0' <= r && r <= '9':
		return int64(r - '0')
	case 'a' <= r && r <= 'f':
		return int64(r-'a') + 10
	case 'A' <= r && r <= 'F':
		return int64(r-'A') + 10
	}
	return -1
}
