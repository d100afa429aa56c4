package geojson

import (
	"slices"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/geometry"
)

// maxDepth is how deep values may be nested within an item.
const maxDepth = 100

// A parser reads the items of chunks, one after the other. What it lends holds
// until the next item.
type parser struct {
	in      *Input
	columns *columns
	cells   []validate.Cell
	shape   geometry.Shape
	scratch []byte // texts that are not in the file as they are

	b        []byte // that is read
	i        int    // the next byte of it
	base     int    // where the record begins
	first    int    // where the item in it begins
	end      int    // where the record ends, of one that is being read leniently; else that of b
	lenient  bool   // faults are noted and reading goes on where it can
	text8    bool   // b is text in UTF-8
	faults   []validate.Fault
	levels   []int          // where what is open began, of a record that is read leniently
	item     int            // counts items
	filled   []int          // by column: the item in which it was last filled
	guess    int            // the column that comes next, if properties come as in the item before
	last     int            // the last column that was filled, or -1
	missed   int            // properties of the item that have no column
	late     map[string]nth // names of such in the chunk, the first ones
	row      int            // number of the item
	names    seen           // members of the record, or its properties, that have no place of their own
	members  seen
	accented bool
	foreign  bool // a text was not in the file's encoding
	record   recordParts
}

// recordParts is what a feature has beside its properties.
type recordParts struct {
	has      uint8 // bits of the members below: those that stand there
	read     uint8 // those that are as they have to be
	typ      []byte
	typed    bool // the type is a text
	geometry span
	cut      bool // the geometry could not be read to its end
	id, bbox span
	idKind   string // what the id is, where it is neither a text nor a number
	stray    string // a member that belongs elsewhere, the first one
	strayAt  int
}

// A span is a part of b.
type span struct{ from, to int }

// The members of a feature that have a meaning.
const (
	hasType = 1 << iota
	hasGeometry
	hasProperties
	hasID
	hasBBox
)

// start makes ready for the item at b[from], whose record begins at base.
func (p *parser) start(base, from, end int, lenient bool) {
	p.i, p.first, p.base, p.end, p.lenient = from, from, base, end, lenient
	p.faults, p.scratch = p.faults[:0], p.scratch[:0]
	p.item++
	p.last, p.missed, p.accented, p.foreign = -1, 0, false, false
	p.levels = p.levels[:0]
	p.record = recordParts{}
	for c := range p.cells {
		p.cells[c] = validate.Cell{Column: c}
	}
}

// value reads an item: a feature or a plain object, or what is neither.
func (p *parser) value() bool {
	p.names.clear()
	p.members.clear()
	if p.b[p.i] != '{' {
		from, before := p.i, len(p.faults)
		ok := p.skip(0)
		if len(p.faults) == before {
			p.note(validate.FaultNoFeature, from, kindWord(p.b[from]))
		}
		return ok
	}
	if p.in.features {
		return p.feature()
	}
	return p.object(1, (*parser).property)
}

// kindWord names what begins with c.
func kindWord(c byte) string {
	switch {
	case c == '[':
		return "array"
	case c == '"' || c == '\'':
		return "string"
	case c == 't' || c == 'f':
		return "boolean"
	case c == 'n':
		return "null"
	case digit[c] || c == '-':
		return "number"
	}
	return "text"
}

// object reads the object at p.i, giving each member to take, which reads its
// value.
func (p *parser) object(depth int, take func(p *parser, name []byte, at, depth int) bool) bool {
	p.enter()
	p.i++
	p.white()
	if p.i < p.end && p.b[p.i] == '}' {
		return p.leave()
	}
	for {
		at := p.i
		name, ok := p.name()
		if !ok || !take(p, name, at, depth) {
			return false
		}
		more, ok := p.next('}')
		if !ok {
			return false
		}
		if !more {
			return p.leave()
		}
	}
}

// enter remembers where something opens.
func (p *parser) enter() {
	if p.lenient {
		p.levels = append(p.levels, p.i)
	}
}

// leave moves over what closes.
func (p *parser) leave() bool {
	if p.lenient {
		p.levels = p.levels[:len(p.levels)-1]
	}
	p.i++
	return true
}

