package template

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/socle-commun/socle/schemas"
)

// A holding is what a spreadsheet makes of the cells of a field.
type holding uint8

const (
	asText   holding = iota // what is typed, letter by letter
	asNumber                // a number, with or without decimals
	asWhole                 // a whole number
	asMoment                // days since the last day of 1899, and parts of days
)

// A column is how a spreadsheet holds the cells of a field.
type column struct {
	field  *schemas.Field
	as     holding
	format string // of the numbers, as spreadsheets write it
	layout string // of a moment, as package time writes it
}

// textFormat is the number format that keeps what is typed as it is.
const textFormat = "@"

// columnOf decides how a field is held. Numbers and dates are held as such only
// where the way in which a spreadsheet writes them is valid.
func columnOf(f *schemas.Field) column {
	c := column{field: f, format: textFormat}
	switch f.Type.Name {
	case "number":
		if f.Type.Valid([]byte("-1234.5")) {
			c.as, c.format = asNumber, "General"
		}
	case "integer", "year":
		if f.Type.Valid([]byte("2024")) {
			c.as, c.format = asWhole, "0"
		}
	case "date", "time", "datetime":
		if f.Type.Format == "%Y" {
			c.as, c.format = asWhole, "0"
			break
		}
		format, layout, ok := momentFormat(f.Type.Name, f.Type.Format)
		sample := time.Date(2024, 12, 31, 23, 59, 58, 0, time.UTC).Format(layout)
		if ok && f.Type.Valid([]byte(sample)) {
			c.as, c.format, c.layout = asMoment, format, layout
		}
	}
	return c
}

// directives are those of a date or a time that spreadsheets have too, with
// what stands for them in a number format and in package time.
var directives = map[byte][2]string{
	'Y': {"yyyy", "2006"}, 'm': {"mm", "01"}, 'd': {"dd", "02"},
	'H': {"hh", "15"}, 'M': {"mm", "04"}, 'S': {"ss", "05"},
}

// defaultFormats are the formats of Table Schema where a field names none.
var defaultFormats = map[string]string{"date": "%Y-%m-%d", "time": "%H:%M:%S", "datetime": "%Y-%m-%dT%H:%M:%S"}

// momentFormat translates the format of a date or a time. ok is false where a
// spreadsheet would not take for a date what an agent types in that format.
func momentFormat(kind, strptime string) (format, layout string, ok bool) {
	if strptime == "default" || strptime == "any" {
		strptime = defaultFormats[kind]
	}
	apart := true // from the directive before
	for i := 0; i < len(strptime); i++ {
		c := strptime[i]
		if c != '%' {
			if !strings.ContainsRune("-/.: T", rune(c)) {
				return "", "", false
			}
			format, layout, apart = format+literal(c), layout+string(c), true
			continue
		}
		i++
		if i == len(strptime) || directives[strptime[i]][0] == "" || !apart {
			return "", "", false
		}
		format, layout, apart = format+directives[strptime[i]][0], layout+directives[strptime[i]][1], false
	}
	return format, layout, layout != ""
}

// literal writes a sign into a number format. Unquoted, a slash and a point are
// those of the reader's country, and a letter is a part of the date.
func literal(c byte) string {
	if c == '-' || c == ':' {
		return string(c)
	}
	return `"` + string(c) + `"`
}

// epoch is the day that spreadsheets count from, as they count since March
// 1900: before, they know a 29 February 1900.
var epoch = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

const firstTrueDay = 61

// value gives what the column holds for a cell's text: a string, or a float64
// that is shown as that text or, of a number, as the same value.
func (c column) value(cell string) any {
	switch c.as {
	case asNumber, asWhole:
		n, err := strconv.ParseFloat(cell, 64)
		if err != nil || math.IsInf(n, 0) || math.IsNaN(n) || math.Abs(n) > maxWhole {
			return cell
		}
		written := strconv.FormatFloat(n, 'f', -1, 64)
		if written == cell || c.as == asNumber && sameKey(c.field, cell, written) {
			return n
		}
	case asMoment:
		if serial, ok := c.serial(cell); ok {
			return serial
		}
	}
	return cell
}

// maxWhole is the largest whole number that spreadsheets hold digit by digit.
const maxWhole = 999_999_999_999_999

func sameKey(f *schemas.Field, a, b string) bool {
	one, ok := f.Type.Key(nil, []byte(a))
	other, also := f.Type.Key(nil, []byte(b))
	return ok && also && string(one) == string(other)
}

// serial reads a moment that a spreadsheet writes in the same way.
func (c column) serial(cell string) (float64, bool) {
	at, err := time.Parse(c.layout, cell)
	if err != nil || at.Format(c.layout) != cell {
		return 0, false
	}
	since := at.Unix() - epoch.Unix()
	if c.field.Type.Name == "time" {
		since = int64(at.Sub(at.Truncate(24 * time.Hour)).Seconds())
	}
	serial := float64(since) / (24 * 60 * 60)
	return serial, serial >= firstTrueDay || c.field.Type.Name == "time"
}

// clip cuts a text to a number of UTF-16 units, as spreadsheets count, and
// ends what is cut with an ellipsis.
func clip(text string, units int) string {
	size, cut := 0, 0
	for at, r := range text {
		if size < units {
			cut = at // an ellipsis fits here
		}
		if size += utf16.RuneLen(r); size > units {
			return text[:cut] + "…"
		}
	}
	return text
}
