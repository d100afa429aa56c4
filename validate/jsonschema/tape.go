package jsonschema

import (
	"bytes"
	"hash/maphash"
	"math"
)

// A kind is a kind of JSON values, or a set of them.
type kind uint8

const (
	isNull kind = 1 << iota
	isBoolean
	isNumber
	isInteger // in the sets of schemas alone: a number that is whole
	isText
	isArray
	isObject
	isName // the name of a member: judged as a text
)

// A token is one value of an item, or the name of a member. Tokens stand in
// the order of the text: an array or an object, then what is within; a name,
// then its value.
type token struct {
	start, end uint32 // its bytes in the item, quotes included
	next       uint32 // the token behind it and all that is within; of a name: the hash of its text
	kind       kind
	escaped    bool // a text with backslashes
	dead       bool // a name that stands again behind, where the last one counts
}

// Limits of what is judged of one item.
const (
	maxDepth  = 500
	maxTokens = 1 << 24
	maxItem   = math.MaxUint32
)

// A frame is an array or an object that is open.
type frame struct {
	token int
	names int // members of an object
}

var seed = maphash.MakeSeed()

func hashOf(text []byte) uint32 { return uint32(maphash.Bytes(seed, text)) }

// scan reads the item into tokens. verdict is Judged, or why it cannot be
// judged.
func (r *run) scan() (verdict Verdict) {
	r.toks, r.open = r.toks[:0], r.open[:0]
	if len(r.item) >= maxItem {
		return TooLarge
	}
	at := blanks(r.item, 0)
	for {
		if len(r.toks) >= maxTokens || len(r.open) > maxDepth {
			return TooLarge
		}
		var opened bool
		if at, opened = r.value(at); at < 0 {
			return NotJSON
		}
		for !opened { // behind a value
			at = blanks(r.item, at)
			if len(r.open) == 0 {
				if at < len(r.item) {
					return NotJSON
				}
				return Judged
			}
			if at == len(r.item) {
				return NotJSON
			}
			top := &r.open[len(r.open)-1]
			within := r.toks[top.token].kind
			switch c := r.item[at]; {
			case c == ',' && within == isArray:
				at, opened = blanks(r.item, at+1), true
			case c == ',':
				if at = r.name(blanks(r.item, at+1), top); at < 0 {
					return NotJSON
				}
				opened = true
			case c == ']' && within == isArray, c == '}' && within == isObject:
				at++
				r.close(at)
			default:
				return NotJSON
			}
		}
	}
}

// value reads a value, or opens it where something is within: opened says that
// the first value within stands at next.
func (r *run) value(at int) (next int, opened bool) {
	if at >= len(r.item) {
		return -1, false
	}
	t := token{start: uint32(at), next: uint32(len(r.toks) + 1)}
	switch c := r.item[at]; c {
	case '"':
		t.kind = isText
		at, t.escaped = textEnd(r.item, at)
	case '{', '[':
		return r.begin(at, t)
	case 't':
		t.kind, at = isBoolean, literal(r.item, at, "true")
	case 'f':
		t.kind, at = isBoolean, literal(r.item, at, "false")
	case 'n':
		t.kind, at = isNull, literal(r.item, at, "null")
	default:
		t.kind, at = isNumber, number(r.item, at)
	}
	if at < 0 {
		return -1, false
	}
	t.end = uint32(at)
	r.toks = append(r.toks, t)
	return at, false
}

// begin opens an array or an object.
func (r *run) begin(at int, t token) (next int, opened bool) {
	end := byte(']')
	t.kind = isArray
	if r.item[at] == '{' {
		t.kind, end = isObject, '}'
	}
	r.open = append(r.open, frame{token: len(r.toks)})
	r.toks = append(r.toks, t)
	at = blanks(r.item, at+1)
	switch {
	case at < len(r.item) && r.item[at] == end:
		r.close(at + 1)
		return at + 1, false
	case t.kind == isObject:
		at = r.name(at, &r.open[len(r.open)-1])
	}
	return at, true
}

// close closes the innermost array or object, which ends before at.
func (r *run) close(at int) {
	f := r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	t := &r.toks[f.token]
	t.end, t.next = uint32(at), uint32(len(r.toks))
	if f.names > 1 {
		r.buryDuplicates(f)
	}
}

// name reads the name of a member and the colon; the value stands at what it
// gives.
func (r *run) name(at int, in *frame) int {
	if at >= len(r.item) || r.item[at] != '"' {
		return -1
	}
	t := token{start: uint32(at), kind: isName}
	if at, t.escaped = textEnd(r.item, at); at < 0 {
		return -1
	}
	t.end = uint32(at)
	t.next = hashOf(r.textOf(&t))
	in.names++
	r.toks = append(r.toks, t)
	if at = blanks(r.item, at); at == len(r.item) || r.item[at] != ':' {
		return -1
	}
	return blanks(r.item, at+1)
}

// buryDuplicates marks the names of an object that stand again behind.
func (r *run) buryDuplicates(f frame) {
	size := 64
	for size < 4*f.names {
		size *= 2
	}
	if cap(r.seen) < size {
		r.seen = make([]uint32, size)
	}
	r.seen = r.seen[:size]
	clear(r.seen)
	for i := f.token + 1; i < int(r.toks[f.token].next); i = int(r.toks[i+1].next) {
		slot := int(r.toks[i].next) & (size - 1)
		for r.seen[slot] != 0 {
			other := &r.toks[r.seen[slot]]
			if other.next == r.toks[i].next && r.sameText(other, &r.toks[i]) {
				other.dead = true
				break
			}
			slot = (slot + 1) & (size - 1)
		}
		r.seen[slot] = uint32(i)
	}
}

func (r *run) sameText(a, b *token) bool {
	if !a.escaped && !b.escaped {
		return bytes.Equal(r.item[a.start:a.end], r.item[b.start:b.end])
	}
	first := string(r.textOf(a)) // the buffer is one
	return first == string(r.textOf(b))
}
