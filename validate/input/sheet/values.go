package sheet

import (
	"math"
	"strconv"
	"time"
)

// appendNumber appends a number as the workbook holds it in plain decimals:
// the shortest that mean the same, without exponent.
func appendNumber(dst, raw []byte) []byte {
	if plainNumber(raw) {
		return append(dst, raw...)
	}
	v, err := strconv.ParseFloat(string(raw), 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return append(dst, raw...)
	}
	if v == 0 {
		v = 0 // no -0
	}
	return strconv.AppendFloat(dst, v, 'f', -1, 64)
}

// plainNumber says whether a number is written so already: it has no more
// digits than each decimal number of that length keeps, and none for nothing.
func plainNumber(b []byte) bool {
	if len(b) > 0 && b[0] == '-' {
		if b = b[1:]; string(b) == "0" {
			return false
		}
	}
	if len(b) == 0 || len(b) > 15 || b[0] == '0' && len(b) > 1 && b[1] != '.' {
		return false
	}
	point := -1
	for i, c := range b {
		switch {
		case c == '.' && point < 0 && i > 0:
			point = i
		case c < '0' || c > '9':
			return false
		}
	}
	last := b[len(b)-1]
	return point < 0 && (b[0] != '0' || len(b) == 1) || point > 0 && last != '0' && last != '.'
}

// A shape is what a number stands for by its number format.
type shape uint8

const (
	quantity shape = iota
	date
	dateTime
	timeOfDay
	duration // hours beyond 24
)

// maxSerial is the last day that spreadsheet programs know, 9999-12-31.
const maxSerial = 2958465

const (
	day      = 24 * 60 * 60 * 1000 // in milliseconds
	leapDay  = 60                  // the serial number of 1900-02-29, which never was
	shift904 = 1462                // days from one epoch to the other
)

// appendSerial appends a date, a time or both from the number of days that a
// workbook holds, in ISO 8601. A date with a time of day keeps it, whatever its
// format shows; a number that no date has stays a number.
func appendSerial(dst, raw []byte, s shape, since1904 bool) []byte {
	v, err := strconv.ParseFloat(string(raw), 64)
	if err != nil || !(v >= 0 && v < maxSerial+1) {
		return appendNumber(dst, raw)
	}
	days := math.Floor(v)
	ms := int64(math.Round((v - days) * day))
	serial := int64(days)
	if ms == day {
		serial, ms = serial+1, 0
	}
	switch {
	case s == duration:
		return appendClock(dst, serial*24, ms)
	case serial == 0 && !since1904 && (s == timeOfDay || ms != 0), s == timeOfDay && serial == 0:
		return appendClock(dst, 0, ms)
	}
	dst = appendDay(dst, serial, since1904)
	if s == date && ms == 0 {
		return dst
	}
	return appendClock(append(dst, 'T'), 0, ms)
}

// appendDay appends the date of a serial number. Before March 1900 the numbers
// are one ahead, for spreadsheet programs take 1900 for a leap year; what they
// show as 1900-01-00 and 1900-02-29 stays so.
func appendDay(dst []byte, serial int64, since1904 bool) []byte {
	switch {
	case since1904:
		serial += shift904
	case serial == 0:
		return append(dst, "1900-01-00"...)
	case serial == leapDay:
		return append(dst, "1900-02-29"...)
	case serial < leapDay:
		serial++
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(serial)).AppendFormat(dst, time.DateOnly)
}

// appendClock appends hours and milliseconds as hh:mm:ss, with what is left of
// a second.
func appendClock(dst []byte, hours, ms int64) []byte {
	hours += ms / 3600000
	for i, v := range []int64{hours, ms / 60000 % 60, ms / 1000 % 60} {
		if i > 0 {
			dst = append(dst, ':')
		}
		if v < 10 {
			dst = append(dst, '0')
		}
		dst = strconv.AppendInt(dst, v, 10)
	}
	if rest := ms % 1000; rest != 0 {
		dst = append(dst, '.', byte('0'+rest/100), byte('0'+rest/10%10), byte('0'+rest%10))
		for dst[len(dst)-1] == '0' {
			dst = dst[:len(dst)-1]
		}
	}
	return dst
}
