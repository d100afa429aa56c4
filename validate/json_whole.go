package validate

import (
	"bytes"
	"strconv"
)

// mostZeros is up to how many zeros an exponent is written out.
const mostZeros = 40

// wholeNumber gives the digits of a JSON number that is whole, however it is
// written: 12.0 and 1.2e1 are the integer 12. Any other number stays as it is.
// Only one with an exponent takes new memory.
func wholeNumber(raw []byte) []byte {
	if i := bytes.IndexAny(raw, "eE"); i > 0 {
		return wholeExponent(raw, i)
	}
	if i := bytes.IndexByte(raw, '.'); i > 0 && len(bytes.Trim(raw[i+1:], "0")) == 0 {
		return raw[:i]
	}
	return raw
}

// wholeExponent is wholeNumber for a number whose exponent starts at e.
func wholeExponent(raw []byte, e int) []byte {
	shift, err := strconv.Atoi(string(bytes.TrimPrefix(raw[e+1:], []byte{'+'})))
	if err != nil {
		return raw
	}
	before, after, _ := bytes.Cut(raw[:e], []byte{'.'})
	digits := append(bytes.Clone(before), after...)
	switch shift -= len(after); {
	case shift > mostZeros:
		return raw
	case shift >= 0:
		digits = append(digits, bytes.Repeat([]byte{'0'}, shift)...)
	case -shift >= len(before)+len(after) || len(bytes.Trim(digits[len(digits)+shift:], "0")) > 0:
		return raw
	default:
		digits = digits[:len(digits)+shift]
	}
	sign := []byte(nil)
	if digits[0] == '-' {
		sign, digits = []byte{'-'}, digits[1:]
	}
	if digits = bytes.TrimLeft(digits, "0"); len(digits) == 0 {
		return []byte{'0'}
	}
	return append(sign, digits...)
}
