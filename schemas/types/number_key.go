package types

// The first byte of a number's key. A finite positive number is a tag that holds the exponent E of 0.d₁d₂… × 10^E, or
// a tag and eight bytes when E is far from 0, then its digits two by two, each pair plus one. A negative number is the
// complement of its opposite and 0xFF, so that the one with more digits comes first.
const (
	tagTiny     = 0x83
	tagUnit     = 0xC0 // E = 0
	tagHuge     = 0xFD
	tagInfinity = 0xFE
	tagNaN      = 0xFF
	tagZero     = 0x80
	nearUnit    = 60
)

// IsNaN says whether the key of a cell is that of the number NaN, which is equal to nothing, itself included, and in no
// order: it fails every minimum and maximum and breaks no uniqueness.
func (t *Type) IsNaN(key []byte) bool { return t.Name == "number" && len(key) == 1 && key[0] == tagNaN }

// appendKey writes the key of a number: equal for 1 and 1.00, in order, and no longer than the number is written.
func (d decimal) appendKey(dst []byte) []byte {
	start := len(dst)
	switch d.class {
	case notANumber:
		return append(dst, tagNaN)
	case infinite:
		dst = append(dst, tagInfinity)
	default:
		first, e := d.leading()
		if first < 0 {
			return append(dst, tagZero)
		}
		dst = appendExponent(dst, e)
		dst = d.appendDigits(dst, first)
	}
	if d.negative {
		for i := start; i < len(dst); i++ {
			dst[i] = ^dst[i]
		}
		dst = append(dst, 0xFF)
	}
	return dst
}

// leading finds the first digit that is not 0, or -1, and the exponent E of 0.d₁d₂… × 10^E.
func (d decimal) leading() (first int, e int64) {
	first = -1
	for i, c := range d.mantissa {
		if !isDigit(c) {
			continue
		}
		if first < 0 && c != '0' {
			first = i
		}
		switch {
		case i < d.point && first >= 0:
			e++
		case i > d.point && first < 0:
			e--
		case i > d.point:
			return first, e + d.exponent
		}
	}
	return first, e + d.exponent
}

func appendExponent(dst []byte, e int64) []byte {
	switch {
	case e > nearUnit:
		return appendUint64(append(dst, tagHuge), uint64(e))
	case e < -nearUnit:
		return appendUint64(append(dst, tagTiny), uint64(e))
	}
	return append(dst, byte(tagUnit+e))
}

func (d decimal) appendDigits(dst []byte, first int) []byte {
	var tens byte
	half := false
	for _, c := range d.mantissa[first:] {
		if !isDigit(c) {
			continue
		}
		if half {
			dst = append(dst, tens+c-'0'+1)
		} else {
			tens = (c - '0') * 10
		}
		half = !half
	}
	if half {
		dst = append(dst, tens+1)
	}
	for dst[len(dst)-1] == 1 {
		dst = dst[:len(dst)-1]
	}
	return dst
}

// shortWidth bounds the cells that shortKey takes.
const shortWidth = 24

// shortKey is the key of a cell that shortValid takes, in one pass.
func (n *numeral) shortKey(dst, raw []byte) ([]byte, bool) {
	negative := false
	if len(raw) > 0 && (raw[0] == '-' || raw[0] == '+') {
		negative = raw[0] == '-'
		raw = raw[1:]
	}
	var digits [shortWidth + 1]byte
	count, e := 0, 0
	seen, point := false, false
	for _, c := range raw {
		switch {
		case isDigit(c):
			seen = true
			if c == '0' && count == 0 {
				if point {
					e--
				}
				continue
			}
			digits[count] = c - '0'
			count++
			if !point {
				e++
			}
		case c == n.point && !point && !n.whole:
			point = true
		case c != n.gap || c == 0:
			return dst, false
		}
	}
	if !seen {
		return dst, false
	}
	for count > 0 && digits[count-1] == 0 {
		count--
	}
	if count == 0 {
		return append(dst, tagZero), true
	}
	var flip byte
	if negative {
		flip = 0xFF
	}
	var key [shortWidth/2 + 3]byte
	key[0] = byte(tagUnit+e) ^ flip
	end := 1
	for i := 0; i < count; i += 2 {
		key[end] = (digits[i]*10 + digits[i+1] + 1) ^ flip
		end++
	}
	if negative {
		key[end] = 0xFF
		end++
	}
	return append(dst, key[:end]...), true
}
