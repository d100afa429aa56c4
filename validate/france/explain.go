package france

import (
	"math/big"
	"strings"
	"unicode"

	"github.com/socle-commun/socle/schemas/lazyregexp"
)

// A Reason says what is wrong with an identifier.
type Reason string

// The reasons. The empty one says no more than that it is wrong.
const (
	WrongLength    Reason = "length"
	LostZeros      Reason = "lost-zeros"
	WrongKey       Reason = "key"
	LostNIC        Reason = "lost-nic" // 21860194600000
	SIRENForSIRET  Reason = "siren-for-siret"
	SIRETForSIREN  Reason = "siret-for-siren"
	Decimal        Reason = "decimal"         // 21860194600013.0
	DecimalDamaged Reason = "decimal-damaged" // the same, with digits that cannot be right
	Scientific     Reason = "scientific"      // 2.1350238800019E+13
	Separators     Reason = "separators"      // 213 502 388 00019

	ScientificDamaged Reason = "scientific-damaged" // 2,18602E+13: digits are lost
)

// An Explanation says why an identifier is wrong.
type Explanation struct {
	Reason Reason
	Digits int    // how many it has, where that is the point
	Fix    string // the right number, where it is certain
}

// ExplainSIREN says why s is not a SIREN. Of a SIREN it says nothing.
func ExplainSIREN(s string) Explanation { return explain(s, 9, IsSIREN) }

// ExplainSIRET says why s is not a SIRET. Of a SIRET it says nothing.
func ExplainSIRET(s string) Explanation { return explain(s, 14, IsSIRET) }

var (
	decimal    = lazyregexp.New(`^(\d{7,15})[.,]0*$`)
	scientific = lazyregexp.New(`^\d([.,]\d+)?[eE]\+?\d{1,2}$`)
)

func explain(s string, length int, is func([]byte) bool) Explanation {
	if is([]byte(s)) {
		return Explanation{}
	}
	compact := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '.' || r == '-' || r == '\u200b' || r == '\'' {
			return -1
		}
		return r
	}, s)
	if m := decimal.FindStringSubmatch(strings.TrimSpace(s)); m != nil {
		if is([]byte(m[1])) {
			return Explanation{Reason: Decimal, Fix: m[1]}
		}
		return Explanation{Reason: DecimalDamaged}
	}
	switch {
	case scientific.MatchString(strings.TrimSpace(s)):
		return fromScientific(strings.TrimSpace(s), is)
	case compact != s && digits([]byte(compact)) && is([]byte(compact)):
		return Explanation{Reason: Separators, Fix: compact}
	case s == "" || !digits([]byte(s)):
		return Explanation{}
	case length == 14 && IsSIREN([]byte(s)):
		return Explanation{Reason: SIRENForSIRET, Digits: len(s)}
	case length == 9 && IsSIRET([]byte(s)):
		return Explanation{Reason: SIRETForSIREN, Digits: len(s), Fix: s[:9]}
	case length == 14 && len(s) == 14 && s[9:] == "00000":
		return Explanation{Reason: LostNIC}
	case len(s) == length:
		return Explanation{Reason: WrongKey}
	}
	if padded := strings.Repeat("0", max(length-len(s), 0)) + s; length-len(s) <= 3 && is([]byte(padded)) {
		return Explanation{Reason: LostZeros, Digits: len(s), Fix: padded}
	}
	return Explanation{Reason: WrongLength, Digits: len(s)}
}

// fromScientific tells a number whose digits are all there from one that lost
// some of them.
func fromScientific(s string, is func([]byte) bool) Explanation {
	f, ok := new(big.Float).SetString(strings.ReplaceAll(s, ",", "."))
	if ok {
		if whole, accuracy := f.Int(nil); accuracy == big.Exact && is([]byte(whole.String())) && !strings.HasSuffix(whole.String(), "0000") {
			return Explanation{Reason: Scientific, Fix: whole.String()}
		}
	}
	return Explanation{Reason: ScientificDamaged}
}
