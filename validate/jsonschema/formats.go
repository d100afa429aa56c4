package jsonschema

import (
	"net/mail"
	"net/netip"
	"net/url"
	"regexp"
	"strings"

	"github.com/xeipuuv/gojsonschema"

	"github.com/socle-commun/socle/schemas/lazyregexp"
	"github.com/socle-commun/socle/schemas/pattern"
)

// formats judge texts by the formats of Draft-07, and "uuid" of Draft 2019-09.
// Texts alone have formats: a number passes. They follow the documents that
// the specification names, and so refuse or accept otherwise than gojsonschema
// does:
//
//   - date-time is a date and a time, with its offset; not a date or a time
//     alone (RFC 3339, 5.6). t and z may be small, and a leap second is one.
//   - time has its offset too.
//   - email and idn-email are an address alone, without a name before it.
//   - ipv4 has four numbers, and is no IPv6 address that ends like one.
//   - uri and uri-reference have no spaces, no letters beyond ASCII and none
//     of "<>\^`{|} (RFC 3986); iri and iri-reference may have letters.
//   - uuid may be in capitals (RFC 4122).
//   - regex may be an expression that Go's regexp refuses.
//
// A format that is not listed passes.
var formats = map[string]func([]byte) bool{
	"date":      isDate,
	"date-time": isDateTime,
	"time":      isTime,
	"email":     isEmail,
	"idn-email": isEmail,
	"hostname":  known("hostname"),
	"ipv4":      func(b []byte) bool { a, err := netip.ParseAddr(string(b)); return err == nil && a.Is4() },
	"ipv6": func(b []byte) bool {
		a, err := netip.ParseAddr(string(b))
		return err == nil && a.Is6() && a.Zone() == ""
	},
	"uri":                   func(b []byte) bool { return isURI(b, true, false) },
	"uri-reference":         func(b []byte) bool { return isURI(b, false, false) },
	"iri":                   func(b []byte) bool { return isURI(b, true, true) },
	"iri-reference":         func(b []byte) bool { return isURI(b, false, true) },
	"uri-template":          known("uri-template"),
	"uuid":                  isUUID,
	"regex":                 isExpression,
	"json-pointer":          known("json-pointer"),
	"relative-json-pointer": known("relative-json-pointer"),
}

// known judges as gojsonschema does.
func known(format string) func([]byte) bool {
	return func(b []byte) bool { return gojsonschema.FormatCheckers.IsFormat(format, string(b)) }
}

// isDate says whether b is a day of the calendar, written yyyy-mm-dd.
func isDate(b []byte) bool {
	if len(b) != 10 || b[4] != '-' || b[7] != '-' {
		return false
	}
	year, ok1 := digitsOf(b[:4])
	month, ok2 := digitsOf(b[5:7])
	day, ok3 := digitsOf(b[8:])
	return ok1 && ok2 && ok3 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

func daysIn(year, month int) int {
	if month == 2 {
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 30 + (month+month>>3)&1
}

// digitsOf reads digits alone.
func digitsOf(b []byte) (n int, ok bool) {
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, len(b) > 0
}

// isTime says whether b is hh:mm:ss, decimals of the second, and Z or ±hh:mm.
func isTime(b []byte) bool {
	if len(b) < 9 || b[2] != ':' || b[5] != ':' {
		return false
	}
	hour, ok1 := digitsOf(b[:2])
	minute, ok2 := digitsOf(b[3:5])
	second, ok3 := digitsOf(b[6:8])
	if !ok1 || !ok2 || !ok3 || hour > 23 || minute > 59 || second > 60 {
		return false
	}
	rest := b[8:]
	if rest[0] == '.' {
		i := 1
		for i < len(rest) && rest[i] >= '0' && rest[i] <= '9' {
			i++
		}
		if i == 1 {
			return false
		}
		rest = rest[i:]
	}
	offset := 0
	switch {
	case len(rest) == 1 && rest[0]|0x20 == 'z':
	case len(rest) == 6 && (rest[0] == '+' || rest[0] == '-') && rest[3] == ':':
		h, ok1 := digitsOf(rest[1:3])
		m, ok2 := digitsOf(rest[4:])
		if !ok1 || !ok2 || h > 23 || m > 59 {
			return false
		}
		if offset = h*60 + m; rest[0] == '-' {
			offset = -offset
		}
	default:
		return false
	}
	return second < 60 || ((hour*60+minute-offset)%1440+1440)%1440 == 1439
}

// isDateTime says whether b is a day, T and a time.
func isDateTime(b []byte) bool {
	return len(b) > 11 && b[10]|0x20 == 't' && isDate(b[:10]) && isTime(b[11:])
}

func isEmail(b []byte) bool {
	if plainEmail(b) {
		return true
	}
	s := string(b)
	a, err := mail.ParseAddress(s)
	return err == nil && a.Name == "" && !strings.HasSuffix(s, ">") && strings.TrimSpace(s) == s
}

// plainEmail says whether b is an address of the common kind. One that is not
// may be an address all the same.
func plainEmail(b []byte) bool {
	at, last := -1, byte('.')
	for i, c := range b {
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z', c >= '0' && c <= '9', c == '-', c == '_', c == '+':
		case c == '.' && last != '.' && last != '@':
		case c == '@' && at < 0 && last != '.':
			at = i
		default:
			return false
		}
		last = c
	}
	return at > 0 && last != '.' && last != '@'
}

// isURI says whether b is an address: absolute, so that it starts with a
// scheme; international, so that it may have letters beyond ASCII.
func isURI(b []byte, absolute, international bool) bool {
	for _, c := range b {
		if c <= ' ' || c == 0x7f || c >= 0x80 && !international || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			return false
		}
	}
	if absolute && commonURI(b) {
		return true
	}
	u, err := url.Parse(string(b))
	return err == nil && (u.Scheme != "" || !absolute)
}

var commonStart = lazyregexp.New(`^https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[A-Za-z0-9._~/-]*)?$`)

// commonURI says whether b is an address of the common kind.
func commonURI(b []byte) bool { return len(b) < 300 && commonStart.Match(b) }

func isUUID(b []byte) bool {
	if len(b) != 36 {
		return false
	}
	for i, c := range b {
		switch {
		case i == 8 || i == 13 || i == 18 || i == 23:
			if c != '-' {
				return false
			}
		case c >= '0' && c <= '9', c|0x20 >= 'a' && c|0x20 <= 'f':
		default:
			return false
		}
	}
	return true
}

func isExpression(b []byte) bool {
	if _, err := regexp.Compile(string(b)); err == nil {
		return true
	}
	_, err := pattern.Compile(string(b))
	return err == nil
}
