package hours

import "strings"

// longestRewritten is the longest text that is rewritten, in bytes: a longer
// one is prose.
const longestRewritten = 300

// Rewrite gives the expression that a text means, such as "Mo-Fr 09:00-12:00"
// for « lundi au vendredi de 9h à 12h », or "" where it may mean another one,
// or none.
func Rewrite(text string) string {
	if len(text) > longestRewritten {
		return ""
	}
	words, ok := lex(text)
	if !ok {
		return ""
	}
	d := drafts{words: words}
	for d.at < len(d.words) {
		if !d.take() {
			return ""
		}
	}
	d.close()
	if out := d.expression(); Valid([]byte(out)) {
		return out
	}
	return ""
}

// drafts are the rules of a text.
type drafts struct {
	words []word
	at    int
	rules []draft
	rule  draft
}

// word is the one at a distance from here; after the last, one of kind unknown.
func (d *drafts) word(ahead int) word {
	if i := d.at + ahead; i < len(d.words) {
		return d.words[i]
	}
	return word{}
}

// close ends the rule that is being understood.
func (d *drafts) close() {
	if !d.rule.empty() {
		d.rules = append(d.rules, d.rule)
	}
	d.rule = draft{}
}

// take understands the words that belong together here. It is false where
// they have no one meaning.
func (d *drafts) take() bool {
	switch w := d.word(0); w.kind {
	case filler, and:
		d.at++
	case slash:
		d.at++
		return len(d.rule.times) > 0 // elsewhere it may join or bound
	case next:
		d.at++
		d.close()
		// Times alone would be those of all days; it is those of the days before that are meant.
		for d.word(0).kind == next {
			d.at++
		}
		return len(d.rules) == 0 || d.word(0).kind != clock && d.word(0).kind != number
	case weekday, everyDay, holidays:
		return d.takeDays(w)
	case month:
		return d.takeDate()
	case number:
		return d.takeNumber()
	case clock:
		return d.takeTimes(w.means)
	case allDay:
		d.at++
		return d.addTimes("00:00-24:00")
	case always:
		d.at++
		d.close()
		d.rules = append(d.rules, draft{days: []string{w.means}})
	case state:
		return d.takeState(w.means)
	case remark:
		d.at++
		d.rule.comment += w.means
		return strings.Count(d.rule.comment, `"`) == 2
	default:
		return false
	}
	return true
}

// skip steps over words that add nothing, from a distance on.
func (d *drafts) skip(ahead int) int {
	for d.word(ahead).kind == filler {
		ahead++
	}
	return ahead
}

// takeDays understands "Mo", "Mo-Fr", "PH".
func (d *drafts) takeDays(w word) bool {
	r := &d.rule
	if r.comment != "" {
		return false
	}
	if r.told() {
		d.close()
	}
	if len(r.times) > 0 && len(d.rules) > 0 {
		return false
	}
	d.at++
	switch w.kind {
	case holidays:
		r.holidays = append(r.holidays, w.means)
		return true
	case weekday:
		if d.word(0).kind == to {
			last := d.word(d.skip(1))
			if last.kind != weekday || len(last.means) != 2 || len(w.means) != 2 {
				return false
			}
			d.at += d.skip(1) + 1
			w.means += "-" + last.means
		}
	}
	r.days = append(r.days, w.means)
	return true
}

// takeState understands « fermé » before or after the days.
func (d *drafts) takeState(means string) bool {
	d.at++
	r := &d.rule
	if means == "open" {
		return true // what is listed is open in any case
	}
	if r.comment != "" {
		return false
	}
	if r.told() || r.timesFirst && !r.named() {
		d.close()
	}
	if r.state != "" || r.timesFirst {
		return false
	}
	r.state, r.stateFirst = means, !r.named()
	return true
}

// takeNumber understands "15 juin" and "9-12h", by what follows.
func (d *drafts) takeNumber() bool {
	following := d.word(1)
	if following.kind == month {
		return d.takeDate()
	}
	if following.kind != to {
		return false
	}
	switch last := d.word(d.skip(2)); last.kind {
	case clock:
		t, ok := asClock(d.word(0).means, "")
		return ok && d.takeTimes(t)
	case number:
		return d.word(d.skip(2)+1).kind == month && d.takeDate()
	}
	return false
}

// takeTimes understands "9h-12h" and "10:00+".
func (d *drafts) takeTimes(first string) bool {
	d.at++
	if d.word(0).kind == plus {
		d.at++
		return d.addTimes(first + "+")
	}
	if d.word(0).kind != to {
		return false
	}
	at := d.skip(1)
	last := d.word(at)
	if last.kind == number {
		t, ok := asClock(last.means, "")
		if !ok {
			return false
		}
		last = word{clock, t}
	}
	if last.kind != clock {
		return false
	}
	if last.means == "00:00" {
		last.means = "24:00"
	}
	d.at += at + 1
	return d.addTimes(first + "-" + last.means)
}

func (d *drafts) addTimes(span string) bool {
	r := &d.rule
	if r.state != "" || r.comment != "" {
		return false
	}
	if len(r.times) == 0 {
		r.timesFirst = !r.named()
	} else if r.timesFirst && r.named() {
		return false
	}
	r.times = append(r.times, span)
	return true
}

// takeDate understands "juin", "juin à août", "15 juin", "du 15 juin au 3 août",
// "1 au 15 juin".
func (d *drafts) takeDate() bool {
	r := &d.rule
	if r.told() {
		d.close()
	}
	if len(r.days)+len(r.holidays)+len(r.times) > 0 || r.state != "" && !r.stateFirst {
		return false
	}
	first, ok := d.date()
	if !ok {
		return false
	}
	if d.word(0).kind == to {
		d.at += d.skip(1)
		last, ok := d.date()
		if !ok || len(last) < len(first) {
			return false
		}
		if len(first) == len("15") {
			first = last[:len("Jan ")] + first
			last = last[len("Jan "):]
		} else if len(first) != len(last) {
			return false
		}
		first += "-" + last
	}
	if len(first) < len("Jan") {
		return false
	}
	r.dates = append(r.dates, first)
	return true
}

// date reads "juin", "15 juin", "juin 15" or "15", and writes "Jun", "Jun 15"
// or "15".
func (d *drafts) date() (string, bool) {
	w, following := d.word(0), d.word(1)
	switch {
	case w.kind == number && following.kind == month:
		d.at += 2
		return following.means + " " + asDay(w.means), true
	case w.kind == month && following.kind == number && d.word(2).kind != month && d.word(2).kind != to:
		d.at += 2
		return w.means + " " + asDay(following.means), true
	case w.kind == month:
		d.at++
		return w.means, true
	case w.kind == number:
		d.at++
		return asDay(w.means), true
	}
	return "", false
}
