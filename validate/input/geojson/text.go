package geojson

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// str reads the string at p.i and gives its text. Faults within are noted, for
// they do not change where it ends.
func (p *parser) str() (text []byte, ok bool) {
	b, from := p.b[:p.end], p.i
	i := from + 1
	escapes, quoted, broken := false, false, false // by a line end
	for {
		for i < len(b) && clean[b[i]] {
			i++
		}
		if i >= len(b) {
			break
		}
		switch c := b[i]; c {
		case '"':
			if p.lenient {
				switch what := p.closing(i, quoted); {
				case what == inner && broken:
					return p.lineText(from), true
				case what == inner:
					p.note(validate.FaultJSONEscape, i, `"`)
					quoted = true
					i++
					continue
				}
			}
			p.i = i + 1
			text = b[from+1 : i]
			if !p.text8 {
				text = p.decode(text)
			}
			if escapes {
				text = p.unescape(text, from+1)
			}
			return text, true
		case escaping:
			escapes = true
			i += 2
		default:
			p.note(validate.FaultJSONCharacter, i, fmt.Sprintf("U+%04X", c))
			broken = broken || c == '\n' || c == '\r'
			i++
		}
	}
	if p.lenient {
		p.levels = append(p.levels, from)
		p.unclosed()
	}
	return nil, false
}

// A closing is what a quote within a record does.
type closing uint8

const (
	closed closing = iota // it ends the string
	inner                 // it is part of the text, and should be escaped; or it begins another string
)

// closing tells what the quote at b[i] does, by what follows it; quoted says that
// there have been inner quotes before.
func (p *parser) closing(i int, quoted bool) closing {
	rest := p.b[i+1 : p.end]
	if len(rest) == 0 || follows[rest[0]] && !quoted {
		return closed
	}
	if next := bytes.TrimLeft(rest, " \t\r\n"); len(next) == 0 || follows[next[0]] {
		return closed
	}
	return inner
}

// lineText gives the text of a string that is not closed on its line, without the
// comma at the end.
func (p *parser) lineText(from int) []byte {
	line := p.b[from+1 : p.end]
	line = line[:bytes.IndexAny(line, "\r\n")]
	text := bytes.TrimSuffix(bytes.TrimRight(line, " \t"), []byte(","))
	p.faults = slices.DeleteFunc(p.faults, func(f validate.Fault) bool { return f.At > from-p.base }) // those of what follows
	p.note(validate.FaultJSONUnclosed, from, `"`)
	p.i = from + 1 + len(text)
	if !p.text8 {
		text = p.decode(text)
	}
	return text
}

// escapes are the characters that a backslash may stand before, and what both mean.
var escapes = map[byte]byte{'"': '"', escaping: escaping, '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// unescape gives a text without its escapes; at is where it begins.
func (p *parser) unescape(text []byte, at int) []byte {
	start := len(p.scratch)
	for i := 0; i < len(text); {
		n := bytes.IndexByte(text[i:], escaping)
		if n < 0 {
			p.scratch = append(p.scratch, text[i:]...)
			break
		}
		p.scratch = append(p.scratch, text[i:i+n]...)
		i += n
		i += p.escape(text[i:], at+i)
	}
	return p.scratch[start:len(p.scratch):len(p.scratch)]
}

// escape reads the escape that text begins with, and gives its length.
func (p *parser) escape(text []byte, at int) int {
	if c, ok := escapes[text[1]]; ok {
		p.scratch = append(p.scratch, c)
		return 2
	}
	r, ok := codeUnit(text)
	switch {
	case !ok:
		_, size := utf8.DecodeRune(text[1:])
		p.note(validate.FaultJSONEscape, at, valid8(text[:1+size]))
		p.scratch = append(p.scratch, text[:1+size]...)
		return 1 + size
	case !utf16.IsSurrogate(r):
		p.scratch = utf8.AppendRune(p.scratch, r)
		return 6
	}
	if low, ok := codeUnit(text[6:]); ok {
		if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
			p.scratch = utf8.AppendRune(p.scratch, pair)
			return 12
		}
	}
	p.note(validate.FaultJSONCharacter, at, string(text[:6]))
	p.scratch = utf8.AppendRune(p.scratch, utf8.RuneError)
	return 6
}

// codeUnit reads an escape of the form \u00e9.
func codeUnit(text []byte) (r rune, ok bool) {
	if len(text) < 6 || text[0] != escaping || text[1] != 'u' {
		return 0, false
	}
	for _, c := range text[2:6] {
		switch {
		case digit[c]:
			c -= '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

// apostrophes reads a string between apostrophes, leniently.
func (p *parser) apostrophes() (text []byte, ok bool) {
	from := p.i
	if !p.soft(validate.FaultJSONQuote, from, "'") {
		return nil, false
	}
	for i := from + 1; i < p.end; i++ {
		switch p.b[i] {
		case escaping:
			i++
		case '\'':
			p.i = i + 1
			return p.b[from+1 : i], true
		case '\n', '\r':
			return nil, p.hard(validate.FaultJSONUnclosed, from, "'")
		}
	}
	return nil, p.hard(validate.FaultJSONUnclosed, from, "'")
}

// decode gives a text in UTF-8 whose bytes are not known to be so.
func (p *parser) decode(raw []byte) []byte {
	if text.IsASCII(raw) {
		return raw
	}
	if p.in.charmap == nil && utf8.Valid(raw) {
		p.accented = true
		return raw
	}
	table := p.in.charmap
	if table == nil {
		table = charmap.Windows1252
		p.foreign = true
	}
	start := len(p.scratch)
	p.scratch = text.NarrowOf(table).Append(p.scratch, raw)
	return p.scratch[start:len(p.scratch):len(p.scratch)]
}

// valid8 is a text as findings hold it: in UTF-8.
func valid8(b []byte) string { return strings.ToValidUTF8(string(b), "\ufffd") }
