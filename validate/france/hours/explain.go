package hours

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/lazyregexp"
)

// A Reason says what keeps a text from being an expression.
type Reason string

// The reasons. The empty one says no more than what is wanted.
const (
	Incomplete Reason = "incomplete" // it breaks off
	French     Reason = "french"     // Lu-Ve
	Clock      Reason = "clock"      // 9h, 9:00
	NoEnd      Reason = "no-end"     // 09:00 alone
	Impossible Reason = "impossible" // 25:00, Feb 30
	Capitals   Reason = "capitals"   // mo-fr
	Spacing    Reason = "spacing"    // 09:00 - 12:00
	Dash       Reason = "dash"       // 09:00–12:00
	Unclosed   Reason = "unclosed"   // "sur rendez-vous
	Prose      Reason = "prose"      // sur rendez-vous
)

// A Fault says where and why a text ceases to be an expression.
type Fault struct {
	Reason Reason
	At     int    // offset in bytes of what is not understood
	Char   int    // the same in characters, from 1
	Word   string // what stands there, a few characters; "" at the end
	Wants  Wants  // what would have been understood
	Fix    string // the expression that was meant, where that is certain
}

// Explain says why a text is no expression. Of one it says nothing.
func Explain(s string) Fault {
	r := reader{b: []byte(s)}
	if r.expression() {
		return Fault{}
	}
	f := Fault{At: wordStart(s, r.far), Wants: r.wants, Fix: Rewrite(s)}
	f.Char = utf8.RuneCountInString(s[:f.At]) + 1
	f.Word = wordAt(s[f.At:])
	f.Reason = f.reason(s)
	switch {
	case f.Reason == NoEnd:
		f.Word = s[strings.LastIndexAny(s[:f.At], " ,;")+1 : f.At]
	case f.Reason == Unclosed && Valid([]byte(s+`"`)):
		f.Fix = s + `"`
	case f.Reason == Prose && f.Fix == "" && isProse(s):
		f.Fix = `"` + strings.TrimSpace(s) + `"`
	}
	return f
}

// wordStart goes back from within a word of letters to its beginning.
func wordStart(s string, at int) int {
	isLetter := func(r rune, _ int) bool { return unicode.IsLetter(r) }
	if !isLetter(utf8.DecodeRuneInString(s[at:])) {
		return at
	}
	for at > 0 && isLetter(utf8.DecodeLastRuneInString(s[:at])) {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return at
}

// longestWord is how much of a text is shown where it is not understood, in
// characters.
const longestWord = 20

// wordAt gives the word that a text begins with, or the sign.
func wordAt(rest string) string {
	end := 0
	for n := 0; end < len(rest) && n < longestWord; n++ {
		r, size := utf8.DecodeRuneInString(rest[end:])
		sign := unicode.IsSpace(r) || strings.ContainsRune(`,;|"()[]-–—+`, r)
		if sign && n > 0 {
			break
		}
		end += size
		if sign {
			break
		}
	}
	return rest[:end]
}

var (
	clockLike = lazyregexp.New(`^\d{1,2} ?(?:[hH:.]|$|-\d)`)
	timeLike  = lazyregexp.New(`^\d{2}:\d{2}`)
)

// reason tells the faults apart by what stands at the place.
func (f *Fault) reason(s string) Reason {
	rest := s[f.At:]
	first, _ := utf8.DecodeRuneInString(rest)
	switch {
	case f.Wants&WantQuote != 0:
		return Unclosed
	case f.Wants&(WantRealDay|WantLaterYear) != 0, f.Wants&WantTime != 0 && timeLike.MatchString(rest):
		return Impossible
	case strings.ContainsRune("–—‑−", first) && rest != "":
		return Dash
	case unicode.IsSpace(first) || f.Wants&^optional == WantSpace || f.At > 0 && s[f.At-1] == ' ' && strings.HasPrefix(rest, "-"):
		return Spacing
	case f.Wants&WantEndTime != 0:
		return NoEnd
	case rest == "":
		return Incomplete
	case isCode(f.Word, func(a, b string) bool { return a == b }):
		return ""
	case isFrench(f.Word):
		return French
	case f.Wants&WantTime != 0 && clockLike.MatchString(rest):
		return Clock
	case isCode(f.Word, strings.EqualFold):
		return Capitals
	case unicode.IsLetter(first) && lexicon()[schemas.Fold(f.Word)].kind == unknown:
		return Prose
	}
	return ""
}

// isCode says whether a word is like one of the grammar's.
func isCode(word string, like func(a, b string) bool) bool {
	for _, list := range [][]string{weekdays, months, states, events, {"PH", "SH", "week", "easter"}} {
		if slices.ContainsFunc(list, func(code string) bool { return like(word, code) }) {
			return true
		}
	}
	return false
}

// isProse says whether a text is a remark, which quotes make an expression of:
// words, none of which says days or times.
func isProse(s string) bool {
	if strings.ContainsAny(s, "0123456789\"“”«»;|") || len(s) > longestRewritten {
		return false
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range words {
		switch lexicon()[schemas.Fold(w)].kind {
		case unknown, filler, and, to:
		default:
			return false
		}
	}
	return len(words) > 1 && Valid([]byte(`"`+strings.TrimSpace(s)+`"`))
}
