package lint

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas/text"
)

// A node is one JSON value with its place in the document.
type node struct {
	kind    byte // '{', '[', '"', '0' for a number, 't' for true or false, 'n' for null
	at, end int  // offsets of its first byte, and behind its last
	text    string
	members []member
	items   []*node
}

// A member is one member of an object, in the order of the document.
type member struct {
	name  string
	at    int // offset of the name
	value *node
}

// get gives the value of a member, nil without one: of two of one name, the
// last.
func (n *node) get(name string) *node {
	if n == nil {
		return nil
	}
	for i := len(n.members) - 1; i >= 0; i-- {
		if n.members[i].name == name {
			return n.members[i].value
		}
	}
	return nil
}

// textOf gives the text of a member that is one, else "".
func (n *node) textOf(name string) string {
	if v := n.get(name); v != nil && v.kind == '"' {
		return v.text
	}
	return ""
}

// parse reads a document. Where it is no JSON in UTF-8, it gives nil and the
// offset of the fault.
func parse(data []byte) (root *node, fault int) {
	if at := text.NotUTF8(data); at >= 0 {
		return nil, at
	}
	if err := json.Unmarshal(data, &json.RawMessage{}); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			fault = max(int(syntax.Offset)-1, 0)
		}
		return nil, fault
	}
	r := reader{data: data, decoder: json.NewDecoder(bytes.NewReader(data))}
	r.decoder.UseNumber()
	return r.value(), 0
}

// A reader makes nodes of the tokens of a document that is known to be JSON.
type reader struct {
	data    []byte
	decoder *json.Decoder
}

// token gives the next token and the offset of its first byte.
func (r *reader) token() (json.Token, int) {
	at := int(r.decoder.InputOffset())
	for at < len(r.data) && strings.IndexByte(" \t\r\n,:", r.data[at]) >= 0 {
		at++
	}
	token, err := r.decoder.Token()
	if err != nil {
		return nil, at
	}
	return token, at
}

func (r *reader) value() *node {
	token, at := r.token()
	n := &node{at: at}
	switch token := token.(type) {
	case json.Delim:
		n.kind = byte(token)
		for r.decoder.More() {
			if token == '[' {
				n.items = append(n.items, r.value())
				continue
			}
			name, at := r.token()
			s, _ := name.(string)
			n.members = append(n.members, member{s, at, r.value()})
		}
		r.token()
	case string:
		n.kind, n.text = '"', token
	case json.Number:
		n.kind, n.text = '0', token.String()
	case bool:
		n.kind, n.text = 't', strconv.FormatBool(token)
	default:
		n.kind, n.text = 'n', "null"
	}
	n.end = int(r.decoder.InputOffset())
	return n
}

// A spot is a value and the way to it.
type spot struct {
	pointer string
	node    *node
	nameAt  int // offset of the member's name, or -1
}

var escapePointer = strings.NewReplacer("~", "~0", "/", "~1")

// member goes to a member; ok is false without one.
func (s spot) member(name string) (_ spot, ok bool) {
	if s.node == nil {
		return spot{}, false
	}
	for i := len(s.node.members) - 1; i >= 0; i-- {
		if m := s.node.members[i]; m.name == name {
			return s.of(m), true
		}
	}
	return spot{}, false
}

func (s spot) of(m member) spot {
	return spot{s.pointer + "/" + escapePointer.Replace(m.name), m.value, m.at}
}

// list gives the items of a member that is a list.
func (s spot) list(name string) []spot {
	m, ok := s.member(name)
	if !ok {
		return nil
	}
	out := make([]spot, len(m.node.items))
	for i := range out {
		out[i] = m.item(i)
	}
	return out
}

func (s spot) item(i int) spot {
	return spot{s.pointer + "/" + strconv.Itoa(i), s.node.items[i], -1}
}

// follow goes as far as a path such as fields[3].constraints.pattern leads.
// Names may hold points: the longest that fits is taken.
func (s spot) follow(path string) spot {
	for path != "" {
		path = strings.TrimPrefix(path, ".")
		if index, rest, ok := cutIndex(path); ok && index < len(s.node.items) {
			s, path = s.item(index), rest
			continue
		}
		best := ""
		for _, m := range s.node.members {
			if rest, ok := strings.CutPrefix(path, m.name); ok && len(m.name) > len(best) && (rest == "" || rest[0] == '.' || rest[0] == '[') {
				best = m.name
			}
		}
		next, ok := s.member(best)
		if best == "" || !ok {
			return s
		}
		s, path = next, path[len(best):]
	}
	return s
}

// cutIndex reads "[3]" at the start of a path.
func cutIndex(path string) (index int, rest string, ok bool) {
	inside, rest, found := strings.Cut(path, "]")
	if !found || !strings.HasPrefix(inside, "[") {
		return 0, path, false
	}
	index, err := strconv.Atoi(inside[1:])
	return index, rest, err == nil && index >= 0
}

// fieldAt gives the name of the field that a JSON pointer leads into, "" for
// none.
func (s spot) fieldAt(pointer string) string {
	before, after, ok := strings.Cut(pointer, "/fields/")
	if !ok {
		return ""
	}
	n := s.node
	for key := range strings.SplitSeq(strings.TrimPrefix(before, "/"), "/") {
		if before != "" {
			n = n.child(key)
		}
	}
	number, _, _ := strings.Cut(after, "/")
	return n.child("fields").child(number).textOf("name")
}

// child goes one step of a JSON pointer, nil where it leads nowhere.
func (n *node) child(key string) *node {
	if n == nil || n.kind != '[' {
		return n.get(unescapePointer.Replace(key))
	}
	if i, err := strconv.Atoi(key); err == nil && i >= 0 && i < len(n.items) {
		return n.items[i]
	}
	return nil
}

var unescapePointer = strings.NewReplacer("~1", "/", "~0", "~")
