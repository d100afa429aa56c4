package geojson

import "bytes"

// A scanner finds where items end, by strings and brackets alone.
type scanner struct {
	layout layout
	marks  [][]byte // first members by which an item is known where structure is lost
}

// An ending is how an item ends.
type ending uint8

const (
	whole  ending = iota // where it is closed, or where the next item begins
	open                 // with the bytes at hand, unclosed
	unsure               // more bytes are needed to tell
)

// item finds the end of the item that begins at b[from]. last says that the file
// ends where b does.
func (s *scanner) item(b []byte, from int, last bool) (end int, how ending) {
	switch c := b[from]; {
	case s.layout == Sequence:
		return s.sequence(b, from, last)
	case classes[c] == opens:
		return s.nested(b, from, last)
	case c == '"':
		end, how = s.quoted(b, from, last)
	default:
		for end = from + 1; end < len(b) && !stops[b[end]]; end++ {
		}
		if end == len(b) && !last {
			return 0, unsure
		}
	}
	if how != whole {
		return end, how
	}
	return s.member(b, from, end, last)
}

// member adds to a text or a word that stands where an item should the value of
// which it is the name: both are what is left of an item that was closed too early.
func (s *scanner) member(b []byte, from, end int, last bool) (int, ending) {
	i := end
	if i == from+1 && b[from] == ':' {
		i--
	}
	if i = skipWhite(b, i); i < len(b) && b[i] == ':' {
		i = skipWhite(b, i+1)
	} else if i < len(b) || last {
		return end, whole
	}
	switch {
	case i == len(b) && last:
		return end, whole
	case i == len(b):
		return 0, unsure
	case classes[b[i]] == closes || b[i] == ',' || b[i] == ':':
		return end, whole
	case classes[b[i]] == opens:
		return s.nested(b, i, last)
	case b[i] == '"':
		return s.quoted(b, i, last)
	}
	for end = i + 1; end < len(b) && !stops[b[end]]; end++ {
	}
	if end == len(b) && !last {
		return 0, unsure
	}
	return end, whole
}

// sequence ends an item where the next text of a sequence begins.
func (s *scanner) sequence(b []byte, from int, last bool) (int, ending) {
	if n := bytes.IndexByte(b[from:], separator); n >= 0 {
		return trimWhite(b, from, from+n), whole
	}
	if !last {
		return 0, unsure
	}
	if _, how := (&scanner{layout: Array}).item(b, from, true); how == open {
		return len(b), open
	}
	return trimWhite(b, from, len(b)), whole
}

// quoted ends a text where it is closed, where its line ends, or where the next
// item surely begins.
func (s *scanner) quoted(b []byte, from int, last bool) (int, ending) {
	for i := from + 1; i < len(b); i++ {
		switch b[i] {
		case escaping:
			i++
		case '"':
			return i + 1, whole
		case '\n', '\r':
			return i, whole
		case '{':
			if how := s.begins(b, i, last); how == unsure {
				return 0, unsure
			} else if how == whole {
				return s.before(b, from, i), whole
			}
		}
	}
	if !last {
		return 0, unsure
	}
	return len(b), open
}

// levels are the brackets that are open, known by kind as far as known goes, which
// is deeper than a parser goes.
type levels struct {
	depth   int
	objects [2]uint64 // a bit for each, the innermost the lowest of the first
	deep    bool      // there have been more than are known
}

// known is how many levels are known by kind.
const known = 128

func (l *levels) push(c byte) {
	l.depth++
	l.objects[1] = l.objects[1]<<1 | l.objects[0]>>63
	l.objects[0] <<= 1
	if c == '{' {
		l.objects[0] |= 1
	}
	l.deep = l.deep || l.depth > known
}

// closedBy says whether c closes the innermost bracket.
func (l *levels) closedBy(c byte) bool { return l.deep || l.object() == (c == '}') }

// object says whether the innermost bracket is that of an object.
func (l *levels) object() bool { return l.objects[0]&1 == 1 }

func (l *levels) pop() {
	l.depth--
	l.objects[0] = l.objects[0]>>1 | l.objects[1]<<63
	l.objects[1] >>= 1
}

// close pops what c closes; nothing where no such bracket is open.
func (l *levels) close(c byte) {
	for inner := *l; inner.depth > 0; {
		found := inner.closedBy(c)
		if inner.pop(); found {
			*l = inner
			return
		}
	}
}

