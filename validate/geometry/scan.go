package geometry

// maxDepth is how deep lists and objects of a geometry may lie in one another.
// A MultiPolygon needs five.
const maxDepth = 64

// A scanner passes over JSON, which it verifies. A place is an offset in the
// text; the complement of one says that the text is wrong there.
type scanner struct {
	text []byte
	deep bool // what is wrong is the depth
}

// space passes over white space.
func (s *scanner) space(i int) int {
	for i < len(s.text) {
		switch s.text[i] {
		case ' ', '\n', '\t', '\r':
			i++
		default:
			return i
		}
	}
	return i
}

// value passes over one value, which starts at i.
func (s *scanner) value(i, depth int) int {
	if i >= len(s.text) {
		return ^i
	}
	switch c := s.text[i]; c {
	case '"':
		return s.quoted(i)
	case '{', '[':
		if depth >= maxDepth {
			s.deep = true
			return ^i
		}
		if c == '{' {
			return s.object(i, depth)
		}
		return s.list(i, depth)
	case 't':
		return s.word(i, "true")
	case 'f':
		return s.word(i, "false")
	case 'n':
		return s.word(i, "null")
	}
	return s.number(i)
}

func (s *scanner) word(i int, word string) int {
	for n := range len(word) {
		if i+n >= len(s.text) || s.text[i+n] != word[n] {
			return ^(i + n)
		}
	}
	return i + len(word)
}

// list passes over a list; what it holds is one deeper.
func (s *scanner) list(i, depth int) int {
	if i = s.space(i + 1); i < len(s.text) && s.text[i] == ']' {
		return i + 1
	}
	for {
		if i = s.value(i, depth+1); i < 0 {
			return i
		}
		switch i = s.space(i); {
		case i < len(s.text) && s.text[i] == ',':
			i = s.space(i + 1)
		case i < len(s.text) && s.text[i] == ']':
			return i + 1
		default:
			return ^i
		}
	}
}

// object passes over an object.
func (s *scanner) object(i, depth int) int {
	m := members{scanner: s, at: i, depth: depth}
	for m.next() {
	}
	return m.at
}

// quoted passes over a string.
func (s *scanner) quoted(i int) int {
	for i++; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case c == '"':
			return i + 1
		case c < ' ':
			return ^i
		case c == '\\':
			if i = s.escape(i + 1); i < 0 {
				return i
			}
		}
	}
	return ^i
}

// escape passes over what follows a backslash, but for its last character.
func (s *scanner) escape(i int) int {
	if i >= len(s.text) {
		return ^i
	}
	switch s.text[i] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return i
	case 'u':
		for n := 1; n <= 4; n++ {
			if i+n >= len(s.text) || !isHex(s.text[i+n]) {
				return ^(i + n)
			}
		}
		return i + 4
	}
	return ^i
}

func isHex(c byte) bool { return c-'0' <= 9 || c|0x20-'a' <= 5 }

// number passes over a number.
func (s *scanner) number(i int) int {
	b := s.text
	if i < len(b) && b[i] == '-' {
		i++
	}
	first := i
	if i = s.digits(i); i < 0 || b[first] == '0' && i > first+1 {
		if i >= 0 {
			i = ^(first + 1)
		}
		return i
	}
	if i < len(b) && b[i] == '.' {
		if i = s.digits(i + 1); i < 0 {
			return i
		}
	}
	if i < len(b) && b[i]|0x20 == 'e' {
		if i++; i < len(b) && (b[i] == '+' || b[i] == '-') {
			i++
		}
		return s.digits(i)
	}
	return i
}

// digits passes over one digit or more.
func (s *scanner) digits(i int) int {
	first := i
	for i < len(s.text) && s.text[i]-'0' <= 9 {
		i++
	}
	if i == first {
		return ^i
	}
	return i
}

// members walks the members of an object: at starts at its brace, and is behind
// it, or the complement of where the text is wrong, once next has said false.
type members struct {
	*scanner
	at    int
	depth int // of the object

	key, keyEnd     int // the name, with its quotes
	value, valueEnd int
	begun           bool
}

func (m *members) next() bool {
	i := m.space(m.at + 1) // behind the brace or the comma
	switch {
	case !m.begun:
		m.begun = true
		if i < len(m.text) && m.text[i] == '}' {
			m.at = i + 1
			return false
		}
	case m.text[m.at] == '}':
		m.at++
		return false
	}
	if i >= len(m.text) || m.text[i] != '"' {
		m.at = ^i
		return false
	}
	m.key = i
	if i = m.quoted(i); i < 0 {
		m.at = i
		return false
	}
	m.keyEnd = i
	if i = m.space(i); i >= len(m.text) || m.text[i] != ':' {
		m.at = ^i
		return false
	}
	m.value = m.space(i + 1)
	if i = m.scanner.value(m.value, m.depth+1); i < 0 {
		m.at = i
		return false
	}
	m.valueEnd = i
	if i = m.space(i); i >= len(m.text) || m.text[i] != ',' && m.text[i] != '}' {
		m.at = ^i
		return false
	}
	m.at = i
	return true
}
