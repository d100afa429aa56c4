package geometry

import (
	"math"
	"strconv"
)

// tens are the powers of ten that a float64 holds exactly.
var tens = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

// readNumber reads the JSON number at the start of b, which is n bytes long; n is
// 0 where there is none. decimals is how many it is written with. v is infinite
// where the number is too large.
//
// A whole number below 2⁵³ over a power of ten that is held exactly gives the
// nearest float64 by one division: so are most coordinates read.
func readNumber(b []byte) (v float64, n, decimals int) {
	i := 0
	if len(b) > 0 && b[0] == '-' {
		i = 1
	}
	var mantissa uint64
	first := i
	for ; i < len(b) && b[i]-'0' <= 9; i++ {
		mantissa = mantissa*10 + uint64(b[i]-'0')
	}
	digits := i - first
	if digits == 0 || b[first] == '0' && digits > 1 {
		return 0, 0, 0
	}
	if i < len(b) && b[i] == '.' {
		i++
		point := i
		for ; i < len(b) && b[i]-'0' <= 9; i++ {
			mantissa = mantissa*10 + uint64(b[i]-'0')
		}
		if decimals = i - point; decimals == 0 {
			return 0, 0, 0
		}
		digits += decimals
	}
	if i < len(b) && b[i]|0x20 == 'e' {
		return slowNumber(b)
	}
	if digits > 19 || mantissa >= 1<<53 || decimals >= len(tens) {
		return parse(b[:i], decimals)
	}
	if v = float64(mantissa) / tens[decimals]; first == 1 {
		v = -v
	}
	return v, i, decimals
}

// slowNumber reads a number with an exponent.
func slowNumber(b []byte) (v float64, n, decimals int) {
	s := scanner{text: b}
	if n = s.number(0); n < 0 {
		return 0, 0, 0
	}
	exponent, point := n, n
	for i, c := range b[:n] {
		switch c | 0x20 {
		case '.' | 0x20:
			point = i + 1
		case 'e':
			exponent = i
		}
	}
	shift, err := strconv.Atoi(string(b[exponent+1 : n]))
	if err != nil || shift < -400 || shift > 400 {
		return parse(b[:n], 0) // nothing, or too large: decimals are not the matter
	}
	return parse(b[:n], max(0, exponent-min(point, exponent)-shift))
}

// parse reads the whole of b.
func parse(b []byte, written int) (v float64, n, decimals int) {
	v, err := strconv.ParseFloat(string(b), 64)
	if err != nil && !math.IsInf(v, 0) {
		return 0, 0, 0
	}
	return v, len(b), written
}
