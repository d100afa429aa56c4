package types

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/socle-commun/socle/schemas/lazyregexp"
)

// What people write when they write a date or a time. Separators are a slash, a dot, a hyphen, an underscore or a space.
var (
	yearFirst = lazyregexp.New(`^(\d{4}) ?([-/._ ]) ?(\d{1,2}) ?[-/._ ] ?(\d{1,2})$`)
	dayFirst  = lazyregexp.New(`^(\d{1,2}) ?[-/._ ] ?(\d{1,2}) ?[-/._ ] ?(\d{4})$`)
	shortYear = lazyregexp.New(`^\d{1,2}[-/._ ]\d{1,2}[-/._ ]\d{2}$`)
	compact   = lazyregexp.New(`^(\d{2})(\d{2})(\d{2})(\d{2})$`)
	serial    = lazyregexp.New(`^(\d{5})(?:[.,]\d+)?$`)
	dayText   = lazyregexp.New(`^(?:(\pL+)\.?,? +)?(\d{1,2})(?:er|st|nd|rd|th|e)?[-/. ]+(?:of +)?(\pL+)\.?[-/., ]+(\d{4})$`)
	monthText = lazyregexp.New(`^(?:\pL+,? +)?(\pL+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$`)
	// monthNumber matches what a spreadsheet leaves of a date: a month, and its day or its year in two digits.
	monthNumber = lazyregexp.New(`^(?:(\pL+)\.?[-/ ]\d{1,2}|\d{1,2}[-/ ](\pL+)\.?)$`)
	monthYear   = lazyregexp.New(`^(\pL+)\.?[-/. ]+(\d{4})$`)
	monthFirst  = lazyregexp.New(`^(\d{1,2})[-/.](\d{4})$`)
	yearMonth   = lazyregexp.New(`^(\d{4})[-/.](\d{1,2})$`)
	dateTime    = lazyregexp.New(`^(.*?\d)(?:T|,? +(?:à +)?)(\d{1,2} ?[:hH].*)$`)
	hourMinute  = lazyregexp.New(`^(\d{1,2}) ?([:hH]) ?(?:(\d{2})(?: ?[:m'] ?(\d{2})(?:[.,](\d{1,9}))?)?)? ?` +
		`(?:min|mn|s)? ?([aApP][mM])? ?(Z|[-+]\d{2}(?::?\d{2})?)?$`)
)

// maxLoose bounds the texts in which a date is looked for.
const maxLoose = 64

// How a date was written: the reasons that Explain gives.
const (
	dateISO         = "date-iso"
	dateShort       = "date-short"
	dateSlashes     = "date-slashes"
	dateCompact     = "date-compact"
	dateDayFirst    = "date-day-first"
	dateMonth1st    = "date-month-first"
	dateShortYear   = "date-two-digit-year"
	dateText        = "date-text"
	datePartial     = "date-partial"
	dateSerial      = "date-excel-serial"
	dateNumber      = "date-serial"
	dateMonthNumber = "date-month-number"
	dateWithTime    = "date-with-time"
	dateNever       = "date-impossible"
)

// looseDate finds the day that a text tells, and how. The day is a zero civil when it cannot be known, and the style is
// "" when nothing was recognised.
func looseDate(s string) (day civil, style string) {
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		style = dateSlashes
		if m[2] == "-" {
			style = dateShort
			if len(s) == 10 {
				style = dateISO
			}
		}
		return checked(number(m[1]), number(m[3]), number(m[4]), style)
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		d, mo := number(m[1]), number(m[2])
		if mo > 12 && d <= 12 {
			return checked(number(m[3]), d, mo, dateMonth1st)
		}
		return checked(number(m[3]), mo, d, dateDayFirst)
	}
	if m := compact.FindStringSubmatch(s); m != nil {
		if y := number(m[1] + m[2]); y >= 1800 && y < 2200 && number(m[3]) <= 12 {
			return checked(y, number(m[3]), number(m[4]), dateCompact)
		}
		return checked(number(m[3]+m[4]), number(m[2]), number(m[1]), dateCompact)
	}
	if m := dayText.FindStringSubmatch(s); m != nil && (m[1] == "" || lookup(m[1], longDays, shortDays) > 0) {
		if mo := lookup(m[3], longMonths, shortMonths); mo > 0 {
			return checked(number(m[4]), mo, number(m[2]), dateText)
		}
	}
	if m := monthText.FindStringSubmatch(s); m != nil {
		if mo := lookup(m[1], longMonths, shortMonths); mo > 0 {
			return checked(number(m[3]), mo, number(m[2]), dateText)
		}
	}
	if shortYear.MatchString(s) {
		return civil{}, dateShortYear
	}
	return civil{}, ""
}

