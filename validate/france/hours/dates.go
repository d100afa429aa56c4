package hours

var months = []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// monthDays is how many days a month has at most.
var monthDays = [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// easter is the month of the one date that has none.
const easter = -1

// A date is what is known of one. Year 0 is none; day -1 is none.
type date struct{ year, month, day int }

// whole says whether it is a day, not a month.
func (d date) whole() bool { return d.month == easter || d.day >= 0 }

// exists says whether the calendar has that day of a month.
func (d date) exists() bool {
	leap := d.year == 0 || d.year%4 == 0 && (d.year%100 != 0 || d.year%400 == 0)
	return d.day >= 1 && d.day <= monthDays[d.month] && (leap || d.month != 1 || d.day < 29)
}

// year: 1900 to 9999, and no digit after it.
func (r *reader) year() int {
	y := r.digits(4)
	if y < 1900 || isDigit(r.peek(4)) {
		r.miss(r.at, WantYear)
		return 0
	}
	r.at += 4
	return y
}

// yearRange: "2026", "2026+", "2026-2030" or "2026-2030/2".
func (r *reader) yearRange() bool {
	start := r.at
	first := r.year()
	if first == 0 {
		return false
	}
	if r.eat("+") {
		return true
	}
	end := r.at
	if !r.eat("-") {
		return true
	}
	last := r.year()
	switch {
	case last == 0:
		r.at = end
	case last < first:
		r.miss(end+1, WantLaterYear)
		return r.back(start)
	default:
		r.step(9999)
	}
	return true
}

// step: "/2", every second one. What is no step is left.
func (r *reader) step(most int) {
	start := r.at
	if r.eat("/") {
		if n := r.number(); n == 0 || n > most {
			r.at = start
		}
	}
}

// number: 1 to 9999, and zeros before it. It gives 0 where there is none.
func (r *reader) number() int {
	start, value := r.at, 0
	for isDigit(r.peek(0)) {
		if value = value*10 + int(r.peek(0)-'0'); value > 9999 {
			value = 0
			break
		}
		r.at++
	}
	if value == 0 {
		r.miss(start, WantNumber)
		r.at = start
	}
	return value
}

// weeks: "week 01-53/2,03", and a space before it where something else is.
func (r *reader) weeks() bool {
	start := r.at
	r.eat(" ")
	if r.need("week", WantWeek) {
		r.eat(" ")
		if r.list(weekRange) {
			return true
		}
	}
	return r.back(start)
}

func (r *reader) weekRange() bool {
	if !r.week() {
		return false
	}
	end := r.at
	if r.eat("-") {
		if r.week() {
			r.step(255)
		} else {
			r.at = end
		}
	}
	return true
}

func (r *reader) week() bool {
	if n := r.digits(2); n < 1 || n > 53 || isDigit(r.peek(2)) {
		return r.miss(r.at, WantWeekNumber)
	}
	r.at += 2
	return true
}

// monthRange: months, a date, or two dates and a hyphen.
func (r *reader) monthRange() bool {
	d, ok := r.monthOrDate()
	if !ok {
		return false
	}
	if !d.whole() {
		end := r.at
		if r.eat("-") && r.month() < 0 {
			r.at = end
		}
		return true
	}
	r.offset()
	end := r.at
	r.eat(" ")
	if r.need("-", WantHyphen) {
		r.eat(" ")
		if r.lastDate(d) {
			r.offset()
			return true
		}
	}
	r.at = end
	r.eat("+")
	return true
}

// monthOrDate: "Jan", "Jan 15", "easter", each of which may follow a year.
func (r *reader) monthOrDate() (date, bool) {
	start := r.at
	d := date{day: -1}
	if isDigit(r.peek(0)) {
		if d.year = r.year(); d.year == 0 || r.dated {
			return d, r.back(start)
		}
		r.eat(" ")
	}
	if r.need("easter", WantMonth) {
		d.month = easter
		return d, true
	}
	if d.month = r.month(); d.month < 0 {
		return d, r.back(start)
	}
	end := r.at
	r.eat(" ")
	day, width := r.monthDay()
	if width == 0 {
		r.at = end
		return d, true
	}
	d.day = day
	return d, r.real(d, width) || r.back(start)
}

func (r *reader) month() int {
	m := r.one(months)
	if m < 0 {
		r.miss(r.at, WantMonth)
	}
	return m
}

// monthDay gives the day of a month that stands here, and with how many digits
// it is written: none where no day does. What minutes follow is a time.
func (r *reader) monthDay() (day, width int) {
	width, day = 2, r.digits(2)
	if day < 0 {
		width, day = 1, r.digits(1)
	}
	if day < 0 || isDigit(r.peek(width)) || r.minutes(width) && !r.minutes(width+3) {
		r.miss(r.at, WantMonthDay)
		return 0, 0
	}
	return day, width
}

// minutes says whether a colon and two digits stand at a distance from here.
func (r *reader) minutes(ahead int) bool {
	return r.peek(ahead) == ':' && isDigit(r.peek(ahead+1)) && isDigit(r.peek(ahead+2))
}

// real steps over the day of a date that the calendar has.
func (r *reader) real(d date, width int) bool {
	if !d.exists() {
		return r.miss(r.at, WantRealDay)
	}
	r.at += width
	return true
}

// lastDate: the second date of a range: a date, or a day of the first one's
// month or of the month after it.
func (r *reader) lastDate(first date) bool {
	start := r.at
	if d, ok := r.monthOrDate(); ok {
		return d.whole() || r.back(start)
	}
	day, width := r.monthDay()
	if first.month == easter || width == 0 {
		return false
	}
	if day < first.day {
		first.month = (first.month + 1) % 12
		first.year = 0
	}
	first.day = day
	return r.real(first, width)
}

// offset: "+Su", "-Mo +2 days" or " -2 days" after a date.
func (r *reader) offset() {
	start := r.at
	if (r.eat("+") || r.eat("-")) && r.one(weekdays) < 0 {
		r.at = start
	}
	r.dayOffset()
}

// dayOffset: " +2 days".
func (r *reader) dayOffset() bool {
	start := r.at
	if r.eat(" ") && (r.eat("+") || r.eat("-")) && r.number() > 0 && r.need(" day", WantDays) {
		r.eat("s")
		return true
	}
	return r.back(start)
}