// next moves over the comma behind a value: more says that another value
// follows, else p.i is at what closes.
func (p *parser) next(closing byte) (more, ok bool) {
	p.white()
	if p.i >= p.end {
		return false, p.cut()
	}
	switch c := p.b[p.i]; c {
	case ',':
		comma := p.i
		p.i++
		p.white()
		for p.i < p.end && (p.b[p.i] == closing || p.b[p.i] == ',') {
			if !p.soft(validate.FaultJSONComma, comma, "") {
				return false, false
			}
			if p.b[p.i] == closing {
				return false, true
			}
			comma = p.i
			p.i++
			p.white()
		}
		return true, true
	case closing:
		return false, true
	case '}', ']':
		if p.lenient && p.opened(c) {
			return false, p.unclosed()
		}
		return false, p.hard(validate.FaultJSONSyntax, p.i, string(rune(c)))
	default:
		if c != '"' && c != '{' && c != '[' && !wordy[c] {
			return false, p.hard(validate.FaultJSONSyntax, p.i, p.met())
		}
		return true, p.soft(validate.FaultJSONNoComma, p.i, p.met())
	}
}

// opened says whether something is open that c closes.
func (p *parser) opened(c byte) bool {
	return slices.ContainsFunc(p.levels, func(at int) bool { return (p.b[at] == '{') == (c == '}') && p.b[at] != '"' })
}

// name reads the name of a member and the colon behind it.
func (p *parser) name() (name []byte, ok bool) {
	if p.i >= p.end {
		return nil, p.cut()
	}
	switch c := p.b[p.i]; {
	case c == '"':
		name, ok = p.str()
	case c == '\'':
		name, ok = p.apostrophes()
	case wordy[c]:
		from := p.i
		for p.i < p.end && wordy[p.b[p.i]] {
			p.i++
		}
		name = p.b[from:p.i]
		ok = p.soft(validate.FaultJSONName, from, string(validate.Clip(name)))
	default:
		return nil, p.hard(validate.FaultJSONSyntax, p.i, p.met())
	}
	if !ok {
		return nil, false
	}
	if p.i < p.end && p.b[p.i] == ':' {
		p.i++
		if p.i < p.end && p.b[p.i] > ' ' && p.b[p.i] != '/' {
			return name, true
		}
	} else {
		p.white()
		if p.i >= p.end {
			return nil, p.cut()
		}
		if p.b[p.i] != ':' {
			return nil, p.hard(validate.FaultJSONSyntax, p.i, p.met())
		}
		p.i++
	}
	p.white()
	if p.i >= p.end {
		return nil, p.cut()
	}
	return name, true
}

// white moves over white space and, leniently, over comments.
func (p *parser) white() {
	for p.i < p.end && white[p.b[p.i]] {
		p.i++
	}
	if p.lenient && p.i+1 < p.end && p.b[p.i] == '/' {
		p.comment()
	}
}

// maxFaults is how many faults of one record are told.
const maxFaults = 64

// note notes a fault that leaves it clear where the record ends.
func (p *parser) note(kind validate.FaultKind, at int, text string) {
	if len(p.faults) == maxFaults {
		return
	}
	p.faults = append(p.faults, validate.Fault{Kind: kind, Column: -1, At: at - p.base, Text: text})
}

// soft notes a fault behind which reading goes on, if it is lenient.
func (p *parser) soft(kind validate.FaultKind, at int, text string) bool {
	if p.lenient {
		p.note(kind, at, text)
	}
	return p.lenient
}

// hard notes a fault behind which nothing can be read any more.
func (p *parser) hard(kind validate.FaultKind, at int, text string) bool {
	if p.lenient {
		p.note(kind, at, text)
	}
	return false
}

// cut says that the record ends where something is open.
func (p *parser) cut() bool {
	if p.lenient {
		p.unclosed()
	}
	return false
}

// unclosed notes the innermost thing that is open and is never closed.
func (p *parser) unclosed() bool {
	at := p.base
	if n := len(p.levels); n > 0 {
		at = p.levels[n-1]
	}
	return p.hard(validate.FaultJSONUnclosed, at, string(p.b[at:at+1]))
}

// met is what stands where something else is expected: a word, or a character.
func (p *parser) met() string {
	if p.i >= p.end {
		return ""
	}
	to := p.i
	for to < p.end && to-p.i < 40 && wordy[p.b[to]] {
		to++
	}
	if to == p.i {
		to++
	}
	return valid8(p.b[p.i:to])
}
