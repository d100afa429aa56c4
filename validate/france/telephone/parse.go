package telephone

import (
	"strings"
	"unicode"
)

const (
	home = "33" // the country calling code where no other is given
	idd  = "00" // what is dialled in France before a country calling code

	shortest = 2   // digits of a national number
	longest  = 17  // digits of a national number
	maxText  = 250 // bytes that are read
)

// parse takes a text apart, step by step as libphonenumber does.
func parse(value string) (n number, ok bool) {
	if value == "" || len(value) > maxText {
		return n, false
	}
	text, ok := candidate(value)
	if !ok || !viable(text) {
		return n, false
	}
	text = withoutExtension(text)
	from := planOf(home)
	code, national, err := countryOf(text, from)
	if err == unknownCountry {
		if plus := pluses.FindStringIndex(text); plus != nil {
			if code, national, err = countryOf(text[plus[1]:], from); code == "" {
				return n, false
			}
		}
	}
	switch {
	case err != nil:
		return n, false
	case code == "":
		n.plan, national = from, normal(text)
	default:
		n.plan = planOf(code)
	}
	if len(national) < shortest {
		return n, false
	}
	// A prefix that would leave a length that does not exist is none: the
	// number may be a short one.
	main := n.plan.regions[0]
	if rest := main.strip(national); main.possible(len(rest)) {
		national = rest
	}
	if len(national) < shortest || len(national) > longest {
		return n, false
	}
	n.national = inASCII(national)
	return n, true
}

// countryOf parts a text into a country calling code and a national number.
// The code is "" where the text has none.
func countryOf(text string, from *plan) (code, national string, err error) {
	digits, abroad := withoutIDD(text)
	main := from.regions[0]
	switch {
	case text == "":
		return "", "", nil
	case abroad && len(digits) <= shortest:
		return "", "", tooShort
	case abroad:
		for size := 1; size <= min(3, len(digits)) && digits[0] != '0'; size++ {
			if planOf(digits[:size]) != nil {
				return digits[:size], digits[size:], nil
			}
		}
		return "", "", unknownCountry
	case strings.HasPrefix(digits, from.code):
		// The country's own code without a plus: it is one if only what
		// follows is a number, or if all of it is too long.
		rest := main.strip(digits[len(from.code):])
		form := main.number.form
		if !form.matches(digits) && form.matches(rest) || len(digits) > main.number.lengths.most() && !main.local.has(len(digits)) {
			return from.code, rest, nil
		}
	}
	return "", "", nil
}

// A parseError says why no country was found.
type parseError string

// Error gives the reason in English.
func (e parseError) Error() string { return string(e) }

const (
	tooShort       = parseError("too short after the international prefix")
	unknownCountry = parseError("no such country calling code")
)

// withoutIDD normalises a text and takes away the plus or the prefix for calls
// abroad. No country calling code begins with 0.
func withoutIDD(text string) (digits string, abroad bool) {
	if rest := strings.TrimLeft(text, plusSigns); rest != text {
		return normal(rest), true
	}
	digits = normal(text)
	rest, abroad := strings.CutPrefix(digits, idd)
	if !abroad || strings.HasPrefix(rest, "0") {
		return digits, false
	}
	return rest, true
}

// possible says whether the national prefix may be taken away where so many
// digits are left.
func (r *region) possible(n int) bool {
	return !r.local.has(n) && (r.number.lengths.has(n) || n > r.number.lengths.most())
}

// strip takes the national prefix away, or puts another beginning in its
// place, unless that makes a number of what is one worse.
func (r *region) strip(national string) string {
	if national == "" || r.prefix == nil {
		return national
	}
	prefix := r.prefix.start
	groups := prefix.FindStringSubmatchIndex(national)
	if groups == nil {
		return national
	}
	stripped := ""
	if last := groups[len(groups)-2]; r.transform == "" || last < 0 {
		stripped = national[groups[1]:]
	} else {
		stripped = prefix.ReplaceAllString(national, r.transform)
	}
	if form := r.number.form; form.matches(national) && !form.matches(stripped) {
		return national
	}
	return stripped
}

// inASCII gives the digits as they are, but for those of other scripts, which
// libphonenumber reads as nothing after the zeros at the start.
func inASCII(digits string) string {
	if strings.Trim(digits, "0123456789") == "" {
		return digits
	}
	zeros := len(digits) - len(strings.TrimLeft(digits, "0"))
	return digits[:zeros] + "0"
}

// normal keeps the digits of a text, and reads letters as a telephone's keys
// where there are three of them.
func normal(text string) string {
	if isPlain(text) {
		return strings.Map(func(r rune) rune {
			if '0' <= r && r <= '9' {
				return r
			}
			return -1
		}, text)
	}
	if lettered.MatchString(text) {
		return strings.Map(key, text)
	}
	return strings.Map(digit, text)
}

// keys has the key of each letter from A to Z.
const keys = "22233344455566677778889999"

// key gives the key of an ASCII digit or letter, or -1.
func key(r rune) rune {
	switch r = unicode.ToUpper(r); {
	case '0' <= r && r <= '9':
		return r
	case 'A' <= r && r <= 'Z':
		return rune(keys[r-'A'])
	}
	return -1
}

// digit gives a digit, in ASCII where it is a wide, Arabic or Persian one, or -1.
func digit(r rune) rune {
	if !unicode.IsDigit(r) {
		return -1
	}
	for _, zero := range [...]rune{'\u0660', '\u06f0', '\uff10'} {
		if zero <= r && r <= zero+9 {
			return '0' + r - zero
		}
	}
	return r
}