// nested finds the end of an object or a list, and changes to lost where strings
// and brackets cannot be right.
func (s *scanner) nested(b []byte, from int, last bool) (int, ending) {
	var l levels
	for i := from; i < len(b); {
		c := b[i]
		switch classes[c] {
		case plain:
			i++
			continue
		case quote:
			end := i + 1
			for end < len(b) && !stopsText[b[end]] {
				end++
			}
			for end < len(b) && b[end] == escaping {
				for end += 2; end < len(b) && !stopsText[b[end]]; end++ {
				}
			}
			if end++; end >= len(b) && !last {
				return 0, unsure
			}
			if end > len(b) || end < len(b) && !follows[b[end]] {
				return s.lost(b, from, i, l, last)
			}
			i = end
			continue
		case opens:
			if c == '{' && !fits(b, from, i, &l) {
				return s.lost(b, from, i, l, last)
			}
			l.push(c)
		case closes:
			if !l.closedBy(c) {
				return s.lost(b, from, i, l, last)
			}
			if l.pop(); l.depth == 0 {
				return i + 1, whole
			}
		}
		i++
	}
	if !last {
		return 0, unsure
	}
	return len(b), open
}

// fits says whether an object may begin at b[i], by what stands before it.
func fits(b []byte, from, i int, l *levels) bool {
	before := i - 1
	for before >= from && white[b[before]] {
		before--
	}
	switch {
	case before < from:
		return true
	case l.deep:
		return b[before] == ':' || b[before] == '['
	case l.object():
		return b[before] == ':'
	}
	return b[before] == ',' || b[before] == '['
}

// lost goes on where structure is lost, from b[i]: strings end with their line at
// the latest, a bracket closes what was left open within it, and the item ends
// where the next one surely begins.
func (s *scanner) lost(b []byte, from, i int, l levels, last bool) (int, ending) {
	within := false // a string
	for ; i < len(b); i++ {
		c := b[i]
		if c == '{' && i > from {
			switch s.begins(b, i, last) {
			case unsure:
				return 0, unsure
			case whole:
				return s.before(b, from, i), whole
			}
		}
		switch {
		case within && c == escaping:
			i++
		case c == '"':
			within = !within
		case within:
			within = c != '\n' && c != '\r'
		case classes[c] == opens:
			l.push(c)
		case classes[c] == closes:
			if l.close(c); l.depth == 0 {
				return i + 1, whole
			}
		}
	}
	if !last {
		return 0, unsure
	}
	return len(b), open
}

// before is the end of an item that ends because the next one begins at b[i].
func (s *scanner) before(b []byte, from, i int) int {
	end := trimWhite(b, from+1, i)
	if s.layout.listed() && end > from+1 && b[end-1] == ',' {
		end = trimWhite(b, from+1, end-1)
	}
	return end
}

// maxGap is how much white space may stand within a mark, in bytes.
const maxGap = 16

// begins says whether an item surely begins with the bracket at b[i]: whole if so,
// open if not.
func (s *scanner) begins(b []byte, i int, last bool) ending {
	if s.layout == Lines && (b[i-1] == '\n' || b[i-1] == '\r') {
		return whole
	}
	for _, mark := range s.marks {
		if how := marked(b, i+1, mark, last); how != open {
			return how
		}
	}
	return open
}

// marked compares b from i on with a mark, white space before its parts left out.
func marked(b []byte, i int, mark []byte, last bool) ending {
	for len(mark) > 0 {
		part := mark
		if n := bytes.IndexByte(mark, ' '); n >= 0 {
			part, mark = mark[:n], mark[n+1:]
		} else {
			mark = nil
		}
		for gap := 0; gap < maxGap && i < len(b) && white[b[i]]; gap++ {
			i++
		}
		rest := b[i:]
		if n := min(len(rest), len(part)); n < len(part) {
			if !last && bytes.HasPrefix(part, rest) {
				return unsure
			}
			return open
		}
		if !bytes.HasPrefix(rest, part) {
			return open
		}
		i += len(part)
	}
	return whole
}

// A gap is what stands between two items.
type gap struct {
	from  int // of the item that follows; the length of b where there is none
	bad   int // the first place that does not belong there; -1 for none
	comma int // the last comma; -1 for none
}

// gap reads what stands between items from b[i] on: white space and, in a list,
// one comma, none before the first item.
func (s *scanner) gap(b []byte, i int, first bool) gap {
	g := gap{bad: -1, comma: -1}
	commas := 0
	if first || !s.layout.listed() {
		commas = 1
	}
	for ; i < len(b); i++ {
		c := b[i]
		if c == ',' {
			g.comma = i
		}
		switch {
		case white[c], c == separator && s.layout == Sequence:
			continue
		case c == ',' && commas == 0:
			commas++
			continue
		case c == ',', c == '}', c == ']' && !s.layout.listed():
			if g.bad < 0 {
				g.bad = i
			}
			continue
		}
		break
	}
	g.from = i
	if commas == 0 && i < len(b) && g.bad < 0 {
		g.bad = i // there is no comma
	}
	return g
}
