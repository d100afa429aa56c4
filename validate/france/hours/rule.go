package hours

// expression: rules with separators between them.
func (r *reader) expression() bool {
	for {
		if !r.rule() {
			return false
		}
		if r.at == len(r.b) {
			return true
		}
		if !r.separator() {
			return false
		}
	}
}

// separator: "; " before a rule that replaces, ", " before one that adds, " || "
// before one that stands in for what the others leave open.
func (r *reader) separator() bool {
	for _, sign := range [...]string{";", ",", "||", " ||"} {
		if r.eat(sign) {
			return r.need(" ", WantSpace)
		}
	}
	return r.miss(r.at, WantSeparator|WantEnd)
}

// rule: what it is about, then what is said of it, one of which may be left
// out. The specification lets both be, which would mean "always open".
func (r *reader) rule() bool {
	start := r.at
	about := r.eat("24/7")
	if !about {
		about = r.wide()
		about = r.small() || about
	}
	r.eat(" ")
	return r.modifier() || about || r.back(start)
}

var states = []string{"off", "closed", "open", "unknown"}

// modifier: a state, a comment, or a state and a comment.
func (r *reader) modifier() bool {
	if r.comment() {
		return true
	}
	if r.one(states) < 0 {
		return r.miss(r.at, WantState)
	}
	r.eat(" ")
	r.comment()
	return true
}

// comment: a text in quotes.
func (r *reader) comment() bool {
	start := r.at
	if !r.eat(`"`) {
		return r.miss(r.at, WantComment)
	}
	for r.at < len(r.b) && r.b[r.at] != '"' {
		r.at++
	}
	if r.at == start+1 {
		r.miss(r.at, WantText)
		return r.back(start)
	}
	return r.need(`"`, WantQuote) || r.back(start)
}

// wide: a comment and a colon, or years, dates and weeks. It tells whether
// there is any of these, and steps over a colon or a space in either case.
func (r *reader) wide() bool {
	start := r.at
	if r.comment() {
		if r.eat(":") {
			r.eat(" ")
			return true
		}
		return r.back(start)
	}
	found := r.list(monthRange)
	unreal := r.far > start && r.wants&WantRealDay != 0
	if !found && !unreal && r.list(yearRange) {
		found = true
		end := r.at
		r.eat(" ")
		r.dated = true
		if !r.list(monthRange) {
			r.at = end
		}
		r.dated = false
	}
	found = r.weeks() || found
	r.eat(":")
	r.eat(" ")
	return found
}

// small: days of the week, times of the day, or both.
func (r *reader) small() bool {
	if !r.days() {
		return r.list(span)
	}
	end := r.at
	if !r.eat(" ") || !r.list(span) {
		r.at = end
	}
	return true
}
