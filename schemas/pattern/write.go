package pattern

import (
	"fmt"
	"strings"
	"unicode"
)

// A writer writes a tree as an expression of one of two dialects: regexp's, or regexp2's where backtrack is set.
// Every character is written so that it means itself in both.
type writer struct {
	strings.Builder
	backtrack bool
}

func writeRE2(root *node) string       { return write(root, false) }
func writeBacktrack(root *node) string { return write(root, true) }

func write(root *node, backtrack bool) string {
	w := &writer{backtrack: backtrack}
	w.WriteString(`\A(?:`)
	w.node(root)
	w.WriteString(`)\z`)
	return w.String()
}

func (w *writer) node(n *node) {
	switch n.op {
	case opClass:
		w.class(n.set)
	case opConcat:
		for _, sub := range n.sub {
			w.node(sub)
		}
	case opAlternate:
		w.group("(?:", n.sub...)
	case opRepeat:
		w.repeat(n)
	case opCapture:
		if w.backtrack {
			w.group(fmt.Sprintf("(?<%d>", n.group), n.sub...)
		} else {
			w.group("(?:", n.sub...)
		}
	case opBackref:
		flag := ""
		if n.fold {
			flag = "i"
		}
		fmt.Fprintf(w, `(?%s:\k<%d>)`, flag, n.group)
	case opAtomic:
		w.group("(?>", n.sub...)
	case opLook:
		w.group(lookSigns[n.behind][n.refuse], n.sub...)
	case opCondition:
		w.group(fmt.Sprintf("(?(%d)", n.group), n.sub...)
	case opAssert:
		w.place(n.place)
	}
}

var lookSigns = map[bool]map[bool]string{
	false: {false: "(?=", true: "(?!"},
	true:  {false: "(?<=", true: "(?<!"},
}

func (w *writer) group(open string, branches ...*node) {
	w.WriteString(open)
	for i, sub := range branches {
		if i > 0 {
			w.WriteByte('|')
		}
		w.node(sub)
	}
	w.WriteByte(')')
}

func (w *writer) repeat(n *node) {
	w.group("(?:", n.sub...)
	switch {
	case n.max == unbounded:
		fmt.Fprintf(w, "{%d,}", n.min)
	default:
		fmt.Fprintf(w, "{%d,%d}", n.min, n.max)
	}
	if n.lazy {
		w.WriteByte('?')
	}
}

func (w *writer) place(at place) {
	switch at {
	case placeBegin:
		w.WriteString(`\A`)
	case placeEnd:
		w.WriteString(`\z`)
	case placeBeginLine:
		w.WriteString(`(?m:^)`)
	case placeEndLine:
		w.WriteString(`(?m:$)`)
	case placeWord, placeNotWord:
		w.boundary(`[\p{L}\p{N}_]`, at == placeNotWord)
	case placeASCIIWord, placeASCIINotWord:
		if w.backtrack {
			w.boundary(`[0-9A-Z_a-z]`, at == placeASCIINotWord)
		} else if at == placeASCIIWord {
			w.WriteString(`\b`)
		} else {
			w.WriteString(`\B`)
		}
	}
}

// boundary spells a word boundary out: regexp2's own counts marks and joiners among the words.
func (w *writer) boundary(word string, negated bool) {
	after, notAfter := "(?="+word+")", "(?!"+word+")"
	if negated {
		after, notAfter = notAfter, after
	}
	fmt.Fprintf(w, "(?:(?<=%[1]s)%[2]s|(?<!%[1]s)%[3]s)", word, notAfter, after)
}

func (w *writer) class(s set) {
	if len(s) == 2 && s[0] == s[1] {
		w.char(s[0])
		return
	}
	if len(s) == 0 {
		w.WriteString(`[^\x00-\x{10FFFF}]`)
		return
	}
	w.WriteByte('[')
	if other := s.negate(); len(other) < len(s) && len(other) > 0 {
		w.WriteByte('^')
		s = other
	}
	if len(s) >= len(words()) && len(words().minus(s)) == 0 {
		w.WriteString(`\p{L}\p{N}_`)
		s = s.minus(words())
	}
	for i := 0; i < len(s); i += 2 {
		w.char(s[i])
		if s[i] < s[i+1] {
			w.WriteByte('-')
			w.char(s[i+1])
		}
	}
	w.WriteByte(']')
}

func (w *writer) char(r rune) {
	if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		w.WriteRune(r)
		return
	}
	fmt.Fprintf(w, `\x{%X}`, r)
}
