package hours

var weekdays = []string{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"}

// days: holidays, days of the week, or both: "PH,Mo-Fr", "Mo-Fr,PH", or
// "SH Mo-Fr", the weekdays of the holidays.
func (r *reader) days() bool {
	if r.list(holiday) {
		end := r.at
		if !(r.eat(",") || r.eat(" ")) || !r.list(weekdayRange) {
			r.at = end
		}
		return true
	}
	if !r.list(weekdayRange) {
		return false
	}
	end := r.at
	if !r.eat(",") || !r.list(holiday) {
		r.at = end
	}
	return true
}

func (r *reader) holiday() bool {
	switch {
	case r.eat("PH"):
		r.dayOffset()
		return true
	case r.eat("SH"):
		return true
	}
	return r.miss(r.at, WantDay)
}

// weekdayRange: "Mo", "Mo-Fr", or "Mo[1,-1]", the first and the last of a month.
func (r *reader) weekdayRange() bool {
	start := r.at
	if !r.weekday() {
		return false
	}
	if r.eat("[") {
		if !r.list(nth) || !r.need("]", WantBracket) {
			return r.back(start)
		}
		r.dayOffset()
		return true
	}
	end := r.at
	if r.eat("-") && !r.weekday() {
		r.at = end
	}
	return true
}

func (r *reader) weekday() bool { return r.one(weekdays) >= 0 || r.miss(r.at, WantDay) }

// nth: "1", "-1" or "1-3".
func (r *reader) nth() bool {
	start := r.at
	negative := r.eat("-")
	first := r.rank()
	if first == 0 {
		return r.back(start)
	}
	end := r.at
	if negative || !r.eat("-") {
		return true
	}
	if last := r.rank(); last < first {
		r.miss(end+1, WantRank)
		r.at = end
	}
	return true
}

// rank: 1 to 5, or 0 where there is none.
func (r *reader) rank() int {
	if c := r.peek(0); c < '1' || c > '5' {
		r.miss(r.at, WantRank)
		return 0
	}
	r.at++
	return int(r.b[r.at-1] - '0')
}
