package jsonschema

import (
	"bytes"
	"cmp"
	"math/big"
	"math/bits"
	"strconv"
)

// longestNumber is how long a number may be, in characters, and
// largestExponent what its exponent may be: reckoning with more takes minutes.
const (
	longestNumber   = 400
	largestExponent = 300
)

// A decimal is the number mantissa × 10^exponent, where that fits.
type decimal struct {
	mantissa uint64
	exponent int
	negative bool
}

// decimalOf reads a JSON number of at most 18 digits; ok is false for others.
func decimalOf(b []byte) (d decimal, ok bool) {
	i, digits, point := 0, 0, false
	if b[0] == '-' {
		d.negative = true
		i++
	}
	for ; i < len(b); i++ {
		switch c := b[i]; {
		case c == '.':
			point = true
		case c|0x20 == 'e':
			e, err := strconv.Atoi(string(b[i+1:]))
			if err != nil || max(e, -e) > largestExponent {
				return d, false
			}
			d.exponent += e
			i = len(b)
		default:
			if d.mantissa > 0 || c != '0' {
				digits++
			}
			if digits > 18 {
				return d, false
			}
			d.mantissa = d.mantissa*10 + uint64(c-'0')
			if point {
				d.exponent--
			}
		}
	}
	for d.mantissa != 0 && d.mantissa%10 == 0 && d.exponent < 0 {
		d.mantissa /= 10
		d.exponent++
	}
	if d.mantissa == 0 {
		d.exponent, d.negative = 0, false
	}
	return d, true
}

// powers are the powers of ten below 2^64.
var powers = func() (p [20]uint64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = 10 * p[i-1]
	}
	return p
}()

// compare is cmp.Compare of two decimals; ok is false where they are too far
// apart to tell here.
func (d decimal) compare(o decimal) (by int, ok bool) {
	if d.negative != o.negative {
		if d.negative {
			return -1, true
		}
		return 1, true
	}
	by, ok = d.compareSize(o)
	if d.negative {
		by = -by
	}
	return by, ok
}

func (d decimal) compareSize(o decimal) (by int, ok bool) {
	shift := d.exponent - o.exponent
	switch {
	case d.mantissa == 0 || o.mantissa == 0 || shift == 0:
		return cmp.Compare(d.mantissa, o.mantissa), d.mantissa == 0 || o.mantissa == 0 || shift == 0
	case shift > 0 && shift < len(powers):
		high, low := bits.Mul64(d.mantissa, powers[shift])
		if high > 0 {
			return 1, true
		}
		return cmp.Compare(low, o.mantissa), true
	case shift < 0 && -shift < len(powers):
		high, low := bits.Mul64(o.mantissa, powers[-shift])
		if high > 0 {
			return -1, true
		}
		return cmp.Compare(d.mantissa, low), true
	}
	return 0, false
}

// isWhole says whether a number that is not huge is an integer.
func isWhole(b []byte) bool {
	if bytes.IndexByte(b, '.') < 0 && bytes.IndexByte(b, 'e') < 0 && bytes.IndexByte(b, 'E') < 0 {
		return true
	}
	if d, ok := decimalOf(b); ok {
		return d.mantissa == 0 || d.exponent >= 0
	}
	exact := rat(b)
	return exact != nil && exact.IsInt()
}

// isHuge says whether nothing can be reckoned with a number.
func isHuge(b []byte) bool {
	if len(b) < 5 {
		return false
	}
	if len(b) > longestNumber {
		return true
	}
	e := bytes.IndexByte(b, 'e')
	if e < 0 {
		e = bytes.IndexByte(b, 'E')
	}
	if e < 0 {
		return false
	}
	n, err := strconv.Atoi(string(b[e+1:]))
	return err != nil || max(n, -n) > largestExponent
}

func rat(b []byte) *big.Rat {
	exact, ok := new(big.Rat).SetString(string(b))
	if !ok {
		return nil
	}
	return exact
}

// A bound is a number of the schema.
type bound struct {
	text  string
	quick decimal
	fits  bool
	exact *big.Rat
}

func boundOf(text string) *bound {
	b := &bound{text: text, exact: rat([]byte(text))}
	b.quick, b.fits = decimalOf([]byte(text))
	return b
}

// compare is cmp.Compare of a number that is not huge and the bound.
func (b *bound) compare(number []byte) int {
	if d, ok := decimalOf(number); ok && b.fits {
		if by, ok := d.compare(b.quick); ok {
			return by
		}
	}
	return rat(number).Cmp(b.exact)
}

// divides says whether a number that is not huge is a multiple of the bound.
func (b *bound) divides(number []byte) bool {
	if d, ok := decimalOf(number); ok && b.fits {
		shift := d.exponent - b.quick.exponent
		switch {
		case d.mantissa == 0:
			return true
		case shift == 0:
			return d.mantissa%b.quick.mantissa == 0
		case shift > 0 && shift < len(powers):
			if high, low := bits.Mul64(d.mantissa, powers[shift]); high == 0 {
				return low%b.quick.mantissa == 0
			}
		case shift < 0 && -shift < len(powers):
			if high, low := bits.Mul64(b.quick.mantissa, powers[-shift]); high == 0 {
				return d.mantissa%low == 0
			}
		}
	}
	return new(big.Rat).Quo(rat(number), b.exact).IsInt()
}
