package types

import "encoding/binary"

// A span is a duration of ISO 8601. Months have no fixed number of days: a span is equal to another when both their
// months and their seconds are, and in order by the mean length of a Gregorian month.
type span struct {
	months  int64 // in millionths
	seconds int64
	nanos   int64 // 0 to 999,999,999
}

const (
	millionths   = 1_000_000
	monthSeconds = 2_629_746 // 146097 days × 86400 ÷ 4800 months
	maxSpanWidth = 9         // digits before the decimal sign: no sum can overflow
)

// spanUnits are the designators in the order in which they come, months in millionths and the rest in seconds.
var spanUnits = []struct {
	letter          byte
	clock           bool
	months, seconds int64
}{
	{'Y', false, 12 * millionths, 0},
	{'M', false, millionths, 0},
	{'W', false, 0, 7 * secondsADay},
	{'D', false, 0, secondsADay},
	{'H', true, 0, 3600},
	{'M', true, 0, 60},
	{'S', true, 0, 1},
}

func buildDuration(t *Type, _ Spec) ([]string, error) {
	t.Ordered = true
	t.valid = func(raw []byte) bool {
		_, ok := readSpan(raw)
		return ok
	}
	t.key = func(dst, raw []byte) ([]byte, bool) {
		s, ok := readSpan(raw)
		if !ok {
			return dst, false
		}
		return s.appendKey(dst), true
	}
	t.explain = explainDuration
	return t.onlyDefault(), nil
}

// readSpan reads PnYnMnWnDTnHnMnS, any part of which may be absent, but not all, after an optional sign. The last
// number may have decimals; what is finer than a nanosecond or a millionth of a month is dropped.
func readSpan(raw []byte) (span, bool) {
	var s span
	b := raw
	negative := len(b) > 0 && b[0] == '-'
	if len(b) > 0 && (b[0] == '-' || b[0] == '+') {
		b = b[1:]
	}
	if len(b) < 3 || b[0] != 'P' {
		return s, false
	}
	b = b[1:]
	clock, unit := false, 0
	for len(b) > 0 {
		if b[0] == 'T' {
			if clock {
				return s, false
			}
			clock = true
			b = b[1:]
			if len(b) == 0 {
				return s, false
			}
		}
		n, billionths, width := readAmount(b)
		if width == 0 || width == len(b) {
			return s, false
		}
		for unit < len(spanUnits) && (spanUnits[unit].letter != b[width] || spanUnits[unit].clock != clock) {
			unit++
		}
		if unit == len(spanUnits) || billionths >= 0 && width+1 != len(b) {
			return s, false
		}
		s.add(n, max(billionths, 0), spanUnits[unit].months, spanUnits[unit].seconds)
		b = b[width+1:]
		unit++
	}
	if negative {
		s = s.negated()
	}
	return s, true
}

// readAmount reads a number and its decimals in billionths, -1 being none, and says how many bytes it takes.
func readAmount(b []byte) (n, billionths int64, width int) {
	for width < len(b) && isDigit(b[width]) {
		n = n*10 + int64(b[width]-'0')
		width++
		if width > maxSpanWidth {
			return 0, 0, 0
		}
	}
	if width == 0 || width == len(b) || b[width] != '.' && b[width] != ',' {
		return n, -1, width
	}
	fraction, digits := readFraction(b[width+1:])
	if digits == 0 {
		return 0, 0, 0
	}
	return n, int64(fraction), width + 1 + digits
}

func (s *span) add(n, billionths, months, seconds int64) {
	s.months += n*months + billionths*(months/millionths)/(nanos/millionths)
	s.nanos += billionths * seconds
	s.seconds += n*seconds + s.nanos/nanos
	s.nanos %= nanos
}

func (s span) negated() span {
	s.months, s.seconds = -s.months, -s.seconds
	if s.nanos > 0 {
		s.seconds, s.nanos = s.seconds-1, nanos-s.nanos
	}
	return s
}

// appendKey writes the mean length, then the months that tell apart two spans of one mean length.
func (s span) appendKey(dst []byte) []byte {
	whole, part := s.months/millionths, s.months%millionths
	if part < 0 {
		whole, part = whole-1, part+millionths
	}
	rest := s.nanos + part*monthSeconds*(nanos/millionths)
	dst = appendInt64(dst, s.seconds+whole*monthSeconds+rest/nanos)
	dst = binary.BigEndian.AppendUint32(dst, uint32(rest%nanos))
	return appendInt64(dst, s.months)
}
