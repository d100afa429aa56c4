package report

import (
	"fmt"
	"strconv"
	"unicode/utf8"
)

// An object is a JSON object that is written member by member: to look through
// the types of a million findings anew takes longer than to find them.
type object struct {
	b      []byte
	before string // each member: a line end and its indentation, or nothing
	colon  string
	begun  bool
}

func (o *object) name(name string) {
	if o.begun {
		o.b = append(o.b, ',')
	}
	o.begun = true
	o.b = append(o.b, o.before...)
	o.b = append(o.b, '"')
	o.b = append(o.b, name...)
	o.b = append(o.b, '"')
	o.b = append(o.b, o.colon...)
}

func (o *object) text(name, value string) {
	o.name(name)
	o.b = appendString(o.b, value)
}

func (o *object) number(name string, n int) {
	o.name(name)
	o.b = strconv.AppendInt(o.b, int64(n), 10)
}

// textIf writes a member that is left out where it is empty, as numberIf does
// with 0.
func (o *object) textIf(name, value string) {
	if value != "" {
		o.text(name, value)
	}
}

func (o *object) numberIf(name string, n int) {
	if n != 0 {
		o.number(name, n)
	}
}

// finding writes the members of a finding, as the tags of jsonFinding say.
func (o *object) finding(f *jsonFinding) {
	o.text("code", f.Code)
	o.textIf("reason", f.Reason)
	o.text("severity", f.Severity.String())
	o.number("row", f.Row)
	o.number("line", f.Line)
	o.numberIf("character", f.Char)
	o.numberIf("column", f.Column)
	o.textIf("field", f.Field)
	o.textIf("cell", f.Cell)
	o.text("value", f.Value)
	o.textIf("expected", f.Expected)
	o.textIf("pattern", f.Pattern)
	o.text("message", f.Message)
	o.textIf("hint", f.Hint)
	o.textIf("fix", f.Fix)
}

// appendString writes a string in quotes, as encoding/json does without
// escaping HTML, and what is hidden as \u escapes.
func appendString(b []byte, s string) []byte {
	const digits = "0123456789abcdef"
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < 0x7f && c != '"' && c != '\\' {
			i++
			continue
		}
		r, size := rune(c), 1
		if c >= utf8.RuneSelf {
			if r, size = utf8.DecodeRuneInString(s[i:]); !hidden(r) && size > 1 {
				i += size
				continue
			}
		}
		b = append(b, s[from:i]...)
		switch r {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\b':
			b = append(b, `\b`...)
		case '\f':
			b = append(b, `\f`...)
		case '\n':
			b = append(b, `\n`...)
		case '\r':
			b = append(b, `\r`...)
		case '\t':
			b = append(b, `\t`...)
		default:
			if r < utf8.RuneSelf {
				b = append(b, '\\', 'u', '0', '0', digits[r>>4], digits[r&15])
			} else {
				b = appendEscape(b, r)
			}
		}
		i += size
		from = i
	}
	b = append(b, s[from:]...)
	return append(b, '"')
}

// appendEscape writes a character as \u escapes: two of them beyond U+FFFF.
func appendEscape(b []byte, r rune) []byte {
	if r > 0xffff {
		r -= 0x10000
		return fmt.Appendf(b, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
	}
	return fmt.Appendf(b, `\u%04x`, r)
}
