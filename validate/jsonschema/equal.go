package jsonschema

import (
	"bytes"
	"cmp"
	"encoding/json"
	"hash/maphash"
	"math"
	"slices"
	"strconv"
)

// A value is one that a schema names, of an enumeration or a constant.
type value struct {
	kind    kind
	text    []byte  // of a text; of another value its JSON
	number  float64 // of a number
	yes     bool    // of a boolean
	items   []value
	members map[string]value
}

// valueOf takes a value as package encoding/json decodes it with UseNumber.
func valueOf(v any) value {
	said, _ := json.Marshal(v)
	out := value{kind: isNull, text: said}
	switch v := v.(type) {
	case bool:
		out.kind, out.yes = isBoolean, v
	case json.Number:
		out.kind, out.number = isNumber, float([]byte(v))
	case string:
		out.kind, out.text = isText, []byte(v)
	case []any:
		out.kind = isArray
		for _, item := range v {
			out.items = append(out.items, valueOf(item))
		}
	case map[string]any:
		out.kind, out.members = isObject, map[string]value{}
		for name, member := range v {
			out.members[name] = valueOf(member)
		}
	}
	return out
}

func float(b []byte) float64 {
	f, _ := strconv.ParseFloat(string(b), 64)
	return f
}

// is says whether the value at a token is v. Numbers are compared as double
// precision has them.
func (r *run) is(at int, v *value) bool {
	t := &r.toks[at]
	if t.kind != v.kind && (t.kind != isName || v.kind != isText) {
		return false
	}
	switch v.kind {
	case isBoolean:
		return r.item[t.start] == 't' == v.yes
	case isNumber:
		return float(r.item[t.start:t.end]) == v.number
	case isText:
		return bytes.Equal(r.textOf(t), v.text)
	case isArray:
		i := 0
		for e := at + 1; e < int(t.next); e = int(r.toks[e].next) {
			if i >= len(v.items) || !r.is(e, &v.items[i]) {
				return false
			}
			i++
		}
		return i == len(v.items)
	case isObject:
		n := 0
		for m := at + 1; m < int(t.next); m = int(r.toks[m+1].next) {
			if r.toks[m].dead {
				continue
			}
			member, ok := v.members[string(r.textOf(&r.toks[m]))]
			if !ok || !r.is(m+1, &member) {
				return false
			}
			n++
		}
		return n == len(v.members)
	}
	return true
}

// hash gives equal values equal hashes.
func (r *run) hash(at int) uint64 {
	t := &r.toks[at]
	mix := func(sum, h uint64) uint64 { return (sum ^ h) * 0x9e3779b97f4a7c15 }
	sum := uint64(t.kind)
	switch t.kind {
	case isBoolean:
		sum = mix(sum, uint64(r.item[t.start]))
	case isNumber:
		f := float(r.item[t.start:t.end])
		sum = mix(sum, math.Float64bits(f+0)) // -0 is 0
	case isText:
		sum = mix(sum, maphash.Bytes(seed, r.textOf(t)))
	case isArray:
		for e := at + 1; e < int(t.next); e = int(r.toks[e].next) {
			sum = mix(sum, r.hash(e))
		}
	case isObject:
		for m := at + 1; m < int(t.next); m = int(r.toks[m+1].next) {
			if !r.toks[m].dead {
				sum += mix(uint64(r.toks[m].next), r.hash(m+1))
			}
		}
	}
	return sum
}

// same says whether the values at two tokens are equal.
func (r *run) same(a, b int) bool {
	s, t := &r.toks[a], &r.toks[b]
	if s.kind != t.kind {
		return false
	}
	switch s.kind {
	case isBoolean:
		return r.item[s.start] == r.item[t.start]
	case isNumber:
		return float(r.item[s.start:s.end]) == float(r.item[t.start:t.end])
	case isText:
		return r.sameText(s, t)
	case isArray:
		i, j := a+1, b+1
		for i < int(s.next) && j < int(t.next) {
			if !r.same(i, j) {
				return false
			}
			i, j = int(r.toks[i].next), int(r.toks[j].next)
		}
		return i == int(s.next) && j == int(t.next)
	case isObject:
		n := 0
		for m := a + 1; m < int(s.next); m = int(r.toks[m+1].next) {
			if r.toks[m].dead {
				continue
			}
			other := r.member(b, &r.toks[m])
			if other < 0 || !r.same(m+1, other) {
				return false
			}
			n++
		}
		return n == r.members(b)
	}
	return true
}

// member gives the value of the member of an object that has the name of a
// token, -1 for none.
func (r *run) member(object int, name *token) int {
	for m := object + 1; m < int(r.toks[object].next); m = int(r.toks[m+1].next) {
		if t := &r.toks[m]; t.next == name.next && !t.dead && r.sameText(t, name) {
			return m + 1
		}
	}
	return -1
}

// members counts the members of an object.
func (r *run) members(object int) int {
	n := 0
	for m := object + 1; m < int(r.toks[object].next); m = int(r.toks[m+1].next) {
		if !r.toks[m].dead {
			n++
		}
	}
	return n
}

// A hashed is an element of a list and its hash.
type hashed struct {
	hash  uint64
	token int
	index int
}

// twins calls report for each element of a list that equals one before it,
// with the position of the one before; it stops where report says so.
func (r *run) twins(at int, report func(token, index, first int) bool) bool {
	end, list := int(r.toks[at].next), r.hashes[:0]
	for e := at + 1; e < end; e = int(r.toks[e].next) {
		list = append(list, hashed{r.hash(e), e, len(list)})
	}
	r.hashes = list
	slices.SortFunc(list, func(a, b hashed) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.index, b.index)) })
	ok := true
	for i := 1; i < len(list); i++ {
		for j := i - 1; j >= 0 && list[j].hash == list[i].hash; j-- {
			if r.same(list[i].token, list[j].token) {
				ok = false
				if !report(list[i].token, list[i].index, list[j].index) {
					return false
				}
				break
			}
		}
	}
	return ok
}
