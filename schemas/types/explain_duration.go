package types

import (
	"strings"

	"github.com/socle-commun/socle/schemas/lazyregexp"
)

var (
	clockSpan = lazyregexp.New(`^(\d{1,3}):(\d{2}):(\d{2})$`)
	hoursSpan = lazyregexp.New(`^(\d{1,3}) ?(?:h|heures?)(?: ?(?:et )?([0-5]?\d) ?(?:m|mn|min|minutes?)?)?$`)
	wordSpan  = lazyregexp.New(`^(\d{1,4}) ?(\pL+)\.?$`)
)

// spanWords are the units of durations as people write them: what stands before
// the number in ISO 8601, and behind it.
var spanWords = map[string][2]string{
	"an": {"P", "Y"}, "ans": {"P", "Y"}, "année": {"P", "Y"}, "années": {"P", "Y"},
	"mois": {"P", "M"}, "semaine": {"P", "W"}, "semaines": {"P", "W"}, "j": {"P", "D"}, "jour": {"P", "D"}, "jours": {"P", "D"},
	"min": {"PT", "M"}, "mn": {"PT", "M"}, "minute": {"PT", "M"}, "minutes": {"PT", "M"}, "s": {"PT", "S"}, "seconde": {"PT", "S"}, "secondes": {"PT", "S"},
}

func explainDuration(raw []byte) (reason, fix string) {
	s := tidy(raw)
	if upper := strings.ToUpper(s); upper != s {
		if _, ok := readSpan([]byte(upper)); ok {
			return "duration-case", upper
		}
	}
	if m := clockSpan.FindStringSubmatch(s); m != nil {
		return "duration-clock", "PT" + m[1] + "H" + m[2] + "M" + m[3] + "S"
	}
	lower := strings.ToLower(s)
	if m := hoursSpan.FindStringSubmatch(lower); m != nil {
		fix = "PT" + m[1] + "H"
		if m[2] != "" {
			fix += m[2] + "M"
		}
		return "duration-words", fix
	}
	if m := wordSpan.FindStringSubmatch(lower); m != nil {
		if unit, known := spanWords[m[2]]; known {
			return "duration-words", unit[0] + m[1] + unit[1]
		}
	}
	return "not-a-duration", ""
}
