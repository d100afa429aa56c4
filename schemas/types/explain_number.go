package types

import (
	"strings"

	"github.com/socle-commun/socle/schemas/lazyregexp"
)

var (
	currency = lazyregexp.New(`(?i)^(?:€|eur|£|\$) ?([-+]?[0-9].*)$|` +
		`^(.*[0-9]) ?(?:€|eur|euros?|£|\$|usd|chf|f|ff)(?: ?(?:ttc|ht|h\.t\.|t\.t\.c\.))?$`)
	percentage  = lazyregexp.New(`^[-+]?[0-9][0-9 .,]*[%‰]$`)
	withUnit    = lazyregexp.New(`^[-+]?[0-9][0-9 .,]*\pL[\pL0-9./²³]*$`)
	looseNumber = lazyregexp.New(`^([-+]?) ?([0-9][0-9 .,'_]*|[.,][0-9]+)(?:[eE]([-+]?[0-9]+))?$`)
	endless     = lazyregexp.New(`(?i)^([-+]?)(?:infinity|infini|∞)$`)
	groupSigns  = lazyregexp.New(`^[0-9]{1,3}(?:[ '_][0-9]{3})+$`)
	groupCommas = lazyregexp.New(`^[0-9]{1,3}(?:,[0-9]{3})+$`)
	groupDots   = lazyregexp.New(`^[0-9]{1,3}(?:\.[0-9]{3})+$`)
	plainDigits = lazyregexp.New(`^[0-9]*$`)
)

// asciiNumber writes the signs and digits of typography and of other keyboards as ASCII does.
func asciiNumber(r rune) rune {
	switch {
	case r == '−' || r == '–' || r == '‑':
		return '-'
	case r == '’':
		return '\''
	case r >= '０' && r <= '９':
		return r - '０' + '0'
	case r >= '٠' && r <= '٩':
		return r - '٠' + '0'
	}
	return r
}

// spreadsheetExponent is the power of ten from which a spreadsheet writes a long number so, and loses its last digits.
const spreadsheetExponent = 11

// explain reads a number as French and English people write it, and writes it as the field asks.
func (n *numeral) explain(raw []byte) (reason, fix string) {
	s := tidy(raw)
	spelled := strings.Map(asciiNumber, s)
	if spelled != s {
		reason = "number-signs"
	}
	s = strings.TrimSuffix(spelled, " ")
	if strings.Trim(s, "0123456789.,'+- ") != "" { // most wrong numbers have no other signs
		if m := currency.FindStringSubmatch(s); m != nil {
			s, reason = strings.TrimSpace(m[1]+m[2]), "currency"
		}
		if m := endless.FindStringSubmatch(s); m != nil && !n.whole {
			return "infinity", strings.TrimPrefix(m[1], "+") + "INF"
		}
	}
	if strings.ContainsAny(s, "%‰") && percentage.MatchString(strings.ReplaceAll(s, " ", "")) {
		return "percent", ""
	}
	m := looseNumber.FindStringSubmatch(s)
	if m == nil {
		if withUnit.MatchString(s) {
			return "unit", ""
		}
		return "not-a-number", ""
	}
	f, ok := readFigure(strings.TrimSpace(m[2]))
	f.sign, f.exponent = strings.TrimPrefix(m[1], "+"), m[3]
	if why := n.reason(f); reason == "" && why != "" {
		reason = why
	}
	if reason == "" {
		reason = "number-form"
	}
	switch {
	case !ok && thousands.MatchString(strings.TrimSpace(m[2])):
		return "number-ambiguous", ""
	case !ok:
		return reason, ""
	}
	return reason, n.write(f)
}

// thousands matches what is a thousand and more in English, and less than a thousand in French.
var thousands = lazyregexp.New(`^[1-9][0-9]{0,2},[0-9]{3}$`)

// A figure is a number as people wrote it, taken apart.
type figure struct {
	sign, whole, fraction string
	mark                  byte // the decimal sign, 0 being none
	grouped               bool // there were signs between groups of three digits
	exponent              string
}

// withoutGroups takes away what stands between groups of digits.
var withoutGroups = strings.NewReplacer(" ", "", "'", "", "_", "", ",", "", ".", "")

// readFigure tells the decimal sign from those between groups. It is not ok when one cannot be told from the other.
// A lone comma before three digits may be either: 10,000 is ten in French, and ten thousand in English.
func readFigure(s string) (figure, bool) {
	last := strings.LastIndexAny(s, ".,")
	whole, fraction, mark := s, "", byte(0)
	if last >= 0 {
		whole, fraction, mark = s[:last], s[last+1:], s[last]
	}
	f := figure{whole: whole, fraction: fraction, mark: mark}
	if plainDigits.MatchString(whole) && plainDigits.MatchString(fraction) {
		return f, !(mark == ',' && thousands.MatchString(s))
	}
	f.grouped = true
	switch {
	case groupSigns.MatchString(whole) && plainDigits.MatchString(fraction):
	case groupCommas.MatchString(whole) && mark == '.' && plainDigits.MatchString(fraction):
	case groupDots.MatchString(whole) && mark == ',' && plainDigits.MatchString(fraction):
	case groupCommas.MatchString(s), groupDots.MatchString(s):
		f.whole, f.fraction, f.mark = s, "", 0
	default:
		return f, false
	}
	f.whole = withoutGroups.Replace(f.whole)
	return f, true
}

func (n *numeral) reason(f figure) string {
	switch {
	case f.exponent != "":
		return "scientific"
	case n.whole && f.mark != 0 && len(f.fraction) == 3 && !f.grouped:
		return "thousands-separator"
	case n.whole && f.mark != 0:
		return "float-integer"
	case f.mark != 0 && string(f.mark) != n.decimal && (n.group != "" || !f.grouped):
		if f.mark == ',' {
			return "decimal-comma"
		}
		return "decimal-point"
	case f.grouped && f.mark == ',' && n.decimal == ".":
		return "french-number"
	case f.grouped:
		return "thousands-separator"
	}
	return ""
}

// write writes a figure as the field asks, or "" where digits are lost or the sense is not certain.
func (n *numeral) write(f figure) string {
	if f.whole == "" {
		f.whole = "0"
	}
	if f.exponent != "" {
		e := number(strings.TrimPrefix(f.exponent, "+"))
		if e >= spreadsheetExponent {
			return ""
		}
		if n.whole {
			return f.shifted(e)
		}
	}
	if n.whole {
		if strings.Trim(f.fraction, "0") != "" || len(f.fraction) == 3 && !f.grouped {
			return ""
		}
		return f.sign + f.whole
	}
	s := f.sign + f.whole
	if f.fraction != "" {
		s += n.decimal + f.fraction
	}
	if f.exponent != "" {
		s += "E" + f.exponent
	}
	return s
}

// shifted moves the decimal sign to the right, or gives "" where decimals are left.
func (f figure) shifted(e int) string {
	fraction := strings.TrimRight(f.fraction, "0")
	if e < len(fraction) {
		return ""
	}
	return f.sign + f.whole + fraction + strings.Repeat("0", e-len(fraction))
}
