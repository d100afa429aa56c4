package types

import "encoding/binary"

// A civil is a day of the Gregorian calendar, from year 1 to 9999.
type civil struct{ year, month, day int }

var monthDays = [13]uint8{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysIn(year, month int) int {
	if month == 2 && isLeap(year) {
		return 29
	}
	return int(monthDays[month])
}

func (c civil) exists() bool {
	return c.year >= 1 && c.year <= 9999 && c.month >= 1 && c.month <= 12 && c.day >= 1 && c.day <= daysIn(c.year, c.month)
}

// days counts the days from 1970-01-01, by Howard Hinnant's days_from_civil.
func (c civil) days() int64 {
	y, m := int64(c.year), int64(c.month)
	if m <= 2 {
		y--
		m += 12
	}
	era := y / 400
	yoe := y - era*400
	doy := (153*(m-3)+2)/5 + int64(c.day) - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468
}

// appendKey writes a date's key: four bytes that hold year, month and day.
func (c civil) appendKey(dst []byte) []byte {
	return binary.BigEndian.AppendUint32(dst, uint32(c.year)<<9|uint32(c.month)<<5|uint32(c.day))
}

func appendUint64(dst []byte, v uint64) []byte { return binary.BigEndian.AppendUint64(dst, v) }

// appendInt64 writes eight bytes that compare as the numbers do.
func appendInt64(dst []byte, v int64) []byte { return appendUint64(dst, uint64(v)^1<<63) }

// two reads two digits, or -1.
func two(a, b byte) int {
	a -= '0'
	b -= '0'
	if a > 9 || b > 9 {
		return -1
	}
	return int(a)*10 + int(b)
}

func dateKey(dst, raw []byte) ([]byte, bool) {
	c, ok := readDate(raw)
	if !ok {
		return dst, false
	}
	return c.appendKey(dst), true
}

func validDate(raw []byte) bool {
	_, ok := readDate(raw)
	return ok
}

func buildYear(t *Type, _ Spec) ([]string, error) {
	t.Ordered = true
	t.valid = func(raw []byte) bool { return readYear(raw) >= 0 }
	t.key = func(dst, raw []byte) ([]byte, bool) {
		y := readYear(raw)
		if y < 0 {
			return dst, false
		}
		return binary.BigEndian.AppendUint16(dst, uint16(y)), true
	}
	t.explain = explainYear
	return t.onlyDefault(), nil
}

// readYear reads four digits, or -1. Year 0000 is one, as in ISO 8601.
func readYear(raw []byte) int {
	if len(raw) != 4 {
		return -1
	}
	century, year := two(raw[0], raw[1]), two(raw[2], raw[3])
	if century < 0 || year < 0 {
		return -1
	}
	return century*100 + year
}

func buildYearmonth(t *Type, _ Spec) ([]string, error) {
	t.Ordered = true
	t.valid = func(raw []byte) bool { return readYearmonth(raw) >= 0 }
	t.key = func(dst, raw []byte) ([]byte, bool) {
		m := readYearmonth(raw)
		if m < 0 {
			return dst, false
		}
		return binary.BigEndian.AppendUint32(dst, uint32(m)), true
	}
	t.explain = explainYearmonth
	return t.onlyDefault(), nil
}

// readYearmonth reads YYYY-MM as year × 12 + month − 1, or -1.
func readYearmonth(raw []byte) int {
	if len(raw) != 7 || raw[4] != '-' {
		return -1
	}
	year, month := readYear(raw[:4]), two(raw[5], raw[6])
	if year < 0 || month < 1 || month > 12 {
		return -1
	}
	return year*12 + month - 1
}
