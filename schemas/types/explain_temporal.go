package types

import (
	"strings"

	"github.com/socle-commun/socle/schemas/lazyregexp"
)

// explainTemporal finds the date or the time that a cell tells, and writes it as the field asks.
func explainTemporal(name string, raw []byte, write func(moment) string) (reason, fix string) {
	s := tidy(raw)
	if len(s) > maxLoose {
		return "not-a-" + name, ""
	}
	switch name {
	case "time":
		return explainTime(s, write)
	case "datetime":
		return explainDatetime(s, write)
	}
	return explainDate(s, write)
}

func explainDate(s string, write func(moment) string) (reason, fix string) {
	if m := dateTime.FindStringSubmatch(s); m != nil {
		day, style := looseDate(m[1])
		if _, _, _, ok := looseTime(m[2]); ok && day.year > 0 {
			return dateWithTime, write(moment{day: day})
		}
		if style == dateNever {
			return dateNever, ""
		}
	}
	if day, style := looseDate(s); style != "" {
		if day.year == 0 {
			return style, ""
		}
		return style, write(moment{day: day})
	}
	if _, ok := loosePartial(s); ok {
		return datePartial, ""
	}
	if day, ok := serialDay(s); ok {
		if likelySerial(s, day) {
			return dateNumber, write(moment{day: day})
		}
		return dateSerial, write(moment{day: day})
	}
	if isMonthNumber(s) {
		return dateMonthNumber, ""
	}
	return "not-a-date", ""
}

// The days that spreadsheets number from 1900, 1 being 1900-01-01 and 60 a 29 February that never was.
const (
	serialOrigin = -25569 // day 0, from 1970
	serialFirst  = 14611  // 1940-01-01
	serialLast   = 73050  // 2099-12-31
)

// serialDay reads the number of a day in a spreadsheet, where it falls in a likely year.
func serialDay(s string) (civil, bool) {
	m := serial.FindStringSubmatch(s)
	if m == nil {
		return civil{}, false
	}
	n := number(m[1])
	return civilOf(int64(n) + serialOrigin), n >= serialFirst && n <= serialLast
}

// likelySerial says whether the number of a day can hardly be anything else: its year is that of data of today, and it
// does not end in a zero, as most postal codes do.
func likelySerial(s string, day civil) bool {
	return day.year >= 1990 && day.year < 2050 && s[4] != '0'
}

// isMonthNumber says whether one part of a text, as monthNumber matches it, is the name of a month.
func isMonthNumber(s string) bool {
	m := monthNumber.FindStringSubmatch(s)
	return m != nil && lookup(m[1]+m[2], longMonths, shortMonths) > 0
}

// civilOf is the day that comes so many days after 1970-01-01.
func civilOf(days int64) civil {
	z := days + 719468
	era := z / 146097
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	month := (5*doy + 2) / 153
	day := doy - (153*month+2)/5 + 1
	year := yoe + era*400
	if month += 3; month > 12 {
		month, year = month-12, year+1
	}
	return civil{int(year), int(month), int(day)}
}

func explainTime(s string, write func(moment) string) (reason, fix string) {
	if c, sign, seconds, ok := looseTime(s); ok {
		return timeStyle(sign, seconds), write(moment{civil{1900, 1, 1}, c})
	} else if sign != "" {
		return "time-impossible", ""
	}
	if m := dateTime.FindStringSubmatch(s); m != nil {
		if c, _, _, ok := looseTime(m[2]); ok {
			return "time-with-date", write(moment{civil{1900, 1, 1}, c})
		}
	}
	return "not-a-time", ""
}

func timeStyle(sign string, seconds bool) string {
	switch {
	case sign == "h":
		return "time-french"
	case !seconds:
		return "time-without-seconds"
	}
	return "time-form"
}

func explainDatetime(s string, write func(moment) string) (reason, fix string) {
	m := dateTime.FindStringSubmatch(s)
	if m == nil {
		day, style := looseDate(s)
		if style == dateNever || style == dateShortYear {
			return style, ""
		}
		if day.year > 0 {
			return "datetime-without-time", ""
		}
		if _, ok := serialDay(s); ok {
			return dateSerial, ""
		}
		return "not-a-datetime", ""
	}
	day, style := looseDate(m[1])
	c, sign, seconds, ok := looseTime(m[2])
	switch {
	case style == "":
		return "not-a-datetime", ""
	case day.year == 0:
		return style, ""
	case !ok:
		return "time-impossible", ""
	case style == dateISO:
		style = timeStyle(sign, seconds)
	}
	return style, write(moment{day, c})
}

var (
	yearAndZeros = lazyregexp.New(`^([0-9]{4})[.,]0+$`)
	yearRange    = lazyregexp.New(`^[0-9]{4} ?[-/–] ?(?:[0-9]{4}|[0-9]{2})$`)
	shortYears   = lazyregexp.New(`^'?[0-9]{2}$`)
)

func explainYear(raw []byte) (reason, fix string) {
	s := tidy(raw)
	if m := yearAndZeros.FindStringSubmatch(s); m != nil {
		return "float-integer", m[1]
	}
	if day, style := looseDate(s); style != "" {
		if day.year == 0 {
			return style, ""
		}
		return "year-with-date", day.String()[:4]
	}
	if day, ok := loosePartial(s); ok {
		return "year-with-date", day.String()[:4]
	}
	switch {
	case yearRange.MatchString(s):
		return "year-range", ""
	case shortYears.MatchString(s):
		return "year-two-digit", ""
	}
	return "not-a-year", ""
}

func explainYearmonth(raw []byte) (reason, fix string) {
	s := tidy(raw)
	if day, style := looseDate(s); style != "" {
		if day.year == 0 {
			return style, ""
		}
		return "yearmonth-with-day", day.String()[:7]
	}
	if len(s) == 4 && readYear([]byte(s)) >= 0 {
		return datePartial, ""
	}
	if day, ok := loosePartial(strings.ReplaceAll(s, " - ", "-")); ok {
		return "yearmonth-form", day.String()[:7]
	}
	if isMonthNumber(s) {
		return dateMonthNumber, ""
	}
	return "not-a-yearmonth", ""
}
