package types

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stringFormats are what a string may have to look like.
var stringFormats = []struct {
	name  string
	valid func(raw []byte) bool
}{
	{defaultFormat, func([]byte) bool { return true }},
	{"email", isEmail},
	{"uri", isURI},
	{"uuid", isUUID},
	{"binary", isBase64},
	{"wkt", isWKT},
}

func buildString(t *Type, _ Spec) ([]string, error) {
	t.Text, t.Sized = true, true
	t.length = utf8.RuneCount
	var remarks []string
	i := slices.IndexFunc(stringFormats, func(f struct {
		name  string
		valid func([]byte) bool
	}) bool {
		return f.name == t.Format
	})
	if i < 0 {
		remarks = []string{fmt.Sprintf("format %q of type string is unknown and ignored", t.Format)}
		t.Format, i = defaultFormat, 0
	}
	t.valid, t.anything = stringFormats[i].valid, t.Format == defaultFormat
	t.key = t.textKey
	t.explain = t.explainText
	return remarks, nil
}

func buildAny(t *Type, _ Spec) ([]string, error) {
	t.Text = true
	t.valid, t.anything = func([]byte) bool { return true }, true
	t.key = t.textKey
	t.explain = t.explainText
	return t.onlyDefault(), nil
}

func (t *Type) textKey(dst, raw []byte) ([]byte, bool) {
	if !t.valid(raw) {
		return dst, false
	}
	return append(dst, raw...), true
}

// isURI asks for the scheme of RFC 3986 and a colon. What follows is free, as in frictionless-py: published addresses
// hold accents and spaces that browsers take.
func isURI(raw []byte) bool {
	for i, c := range raw {
		switch {
		case isLetter(c):
		case i > 0 && (isDigit(c) || c == '+' || c == '-' || c == '.'):
		default:
			return i > 0 && c == ':'
		}
	}
	return false
}

func isLetter(c byte) bool { return (c|0x20)-'a' < 26 }

// isUUID takes 32 hexadecimal digits, with hyphens, braces or urn:uuid: around, as Python's uuid.UUID does.
func isUUID(raw []byte) bool {
	raw = bytes.TrimPrefix(raw, []byte("urn:"))
	raw = bytes.TrimPrefix(raw, []byte("uuid:"))
	raw = bytes.Trim(raw, "{}")
	digits := 0
	for _, c := range raw {
		switch {
		case isDigit(c) || (c|0x20)-'a' < 6:
			digits++
		case c != '-':
			return false
		}
	}
	return digits == 32
}

// isBase64 takes the standard alphabet of RFC 4648 with its padding, cut in lines or not.
func isBase64(raw []byte) bool {
	digits, pads := 0, 0
	for _, c := range raw {
		switch {
		case c == '\r' || c == '\n':
		case c == '=':
			pads++
		case pads == 0 && (isLetter(c) || isDigit(c) || c == '+' || c == '/'):
			digits++
		default:
			return false
		}
	}
	return digits > 0 && pads <= 2 && (digits+pads)%4 == 0
}

// atext are the signs of an atom, RFC 5322 §3.2.3.
const atext = "!#$%&'*+/=?^_`{|}~-"

const (
	maxLocal  = 64
	maxDomain = 253
	maxLabel  = 63
)

// isEmail takes local@domain: a local part of RFC 5322 atoms joined by dots, or quoted, and a domain of two labels or
// more. Letters of other scripts are allowed on both sides (RFC 6531).
func isEmail(raw []byte) bool {
	at := bytes.LastIndexByte(raw, '@')
	if at < 1 || at > maxLocal {
		return false
	}
	return isLocal(raw[:at]) && isDomain(raw[at+1:])
}

func isLocal(s []byte) bool {
	if n := len(s); n > 2 && s[0] == '"' && s[n-1] == '"' {
		return !bytes.ContainsAny(s[1:n-1], "\"\\\r\n")
	}
	for i, c := range s {
		if c == '.' {
			if i == 0 || i == len(s)-1 || s[i-1] == '.' {
				return false
			}
			continue
		}
		if !isLetter(c) && !isDigit(c) && c < utf8.RuneSelf && strings.IndexByte(atext, c) < 0 {
			return false
		}
	}
	return !hasSpace(s)
}

func isDomain(s []byte) bool {
	if len(s) > maxDomain || hasSpace(s) {
		return false
	}
	labels, start, numeric := 0, 0, true
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] != '.' {
			c := s[i]
			numeric = numeric && isDigit(c)
			if !isLetter(c) && !isDigit(c) && c < utf8.RuneSelf && c != '-' {
				return false
			}
			continue
		}
		label := s[start:i]
		if len(label) == 0 || len(label) > maxLabel || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		if i == len(s) {
			return labels > 0 && len(label) > 1 && !numeric
		}
		labels, start, numeric = labels+1, i+1, true
	}
	return false
}

// hasSpace looks for spaces and for bytes that are not UTF-8.
func hasSpace(s []byte) bool {
	for len(s) > 0 {
		r, size := utf8.DecodeRune(s)
		if unicode.IsSpace(r) || r == utf8.RuneError && size == 1 {
			return true
		}
		s = s[size:]
	}
	return false
}
