package types

import (
	"bytes"
	"fmt"
	"strings"
)

// A numeral is a way of writing numbers.
type numeral struct {
	decimal string // the decimal sign
	group   string // between groups of digits; "" is none
	bare    bool   // nothing stands around the number
	whole   bool   // neither decimals nor exponent

	short      bool // the signs are single bytes and nothing surrounds the number: most cells have a short way
	point, gap byte // the signs, 0 being none
}

// A decimal is a number that was read and not computed: its digits stay where they were written.
type decimal struct {
	class    byte // finite, infinite or notANumber
	negative bool
	mantissa []byte // digits, decimal sign and group signs as written
	point    int    // where the decimal sign stands in mantissa, or its length
	exponent int64
}

const (
	finite = iota
	infinite
	notANumber
)

// maxExponentDigits bounds exponents as Python's decimal does, and keeps every sum within an int64.
const maxExponentDigits = 18

func buildNumber(t *Type, spec Spec) ([]string, error) {
	if spec.DecimalChar == "" {
		spec.DecimalChar = "."
	}
	return t.buildNumeral(spec)
}

func buildInteger(t *Type, spec Spec) ([]string, error) {
	spec.DecimalChar = ""
	return t.buildNumeral(spec)
}

func (t *Type) buildNumeral(spec Spec) ([]string, error) {
	n, err := newNumeral(spec)
	if err != nil {
		return nil, err
	}
	t.Ordered = true
	t.valid, t.key = n.valid, n.key
	t.value = n.value
	t.explain = n.explain
	t.decimal = n.decimal
	return t.onlyDefault(), nil
}

// newNumeral makes the numeral of a number, or, without a decimal sign, of an integer.
func newNumeral(spec Spec) (*numeral, error) {
	n := &numeral{decimal: spec.DecimalChar, group: spec.GroupChar, bare: spec.BareNumber == nil || *spec.BareNumber}
	n.whole = n.decimal == ""
	n.short = n.bare && len(n.decimal) <= 1 && len(n.group) <= 1
	if n.short {
		n.point, n.gap = (n.decimal + "\x00")[0], (n.group + "\x00")[0]
	}
	for _, sign := range []string{n.decimal, n.group} {
		if strings.ContainsAny(sign, "0123456789+-eE") {
			return nil, fmt.Errorf("%q cannot separate the digits of a number", sign)
		}
	}
	if n.decimal != "" && n.decimal == n.group {
		return nil, fmt.Errorf("%q cannot be both decimalChar and groupChar", n.decimal)
	}
	return n, nil
}

func isDigit(c byte) bool { return c-'0' <= 9 }

func (n *numeral) valid(raw []byte) bool {
	if n.short && n.shortValid(raw) {
		return true
	}
	_, ok := n.read(raw)
	return ok
}

// shortValid takes a sign, digits, the decimal sign and the group signs; what else a number may hold is left to read.
func (n *numeral) shortValid(raw []byte) bool {
	point := n.point
	if n.whole {
		point = '0' // which no sign is
	}
	if plainNumber(raw, point) {
		return true
	}
	if len(raw) > 0 && (raw[0] == '-' || raw[0] == '+') {
		raw = raw[1:]
	}
	digits, pointed := false, n.whole
	for _, c := range raw {
		switch {
		case isDigit(c):
			digits = true
		case c == n.point && !pointed:
			pointed = true
		case c != n.gap || c == 0:
			return false
		}
	}
	return digits
}

func (n *numeral) key(dst, raw []byte) ([]byte, bool) {
	if n.short && len(raw) <= shortWidth {
		if key, ok := n.shortKey(dst, raw); ok {
			return key, true
		}
	}
	d, ok := n.read(raw)
	if !ok {
		return dst, false
	}
	return d.appendKey(dst), true
}

// read finds the parts of a number. Group signs may stand anywhere among the digits, as in frictionless-py.
func (n *numeral) read(raw []byte) (decimal, bool) {
	s := bytes.TrimSpace(raw)
	if !n.bare {
		s = bareNumber(s)
	}
	var d decimal
	signed := len(s) > 0 && (s[0] == '-' || s[0] == '+')
	if signed {
		d.negative = s[0] == '-'
		s = s[1:]
	}
	d.point = -1
	digits, i := 0, 0
	for i < len(s) {
		if isDigit(s[i]) {
			digits++
			i++
			continue
		}
		if step := n.separator(s[i:]); step > 0 {
			i += step
			continue
		}
		if n.whole || d.point >= 0 || !hasPrefix(s[i:], n.decimal) {
			break
		}
		d.point = i
		i += len(n.decimal)
	}
	if digits == 0 {
		return n.special(d, s, signed)
	}
	d.mantissa = s[:i]
	if d.point < 0 {
		d.point = i
	}
	if i == len(s) {
		return d, true
	}
	var ok bool
	d.exponent, ok = readExponent(s[i:])
	return d, ok && !n.whole
}

func (n *numeral) separator(s []byte) int {
	if n.group != "" && hasPrefix(s, n.group) {
		return len(n.group)
	}
	return 0
}

func hasPrefix(s []byte, prefix string) bool {
	return len(s) >= len(prefix) && string(s[:len(prefix)]) == prefix
}

// special reads NaN without a sign and INF, in any letter case.
func (n *numeral) special(d decimal, s []byte, signed bool) (decimal, bool) {
	if n.whole || len(s) != 3 {
		return d, false
	}
	switch word := [3]byte{s[0] | 0x20, s[1] | 0x20, s[2] | 0x20}; string(word[:]) {
	case "inf":
		d.class = infinite
		return d, true
	case "nan":
		d.class = notANumber
		return d, !signed
	}
	return d, false
}

// readExponent reads "e+12".
func readExponent(s []byte) (int64, bool) {
	if s[0]|0x20 != 'e' {
		return 0, false
	}
	s = s[1:]
	negative := false
	if len(s) > 0 && (s[0] == '-' || s[0] == '+') {
		negative = s[0] == '-'
		s = s[1:]
	}
	if len(s) == 0 {
		return 0, false
	}
	for len(s) > 1 && s[0] == '0' {
		s = s[1:]
	}
	if len(s) > maxExponentDigits {
		return 0, false
	}
	var e int64
	for _, c := range s {
		if !isDigit(c) {
			return 0, false
		}
		e = e*10 + int64(c-'0')
	}
	if negative {
		e = -e
	}
	return e, true
}

// bareNumber cuts what stands before the first digit or minus sign, and after the last digit. What a minus sign stands
// away from is no number: nobody can know whether it was meant.
func bareNumber(s []byte) []byte {
	last := bytes.LastIndexAny(s, "0123456789")
	if last < 0 {
		return s
	}
	return s[bytes.IndexAny(s, "-0123456789") : last+1]
}
