package hours

import (
	"slices"
	"strings"
)

// A draft is a rule that is being understood.
type draft struct {
	dates, days, holidays, times []string
	state, comment               string
	stateFirst                   bool // « fermé le lundi »: the days follow
	timesFirst                   bool // « 9h-12h du lundi au vendredi »
}

func (r *draft) empty() bool {
	return !r.named() && len(r.times) == 0 && r.state == "" && r.comment == ""
}

// named says whether the rule names days or dates.
func (r *draft) named() bool { return len(r.dates)+len(r.days)+len(r.holidays) > 0 }

// told says whether the rule has said what it is about and what then, so that
// a day or a date begins another.
func (r *draft) told() bool {
	return r.comment != "" || len(r.times) > 0 && !r.timesFirst || r.state != "" && !r.stateFirst
}

// expression writes the rules. It gives "" where one of several says nothing
// but days or dates, or would undo another.
func (d *drafts) expression() string {
	out := make([]string, 0, len(d.rules))
	for i := range d.rules {
		r := &d.rules[i]
		bare := len(r.times) == 0 && r.state == "" && r.comment == ""
		if bare && len(d.rules) > 1 || slices.ContainsFunc(d.rules[:i], r.undoes) {
			return ""
		}
		out = append(out, r.String())
	}
	return strings.Join(out, "; ")
}

// undoes says whether the rule would replace another of the same days, which
// nobody means who writes hours for both.
func (r *draft) undoes(other draft) bool {
	if len(r.times) == 0 || len(other.times) == 0 || len(r.dates) > 0 && len(other.dates) > 0 {
		return false
	}
	return r.mask()&other.mask() != 0
}

// mask is the set of the rule's days: all, where it names none.
func (r *draft) mask() int {
	const all = 1<<7 - 1
	if len(r.days) == 0 {
		if len(r.holidays) > 0 {
			return 0
		}
		return all
	}
	mask := 0
	for _, day := range strings.Split(strings.Join(r.days, ","), ",") {
		first, last, ranged := strings.Cut(day, "-")
		if !ranged {
			last = first
		}
		to := slices.Index(weekdays, last)
		for i := slices.Index(weekdays, first); i >= 0; i = (i + 1) % 7 {
			mask |= 1 << i
			if i == to || mask == all {
				break
			}
		}
	}
	return mask
}

// String writes a rule.
func (r *draft) String() string {
	days := strings.Join(append(slices.Clone(r.days), r.holidays...), ",")
	times := strings.Join(r.times, ",")
	if times == "00:00-24:00" && len(r.dates) == 0 && (days == "" || days == "Mo-Su") {
		days, times = "24/7", ""
	}
	var parts []string
	for _, part := range []string{strings.Join(r.dates, ","), days, times, r.state, r.comment} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}
