package checks

import (
	"hash/maphash"
	"strconv"
	"strings"
	"sync/atomic"
	"unicode"

	"github.com/socle-commun/socle/schemas/lazyregexp"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/telephone"
)

// isFrenchPhone takes the usual French numbers without asking the numbering
// plans, which needs a hundred times as long: ten digits from 0 on, or nine after
// +33 or 0033, with at most one space, point or hyphen between any two. What
// it does not take may be a number all the same.
func isFrenchPhone(b []byte) bool {
	switch {
	case len(b) > 0 && b[0] == '+' && len(b) > 3 && b[1] == '3' && b[2] == '3':
		b = b[3:]
	case len(b) > 4 && string(b[:4]) == "0033":
		b = b[4:]
	case len(b) > 0 && b[0] == '0':
		b = b[1:]
	default:
		return false
	}
	var number [9]byte
	n := 0
	parted := false
	for _, c := range b {
		switch {
		case c-'0' <= 9 && n < len(number):
			number[n] = c - '0'
			n++
			parted = false
		case (c == ' ' || c == '.' || c == '-') && !parted:
			parted = true
		default:
			return false
		}
	}
	return n == len(number) && !parted && allotted(number[0], number[1], number[2])
}

// allotted says whether all numbers that begin with these digits, the 0 before
// them left out, are numbers of metropolitan France or of services.
func allotted(a, b, c byte) bool {
	switch a {
	case 1, 3, 9:
		return true
	case 2:
		return b != 6
	case 4:
		return b != 0
	case 5:
		return b != 9
	case 6:
		return b != 9 && (b != 3 || c != 9)
	case 7:
		return b >= 3
	case 8:
		return b == 0
	}
	return false
}

// isPhone judges as libphonenumber does, and so Validata: a French number, a
// short one included, or one of another country with its code.
func isPhone(value string) bool {
	// Signs at the end do not count. The port of the library leaves them, by
	// an expression that means something else in Go.
	value = strings.TrimRightFunc(value, func(r rune) bool { return r != '#' && !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	return telephone.Is(value)
}

// A verdicts remembers what isPhone said of the values that were last
// seen: columns repeat them. It is shared by goroutines.
type verdicts [1024]atomic.Pointer[verdict]

type verdict struct {
	value string
	phone bool
}

var (
	known     verdicts
	knownSeed = maphash.MakeSeed()
)

// longestPhone is the longest value that is read, in bytes.
const longestPhone = 250

func (v *verdicts) isPhone(b []byte) bool {
	if len(b) > longestPhone {
		return false
	}
	place := &v[maphash.Bytes(knownSeed, b)%uint64(len(v))]
	if last := place.Load(); last != nil && last.value == string(b) {
		return last.phone
	}
	fresh := &verdict{value: string(b)}
	fresh.phone = isPhone(fresh.value)
	place.Store(fresh)
	return fresh.phone
}

var (
	phoneLike       = lazyregexp.New(`[+0][\d .\-()\x{a0}\x{202f}]{8,}\d`)
	phoneDecimal    = lazyregexp.New(`^\s*(\d{9,12})[.,]0*\s*$`)
	phoneScientific = lazyregexp.New(`^\s*\d[.,]?\d*[eE]\+?\d{1,2}\s*$`)
	phoneLetters    = strings.NewReplacer("O", "0", "o", "0", "I", "1", "l", "1")
)

// overseasCodes are the country codes of overseas France.
var overseasCodes = []string{"+262", "+590", "+594", "+596", "+508"}

// explainPhone completes the finding on what is no telephone number.
func explainPhone(f *validate.Finding, value string) {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, value)
	national := len(digits) == 10 && digits[0] == '0' && strings.Trim(value, "0123456789 .-/()\u00a0\u202f") == ""
	found := phoneLike.FindAllString(value, -1)
	switch m := phoneDecimal.FindStringSubmatch(value); {
	case phoneScientific.MatchString(value):
		f.Because("scientific")
	case m != nil && isPhone("+33"+strings.TrimPrefix(m[1], "33")):
		f.Because("decimal").Write("0" + strings.TrimLeft(strings.TrimPrefix(m[1], "33"), "0"))
	case national && overseas10(digits) != "":
		f.Because("overseas").Write(overseas10(digits))
	case national && digits[1] != '8':
		f.Because("range").With("start", startOf(digits))
	case isPhone(phoneLetters.Replace(value)):
		f.Because("letters").Write(phoneLetters.Replace(value))
	case len(found) > 1 && isPhone(found[0]) && isPhone(found[1]):
		f.Because("several").With("first", strings.TrimSpace(found[0]))
	case len(found) == 1 && isPhone(found[0]):
		f.Because("around").Write(strings.TrimSpace(found[0]))
	case len(digits) > 5 && digits[0] == '0' && strings.Trim(value, "0123456789 .-/()\u00a0\u202f") == "":
		f.Because("length").With("digits", strconv.Itoa(len(digits)))
	}
}

// overseas10 writes ten digits that are a number of overseas France with its
// code, or gives "".
func overseas10(digits string) string {
	found := ""
	for _, code := range overseasCodes {
		for _, rest := range []string{digits[1:], strings.TrimPrefix(digits, "0"+code[1:])} {
			written, ok := telephone.International(code + rest)
			if !ok {
				continue
			}
			if found != "" && found != written {
				return ""
			}
			found = written
		}
	}
	return found
}

// startOf gives the first digits of a French number that is none, as many as
// show it.
func startOf(digits string) string {
	for c := byte(0); c <= 9; c++ {
		if allotted(digits[1]-'0', digits[2]-'0', c) {
			return digits[:4]
		}
	}
	return digits[:3]
}
