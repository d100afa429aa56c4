package geojson

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// skip moves over a value of any kind, looking at its JSON; depth is how many
// objects and lists it stands in. It recurses as deep as maxDepth at most.
func (p *parser) skip(depth int) bool {
	if p.i >= p.end {
		return p.cut()
	}
	switch c := p.b[p.i]; {
	case digit[c] || c == '-':
		return p.number()
	case c == '"':
		_, ok := p.str()
		return ok
	case c == '{' || c == '[':
		if depth >= maxDepth {
			return p.hard(validate.FaultJSONDeep, p.i, "")
		}
		if c == '{' {
			return p.object(depth+1, (*parser).passed)
		}
		return p.list(depth + 1)
	case c == '\'':
		_, ok := p.apostrophes()
		return ok
	}
	_, ok := p.word()
	return ok
}

// passed reads a member that is of no interest.
func (p *parser) passed(_ []byte, _, depth int) bool { return p.skip(depth) }

// list moves over a list.
func (p *parser) list(depth int) bool {
	p.enter()
	p.i++
	p.white()
	if p.i < p.end && p.b[p.i] == ']' {
		return p.leave()
	}
	for {
		if !p.skip(depth) {
			return false
		}
		if p.i+1 < p.end && p.b[p.i] == ',' && (digit[p.b[p.i+1]] || p.b[p.i+1] == '-') {
			p.i++ // as it is in coordinates
			continue
		}
		more, ok := p.next(']')
		if !ok {
			return false
		}
		if !more {
			return p.leave()
		}
	}
}

// number moves over a number.
func (p *parser) number() bool {
	b, i := p.b[:p.end], p.i
	if b[i] == '-' {
		i++
	}
	if i >= len(b) || !digit[b[i]] {
		return p.odd()
	}
	zero := b[i] == '0'
	for i++; i < len(b) && digit[b[i]]; i++ {
		if zero {
			return p.odd()
		}
	}
	if i < len(b) && b[i] == '.' {
		if i++; i >= len(b) || !digit[b[i]] {
			return p.odd()
		}
		for i < len(b) && digit[b[i]] {
			i++
		}
	}
	if i < len(b) && (b[i] == 'e' || b[i] == 'E') {
		if i++; i < len(b) && (b[i] == '+' || b[i] == '-') {
			i++
		}
		if i >= len(b) || !digit[b[i]] {
			return p.odd()
		}
		for i < len(b) && digit[b[i]] {
			i++
		}
	}
	if i < len(b) && wordy[b[i]] {
		return p.odd()
	}
	p.i = i
	return true
}

// odd moves over what looks like a number and is none in JSON.
func (p *parser) odd() bool {
	from := p.i
	for p.i < p.end && wordy[p.b[p.i]] {
		p.i++
	}
	if p.i == from {
		return p.hard(validate.FaultJSONSyntax, from, p.met())
	}
	return p.soft(validate.FaultJSONNumber, from, validate.Clip(p.b[from:p.i]))
}

var (
	literals = [...]string{"true", "false", "null"}
	notANum  = [...]string{"nan", "infinity", "inf"}
)

// word moves over true, false or null, or leniently over another word; ok says
// that reading goes on, and literal that it is one of the three.
func (p *parser) word() (literal, ok bool) {
	b := p.b[p.i:p.end]
	for _, word := range literals {
		if len(b) >= len(word) && string(b[:len(word)]) == word && (len(b) == len(word) || !wordy[b[len(word)]]) {
			p.i += len(word)
			return true, true
		}
	}
	from := p.i
	for p.i < p.end && wordy[p.b[p.i]] {
		p.i++
	}
	word := p.b[from:p.i]
	bare := bytes.TrimLeft(word, "+-.")
	switch {
	case len(word) == 0:
		return false, p.hard(validate.FaultJSONSyntax, from, p.met())
	case len(bare) > 0 && (digit[bare[0]] || isOneOf(bare, notANum[:])):
		return false, p.soft(validate.FaultJSONNumber, from, validate.Clip(word))
	}
	return false, p.soft(validate.FaultJSONSyntax, from, valid8(word))
}

func isOneOf(word []byte, list []string) bool {
	for _, w := range list {
		if len(w) == len(word) && bytes.EqualFold(word, []byte(w)) {
			return true
		}
	}
	return false
}

// comment moves over comments, as JavaScript has them.
func (p *parser) comment() {
	for p.i+1 < p.end && p.b[p.i] == '/' {
		from, rest := p.i, p.b[p.i+2:p.end]
		switch p.b[p.i+1] {
		case '/':
			n := bytes.IndexAny(rest, "\r\n")
			if n < 0 {
				n = len(rest)
			}
			p.i += 2 + n
		case '*':
			n := bytes.Index(rest, []byte("*/"))
			if n < 0 {
				return
			}
			p.i += 4 + n
		default:
			return
		}
		p.note(validate.FaultJSONComment, from, valid8(p.b[from:min(p.i, from+40)]))
		for p.i < p.end && white[p.b[p.i]] {
			p.i++
		}
	}
}