// loosePartial finds the month, or the year alone, that a text tells, as its first day.
func loosePartial(s string) (civil, bool) {
	var y, mo string
	month := 0
	if m := monthYear.FindStringSubmatch(s); m != nil {
		y, month = m[2], lookup(m[1], longMonths, shortMonths)
	} else if m := monthFirst.FindStringSubmatch(s); m != nil {
		y, mo = m[2], m[1]
	} else if m := yearMonth.FindStringSubmatch(s); m != nil {
		y, mo = m[1], m[2]
	} else if len(s) == 4 && readYear([]byte(s)) > 0 {
		y, month = s, 1
	}
	if mo != "" {
		month = number(mo)
	}
	day := civil{number(y), month, 1}
	return day, day.exists()
}

func checked(year, month, day int, style string) (civil, string) {
	c := civil{year, month, day}
	if !c.exists() {
		return civil{}, dateNever
	}
	return c, style
}

// number reads digits that a regular expression found; there are few of them.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func lookup(name string, lists ...[]word) int {
	for _, list := range lists {
		for _, w := range list {
			if strings.EqualFold(w.text, name) {
				return w.value
			}
		}
	}
	return 0
}

// looseTime finds the time of day that a text tells, the sign between hours and minutes, and whether seconds are told.
func looseTime(s string) (c clock, sign string, seconds, ok bool) {
	m := hourMinute.FindStringSubmatch(s)
	if m == nil || m[2] == ":" && m[3] == "" {
		return c, "", false, false
	}
	h, mi, se := number(m[1]), number(m[3]), number(m[4])
	if m[6] != "" {
		if h < 1 || h > 12 {
			return c, m[2], m[4] != "", false
		}
		h %= 12
		if m[6][0]|0x20 == 'p' {
			h += 12
		}
	}
	c.seconds = h*3600 + mi*60 + se
	c.nanos, _ = readFraction([]byte(m[5]))
	c.offset, ok = readZone([]byte(m[7]))
	ok = ok && h < 24 && mi < 60 && se < 60
	return c, strings.ToLower(m[2]), m[4] != "", ok
}

// tidy takes off the white space and the apostrophe that spreadsheets put before a text, and makes every space a plain one.
func tidy(raw []byte) string {
	s := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, string(raw))
	return strings.TrimPrefix(strings.TrimSpace(s), "'")
}

// readAnyDate reads the format any of a date: whatever says a year, and a month and a day where it has them, day first.
func readAnyDate(raw []byte) (moment, bool) {
	if len(raw) > maxLoose {
		return moment{}, false
	}
	if day, ok := readDate(raw); ok {
		return moment{day: day}, true
	}
	s := tidy(raw)
	if m := dateTime.FindStringSubmatch(s); m != nil {
		if _, _, _, ok := looseTime(m[2]); ok {
			s = m[1]
		}
	}
	if day, style := looseDate(s); style != "" {
		return moment{day: day}, day.year > 0
	}
	day, ok := loosePartial(s)
	return moment{day: day}, ok
}

func readAnyTime(raw []byte) (moment, bool) {
	if c, ok := readClock(raw); ok {
		return moment{clock: c}, true
	}
	if len(raw) > maxLoose {
		return moment{}, false
	}
	c, _, _, ok := looseTime(tidy(raw))
	return moment{clock: c}, ok
}

func readAnyDatetime(raw []byte) (moment, bool) {
	if day, c, ok := readMoment(raw); ok {
		return moment{day, c}, true
	}
	if len(raw) > maxLoose {
		return moment{}, false
	}
	m, ok := readAnyDate(raw)
	if parts := dateTime.FindStringSubmatch(tidy(raw)); parts != nil {
		if c, _, _, ok := looseTime(parts[2]); ok {
			m.clock = c
		}
	}
	return m, ok
}
