package hours

var events = []string{"sunrise", "sunset", "dawn", "dusk"}

// Times are counted in hundreds of hours and in minutes, as they are written.
const (
	midnight = 24_00 // the last time of a day
	latest   = 48_00 // the last end of what began the day before
	longest  = 24_59 // what may be added to an event
)

// span: "09:00-12:00", "22:00-02:00", "10:00+", "10:00-12:00+" or
// "10:00-16:00/01:30". A time alone is no opening.
func (r *reader) span() bool {
	start := r.at
	if !r.time(midnight) {
		return false
	}
	if r.eat("+") {
		return true
	}
	if !r.need("-", WantEndTime) || !r.time(latest) {
		return r.back(start)
	}
	end := r.at
	if r.eat("+") || !r.eat("/") || r.clock(midnight) {
		return true
	}
	if minutes := r.digits(2); minutes < 0 || minutes > 59 {
		r.at = end
	} else {
		r.at += 2
	}
	return true
}

// time: "09:00", "sunset" or "(sunset-01:30)".
func (r *reader) time(most int) bool {
	if r.clock(most) || r.one(events) >= 0 {
		return true
	}
	start := r.at
	if !r.eat("(") {
		return false
	}
	if r.one(events) < 0 {
		r.miss(r.at, WantEvent)
		return r.back(start)
	}
	if !r.eat("+") && !r.eat("-") {
		r.miss(r.at, WantSign)
		return r.back(start)
	}
	return r.clock(longest) && r.need(")", WantParenthesis) || r.back(start)
}

// clock: two digits, a colon and two digits, no later than most.
func (r *reader) clock(most int) bool {
	start := r.at
	hours := r.digits(2)
	r.at += 2
	if hours >= 0 && r.eat(":") {
		if minutes := r.digits(2); minutes >= 0 && minutes < 60 && hours*100+minutes <= most {
			r.at += 2
			return true
		}
	}
	r.at = start
	return r.miss(start, WantTime)
}
