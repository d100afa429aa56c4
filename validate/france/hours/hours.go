// Package hours reads opening hours as OpenStreetMap writes them, such as
// "Mo-Fr 09:00-12:00,14:00-18:00; PH off": it says whether a text is such an
// expression, where it ceases to be one, and, where one reading is certain,
// how to write what was meant.
//
// The rule is the specification of the wiki (version 0.7.4,
// https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification), with
// what the parser of Validata (opening-hours 0.6) takes besides: a space for
// the colon after dates, a day of the month with one digit, spaces around the
// hyphen between two dates. What neither means anything is refused, though
// that parser may take it: an empty rule, the 30th of February, 24:30, digits
// run together, years that run backwards or are named twice.
package hours

// Valid says whether b is an expression. It allocates nothing.
func Valid(b []byte) bool {
	r := reader{b: b}
	return r.expression()
}

// A reader reads one expression, from left to right. Its methods read one
// symbol of the grammar each: they give true and stand behind it, or give
// false and stand where they were. None calls itself, and none goes back
// farther than one item of a list, so the time is that of the length.
type reader struct {
	b  []byte
	at int

	dated bool // the rule has its years: its dates name none

	far   int   // the farthest place where something was missed
	wants Wants // what was missed there
}

// miss notes what would have been understood at a place, and gives false.
func (r *reader) miss(at int, w Wants) bool {
	switch {
	case at > r.far:
		r.far, r.wants = at, w
	case at == r.far:
		r.wants |= w
	}
	return false
}

// eat steps over a text.
func (r *reader) eat(text string) bool {
	if end := r.at + len(text); end <= len(r.b) && string(r.b[r.at:end]) == text {
		r.at = end
		return true
	}
	return false
}

// need steps over a text, or notes what it stands for.
func (r *reader) need(text string, w Wants) bool { return r.eat(text) || r.miss(r.at, w) }

// back returns to a place, and gives false.
func (r *reader) back(to int) bool {
	r.at = to
	return false
}

// list reads items with commas between them. A comma that no item follows is
// left: it may stand between two rules.
func (r *reader) list(of symbol) bool {
	if !r.item(of) {
		return false
	}
	for comma := r.at; r.eat(","); comma = r.at {
		if !r.item(of) {
			r.at = comma
			break
		}
	}
	return true
}

// A symbol is an item of a list in the grammar.
type symbol uint8

const (
	yearRange symbol = iota
	monthRange
	weekRange
	holiday
	weekdayRange
	nth
	span
)

// item calls the method of a symbol. A function value would move the reader to
// the heap.
func (r *reader) item(of symbol) bool {
	switch of {
	case yearRange:
		return r.yearRange()
	case monthRange:
		return r.monthRange()
	case weekRange:
		return r.weekRange()
	case holiday:
		return r.holiday()
	case weekdayRange:
		return r.weekdayRange()
	case nth:
		return r.nth()
	}
	return r.span()
}

// one steps over the first of some words that stands here, and gives its
// position among them, or -1.
func (r *reader) one(words []string) int {
	for i, w := range words {
		if r.eat(w) {
			return i
		}
	}
	return -1
}

// digits gives the number that n digits write here, or -1. It stays where it is.
func (r *reader) digits(n int) int {
	if r.at+n > len(r.b) {
		return -1
	}
	value := 0
	for _, c := range r.b[r.at : r.at+n] {
		if c < '0' || c > '9' {
			return -1
		}
		value = value*10 + int(c-'0')
	}
	return value
}

// peek is the byte at a distance from here, or 0.
func (r *reader) peek(ahead int) byte {
	if r.at+ahead < len(r.b) {
		return r.b[r.at+ahead]
	}
	return 0
}

func isDigit(c byte) bool { return c-'0' <= 9 }
