package telephone

import (
	"strings"

	"github.com/socle-commun/socle/schemas/lazyregexp"
)

// The parts that the expressions below are made of.
const (
	plusSigns = "+\uff0b"
	signs     = "-x\u2010-\u2015\u2212\u30fc\uff0d-\uff0f \u00a0\u00ad\u200b\u2060\u3000()\uff08\uff09\uff3b\uff3d.\\[\\]/~\u2053\u223c\uff5e"
	letters   = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

	inParams   = `;ext=(\p{Nd}{1,20})`
	inWords    = "[ \u00a0\\t,]*(?:e?xt(?:ensi(?:o\u0301?|\u00f3))?n?|\uff45?\uff58\uff54\uff4e?|\u0434\u043e\u0431|anexo)" + afterWord + `(\p{Nd}{1,20})#?`
	inSigns    = "[ \u00a0\\t,]*(?:[x\uff58#\uff03~\uff5e]|int|\uff49\uff4e\uff54)" + afterWord + `(\p{Nd}{1,9})#?`
	inHash     = `[- ]+(\p{Nd}{1,6})#`
	inPause    = "[ \u00a0\\t]*(?:,{2}|;)" + afterWord + `(\p{Nd}{1,15})#?`
	inCommas   = "[ \u00a0\\t]*(?:,)+" + afterWord + `(\p{Nd}{1,9})#?`
	afterWord  = "[:\\.\uff0e]?[ \u00a0\\t,-]*"
	extensions = inParams + "|" + inWords + "|" + inSigns + "|" + inHash + "|" + inPause + "|" + inCommas

	contextDigit = `(\p{Nd}|[\-\.\(\)]?)`
	contextName  = `^([` + letters + `\p{Nd}]+((\-)*[` + letters + `\p{Nd}])*\.)*[` + letters + `]+((\-)*[` + letters + `\p{Nd}])*\.?$`
)

// The expressions of libphonenumber, compiled when they are first asked.
var (
	pluses        = lazyregexp.New("[" + plusSigns + "]+")
	firstSign     = lazyregexp.New("[" + plusSigns + `\p{Nd}]`)
	endSigns      = lazyregexp.New(`[[\P{N}&&\P{L}]&&[^#]]+$`) // as the port has it: not what it means in Java
	secondNumber  = lazyregexp.New(`[\\/] *x`)
	lettered      = lazyregexp.New(`^(?:.*?[A-Za-z]){3}.*$`)
	extension     = lazyregexp.New("(?i)(?:" + extensions + ")$")
	numberLike    = lazyregexp.New(`(?i)^(\p{Nd}{2}|[` + plusSigns + "]*(?:[" + signs + `*]*\p{Nd}){3,}[` + signs + "*" + letters + `\p{Nd}]*(?:` + extensions + ")?)$")
	globalContext = lazyregexp.New(`^\+` + contextDigit + `*\p{Nd}` + contextDigit + "*$")
	domainContext = lazyregexp.New(contextName)
)

// isPlain says whether a text has nothing but what most numbers have: such a
// text needs none of the long expressions.
func isPlain(text string) bool {
	for i := range len(text) {
		switch c := text[i]; c {
		case '+', ' ', '-', '.', '(', ')', '/':
		default:
			if c-'0' > 9 {
				return false
			}
		}
	}
	return true
}

// viable says whether a text can be a number at all: two digits, or at least
// three, with signs between them and pluses only before them.
func viable(text string) bool {
	if !isPlain(text) {
		return numberLike.MatchString(text)
	}
	digits := 0
	for i := range len(text) {
		if text[i]-'0' <= 9 {
			digits++
		}
	}
	return digits == 2 && len(text) == 2 || digits >= 3 && !strings.Contains(strings.TrimLeft(text, "+"), "+")
}

// withoutExtension cuts an extension off, if a number is left.
func withoutExtension(text string) string {
	if isPlain(text) {
		return text
	}
	groups := extension.FindStringSubmatchIndex(text)
	if groups == nil || !viable(text[:groups[0]]) {
		return text
	}
	for i := 2; i < len(groups); i += 2 {
		if groups[i] < groups[i+1] {
			return text[:groups[0]]
		}
	}
	return text
}

// candidate cuts what may be a number out of a text, which may also be an
// address of RFC 3966: tel:…;phone-context=….
func candidate(value string) (text string, ok bool) {
	const param = ";phone-context="
	switch at := strings.Index(value, param); {
	case at >= 0:
		context, _, _ := strings.Cut(value[at+len(param):], ";")
		if context == "" || !globalContext.MatchString(context) && !domainContext.MatchString(context) {
			return "", false
		}
		if at == 0 {
			text = cutOut(value)
			break
		}
		if context[0] == '+' {
			text = context
		}
		before := value[:at]
		if scheme := strings.Index(before, "tel:"); scheme >= 0 {
			before = before[scheme+len("tel:"):]
		}
		text += before
	default:
		text = cutOut(value)
	}
	if at := strings.Index(text, ";isub="); at > 0 {
		text = text[:at]
	}
	return text, true
}

// cutOut leaves out what stands before a number, and a second one after it.
func cutOut(value string) string {
	if isPlain(value) {
		at := strings.IndexAny(value, "+0123456789")
		return value[max(at, 0):]
	}
	at := firstSign.FindStringIndex(value)
	if at == nil {
		return ""
	}
	value = value[at[0]:]
	for _, end := range [...]lazyregexp.Regexp{endSigns, secondNumber} {
		if at := end.FindStringIndex(value); at != nil {
			value = value[:at[0]]
		}
	}
	return value
}
