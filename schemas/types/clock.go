package types

import "encoding/binary"

const (
	secondsADay = 86400
	nanos       = 1_000_000_000
)

// A clock is a time of day and the zone it was told in.
type clock struct {
	seconds int // from midnight; 86400 is 24:00:00
	nanos   int
	offset  int // seconds east of UTC; 0 when no zone is written, as the default format of the specification is in UTC
}

// readClock reads HH:MM:SS, then decimals of a second and a zone (Z, +01, +0100 or +01:00) where they are written.
// What is finer than a nanosecond is dropped.
func readClock(b []byte) (clock, bool) {
	var c clock
	if len(b) < 8 || b[2] != ':' || b[5] != ':' {
		return c, false
	}
	h, m, s := two(b[0], b[1]), two(b[3], b[4]), two(b[6], b[7])
	if h < 0 || h > 24 || m < 0 || m > 59 || s < 0 || s > 59 {
		return c, false
	}
	c.seconds = h*3600 + m*60 + s
	if len(b) == 8 {
		return c, c.seconds <= secondsADay
	}
	b = b[8:]
	if b[0] == '.' || b[0] == ',' {
		n, width := readFraction(b[1:])
		if width == 0 {
			return c, false
		}
		c.nanos = n
		b = b[1+width:]
	}
	if c.seconds > secondsADay || c.seconds == secondsADay && c.nanos > 0 {
		return c, false
	}
	var ok bool
	c.offset, ok = readZone(b)
	return c, ok
}

// readFraction reads the digits of a decimal part as billionths, and says how many there are.
func readFraction(b []byte) (billionths, width int) {
	scale := nanos / 10
	for width < len(b) && isDigit(b[width]) {
		billionths += int(b[width]-'0') * scale
		scale /= 10
		width++
	}
	return billionths, width
}

// readZone reads a zone that takes all of b, in seconds east of UTC. Nothing is UTC.
func readZone(b []byte) (int, bool) {
	if len(b) == 0 {
		return 0, true
	}
	if b[0] == 'Z' || b[0] == 'z' {
		return 0, len(b) == 1
	}
	if len(b) < 3 || b[0] != '+' && b[0] != '-' {
		return 0, false
	}
	h, m := two(b[1], b[2]), 0
	switch rest := b[3:]; {
	case len(rest) == 2:
		m = two(rest[0], rest[1])
	case len(rest) == 3 && rest[0] == ':':
		m = two(rest[1], rest[2])
	case len(rest) != 0:
		return 0, false
	}
	if h < 0 || h > 23 || m < 0 || m > 59 {
		return 0, false
	}
	offset := h*3600 + m*60
	if b[0] == '-' {
		offset = -offset
	}
	return offset, true
}

// appendKey writes a time's key: nanoseconds from midnight UTC. 24:00:00 is midnight, as in XML Schema.
func (c clock) appendKey(dst []byte) []byte {
	seconds := c.seconds % secondsADay
	return appendInt64(dst, int64(seconds-c.offset)*nanos+int64(c.nanos))
}

// appendMoment writes a datetime's key: seconds from 1970 in UTC, then nanoseconds. 24:00:00 is the next day.
func appendMoment(dst []byte, day civil, c clock) []byte {
	dst = appendInt64(dst, day.days()*secondsADay+int64(c.seconds-c.offset))
	return binary.BigEndian.AppendUint32(dst, uint32(c.nanos))
}

// readMoment reads YYYY-MM-DD, T or a space, and a time.
func readMoment(b []byte) (civil, clock, bool) {
	if len(b) < 19 || b[10] != 'T' && b[10] != ' ' {
		return civil{}, clock{}, false
	}
	day, ok := readDate(b[:10])
	if !ok {
		return civil{}, clock{}, false
	}
	c, ok := readClock(b[11:])
	return day, c, ok
}

func validTime(raw []byte) bool {
	_, ok := readClock(raw)
	return ok
}

func timeKey(dst, raw []byte) ([]byte, bool) {
	c, ok := readClock(raw)
	if !ok {
		return dst, false
	}
	return c.appendKey(dst), true
}

func validMoment(raw []byte) bool {
	_, _, ok := readMoment(raw)
	return ok
}

func momentKey(dst, raw []byte) ([]byte, bool) {
	day, c, ok := readMoment(raw)
	if !ok {
		return dst, false
	}
	return appendMoment(dst, day, c), true
}
