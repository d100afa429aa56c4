package sheet

import "strings"

// shapeOf tells dates and times from quantities by a number format: its
// number, where it is built in, else its code (ECMA-376 part 1, 18.8.30 and
// 18.8.31).
func shapeOf(id int, code string) shape {
	switch {
	case code != "":
		return shapeOfCode(code)
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36:
		return date
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id == 45, id == 47:
		return timeOfDay
	case id == 22:
		return dateTime
	case id == 46:
		return duration
	}
	return quantity
}

// shapeOfCode reads the first section of a format. An m is a month, unless hours
// stand before it or seconds behind it.
func shapeOfCode(code string) shape {
	var hasDate, hasTime, elapsed bool
	last, doubtful := byte(0), false // the letter before; an m that may be minutes
	for rest := strings.ToLower(code); rest != ""; {
		c := rest[0]
		rest = rest[1:]
		switch c {
		case ';':
			rest = ""
		case '"':
			_, rest, _ = strings.Cut(rest, `"`)
		case '\\', '_', '*':
			if rest != "" {
				rest = rest[1:]
			}
		case '[':
			var within string
			within, rest, _ = strings.Cut(rest, "]")
			if within != "" && strings.Trim(within, within[:1]) == "" && strings.Contains("hms", within[:1]) {
				elapsed, last = true, within[0]
			}
		case 'g': // General, or an era
			rest = strings.TrimPrefix(rest, "eneral")
		case 'a':
			rest = strings.TrimPrefix(rest, "m/pm")
		case 'y', 'd', 'h', 's', 'm':
			rest = strings.TrimLeft(rest, string(c))
			switch {
			case c == 'h':
				hasTime = true
			case c == 's':
				hasTime, doubtful = true, false
			case c == 'm' && last == 'h':
			case c == 'm':
				hasDate, doubtful = hasDate || doubtful, true
			default:
				hasDate = true
			}
			last = c
		}
	}
	hasDate = hasDate || doubtful
	switch {
	case elapsed && !hasDate:
		return duration
	case hasDate && hasTime:
		return dateTime
	case hasDate:
		return date
	case hasTime:
		return timeOfDay
	}
	return quantity
}
