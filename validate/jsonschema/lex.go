package jsonschema

import (
	"unicode/utf16"
	"unicode/utf8"
)

// blanks gives where the blanks at an offset end.
func blanks(b []byte, at int) int {
	for at < len(b) && (b[at] == ' ' || b[at] == '\n' || b[at] == '\r' || b[at] == '\t') {
		at++
	}
	return at
}

// literal gives where a word ends, -1 where it does not stand there.
func literal(b []byte, at int, word string) int {
	if len(b)-at < len(word) || string(b[at:at+len(word)]) != word {
		return -1
	}
	return at + len(word)
}

// plain are the bytes that stand for themselves in a text.
var plain = func() (is [256]bool) {
	for c := range is {
		is[c] = c >= ' ' && c != '"' && c != '\\'
	}
	return is
}()

// textEnd gives where a text ends, -1 where it does not, and whether it has
// backslashes.
func textEnd(b []byte, at int) (end int, escaped bool) {
	at++
	for {
		for at < len(b) && plain[b[at]] {
			at++
		}
		if at >= len(b) {
			return -1, escaped
		}
		switch b[at] {
		case '"':
			return at + 1, escaped
		case '\\':
			size := escape(b[at:])
			if size == 0 {
				return -1, true
			}
			at, escaped = at+size, true
		default:
			return -1, escaped
		}
	}
}

// escape gives the length of the escape that b starts with, 0 for none.
func escape(b []byte) int {
	if len(b) < 2 {
		return 0
	}
	switch b[1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2
	case 'u':
		if hex(b) >= 0 {
			return 6
		}
	}
	return 0
}

// hex reads \uXXXX, -1 where b does not start so.
func hex(b []byte) rune {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return -1
	}
	var r rune
	for _, c := range b[2:6] {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return -1
		}
	}
	return r
}

// number gives where a number ends, -1 where none stands there.
func number(b []byte, at int) int {
	digits := func() bool {
		start := at
		for at < len(b) && b[at]-'0' <= 9 {
			at++
		}
		return at > start
	}
	if at < len(b) && b[at] == '-' {
		at++
	}
	if at < len(b) && b[at] == '0' {
		at++
	} else if !digits() {
		return -1
	}
	if at < len(b) && b[at] == '.' {
		at++
		if !digits() {
			return -1
		}
	}
	if at < len(b) && b[at]|0x20 == 'e' {
		at++
		if at < len(b) && (b[at] == '+' || b[at] == '-') {
			at++
		}
		if !digits() {
			return -1
		}
	}
	return at
}

// textOf gives the text of a token without quotes and escapes: bytes of the
// item, or of r until the next call. As in package encoding/json, half of a
// pair of surrogates is U+FFFD.
func (r *run) textOf(t *token) []byte {
	raw := r.item[t.start+1 : t.end-1]
	if !t.escaped {
		return raw
	}
	r.buffer = unescape(r.buffer[:0], raw)
	return r.buffer
}

// unescape appends a text without its escapes.
func unescape(out, raw []byte) []byte {
	for i := 0; i < len(raw); {
		if raw[i] != '\\' {
			out = append(out, raw[i])
			i++
			continue
		}
		switch c := raw[i+1]; c {
		case 'u':
			char := hex(raw[i:])
			i += 6
			if utf16.IsSurrogate(char) {
				if char = utf16.DecodeRune(char, hex(raw[i:])); char != utf8.RuneError {
					i += 6
				}
			}
			out = utf8.AppendRune(out, char)
			continue
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		default:
			out = append(out, c)
		}
		i += 2
	}
	return out
}
